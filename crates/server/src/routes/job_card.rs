//! A posting as it is listed.

use zhitu_contract::jobs::JobCard;
use zhitu_storage::job::Job;

/// The card of a posting; `distance_km` from the circle's centre, where a search had one.
pub(crate) fn job_card(job: Job, distance_km: Option<f64>) -> JobCard {
    let content = job.content;
    JobCard {
        id: job.id,
        title: content.title,
        company: job.company.name,
        demo: job.company.demo,
        salary: content.salary,
        place: content.workplace.place,
        address: content.workplace.address,
        point: content.workplace.point,
        remote: content.workplace.remote,
        employment_type: content.employment_type,
        experience: content.experience,
        education: content.education,
        tags: content.tags,
        posted_at: job.posted_at,
        distance_km,
    }
}
