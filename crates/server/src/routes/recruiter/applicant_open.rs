use crate::app::App;
use crate::attachments::sent_view;
use crate::extract::{Path, VerifiedRecruiter};
use crate::failure::Answer;
use crate::visibility::{application_for, relay_is_open, virtual_number_is_open};
use axum::Json;
use axum::extract::State;
use zhitu_contract::ErrorCode;
use zhitu_contract::recruiting::Applicant;
use zhitu_domain::application::Stage;
use zhitu_domain::id::{ApplicationId, LookId};
use zhitu_domain::resume::visibility::Action;

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
    let (application, access) = application_for(&app, company, id).await?;
    if application.stage == Stage::Withdrawn {
        return Err(ErrorCode::ApplicationWithdrawn.into());
    }
    if !access.allows(Action::Snapshot) {
        return Err(ErrorCode::NotFound.into());
    }
    let look = LookId(app.new_id()?);
    let opened = app.store.application_open(id, company, recruiter.account, look, app.now()).await?;
    // Read once more: the look comes before it, and it may have been withdrawn in between.
    let (application, access) = application_for(&app, company, id).await?;
    let (true, Some(snapshot)) = (opened, application.snapshot) else {
        return Err(ErrorCode::ApplicationWithdrawn.into());
    };
    // The write happened in a GET, which rings for the outbox otherwise only half a second later.
    app.written.send_replace(());
    let relay = relay_is_open(&app, Some(company), application.account, access).await?;
    let virtual_number =
        virtual_number_is_open(&app, Some(company), application.account, recruiter.account, access).await?;
    Ok(Json(Applicant {
        relay,
        virtual_number,
        application: application.id,
        job: application.job.id,
        job_title: application.job.content.title,
        stage: application.stage,
        snapshot,
        attachment: application.attachment.map(sent_view),
        resume_version: application.resume_version,
        applied_at: application.applied_at,
        conversation: application.conversation,
    }))
}
