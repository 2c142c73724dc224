use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::notices::{NoticeEmailConfirm, NoticeSettings};

impl Core {
    /// Confirms the address that a code was mailed to.
    pub async fn notice_email_confirm(&self, confirm: NoticeEmailConfirm) -> Result<NoticeSettings> {
        self.call(with_body(Method::Post, "/api/notices/email/confirm", &confirm, None)?).await
    }
}
