use crate::Core;
use crate::ports::OutgoingMessage;
use zhitu_contract::chat::{MessageRef, MessageView};
use zhitu_contract::events::CoreEvent;
use zhitu_contract::{ErrorCode, Result};

impl Core {
    /// Sends a refused message again, after those that wait already.
    pub async fn message_retry(&self, retry: MessageRef) -> Result<MessageView> {
        self.account_required().await?;
        let waiting = self.store.outgoing().await?;
        let message =
            waiting.into_iter().find(|message| message.id == retry.message).ok_or(ErrorCode::NotFound)?;
        let head = self.store.conversation(message.conversation).await?.ok_or(ErrorCode::NotFound)?;
        self.require_desk(&head).await?;
        if !self.store.outgoing_retry(retry.message).await? {
            return Err(ErrorCode::NotFound.into());
        }
        self.outbox_changed.notify_one();
        self.events.emit(CoreEvent::ConversationChanged { conversation: message.conversation });
        Ok(super::view::of_device(head.side, OutgoingMessage { refused: false, ..message }))
    }
}
