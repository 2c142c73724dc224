use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::mailbox::MailboxView;

impl Core {
    /// Has no more applications mailed.
    pub async fn mailbox_remove(&self, _: Nothing) -> Result<MailboxView> {
        self.call(request(Method::Delete, "/api/recruiter/mailbox")).await
    }
}
