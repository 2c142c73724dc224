use crate::Core;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::jobs::SearchHistoryEntry;

impl Core {
    /// The searches made on this device, latest first (S-SRCH-03).
    pub async fn search_history_list(&self, _: Nothing) -> Result<Vec<SearchHistoryEntry>> {
        Ok(self.store.search_history().await?)
    }
}
