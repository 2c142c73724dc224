use super::job_save::company_job;
use crate::app::App;
use crate::extract::{Path, VerifiedRecruiter};
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::ErrorCode;
use zhitu_contract::recruiting::CompanyJob;
use zhitu_domain::id::JobId;

/// Closes a posting: it takes no application from now on and is found no more. Twice is once.
#[utoipa::path(
    post, path = "/api/recruiter/jobs/{id}/close", tag = "recruiter", security(("session" = [])),
    params(("id" = JobId, Path, description = "Which posting")),
    responses((status = 200, body = CompanyJob), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn company_job_close(
    State(app): State<App>,
    VerifiedRecruiter(recruiter): VerifiedRecruiter,
    Path(id): Path<JobId>,
) -> Answer<CompanyJob> {
    if !app.store.job_close(id, recruiter.company.id, app.now()).await? {
        return Err(ErrorCode::NotFound.into());
    }
    Ok(Json(company_job(&app, recruiter.company.id, id).await?))
}
