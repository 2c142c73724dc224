use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::resumes::ResumesSearchResponse;
use zhitu_contract::staff::StaffResumesSearchRequest;

impl Core {
    /// Finds résumés by job terms, for a reason.
    pub async fn staff_resumes_search(
        &self,
        search: StaffResumesSearchRequest,
    ) -> Result<ResumesSearchResponse> {
        self.call(with_body(Method::Post, "/api/staff/resumes/search", &search, None)?).await
    }
}
