use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::applications::ApplicationRef;
use zhitu_contract::attachments::{AttachmentDownloadRequest, AttachmentFile};
use zhitu_contract::resume::ResumeExported;
use zhitu_domain::id::LookId;
use zhitu_domain::permission::Purpose;

impl Core {
    /// Downloads the attachment résumé that an applicant sent along to where the person chooses; the sender sees that it
    /// was downloaded.
    pub async fn applicant_attachment_download(&self, download: ApplicationRef) -> Result<ResumeExported> {
        let leave = self.permission_use(Purpose::SaveFile).await?;
        let path = format!("/api/recruiter/applications/{}/attachment", download.application);
        let id = LookId(self.rng.uuid_v7(self.now()));
        let request = with_body(Method::Post, path, &AttachmentDownloadRequest { id }, None)?;
        let file: AttachmentFile = self.call(request).await?;
        self.attachment_write(&leave, &file).await
    }
}
