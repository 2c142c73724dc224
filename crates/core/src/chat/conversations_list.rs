use crate::Core;
use zhitu_contract::Result;
use zhitu_contract::chat::ConversationsView;
use zhitu_contract::device::Nothing;

impl Core {
    /// The conversations, from the device. Fetched before the first answer of a session; from then on the live link
    /// keeps them.
    pub async fn conversations_list(&self, _: Nothing) -> Result<ConversationsView> {
        let account = self.account_required().await?.id;
        if let Err(error) = self.chat_fetch_once(account).await {
            tracing::info!(%error, "conversations are shown as last seen");
        }
        let conversations = self.store.conversations().await?;
        let unread = conversations.iter().map(|conversation| conversation.unread).sum();
        Ok(ConversationsView { conversations, unread })
    }
}
