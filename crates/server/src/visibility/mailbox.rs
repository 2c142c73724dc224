use super::application_for;
use crate::app::App;
use crate::failure::Failure;
use zhitu_domain::id::{ApplicationId, CompanyId};
use zhitu_domain::resume::visibility::{Access, Action};
use zhitu_storage::application::Application;
use zhitu_storage::mailbox::Mailbox;

/// Where a company has its applications mailed, while this server sends mail and who set it may recruit for the company.
pub async fn mailbox_of(app: &App, company: CompanyId) -> Result<Option<Mailbox>, Failure> {
    if !app.mail.is_there() {
        return Ok(None);
    }
    let Some(mailbox) = app.store.mailbox_get(company).await? else { return Ok(None) };
    let recruiter = app.store.recruiter_get(mailbox.set_by).await?;
    let acts = recruiter.is_some_and(|recruiter| {
        recruiter.company.id == company && recruiter.verification.opens_recruiting()
    });
    Ok(acts.then_some(mailbox))
}

/// An application while it may be mailed to its company, with what that may do with it: not once it was withdrawn, and not
/// to a company that is blocked, unless the seeker applied in spite of that (I2).
pub async fn application_to_mail(
    app: &App,
    company: CompanyId,
    application: ApplicationId,
) -> Result<Option<(Application, Access)>, Failure> {
    let (found, access) = application_for(app, company, application).await?;
    let may = access.allows(Action::Snapshot) && access.allows(Action::Message);
    Ok(may.then_some((found, access)))
}
