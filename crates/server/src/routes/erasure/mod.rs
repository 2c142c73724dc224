//! What a company is to delete of closed accounts (S-RGT-13).

mod confirm;
mod list;

use crate::app::App;
use crate::relay;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use zhitu_contract::erasure::{
    ErasedApplication, ErasedAttachment, ErasedContact, ErasedCopy, ErasedMails, Erasure, ErasureConfirmed,
};
use zhitu_domain::id::CompanyId;
use zhitu_storage::erasure;

/// Its routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list::erasures_list)).routes(routes!(confirm::erasure_confirm))
}

/// What a company is to delete, with the key that it is asked about by.
fn erasure_view(app: &App, company: CompanyId, erasure: erasure::Erasure) -> Erasure {
    let marks = app.secret.marks();
    Erasure {
        id: app.secret.erasure(erasure.account, company),
        closed_at: erasure.closed_at,
        copies: erasure
            .copies
            .into_iter()
            .map(|copy| ErasedCopy {
                code: marks.mark(copy.mark).code(),
                by: copy.by,
                mailed: copy.mailed,
                at: copy.at,
            })
            .collect(),
        attachments: erasure
            .attachments
            .into_iter()
            .map(|file| ErasedAttachment { job_title: file.job_title, by: file.by, at: file.at })
            .collect(),
        applications: erasure
            .applications
            .into_iter()
            .map(|sent| ErasedApplication { job_title: sent.job_title, applied_at: sent.applied_at })
            .collect(),
        contacts: erasure
            .contacts
            .into_iter()
            .map(|given| ErasedContact { items: given.items, granted_at: given.granted_at })
            .collect(),
        mails: erasure
            .mails
            .into_iter()
            .map(|mails| ErasedMails {
                from: relay::address(app, &mails.alias),
                to: mails.to,
                first_at: mails.first_at,
                last_at: mails.last_at,
            })
            .collect(),
        confirmed: erasure.confirmed.map(|(by, at)| ErasureConfirmed { by, at }),
    }
}
