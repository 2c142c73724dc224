use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::applications::ApplicationRef;
use zhitu_contract::recruiting::Applicant;

impl Core {
    /// Opens the copy that was sent; the sender sees that it was opened.
    pub async fn applicant_open(&self, open: ApplicationRef) -> Result<Applicant> {
        self.call(request(Method::Get, format!("/api/recruiter/applications/{}", open.application))).await
    }
}
