use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::jobs::JobRef;
use zhitu_contract::recommendations::Recommendation;

impl Core {
    /// Who suits a posting of the own company, as far as they may be offered. Nothing of it is kept (I2).
    pub async fn recommendations_list(&self, job: JobRef) -> Result<Vec<Recommendation>> {
        self.call(request(Method::Get, format!("/api/recruiter/jobs/{}/recommendations", job.job))).await
    }
}
