use crate::Core;
use zhitu_contract::chat::MessageRef;
use zhitu_contract::device::Nothing;
use zhitu_contract::events::CoreEvent;
use zhitu_contract::{ErrorCode, Result};

impl Core {
    /// Deletes a message that was refused or still waits. If the server had taken it already, it comes back as sent.
    pub async fn message_discard(&self, discard: MessageRef) -> Result<Nothing> {
        self.account_required().await?;
        let waiting = self.store.outgoing().await?;
        let message =
            waiting.into_iter().find(|message| message.id == discard.message).ok_or(ErrorCode::NotFound)?;
        self.store.outgoing_remove(message.id).await?;
        self.events.emit(CoreEvent::ConversationChanged { conversation: message.conversation });
        Ok(Nothing {})
    }
}
