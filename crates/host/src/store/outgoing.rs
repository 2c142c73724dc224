//! Messages that the server does not have yet.

use super::{Db, failure::Failure};
use uuid::Uuid;
use zhitu_core::ports::OutgoingMessage;
use zhitu_domain::id::{ConversationId, MessageId};
use zhitu_domain::time::Timestamp;

pub async fn add(db: &mut Db, message: &OutgoingMessage) -> Result<(), Failure> {
    sqlx::query(include_str!("queries/outgoing/add.sql"))
        .bind(message.id.0)
        .bind(message.conversation.0)
        .bind(&message.text)
        .bind(message.at.0)
        .bind(message.refused)
        .execute(db)
        .await?;
    Ok(())
}

pub async fn list(db: &mut Db) -> Result<Vec<OutgoingMessage>, Failure> {
    let rows: Vec<(Uuid, Uuid, String, i64, bool)> =
        sqlx::query_as(include_str!("queries/outgoing/list.sql")).fetch_all(db).await?;
    let message = |(id, conversation, text, at, refused)| OutgoingMessage {
        id: MessageId(id),
        conversation: ConversationId(conversation),
        text,
        at: Timestamp(at),
        refused,
    };
    Ok(rows.into_iter().map(message).collect())
}

pub async fn refuse(db: &mut Db, message: MessageId) -> Result<(), Failure> {
    sqlx::query(include_str!("queries/outgoing/refuse.sql")).bind(message.0).execute(db).await?;
    Ok(())
}

pub async fn retry(db: &mut Db, message: MessageId) -> Result<bool, Failure> {
    let done = sqlx::query(include_str!("queries/outgoing/retry.sql")).bind(message.0).execute(db).await?;
    Ok(done.rows_affected() == 1)
}

pub async fn remove(db: &mut Db, message: MessageId) -> Result<bool, Failure> {
    let done = sqlx::query(include_str!("queries/outgoing/remove.sql")).bind(message.0).execute(db).await?;
    Ok(done.rows_affected() == 1)
}
