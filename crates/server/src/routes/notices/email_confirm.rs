use super::settings;
use crate::app::App;
use crate::extract::{Body, SignedIn};
use crate::failure::Answer;
use crate::routes::email_code;
use axum::Json;
use axum::extract::State;
use zhitu_contract::notices::{NoticeEmailConfirm, NoticeSettings};
use zhitu_contract::{Error, ErrorCode};
use zhitu_storage::email_code::EmailPurpose;

/// Confirms the address that a code was mailed to.
#[utoipa::path(
    post, path = "/api/notices/email/confirm", tag = "notices", security(("session" = [])), request_body = NoticeEmailConfirm,
    responses((status = 200, body = NoticeSettings), (status = "default", body = Error))
)]
pub(super) async fn notice_email_confirm(
    State(app): State<App>,
    asking: SignedIn,
    Body(request): Body<NoticeEmailConfirm>,
) -> Answer<NoticeSettings> {
    let code = email_code::tried(&app, asking.account, EmailPurpose::Notices, &request.code).await?;
    if !app.store.notice_email_confirm(asking.account, &code, app.now()).await? {
        return Err(ErrorCode::CodeWrong.into());
    }
    Ok(Json(settings(&app, asking.account).await?))
}
