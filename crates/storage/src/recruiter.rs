//! Recruiters and what was verified about them.

use crate::company::Company;
use zhitu_domain::id::AccountId;
use zhitu_domain::recruiter::Verification;
use zhitu_domain::time::Timestamp;

/// A recruiter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recruiter {
    /// Whose account.
    pub account: AccountId,
    /// The name shown to seekers.
    pub name: String,
    /// The title shown to seekers; may be empty.
    pub title: String,
    /// What has been verified; `company` is the company's own.
    pub verification: Verification,
    /// The company.
    pub company: Company,
    /// The company has booked the résumé search (S-REC-09).
    pub resume_search: bool,
}

/// What registering writes, in one transaction.
#[derive(Debug, Clone)]
pub struct Registration<'a> {
    /// Whose account.
    pub account: AccountId,
    /// The name shown to seekers.
    pub name: &'a str,
    /// The title shown to seekers.
    pub title: &'a str,
    /// What stays verified of the person and the employment; `company` is not read.
    pub verification: Verification,
    /// The company, made when none of its name is there.
    pub company: &'a Company,
    /// The keyed hash of the company's name, by which block lists know it. A company that is made under a new name by
    /// a recruiter of another one keeps that one's hashes too: whoever renames a company stays blocked.
    pub company_key: Option<[u8; 32]>,
    /// Whether a company that is there gets the new data.
    pub company_overwrite: bool,
    /// Now.
    pub at: Timestamp,
}

operations! {
    /// The recruiter of an account.
    async fn recruiter_get(&self, account: AccountId) -> Option<Recruiter>;
    /// Registers, or changes what is registered.
    async fn recruiter_register(&self, registration: &Registration<'_>) -> ();
    /// Sets what is verified of person and employment and records who did it; whether there is such a recruiter.
    async fn recruiter_verify(&self, account: AccountId, person: bool, employment: bool, operator: &str, at: Timestamp) -> bool;
}
