use super::mailbox_view;
use crate::app::App;
use crate::extract::VerifiedRecruiter;
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::mailbox::MailboxView;

/// Forgets the mailbox: nothing is mailed any more, what was on its way neither.
#[utoipa::path(
    delete, path = "/api/recruiter/mailbox", tag = "recruiter", security(("session" = [])),
    responses((status = 200, body = MailboxView), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn mailbox_remove(
    State(app): State<App>,
    VerifiedRecruiter(recruiter): VerifiedRecruiter,
) -> Answer<MailboxView> {
    app.store.mailbox_remove(recruiter.account, recruiter.company.id).await?;
    Ok(Json(mailbox_view(&app, recruiter.company.id).await?))
}
