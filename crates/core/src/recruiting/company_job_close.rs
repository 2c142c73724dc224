use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::jobs::JobRef;
use zhitu_contract::recruiting::CompanyJob;

impl Core {
    /// Closes a posting: it takes no applications any more and is not found.
    pub async fn company_job_close(&self, close: JobRef) -> Result<CompanyJob> {
        self.call(request(Method::Post, format!("/api/recruiter/jobs/{}/close", close.job))).await
    }
}
