use crate::Core;
use zhitu_contract::Result;
use zhitu_contract::chat::{ConversationRef, ConversationView};

impl Core {
    /// A conversation with its messages, from the device. One that is not here yet is fetched.
    pub async fn conversation_show(&self, show: ConversationRef) -> Result<ConversationView> {
        let account = self.account_required().await?.id;
        if self.store.conversation(show.conversation).await?.is_none() {
            self.chat_fetch(account).await?;
        }
        self.conversation_view(show.conversation).await
    }
}
