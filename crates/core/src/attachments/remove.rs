use crate::Core;
use crate::call::request;
use crate::ports::Method;
use serde_json::Value;
use zhitu_contract::Result;
use zhitu_contract::attachments::AttachmentRef;
use zhitu_contract::device::Nothing;

impl Core {
    /// Deletes one of the person's attachment résumés. Copies that went with applications stay with those.
    pub async fn attachment_remove(&self, removed: AttachmentRef) -> Result<Nothing> {
        let path = format!("/api/attachments/{}", removed.attachment);
        self.call::<Value>(request(Method::Delete, path)).await?;
        Ok(Nothing {})
    }
}
