use crate::Core;
use zhitu_contract::chat::ConversationRef;
use zhitu_contract::device::Nothing;
use zhitu_contract::{ErrorCode, Result};

impl Core {
    /// The person has read all that is here; the server is told when it can be reached.
    pub async fn conversation_read(&self, read: ConversationRef) -> Result<Nothing> {
        let account = self.account_required().await?.id;
        let head = self.store.conversation(read.conversation).await?.ok_or(ErrorCode::NotFound)?;
        let seq = self.store.messages_last_seq(read.conversation).await?;
        if seq > head.read_seq {
            let leave = self.personal_write(account).await?;
            self.store.read_mark_set(read.conversation, seq).await?;
            drop(leave);
            self.conversation_refresh(account, read.conversation).await?;
            self.outbox_changed.notify_one();
        }
        Ok(Nothing {})
    }
}
