use super::{Decision, VERIFIED};
use crate::app::App;
use crate::failure::Failure;
use crate::routes::resume::today;
use zhitu_domain::contact::ContactAsker;
use zhitu_domain::id::{AccountId, CompanyId};
use zhitu_domain::resume::visibility::{Action, Relation, Viewer};
use zhitu_storage::contact::Asked;

/// Whether a seeker is still told outside the app what a company did: not once they blocked it (I2). What the platform's
/// staff or a person with a link did is told anyway.
pub async fn is_heard_of(app: &App, seeker: AccountId, company: Option<CompanyId>) -> Result<bool, Failure> {
    let Some(company) = company else { return Ok(true) };
    let Some(standing) = app.store.standing_of_account(seeker, Some(company)).await? else {
        return Ok(false);
    };
    let relation = Decision::of(standing, VERIFIED, today(app)?).relation;
    Ok(!matches!(relation, Relation::Blocked | Relation::Closed))
}

/// Whether whoever asks for contact data may do so now (I2).
pub async fn is_asked(app: &App, asked: &Asked) -> Result<bool, Failure> {
    let by = asked.request.asked_by;
    let (viewer, company) = match asked.request.asker {
        ContactAsker::Company { company } => {
            let recruiter = app.store.recruiter_get(by).await?;
            let recruiter = recruiter.filter(|recruiter| recruiter.company.id == company);
            let verified = recruiter.is_some_and(|recruiter| recruiter.verification.opens_recruiting());
            (Viewer::Recruiter { verified }, Some(company))
        }
        ContactAsker::Platform if app.store.is_staff(by).await? => (Viewer::Staff, None),
        ContactAsker::Platform => return Ok(false),
    };
    let Some(standing) = app.store.standing_of_account(asked.seeker, company).await? else {
        return Ok(false);
    };
    Ok(Decision::of(standing, viewer, today(app)?).access.allows(Action::AskContact))
}
