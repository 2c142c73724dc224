use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::mailbox::MailboxView;

impl Core {
    /// Where applications to the company are mailed.
    pub async fn mailbox_show(&self, _: Nothing) -> Result<MailboxView> {
        self.call(request(Method::Get, "/api/recruiter/mailbox")).await
    }
}
