//! Looks at résumés by others: recorded, and shown to the seeker (I4).

use crate::company::CompanyName;
use zhitu_domain::id::{AccountId, CompanyId, IntroductionId, LookId, ResumeId};
use zhitu_domain::resume::visibility::LookKind;
use zhitu_domain::staff::StaffReasonKind;
use zhitu_domain::time::Timestamp;

/// A look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Key.
    pub id: LookId,
    /// At whose résumé.
    pub account: AccountId,
    /// What was done.
    pub kind: LookKind,
    /// The company; none for the platform's staff and for persons.
    pub company: Option<CompanyName>,
    /// Name and title of the recruiter, when the viewer is one.
    pub viewer: Option<(String, String)>,
    /// The title of the job that was applied to, for a snapshot.
    pub job: Option<String>,
    /// What the introduction link is called by which the viewer came.
    pub introduction: Option<String>,
    /// Why staff looked; none for companies.
    pub reason: Option<StaffReasonKind>,
    /// When.
    pub at: Timestamp,
}

/// A look to be recorded at a résumé.
#[derive(Debug, Clone, Copy)]
pub struct NewLook {
    /// Key.
    pub id: LookId,
    /// At which résumé.
    pub resume: ResumeId,
    /// What is done.
    pub kind: LookKind,
    /// For which company.
    pub company: Option<CompanyId>,
    /// By whom.
    pub viewer: AccountId,
    /// The introduction link by which the viewer came.
    pub introduction: Option<IntroductionId>,
    /// Why, for staff.
    pub reason: Option<StaffReasonKind>,
    /// Now.
    pub at: Timestamp,
}

operations! {
    /// Records a look, with its entry for the seeker's links; whether there is such a résumé.
    async fn look_add(&self, look: &NewLook) -> bool;
    /// A look.
    async fn look_get(&self, look: LookId) -> Option<Look>;
    /// Whether a company has looked at an account's résumé or a copy of it; without a company, whether staff have.
    async fn has_looked(&self, account: AccountId, company: Option<CompanyId>) -> bool;
    /// Looks at an account's résumé, latest first; only those before one of them.
    async fn looks_of(&self, account: AccountId, before: Option<LookId>, limit: u32) -> Vec<Look>;
}
