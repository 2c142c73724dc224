use super::offered;
use crate::app::App;
use crate::extract::{Body, RecruitingSide};
use crate::failure::Answer;
use crate::routes::email_code;
use axum::Json;
use axum::extract::State;
use zhitu_contract::Error;
use zhitu_contract::auth::CodeResponse;
use zhitu_contract::relay::WorkEmailSetRequest;
use zhitu_storage::email_code::EmailPurpose;

/// Mails a code to the address that the asker wants to write from.
#[utoipa::path(
    put, path = "/api/recruiter/work-email", tag = "recruiter", security(("session" = [])),
    request_body = WorkEmailSetRequest,
    responses((status = 200, body = CodeResponse), (status = "default", body = Error))
)]
pub(super) async fn work_email_set(
    State(app): State<App>,
    RecruitingSide(account): RecruitingSide,
    Body(request): Body<WorkEmailSetRequest>,
) -> Answer<CodeResponse> {
    let email = email_code::address(&app, &request.email)?;
    offered(&app)?;
    Ok(Json(email_code::send(&app, account, EmailPurpose::Work, &email).await?))
}
