use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::resumes::{ResumesSearchRequest, ResumesSearchResponse};

impl Core {
    /// Finds résumés by job terms.
    pub async fn resumes_search(&self, search: ResumesSearchRequest) -> Result<ResumesSearchResponse> {
        self.call(with_body(Method::Post, "/api/recruiter/resumes/search", &search, None)?).await
    }
}
