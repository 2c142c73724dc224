use super::{resume_view, today};
use crate::app::App;
use crate::extract::{Body, SignedIn};
use crate::failure::{Answer, Failure};
use axum::Json;
use axum::extract::State;
use zhitu_contract::resume::{ResumeResponse, ResumeSaveRequest};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::resume::{FieldProblem, validate};
use zhitu_storage::resume::ResumePut;

/// Saves the résumé on top of the version that was edited. Nothing of a refused one is kept (S-MIN-01).
#[utoipa::path(
    put, path = "/api/resume", tag = "resume", security(("session" = [])), request_body = ResumeSaveRequest,
    responses((status = 200, body = ResumeResponse), (status = "default", body = Error))
)]
pub(super) async fn resume_save(
    State(app): State<App>,
    asking: SignedIn,
    Body(request): Body<ResumeSaveRequest>,
) -> Answer<ResumeResponse> {
    let problems = validate(&request.content, today(&app)?);
    if problems.iter().any(|(_, problem)| *problem == FieldProblem::TooYoung) {
        return Err(ErrorCode::TooYoung.into());
    }
    if let Some((field, problem)) = problems.first() {
        let detail = serde_json::json!({ "field": field, "problem": problem });
        return Err(Error::new(ErrorCode::InvalidField).detail(detail).into());
    }
    let put = app.store.resume_put(asking.account, request.base_version, &request.content, app.now()).await?;
    match put {
        ResumePut::Saved { .. } => Ok(Json(resume_view(&app, asking.account).await?)),
        ResumePut::Conflict { version } => {
            // The answer to a save may have been lost: the same content again is no clash.
            let there = resume_view(&app, asking.account).await?;
            if version > request.base_version && there.content == request.content {
                return Ok(Json(there));
            }
            Err(conflict(version))
        }
    }
}

/// The résumé is at another version.
pub(crate) fn conflict(version: u32) -> Failure {
    Error::new(ErrorCode::ResumeConflict).detail(serde_json::json!({ "version": version })).into()
}
