use crate::Core;
use crate::call::request;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::notices::NoticeSettings;

impl Core {
    /// What is told outside the app, and where to.
    pub async fn notices_show(&self, _: Nothing) -> Result<NoticeSettings> {
        self.call(request(Method::Get, "/api/notices")).await
    }
}
