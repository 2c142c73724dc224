use super::{message_view, mine};
use crate::app::App;
use crate::extract::{Body, Path, SignedIn};
use crate::failure::Answer;
use crate::visibility::may_write;
use axum::Json;
use axum::extract::State;
use zhitu_contract::chat::{Message, MessageSendRequest};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::chat::{MessageError, Side, message_text};
use zhitu_domain::id::ConversationId;
use zhitu_storage::conversation::{MessagePut, NewMessage};

/// Stores a message. The same key and text again answer the message that is there, so that a device may repeat what
/// it does not know to have arrived.
#[utoipa::path(post, path = "/api/conversations/{id}/messages", tag = "chat", security(("session" = [])), params(("id" = ConversationId, Path)), request_body = MessageSendRequest, responses((status = 200, body = Message), (status = "default", body = Error)))]
pub(super) async fn send(
    State(app): State<App>,
    asker: SignedIn,
    Path(id): Path<ConversationId>,
    Body(request): Body<MessageSendRequest>,
) -> Answer<Message> {
    let text = message_text(&request.text).map_err(|error| match error {
        MessageError::Empty => Error::field("text", "missing"),
        MessageError::TooLong => Error::field("text", "too_long"),
    })?;
    let (conversation, side) = mine(&app, asker, id).await?;
    // What nobody may answer is not taken from a seeker either: whoever is private to staff has ended it.
    let asks = side == Side::Company || conversation.about.is_none();
    if asks && !may_write(&app, &conversation).await? {
        return Err(ErrorCode::ConversationClosed.into());
    }
    let put = app
        .store
        .message_put(&NewMessage {
            id: request.id,
            conversation: conversation.id,
            side,
            sender: asker.account,
            text,
            at: app.now(),
        })
        .await?;
    match put {
        MessagePut::Stored { message } => Ok(Json(message_view(message))),
        MessagePut::OtherMessage => Err(ErrorCode::IdempotencyMismatch.into()),
        MessagePut::Closed => Err(ErrorCode::ConversationClosed.into()),
    }
}
