use crate::Core;
use zhitu_contract::Result;
use zhitu_contract::device::{Nothing, PageReady};

impl Core {
    /// Passes on that a screen can be used.
    #[expect(clippy::unused_async, reason = "all commands are called alike")]
    pub async fn page_ready(&self, ready: PageReady) -> Result<Nothing> {
        self.events.page_ready(&ready.screen);
        Ok(Nothing {})
    }
}
