use crate::Core;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::jobs::SearchHistoryDelete;

impl Core {
    /// Deletes one search or all, for good (S-SRCH-03).
    pub async fn search_history_delete(&self, delete: SearchHistoryDelete) -> Result<Nothing> {
        self.store.search_history_delete(delete.at).await?;
        Ok(Nothing {})
    }
}
