use crate::Core;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::events::CoreEvent;

impl Core {
    /// Empties the record, for good. The new one begins with how many entries there were.
    pub async fn record_clear(&self, _: Nothing) -> Result<Nothing> {
        self.store.record_clear(self.now()).await?;
        self.events.emit(CoreEvent::RecordChanged);
        Ok(Nothing {})
    }
}
