use super::{mine, view};
use crate::app::App;
use crate::extract::{Body, Path, SignedIn};
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::chat::{Conversation, EndedSetRequest};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::chat::Side;
use zhitu_domain::id::ConversationId;

/// Ends a conversation for the seeker whose it is, or begins it anew. The other side may not.
#[utoipa::path(put, path = "/api/conversations/{id}/ended", tag = "chat", security(("session" = [])), params(("id" = ConversationId, Path)), request_body = EndedSetRequest, responses((status = 200, body = Conversation), (status = "default", body = Error)))]
pub(super) async fn end(
    State(app): State<App>,
    asker: SignedIn,
    Path(id): Path<ConversationId>,
    Body(request): Body<EndedSetRequest>,
) -> Answer<Conversation> {
    let (conversation, side) = mine(&app, asker, id).await?;
    if side == Side::Company {
        return Err(ErrorCode::NotFound.into());
    }
    if !app.store.conversation_end(&conversation, request.ended, app.now()).await? {
        return Err(ErrorCode::CompanyBlocked.into());
    }
    let (conversation, side) = mine(&app, asker, id).await?;
    Ok(Json(view(conversation, side)))
}
