//! Conversations, the server's messages, and how far they were read.

use super::{Db, failure::Failure, json};
use uuid::Uuid;
use zhitu_contract::chat::{Conversation, Message};
use zhitu_domain::id::ConversationId;

const CONVERSATION: &str = "conversation";
const MESSAGE: &str = "message";

pub async fn conversations(db: &mut Db) -> Result<Vec<Conversation>, Failure> {
    let texts: Vec<String> =
        sqlx::query_scalar(include_str!("queries/conversation/list.sql")).fetch_all(db).await?;
    json::read_all(CONVERSATION, &texts)
}

pub async fn conversation(db: &mut Db, id: ConversationId) -> Result<Option<Conversation>, Failure> {
    let text: Option<String> = sqlx::query_scalar(include_str!("queries/conversation/show.sql"))
        .bind(id.0)
        .fetch_optional(db)
        .await?;
    text.map(|text| json::read(CONVERSATION, &text)).transpose()
}

pub async fn conversations_put(db: &mut Db, conversations: &[Conversation]) -> Result<(), Failure> {
    for conversation in conversations {
        sqlx::query(include_str!("queries/conversation/put.sql"))
            .bind(conversation.id.0)
            .bind(conversation.updated_at.0)
            .bind(json::write(CONVERSATION, conversation)?)
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

pub async fn conversation_forget(db: &mut Db, conversation: ConversationId) -> Result<(), Failure> {
    for statement in [
        include_str!("queries/conversation/forget.sql"),
        include_str!("queries/message/forget.sql"),
        include_str!("queries/read_mark/forget.sql"),
    ] {
        sqlx::query(statement).bind(conversation.0).execute(&mut *db).await?;
    }
    Ok(())
}

pub async fn messages(db: &mut Db, conversation: ConversationId) -> Result<Vec<Message>, Failure> {
    let texts: Vec<String> = sqlx::query_scalar(include_str!("queries/message/list.sql"))
        .bind(conversation.0)
        .fetch_all(db)
        .await?;
    json::read_all(MESSAGE, &texts)
}

pub async fn last_seq(db: &mut Db, conversation: ConversationId) -> Result<u32, Failure> {
    let query = sqlx::query_scalar(include_str!("queries/message/last_seq.sql"));
    Ok(query.bind(conversation.0).fetch_one(db).await?)
}

pub async fn messages_put(db: &mut Db, messages: &[Message]) -> Result<(), Failure> {
    for message in messages {
        sqlx::query(include_str!("queries/message/put.sql"))
            .bind(message.id.0)
            .bind(message.conversation.0)
            .bind(message.seq)
            .bind(json::write(MESSAGE, message)?)
            .execute(&mut *db)
            .await?;
        super::outgoing::remove(&mut *db, message.id).await?;
    }
    Ok(())
}

pub async fn read_mark_set(db: &mut Db, conversation: ConversationId, seq: u32) -> Result<(), Failure> {
    sqlx::query(include_str!("queries/read_mark/set.sql")).bind(conversation.0).bind(seq).execute(db).await?;
    Ok(())
}

pub async fn read_marks(db: &mut Db) -> Result<Vec<(ConversationId, u32)>, Failure> {
    let rows: Vec<(Uuid, u32)> =
        sqlx::query_as(include_str!("queries/read_mark/list.sql")).fetch_all(db).await?;
    Ok(rows.into_iter().map(|(conversation, seq)| (ConversationId(conversation), seq)).collect())
}

pub async fn read_mark_done(db: &mut Db, conversation: ConversationId, seq: u32) -> Result<(), Failure> {
    sqlx::query(include_str!("queries/read_mark/done.sql"))
        .bind(conversation.0)
        .bind(seq)
        .execute(db)
        .await?;
    Ok(())
}
