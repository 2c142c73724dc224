use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::jobs::JobRef;
use zhitu_contract::recruiting::ApplicantCard;

impl Core {
    /// Who applied to a posting.
    pub async fn applicants_list(&self, list: JobRef) -> Result<Vec<ApplicantCard>> {
        self.call(request(Method::Get, format!("/api/recruiter/jobs/{}/applicants", list.job))).await
    }
}
