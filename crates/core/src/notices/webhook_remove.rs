use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::notices::NoticeSettings;

impl Core {
    /// Has the address forgotten that notices are posted to.
    pub async fn notice_webhook_remove(&self, _: Nothing) -> Result<NoticeSettings> {
        self.call(request(Method::Delete, "/api/notices/webhook")).await
    }
}
