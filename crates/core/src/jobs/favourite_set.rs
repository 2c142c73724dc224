use crate::Core;
use std::sync::PoisonError;
use zhitu_contract::device::Nothing;
use zhitu_contract::jobs::{FavouriteSet, JobRef};
use zhitu_contract::{Error, ErrorCode, Result};

impl Core {
    /// Keeps a job, or no longer keeps it; off-line too for jobs seen in this run.
    pub async fn favourite_set(&self, set: FavouriteSet) -> Result<Nothing> {
        if !set.on {
            self.store.favourite_remove(set.job).await?;
            return Ok(Nothing {});
        }
        if self.seen_job(set.job).is_none() {
            self.job_show(JobRef { job: set.job }).await?;
        }
        let card = self.seen_job(set.job).ok_or_else(|| Error::new(ErrorCode::NotFound))?;
        self.store.favourite_put(&card, self.now()).await?;
        Ok(Nothing {})
    }

    fn seen_job(&self, job: zhitu_domain::id::JobId) -> Option<zhitu_contract::jobs::JobCard> {
        self.seen_jobs.lock().unwrap_or_else(PoisonError::into_inner).get(job)
    }
}
