//! The recruiting side. Everything but registration stands behind [`crate::extract::VerifiedRecruiter`] (S-REC-04).

mod applicant_attachment;
mod applicant_download;
mod applicant_open;
mod applicant_stage_set;
mod applicants_list;
mod job_close;
mod job_save;
mod jobs_list;
mod register;

use crate::app::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use zhitu_contract::recruiting::{ApplicantCard, CompanyJob};
use zhitu_domain::resume::ResumeContent;
use zhitu_storage::application::Application;

/// Its routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(register::recruiter_register))
        .routes(routes!(jobs_list::company_jobs_list))
        .routes(routes!(job_save::company_job_save))
        .routes(routes!(job_close::company_job_close))
        .routes(routes!(applicants_list::applicants_list))
        .routes(routes!(applicant_open::applicant_open))
        .routes(routes!(applicant_download::applicant_download))
        .routes(routes!(applicant_attachment::applicant_attachment))
        .routes(routes!(applicant_stage_set::applicant_stage_set))
}

fn job_view(job: zhitu_storage::job::CompanyJob) -> CompanyJob {
    CompanyJob {
        id: job.job.id,
        content: job.job.content,
        state: job.job.state,
        posted_at: job.job.posted_at,
        updated_at: job.job.updated_at,
        applicants: job.applicants,
        new_applicants: job.new_applicants,
    }
}

/// A card, out of the snapshot alone; `None` once withdrawn.
fn card(application: &Application) -> Option<ApplicantCard> {
    let snapshot = application.snapshot.as_ref().filter(|_| application.stage.shows_snapshot())?;
    Some(ApplicantCard {
        application: application.id,
        name: snapshot.content.basic.name.clone(),
        position: snapshot.content.intention.position.clone(),
        latest: latest(&snapshot.content),
        stage: application.stage,
        applied_at: application.applied_at,
        conversation: application.conversation,
    })
}

/// The latest company and position, or the latest school.
fn latest(content: &ResumeContent) -> String {
    // An entry that goes on is later than any that ended; one without dates is earlier than any with.
    let work = content.work.iter().max_by_key(|entry| (entry.current, entry.end, entry.start));
    let school = content.education.iter().max_by_key(|entry| (entry.current, entry.end, entry.start));
    let parts = match (work, school) {
        (Some(work), _) => [work.company.trim(), work.position.trim()],
        (None, Some(school)) => [school.school.trim(), school.major.trim()],
        (None, None) => ["", ""],
    };
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
