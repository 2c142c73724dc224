use super::favourite;
use crate::Core;
use crate::ports::Method;
use serde_json::Value;
use std::sync::PoisonError;
use zhitu_contract::device::Nothing;
use zhitu_contract::jobs::{FavouriteSet, JobCard, JobRef};
use zhitu_contract::{Error, ErrorCode, Result};
use zhitu_domain::id::JobId;

impl Core {
    /// Keeps a job, or no longer keeps it.
    ///
    /// Without an account it is kept on this device, off-line too for jobs seen in this run. With one the server has
    /// to know first: two devices that changed the list apart from each other could not be joined later.
    pub async fn favourite_set(&self, set: FavouriteSet) -> Result<Nothing> {
        let card = if set.on { Some(self.card_of(set.job).await?) } else { None };
        let account = self.signed_in_account().await;
        if account.is_some() {
            let method = if set.on { Method::Put } else { Method::Delete };
            match self.call::<Value>(favourite(method, set.job)).await {
                Err(error) if error.code == ErrorCode::NotFound && !set.on => {}
                answer => {
                    answer?;
                }
            }
        }
        let _leave = match account {
            Some(account) => self.personal_write(account).await?,
            None => self.personal.read().await,
        };
        match card {
            Some(card) => self.store.favourite_put(&card, self.now()).await?,
            None => self.store.favourite_remove(set.job).await?,
        }
        Ok(Nothing {})
    }

    /// The card of a job that was seen in this run, or is fetched.
    pub(crate) async fn card_of(&self, job: JobId) -> Result<JobCard> {
        if self.seen_job(job).is_none() {
            self.job_show(JobRef { job }).await?;
        }
        self.seen_job(job).ok_or_else(|| Error::new(ErrorCode::NotFound))
    }

    pub(crate) fn seen_job(&self, job: JobId) -> Option<JobCard> {
        self.seen_jobs.lock().unwrap_or_else(PoisonError::into_inner).get(job)
    }
}
