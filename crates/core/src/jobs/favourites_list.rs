use crate::Core;
use std::sync::PoisonError;
use zhitu_contract::Result;
use zhitu_contract::device::Nothing;
use zhitu_contract::jobs::JobCard;

impl Core {
    /// The kept jobs, latest kept first, as they were when last seen; off-line too.
    pub async fn favourites_list(&self, _: Nothing) -> Result<Vec<JobCard>> {
        let cards = self.store.favourites().await?;
        let mut seen = self.seen_jobs.lock().unwrap_or_else(PoisonError::into_inner);
        // So that one taken out of the list can be put back off-line.
        for card in &cards {
            seen.remember(card);
        }
        drop(seen);
        Ok(cards)
    }
}
