use super::kept::{Seen, or_kept};
use crate::Core;
use crate::call::request;
use crate::ports::{Method, StoreResult};
use std::sync::PoisonError;
use zhitu_contract::jobs::{Job, JobCard, JobRef, JobView};
use zhitu_contract::{ErrorCode, Result};
use zhitu_domain::id::JobId;

impl Core {
    /// A posting; with this person's application to it when signed in. As it was when last opened while the server cannot
    /// be reached.
    pub async fn job_show(&self, show: JobRef) -> Result<JobView> {
        let wipes = self.wipes();
        let answer: Result<Job> =
            self.call_either(request(Method::Get, format!("/api/jobs/{}", show.job))).await;
        if answer.as_ref().is_err_and(|error| error.code == ErrorCode::NotFound) {
            self.keep_seen(Seen::Gone(show.job), wipes);
        }
        let answer = answer.map(|job| JobView { job, kept: false });
        let view = or_kept(answer, self.kept_show(show.job)).await?;
        let card = card(&view.job);
        let mut seen = self.seen_jobs.lock().unwrap_or_else(PoisonError::into_inner);
        let of_nearby = seen.is_of_nearby(show.job);
        if of_nearby {
            seen.remember_nearby(&card);
        } else {
            seen.remember(&card);
        }
        drop(seen);
        if !view.kept && !of_nearby {
            self.keep_seen(Seen::Opened(Box::new((view.job.clone(), card))), wipes);
        }
        Ok(view)
    }

    async fn kept_show(&self, job: JobId) -> StoreResult<Option<JobView>> {
        let Some(mut job) = self.store.kept_job(job).await? else { return Ok(None) };
        if !self.signed_in().await {
            job.my_application = None;
        }
        Ok(Some(JobView { job, kept: true }))
    }
}

/// The card of a posting.
fn card(job: &Job) -> JobCard {
    let content = &job.content;
    JobCard {
        id: job.id,
        title: content.title.clone(),
        company: job.company.name.clone(),
        demo: job.company.demo,
        salary: content.salary,
        place: content.workplace.place,
        address: content.workplace.address.clone(),
        point: content.workplace.point,
        remote: content.workplace.remote,
        employment_type: content.employment_type,
        experience: content.experience,
        education: content.education,
        tags: content.tags.clone(),
        posted_at: job.posted_at,
        distance_km: None,
    }
}
