use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::attachments::Attachment;
use zhitu_contract::device::Nothing;

impl Core {
    /// The person's attachment résumés, latest first (S-RES-06).
    pub async fn attachments_list(&self, _: Nothing) -> Result<Vec<Attachment>> {
        self.call(request(Method::Get, "/api/attachments")).await
    }
}
