use super::job_view;
use crate::app::App;
use crate::extract::VerifiedRecruiter;
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::recruiting::CompanyJob;

/// The company's postings, latest first.
#[utoipa::path(
    get, path = "/api/recruiter/jobs", tag = "recruiter", security(("session" = [])),
    responses((status = 200, body = Vec<CompanyJob>), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn company_jobs_list(
    State(app): State<App>,
    VerifiedRecruiter(recruiter): VerifiedRecruiter,
) -> Answer<Vec<CompanyJob>> {
    let jobs = app.store.jobs_of_company(recruiter.company.id).await?;
    Ok(Json(jobs.into_iter().map(job_view).collect()))
}
