use crate::Core;
use crate::call::with_body;
use crate::ports::Method;
use zhitu_contract::Result;
use zhitu_contract::notices::{NoticeSettings, NoticeZoneSet};

impl Core {
    /// Sets by which clock the weekly digest is due.
    pub async fn notice_zone_set(&self, set: NoticeZoneSet) -> Result<NoticeSettings> {
        self.call(with_body(Method::Put, "/api/notices/zone", &set, None)?).await
    }
}
