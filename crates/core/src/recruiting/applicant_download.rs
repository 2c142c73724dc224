use crate::Core;
use zhitu_contract::Result;
use zhitu_contract::applications::ApplicationRef;
use zhitu_contract::resume::ResumeExported;

impl Core {
    /// Downloads a marked copy of what an applicant sent to where the person chooses; the sender sees that it was
    /// downloaded.
    pub async fn applicant_download(&self, download: ApplicationRef) -> Result<ResumeExported> {
        self.copy_download(format!("/api/recruiter/applications/{}/downloads", download.application)).await
    }
}
