use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::auth::CodeResponse;
use zhitu_contract::relay::WorkEmailSetRequest;

impl Core {
    /// Has a code mailed to the address that the recruiter wants to write from.
    pub async fn work_email_set(&self, set: WorkEmailSetRequest) -> Result<CodeResponse> {
        self.call(with_body(Method::Put, "/api/recruiter/work-email", &set, None)?).await
    }
}
