use crate::app::App;
use crate::extract::{Body, RecruitingSide};
use crate::failure::Answer;
use crate::secret::same;
use axum::Json;
use axum::extract::State;
use zhitu_contract::ErrorCode;
use zhitu_contract::relay::{WorkEmail, WorkEmailConfirmRequest};

/// Tries that a code has.
const TRIES: u32 = 5;

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
    let wanted = app.store.work_email_code_try(account, TRIES, app.now()).await?;
    let wanted = wanted.ok_or(ErrorCode::CodeWrong)?;
    let brought = app.secret.code(&wanted.email_key, request.code.trim());
    if !same(&wanted.code_hash, &brought)
        || !app.store.work_email_confirm(account, &wanted, app.now()).await?
    {
        return Err(ErrorCode::CodeWrong.into());
    }
    Ok(Json(WorkEmail { email: wanted.email.as_str().to_owned() }))
}
