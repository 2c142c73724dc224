use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::notices::{NoticeChoose, NoticeSettings};

impl Core {
    /// Switches one kind of notice by one way on or off.
    pub async fn notice_choose(&self, choose: NoticeChoose) -> Result<NoticeSettings> {
        self.call(with_body(Method::Put, "/api/notices/choices", &choose, None)?).await
    }
}
