use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::resumes::OpenedResume;
use zhitu_contract::staff::{StaffResumeOpen, StaffResumeOpenRequest};

impl Core {
    /// Opens a résumé for a reason; the seeker sees that it was opened, and what kind of reason there was.
    pub async fn staff_resume_open(&self, open: StaffResumeOpen) -> Result<OpenedResume> {
        let path = format!("/api/staff/resumes/{}/open", open.resume);
        self.call(with_body(Method::Post, path, &StaffResumeOpenRequest { reason: open.reason }, None)?).await
    }
}
