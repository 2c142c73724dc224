use super::mailbox_view;
use crate::app::App;
use crate::extract::VerifiedRecruiter;
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::mailbox::MailboxView;

/// Where applications to the company are mailed, and who set that.
#[utoipa::path(
    get, path = "/api/recruiter/mailbox", tag = "recruiter", security(("session" = [])),
    responses((status = 200, body = MailboxView), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn mailbox_show(
    State(app): State<App>,
    VerifiedRecruiter(recruiter): VerifiedRecruiter,
) -> Answer<MailboxView> {
    Ok(Json(mailbox_view(&app, recruiter.company.id).await?))
}
