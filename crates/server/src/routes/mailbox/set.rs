use crate::app::App;
use crate::extract::{Body, VerifiedRecruiter};
use crate::failure::Answer;
use crate::routes::email_code;
use axum::Json;
use axum::extract::State;
use zhitu_contract::auth::CodeResponse;
use zhitu_contract::mailbox::MailboxSet;
use zhitu_contract::{Error, ErrorCode};
use zhitu_storage::email_code::EmailPurpose;

/// Mails a code to an address that applications to the company shall go to.
#[utoipa::path(
    put, path = "/api/recruiter/mailbox", tag = "recruiter", security(("session" = [])),
    request_body = MailboxSet,
    responses((status = 200, body = CodeResponse), (status = "default", body = Error))
)]
pub(super) async fn mailbox_set(
    State(app): State<App>,
    VerifiedRecruiter(recruiter): VerifiedRecruiter,
    Body(request): Body<MailboxSet>,
) -> Answer<CodeResponse> {
    let email = email_code::address(&app, &request.email)?;
    if !app.mail.is_there() {
        return Err(ErrorCode::GatewayUnavailable.into());
    }
    Ok(Json(email_code::send(&app, recruiter.account, EmailPurpose::Mailbox, &email).await?))
}
