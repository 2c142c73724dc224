use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::auth::CodeResponse;
use zhitu_contract::mailbox::MailboxSet;

impl Core {
    /// Has a code mailed to the address that applications to the company shall go to.
    pub async fn mailbox_set(&self, set: MailboxSet) -> Result<CodeResponse> {
        self.call(with_body(Method::Put, "/api/recruiter/mailbox", &set, None)?).await
    }
}
