use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::recruiting::CompanyJob;

impl Core {
    /// The company's postings.
    pub async fn company_jobs_list(&self, _: Nothing) -> Result<Vec<CompanyJob>> {
        self.call(request(Method::Get, "/api/recruiter/jobs")).await
    }
}
