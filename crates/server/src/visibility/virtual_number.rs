use super::dealing;
use crate::app::App;
use crate::failure::Failure;
use zhitu_domain::account::PhoneNumber;
use zhitu_domain::id::{AccountId, CompanyId};
use zhitu_domain::resume::visibility::{Access, Action};

/// The real numbers of a seeker and a recruiter who may be connected by a virtual one now. For the telephony gateway alone.
pub struct VirtualNumberPair {
    /// The résumé's.
    pub seeker: PhoneNumber,
    /// The account's.
    pub recruiter: PhoneNumber,
}

impl VirtualNumberPair {
    /// What tells, without a number, whether a binding is of these two numbers.
    pub fn parties(&self, app: &App) -> [u8; 32] {
        app.secret.parties(&self.seeker, &self.recruiter)
    }
}

/// Whom a virtual number connects now; `None` where the rule opens none, or a side has no number of its own.
pub async fn virtual_number_pair(
    app: &App,
    seeker: AccountId,
    company: Option<CompanyId>,
    recruiter: AccountId,
) -> Result<Option<VirtualNumberPair>, Failure> {
    let dealing = dealing(app, seeker, company, recruiter).await?;
    let Some(dealing) = dealing.filter(|dealing| dealing.allows(Action::VirtualNumber)) else {
        return Ok(None);
    };
    let (Some(seeker), Some(recruiter)) = (dealing.seeker.resume_phone, dealing.recruiter.account_phone)
    else {
        return Ok(None);
    };
    // Nobody is connected to themselves.
    Ok((seeker != recruiter).then_some(VirtualNumberPair { seeker, recruiter }))
}

/// Whether a viewer can have a virtual number of a seeker: the rule opens it, this server binds numbers, both sides have
/// one, and the seeker did not close the channel to this company.
pub async fn virtual_number_is_open(
    app: &App,
    viewer_company: Option<CompanyId>,
    seeker: AccountId,
    recruiter: AccountId,
    access: Access,
) -> Result<bool, Failure> {
    if !access.allows(Action::VirtualNumber) || !crate::virtual_number::is_offered(app) {
        return Ok(false);
    }
    Ok(virtual_number_pair(app, seeker, viewer_company, recruiter).await?.is_some()
        && !app.store.virtual_number_is_closed(seeker, viewer_company).await?)
}
