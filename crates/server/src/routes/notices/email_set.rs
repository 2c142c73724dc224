use super::require;
use crate::app::App;
use crate::extract::{Body, SignedIn};
use crate::failure::Answer;
use crate::routes::email_code;
use axum::Json;
use axum::extract::State;
use zhitu_contract::Error;
use zhitu_contract::auth::CodeResponse;
use zhitu_contract::notices::NoticeEmailSet;
use zhitu_domain::notice::NoticeWay;
use zhitu_storage::email_code::EmailPurpose;

/// Mails a code to an address that notices shall go to. One that is confirmed stays until the new one is.
#[utoipa::path(
    put, path = "/api/notices/email", tag = "notices", security(("session" = [])), request_body = NoticeEmailSet,
    responses((status = 200, body = CodeResponse), (status = "default", body = Error))
)]
pub(super) async fn notice_email_set(
    State(app): State<App>,
    asking: SignedIn,
    Body(request): Body<NoticeEmailSet>,
) -> Answer<CodeResponse> {
    let email = email_code::address(&app, &request.email)?;
    require(&app, NoticeWay::Mail)?;
    Ok(Json(email_code::send(&app, asking.account, EmailPurpose::Notices, &email).await?))
}
