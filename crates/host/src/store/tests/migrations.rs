//! A database of an older version is brought up to date with all that is in it.

use crate::store::migrations::{MIGRATIONS, Migrated, run};
use sqlx::{AssertSqlSafe, Connection as _, SqliteConnection, query, query_scalar, raw_sql};
use zhitu_contract::chat::Message;
use zhitu_domain::chat::Side;
use zhitu_testing::samples;

/// A database as it was left by the app that had so many migrations.
async fn of_version(version: usize) -> SqliteConnection {
    let migrations = [include_str!("../migrations/0001_begin.sql")];
    let mut db = SqliteConnection::connect("sqlite::memory:").await.unwrap();
    for migration in &migrations[..version] {
        raw_sql(*migration).execute(&mut db).await.unwrap();
    }
    raw_sql(AssertSqlSafe(format!("pragma user_version = {version}"))).execute(&mut db).await.unwrap();
    db
}

#[tokio::test]
async fn messages_of_version_1_stand_side_by_side_in_their_order() {
    let mut db = of_version(1).await;
    let all: Vec<Message> = [(1, 1), (2, 1), (1, 2), (2, 2), (1, 3)]
        .map(|(conversation, seq)| {
            let conversation = samples::conversation(conversation, Side::Seeker).id;
            samples::message(conversation, seq, Side::Company, "您好")
        })
        .to_vec();
    for message in &all {
        query("insert into message (id, conversation, seq, message) values ($1, $2, $3, $4)")
            .bind(message.id.0)
            .bind(message.conversation.0)
            .bind(message.seq)
            .bind(serde_json::to_string(message).unwrap())
            .execute(&mut db)
            .await
            .unwrap();
    }
    assert_eq!(run(&mut db).await.unwrap(), Migrated::Current);

    let conversation = samples::conversation(1, Side::Seeker).id;
    let texts: Vec<String> = query_scalar(include_str!("../queries/message/list.sql"))
        .bind(conversation.0)
        .fetch_all(&mut db)
        .await
        .unwrap();
    let there: Vec<Message> = texts.iter().map(|text| serde_json::from_str(text).unwrap()).collect();
    let before: Vec<Message> = all.into_iter().filter(|one| one.conversation == conversation).collect();
    assert_eq!(there, before);
    let without_rowid: bool = query_scalar("select wr from pragma_table_list where name = 'message'")
        .fetch_one(&mut db)
        .await
        .unwrap();
    assert!(without_rowid);
    let version: i64 = query_scalar("pragma user_version").fetch_one(&mut db).await.unwrap();
    assert_eq!(usize::try_from(version), Ok(MIGRATIONS.len()));
    assert_eq!(run(&mut db).await.unwrap(), Migrated::Current, "and nothing is left to do");
}
