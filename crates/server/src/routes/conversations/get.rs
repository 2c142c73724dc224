use super::{mine, view};
use crate::app::App;
use crate::extract::{Path, SignedIn};
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::chat::Conversation;
use zhitu_domain::id::ConversationId;

/// One conversation of the asker.
#[utoipa::path(get, path = "/api/conversations/{id}", tag = "chat", security(("session" = [])), params(("id" = ConversationId, Path)), responses((status = 200, body = Conversation), (status = "default", body = zhitu_contract::Error)))]
pub(super) async fn get(
    State(app): State<App>,
    asker: SignedIn,
    Path(id): Path<ConversationId>,
) -> Answer<Conversation> {
    let (conversation, side) = mine(&app, asker, id).await?;
    Ok(Json(view(conversation, side)))
}
