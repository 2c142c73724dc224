//! The record of personal data. Its chain is made by `zhitu_domain::record`; here it is kept.

use super::{Db, failure::Failure, json};
use zhitu_domain::record::{Entry, Head, Recorded};
use zhitu_domain::time::Timestamp;

const TABLE: &str = "record";

type Row = (i64, i64, String, String);

pub async fn append(db: &mut Db, what: &Recorded, at: Timestamp) -> Result<(), Failure> {
    let head = head(db).await?;
    add(db, &head, what, at).await?;
    Ok(())
}

pub async fn begin(db: &mut Db, what: &Recorded, at: Timestamp) -> Result<i64, Failure> {
    let body = json::write(TABLE, what)?;
    Ok(sqlx::query_scalar(include_str!("queries/record/begin.sql"))
        .bind(at.0)
        .bind(body)
        .fetch_one(db)
        .await?)
}

pub async fn drop(db: &mut Db, on_its_way: i64) -> Result<(), Failure> {
    sqlx::query(include_str!("queries/record/drop.sql")).bind(on_its_way).execute(db).await?;
    Ok(())
}

pub async fn settle(db: &mut Db, on_its_way: Option<i64>) -> Result<(), Failure> {
    let begun: Vec<(i64, i64, String)> =
        sqlx::query_as(include_str!("queries/record/on_its_way.sql")).fetch_all(&mut *db).await?;
    let mut head = head(db).await?;
    for (id, at, body) in begun.into_iter().filter(|(id, ..)| on_its_way.is_none_or(|wanted| *id == wanted)) {
        let what: Recorded = json::read(TABLE, &body)?;
        head = add(db, &head, &what, Timestamp(at)).await?;
        drop(db, id).await?;
    }
    Ok(())
}

pub async fn page(db: &mut Db, before: Option<u64>, limit: u32) -> Result<Vec<Entry>, Failure> {
    let before = before.and_then(|seq| i64::try_from(seq).ok()).unwrap_or(i64::MAX);
    let rows: Vec<Row> = sqlx::query_as(include_str!("queries/record/page.sql"))
        .bind(before)
        .bind(limit)
        .fetch_all(db)
        .await?;
    rows.into_iter().map(entry).collect()
}

pub async fn all(db: &mut Db) -> Result<(Vec<Entry>, Head), Failure> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("queries/record/list.sql")).fetch_all(&mut *db).await?;
    let entries = rows.into_iter().map(entry).collect::<Result<_, _>>()?;
    Ok((entries, head(db).await?))
}

pub async fn head(db: &mut Db) -> Result<Head, Failure> {
    let row: Option<(i64, String)> =
        sqlx::query_as(include_str!("queries/record/head.sql")).fetch_optional(db).await?;
    row.map_or_else(|| Ok(Head::default()), |(seq, hash)| Ok(Head { seq: number(seq)?, hash }))
}

pub async fn clear(db: &mut Db, at: Timestamp) -> Result<(), Failure> {
    let entries = head(db).await?.seq;
    sqlx::query(include_str!("queries/record/clear.sql")).execute(&mut *db).await?;
    sqlx::query(include_str!("queries/record/drop_all.sql")).execute(&mut *db).await?;
    if entries > 0 {
        add(db, &Head::default(), &Recorded::Cleared { entries }, at).await?;
    }
    Ok(())
}

async fn add(db: &mut Db, head: &Head, what: &Recorded, at: Timestamp) -> Result<Head, Failure> {
    let (entry, next) = head.append(at, what).map_err(|error| json::broken(TABLE, &error))?;
    let seq = i64::try_from(entry.seq).unwrap_or(i64::MAX);
    sqlx::query(include_str!("queries/record/add.sql"))
        .bind(seq)
        .bind(entry.at.0)
        .bind(entry.body)
        .bind(&entry.hash)
        .execute(&mut *db)
        .await?;
    sqlx::query(include_str!("queries/record/head_set.sql")).bind(seq).bind(&next.hash).execute(db).await?;
    Ok(next)
}

fn entry((seq, at, body, hash): Row) -> Result<Entry, Failure> {
    Ok(Entry { seq: number(seq)?, at: Timestamp(at), body, hash })
}

fn number(seq: i64) -> Result<u64, Failure> {
    u64::try_from(seq)
        .map_err(|_| Failure::BrokenRow { table: TABLE, problem: "a negative number".to_owned() })
}
