use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::notices::{NoticeWebhookAdded, NoticeWebhookSet};

impl Core {
    /// Sets where notices are posted to; the address is asked first.
    pub async fn notice_webhook_set(&self, set: NoticeWebhookSet) -> Result<NoticeWebhookAdded> {
        self.call(with_body(Method::Put, "/api/notices/webhook", &set, None)?).await
    }
}
