use crate::Core;
use crate::ports::OutgoingMessage;
use zhitu_contract::chat::{MessageSend, MessageView};
use zhitu_contract::events::CoreEvent;
use zhitu_contract::{Error, ErrorCode, Result};
use zhitu_domain::chat::{MessageError, message_text};
use zhitu_domain::id::MessageId;

impl Core {
    /// Keeps a message on the device before it answers; it goes out when the server can be reached. What staff write
    /// needs the second factor, so the server is asked first.
    pub async fn message_send(&self, send: MessageSend) -> Result<MessageView> {
        let account = self.account_required().await?.id;
        let text = message_text(&send.text).map_err(|error| match error {
            MessageError::Empty => Error::field("text", "missing"),
            MessageError::TooLong => Error::field("text", "too_long"),
        })?;
        let head = self.store.conversation(send.conversation).await?.ok_or(ErrorCode::NotFound)?;
        self.require_desk(&head).await?;
        let at = self.now();
        let message = OutgoingMessage {
            id: MessageId(self.rng.uuid_v7(at)),
            conversation: send.conversation,
            text: text.to_owned(),
            at,
            refused: false,
        };
        let leave = self.personal_write(account).await?;
        self.store.outgoing_add(&message).await?;
        drop(leave);
        self.outbox_changed.notify_one();
        self.events.emit(CoreEvent::ConversationChanged { conversation: send.conversation });
        Ok(super::view::of_device(head.side, message))
    }
}
