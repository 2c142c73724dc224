use crate::Core;
use crate::call::request;
use crate::ports::Method;
use std::sync::PoisonError;
use zhitu_contract::Result;
use zhitu_contract::jobs::{Job, JobCard, JobRef};

impl Core {
    /// A posting; with this person's application to it when signed in.
    pub async fn job_show(&self, show: JobRef) -> Result<Job> {
        let job: Job = self.call_either(request(Method::Get, format!("/api/jobs/{}", show.job))).await?;
        self.seen_jobs.lock().unwrap_or_else(PoisonError::into_inner).remember(&card(&job));
        Ok(job)
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
