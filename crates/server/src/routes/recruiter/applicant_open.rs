use crate::app::App;
use crate::extract::{Path, VerifiedRecruiter};
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::ErrorCode;
use zhitu_contract::recruiting::Applicant;
use zhitu_domain::id::ApplicationId;

/// Opens the snapshot of an application to the company. Recorded, and shown to the sender (I4, S-VIS-10).
#[utoipa::path(
    get, path = "/api/recruiter/applications/{id}", tag = "recruiter", security(("session" = [])),
    params(("id" = ApplicationId, Path, description = "Which application")),
    responses((status = 200, body = Applicant), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn applicant_open(
    State(app): State<App>,
    VerifiedRecruiter(recruiter): VerifiedRecruiter,
    Path(id): Path<ApplicationId>,
) -> Answer<Applicant> {
    let company = recruiter.company.id;
    let opened = app.store.application_open(id, company, recruiter.account, app.now()).await?;
    let application = app.store.application_get(id).await?.ok_or(ErrorCode::NotFound)?;
    if application.job.company.id != company {
        return Err(ErrorCode::NotFound.into());
    }
    // Withdrawn before it was opened, or between the opening and the reading.
    let (true, Some(snapshot)) = (opened, application.snapshot) else {
        return Err(ErrorCode::ApplicationWithdrawn.into());
    };
    // The write happened in a GET, which rings for the outbox otherwise only half a second later.
    app.written.send_replace(());
    Ok(Json(Applicant {
        application: application.id,
        job: application.job.id,
        job_title: application.job.content.title,
        stage: application.stage,
        snapshot,
        resume_version: application.resume_version,
        applied_at: application.applied_at,
        conversation: application.conversation,
    }))
}
