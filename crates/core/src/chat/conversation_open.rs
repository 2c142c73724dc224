use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::chat::{Conversation, ConversationOpen, ConversationView};

impl Core {
    /// Opens the conversation about a job or an application, or the one that is there.
    pub async fn conversation_open(&self, open: ConversationOpen) -> Result<ConversationView> {
        let account = self.account_required().await?.id;
        let head: Conversation = self.call(with_body(Method::Post, "/api/conversations", &open)?).await?;
        let conversation = head.id;
        self.messages_fetch(account, conversation).await?;
        self.conversation_keep(account, head).await?;
        self.conversation_view(conversation).await
    }
}
