use super::card;
use crate::app::App;
use crate::extract::{Path, VerifiedRecruiter};
use crate::failure::Answer;
use crate::visibility::applications_for;
use axum::Json;
use axum::extract::State;
use zhitu_contract::ErrorCode;
use zhitu_contract::recruiting::ApplicantCard;
use zhitu_domain::id::JobId;

/// Who applied to one of the company's postings, latest first; withdrawn ones are gone.
#[utoipa::path(
    get, path = "/api/recruiter/jobs/{id}/applicants", tag = "recruiter", security(("session" = [])),
    params(("id" = JobId, Path, description = "To which posting")),
    responses((status = 200, body = Vec<ApplicantCard>), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn applicants_list(
    State(app): State<App>,
    VerifiedRecruiter(recruiter): VerifiedRecruiter,
    Path(id): Path<JobId>,
) -> Answer<Vec<ApplicantCard>> {
    let job = app.store.job_get(id).await?;
    if job.is_none_or(|job| job.company.id != recruiter.company.id) {
        return Err(ErrorCode::NotFound.into());
    }
    let applications = applications_for(&app, recruiter.company.id, id).await?;
    Ok(Json(applications.iter().filter_map(card).collect()))
}
