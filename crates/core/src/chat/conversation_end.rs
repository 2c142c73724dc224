use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::chat::{Conversation, ConversationEnd, ConversationView, EndedSetRequest};

impl Core {
    /// Ends a conversation, or begins it anew.
    pub async fn conversation_end(&self, end: ConversationEnd) -> Result<ConversationView> {
        let account = self.account_required().await?.id;
        let path = format!("/api/conversations/{}/ended", end.conversation);
        let request = with_body(Method::Put, path, &EndedSetRequest { ended: end.ended }, None)?;
        let head: Conversation = self.call(request).await?;
        self.conversation_keep(account, head).await?;
        self.conversation_view(end.conversation).await
    }
}
