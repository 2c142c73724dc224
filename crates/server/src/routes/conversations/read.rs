use super::{mine, view};
use crate::app::App;
use crate::extract::{Body, Path, SignedIn};
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::chat::{Conversation, ReadSetRequest};
use zhitu_domain::id::ConversationId;

/// Notes up to which number the asker's side has read; never goes back.
#[utoipa::path(put, path = "/api/conversations/{id}/read", tag = "chat", security(("session" = [])), params(("id" = ConversationId, Path)), request_body = ReadSetRequest, responses((status = 200, body = Conversation), (status = "default", body = zhitu_contract::Error)))]
pub(super) async fn read(
    State(app): State<App>,
    asker: SignedIn,
    Path(id): Path<ConversationId>,
    Body(request): Body<ReadSetRequest>,
) -> Answer<Conversation> {
    let (_, side) = mine(&app, asker, id).await?;
    app.store.conversation_read(id, side, request.seq, app.now()).await?;
    let (conversation, side) = mine(&app, asker, id).await?;
    Ok(Json(view(conversation, side)))
}
