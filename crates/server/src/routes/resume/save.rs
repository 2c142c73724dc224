use super::{resume_view, today};
use crate::app::App;
use crate::extract::{Body, SignedIn};
use crate::failure::{Answer, Failure};
use axum::Json;
use axum::extract::State;
use serde_json::Value;
use zhitu_contract::resume::{ResumeResponse, ResumeSaveRequest};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::id::ResumeId;
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
    Body(body): Body<Value>,
) -> Answer<ResumeResponse> {
    let request = strict(&body)?;
    let problems = validate(&request.content, today(&app)?);
    if problems.iter().any(|(_, problem)| *problem == FieldProblem::TooYoung) {
        return Err(ErrorCode::TooYoung.into());
    }
    if let Some((field, problem)) = problems.first() {
        let detail = serde_json::json!({ "field": field, "problem": problem });
        return Err(Error::new(ErrorCode::InvalidField).detail(detail).into());
    }
    let put = app
        .store
        .resume_put(
            asking.account,
            ResumeId(app.new_id()?),
            request.base_version,
            &request.content,
            app.now(),
        )
        .await?;
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

/// Reads the request and refuses names that it does not have, at any depth: dropping in silence what a newer app
/// wrote would lose it.
fn strict(body: &Value) -> Result<ResumeSaveRequest, Failure> {
    let request: ResumeSaveRequest = serde_json::from_value(body.clone())
        .map_err(|error| Error::with_message(ErrorCode::InvalidRequest, error.to_string()))?;
    let known = serde_json::to_value(&request).map_err(|error| Failure::internal(&error))?;
    match unknown_name(body, &known) {
        Some(name) => {
            Err(Error::with_message(ErrorCode::InvalidRequest, format!("unknown field {name}")).into())
        }
        None => Ok(request),
    }
}

/// A name of `given` that `known`, the same read and written again, does not have.
fn unknown_name<'a>(given: &'a Value, known: &Value) -> Option<&'a str> {
    match (given, known) {
        (Value::Object(given), Value::Object(known)) => {
            given.iter().find_map(|(name, value)| match known.get(name) {
                Some(known) => unknown_name(value, known),
                None => Some(name.as_str()),
            })
        }
        (Value::Array(given), Value::Array(known)) => {
            given.iter().zip(known).find_map(|(given, known)| unknown_name(given, known))
        }
        _ => None,
    }
}

/// The résumé is at another version.
pub(crate) fn conflict(version: u32) -> Failure {
    Error::new(ErrorCode::ResumeConflict).detail(serde_json::json!({ "version": version })).into()
}
