use crate::app::App;
use crate::extract::{Body, RecruitingSide};
use crate::failure::Answer;
use crate::routes::email_code;
use axum::Json;
use axum::extract::State;
use zhitu_contract::ErrorCode;
use zhitu_contract::relay::{WorkEmail, WorkEmailConfirmRequest};
use zhitu_storage::email_code::EmailPurpose;

/// Confirms the address that a code was mailed to. Who has the mailbox has the address: with another account it ends.
#[utoipa::path(
    post, path = "/api/recruiter/work-email/confirm", tag = "recruiter", security(("session" = [])),
    request_body = WorkEmailConfirmRequest,
    responses((status = 200, body = WorkEmail), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn work_email_confirm(
    State(app): State<App>,
    RecruitingSide(account): RecruitingSide,
    Body(request): Body<WorkEmailConfirmRequest>,
) -> Answer<WorkEmail> {
    let code = email_code::tried(&app, account, EmailPurpose::Work, &request.code).await?;
    if !app.store.work_email_confirm(account, &code, app.now()).await? {
        return Err(ErrorCode::CodeWrong.into());
    }
    Ok(Json(WorkEmail { email: code.email.as_str().to_owned() }))
}
