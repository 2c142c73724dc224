use super::mailbox_view;
use crate::app::App;
use crate::extract::{Body, VerifiedRecruiter};
use crate::failure::Answer;
use crate::routes::email_code;
use axum::Json;
use axum::extract::State;
use zhitu_contract::ErrorCode;
use zhitu_contract::mailbox::{MailboxConfirm, MailboxView};
use zhitu_storage::email_code::EmailPurpose;

/// Confirms the address that a code was mailed to: from now on applications to the company are mailed there, as copies in
/// the name of who confirmed it.
#[utoipa::path(
    post, path = "/api/recruiter/mailbox/confirm", tag = "recruiter", security(("session" = [])),
    request_body = MailboxConfirm,
    responses((status = 200, body = MailboxView), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn mailbox_confirm(
    State(app): State<App>,
    VerifiedRecruiter(recruiter): VerifiedRecruiter,
    Body(request): Body<MailboxConfirm>,
) -> Answer<MailboxView> {
    let (account, company) = (recruiter.account, recruiter.company.id);
    let code = email_code::tried(&app, account, EmailPurpose::Mailbox, &request.code).await?;
    if !app.store.mailbox_confirm(account, company, &code, app.now()).await? {
        return Err(ErrorCode::CodeWrong.into());
    }
    Ok(Json(mailbox_view(&app, company).await?))
}
