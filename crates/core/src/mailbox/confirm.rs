use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::mailbox::{MailboxConfirm, MailboxView};

impl Core {
    /// Confirms the address that a code was mailed to.
    pub async fn mailbox_confirm(&self, confirm: MailboxConfirm) -> Result<MailboxView> {
        self.call(with_body(Method::Post, "/api/recruiter/mailbox/confirm", &confirm, None)?).await
    }
}
