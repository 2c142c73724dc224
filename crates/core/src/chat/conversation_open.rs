use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::chat::{Conversation, ConversationOpen, ConversationView};
use zhitu_domain::record::{Consent, DataField, Disclosure, Handover, Recipient};

impl Core {
    /// Opens the conversation about a job or an application, or the one that is there.
    pub async fn conversation_open(&self, open: ConversationOpen) -> Result<ConversationView> {
        let account = self.account_required().await?.id;
        let disclosure = match open {
            ConversationOpen::Job { job } => Some(Disclosure {
                fields: vec![DataField::Name, DataField::JobInterest],
                to: Recipient::Company { name: self.card_of(job).await?.company },
                handover: Handover::Conversation,
                consent: Consent::Act,
            }),
            // A recruiter's: the seeker has the company's name already, or gets nothing of a person with it.
            ConversationOpen::Application { .. } | ConversationOpen::Resume { .. } => None,
        };
        let request = with_body(Method::Post, "/api/conversations", &open, disclosure)?;
        let head: Conversation = self.call(request).await?;
        let conversation = head.id;
        self.messages_fetch(account, conversation).await?;
        self.conversation_keep(account, head).await?;
        self.conversation_view(conversation).await
    }
}
