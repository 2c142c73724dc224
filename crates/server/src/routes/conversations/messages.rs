use super::{message_view, mine};
use crate::app::App;
use crate::extract::{Path, Query, SignedIn};
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::Error;
use zhitu_contract::chat::{Message, MessagesQuery};
use zhitu_domain::id::ConversationId;

/// The messages after a number, in order: how a device catches up.
#[utoipa::path(get, path = "/api/conversations/{id}/messages", tag = "chat", security(("session" = [])), params(("id" = ConversationId, Path), MessagesQuery), responses((status = 200, body = [Message]), (status = "default", body = Error)))]
pub(super) async fn messages(
    State(app): State<App>,
    asker: SignedIn,
    Path(id): Path<ConversationId>,
    Query(query): Query<MessagesQuery>,
) -> Answer<Vec<Message>> {
    if !(1..=500).contains(&query.limit) {
        return Err(Error::field("limit", "out_of_range").into());
    }
    let (conversation, _) = mine(&app, asker, id).await?;
    let messages = app.store.messages_after(conversation.id, query.after, query.limit).await?;
    Ok(Json(messages.into_iter().map(message_view).collect()))
}
