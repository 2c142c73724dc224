use crate::Core;
use zhitu_contract::Result;
use zhitu_contract::applications::ApplicationRef;
use zhitu_contract::resume::ResumeExported;
use zhitu_domain::permission::Purpose;

impl Core {
    /// Downloads a marked copy of what an applicant sent to where the person chooses; the sender sees that it was
    /// downloaded.
    pub async fn applicant_download(&self, download: ApplicationRef) -> Result<ResumeExported> {
        let leave = self.permission_use(Purpose::SaveFile).await?;
        let path = format!("/api/recruiter/applications/{}/downloads", download.application);
        self.copy_download(&leave, path).await
    }
}
