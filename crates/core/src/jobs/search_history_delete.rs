use crate::Core;
use std::sync::atomic::Ordering;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::jobs::SearchHistoryDelete;

impl Core {
    /// Deletes one search, or all with every job that was seen, for good (S-SRCH-03).
    pub async fn search_history_delete(&self, delete: SearchHistoryDelete) -> Result<Nothing> {
        // What is being kept just now goes too.
        let leave = self.personal.write().await;
        self.store.search_history_delete(delete.at).await?;
        if delete.at.is_none() {
            self.wipes.fetch_add(1, Ordering::SeqCst);
        }
        drop(leave);
        Ok(Nothing {})
    }
}
