use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::relay::{WorkEmail, WorkEmailConfirmRequest};

impl Core {
    /// Confirms the address that a code was mailed to.
    pub async fn work_email_confirm(&self, confirm: WorkEmailConfirmRequest) -> Result<WorkEmail> {
        self.call(with_body(Method::Post, "/api/recruiter/work-email/confirm", &confirm, None)?).await
    }
}
