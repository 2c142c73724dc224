use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::resumes::{OpenedResume, ResumeRef};

impl Core {
    /// Opens a résumé; the seeker sees that it was opened.
    pub async fn resume_open(&self, open: ResumeRef) -> Result<OpenedResume> {
        self.call(request(Method::Get, format!("/api/recruiter/resumes/{}", open.resume))).await
    }
}
