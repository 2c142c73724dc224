//! A company's own mailbox for the applications to it. Any recruiter of the company may set it, see it and take it away. The
//! mails themselves are [`crate::mailbox`]'s.

mod confirm;
mod remove;
mod set;
mod show;

use crate::app::App;
use crate::failure::Failure;
use crate::visibility::mailbox_of;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use zhitu_contract::mailbox::{Mailbox, MailboxView};
use zhitu_domain::id::CompanyId;

/// Its routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(show::mailbox_show, set::mailbox_set, remove::mailbox_remove))
        .routes(routes!(confirm::mailbox_confirm))
}

/// What a company's recruiters see of its mailbox.
async fn mailbox_view(app: &App, company: CompanyId) -> Result<MailboxView, Failure> {
    let mailbox = match app.store.mailbox_get(company).await? {
        None => None,
        Some(mailbox) => Some(Mailbox {
            email: mailbox.email.as_str().to_owned(),
            set_by: app.store.recruiter_get(mailbox.set_by).await?.map_or_else(String::new, |by| by.name),
            confirmed_at: mailbox.confirmed_at,
            active: mailbox_of(app, company).await?.is_some(),
            failing_since: mailbox.failing_since,
        }),
    };
    Ok(MailboxView { offered: app.mail.is_there(), mailbox })
}
