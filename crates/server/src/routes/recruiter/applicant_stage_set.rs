use super::card;
use crate::app::App;
use crate::extract::{Body, Path, VerifiedRecruiter};
use crate::failure::Answer;
use crate::visibility::application_for;
use axum::Json;
use axum::extract::State;
use zhitu_contract::ErrorCode;
use zhitu_contract::recruiting::{ApplicantCard, StageSetRequest};
use zhitu_domain::application::Stage;
use zhitu_domain::id::ApplicationId;
use zhitu_domain::resume::visibility::Action;

/// Moves an application to another stage. A repeat changes nothing more.
#[utoipa::path(
    put, path = "/api/recruiter/applications/{id}/stage", tag = "recruiter", security(("session" = [])),
    params(("id" = ApplicationId, Path, description = "Which application")), request_body = StageSetRequest,
    responses((status = 200, body = ApplicantCard), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn applicant_stage_set(
    State(app): State<App>,
    VerifiedRecruiter(recruiter): VerifiedRecruiter,
    Path(id): Path<ApplicationId>,
    Body(request): Body<StageSetRequest>,
) -> Answer<ApplicantCard> {
    let company = recruiter.company.id;
    // A second try when the stage moved between reading and writing.
    for _ in 0..2 {
        let (application, access) = application_for(&app, company, id).await?;
        if application.stage == Stage::Withdrawn {
            return Err(ErrorCode::ApplicationWithdrawn.into());
        }
        if !access.allows(Action::Snapshot) {
            return Err(ErrorCode::NotFound.into());
        }
        if application.stage == request.stage {
            return Ok(Json(card(&application).ok_or(ErrorCode::ApplicationWithdrawn)?));
        }
        if !application.stage.company_may_move_to(request.stage) {
            return Err(ErrorCode::StageNotAllowed.into());
        }
        let (from, now) = (application.stage, app.now());
        if app.store.application_stage_set(id, company, from, request.stage, now).await? {
            let moved = zhitu_storage::application::Application { stage: request.stage, ..application };
            return Ok(Json(card(&moved).ok_or(ErrorCode::ApplicationWithdrawn)?));
        }
    }
    Err(ErrorCode::StageNotAllowed.into())
}
