use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::attachments::{AttachmentFile, AttachmentRef};
use zhitu_contract::resume::ResumeExported;
use zhitu_domain::permission::Purpose;

impl Core {
    /// Writes one of the person's attachment résumés where they choose.
    pub async fn attachment_save(&self, saved: AttachmentRef) -> Result<ResumeExported> {
        let leave = self.permission_use(Purpose::SaveFile).await?;
        let path = format!("/api/attachments/{}", saved.attachment);
        let file: AttachmentFile = self.call(request(Method::Get, path)).await?;
        self.attachment_write(&leave, &file).await
    }
}
