//! Postings and favourites.

use crate::company::Company;
use zhitu_domain::id::{AccountId, CompanyId, JobId};
use zhitu_domain::job::{JobContent, JobState};
use zhitu_domain::time::Timestamp;

/// A posting with what is shown beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// Key.
    pub id: JobId,
    /// Whose.
    pub company: Company,
    /// The recruiter who posted it; none for imported postings.
    pub recruiter: Option<AccountId>,
    /// That recruiter's name; empty without one.
    pub contact: String,
    /// What it says.
    pub content: JobContent,
    /// Whether it takes applications.
    pub state: JobState,
    /// The original's address or key, for imported postings.
    pub source: Option<String>,
    /// When it was posted.
    pub posted_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// A posting as its company lists it.
#[derive(Debug, Clone, PartialEq)]
pub struct CompanyJob {
    /// It.
    pub job: Job,
    /// Applications that were not withdrawn.
    pub applicants: u32,
    /// Of these, not opened yet.
    pub new_applicants: u32,
}

/// A posting to be saved.
#[derive(Debug, Clone)]
pub struct NewJob<'a> {
    /// Key, made by the sender.
    pub id: JobId,
    /// Whose.
    pub company: CompanyId,
    /// Who posts it.
    pub recruiter: AccountId,
    /// What it says.
    pub content: &'a JobContent,
    /// When it counts as posted, when it is new.
    pub posted_at: Timestamp,
    /// Now.
    pub at: Timestamp,
}

/// What became of saving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobPut {
    /// It is new.
    Created,
    /// It says something else now.
    Changed,
    /// It said just that.
    Unchanged,
    /// The key is another company's posting.
    OtherCompany,
}

/// A posting out of a file.
#[derive(Debug, Clone)]
pub struct ImportedJob {
    /// Key for when it is new.
    pub id: JobId,
    /// Its company, made when none of its name is there.
    pub company: Company,
    /// What it says.
    pub content: JobContent,
    /// Whether it takes applications there.
    pub state: JobState,
    /// The original's address or key: the same posting again has the same.
    pub source: String,
    /// Equal for postings that say the same.
    pub fingerprint: Vec<u8>,
    /// When it was posted.
    pub posted_at: Timestamp,
}

/// What became of an imported posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobImport {
    /// It is new.
    Created,
    /// It was there and is as in the file now.
    Updated,
    /// Another posting says the same: left out.
    Double {
        /// That one.
        of: JobId,
    },
}

operations! {
    /// A posting, open or closed.
    async fn job_get(&self, job: JobId) -> Option<Job>;
    /// Those that are there of some postings, in no order. Up to 1,000 keys.
    async fn jobs_get(&self, jobs: &[JobId]) -> Vec<Job>;
    /// All postings in the order of their keys, from after one; for building the index anew.
    async fn jobs_page(&self, after: Option<JobId>, limit: u32) -> Vec<Job>;
    /// A company's postings, latest first.
    async fn jobs_of_company(&self, company: CompanyId) -> Vec<CompanyJob>;
    /// Posts or edits; a new or changed posting is put in the outbox for the index.
    async fn job_put(&self, job: &NewJob<'_>) -> JobPut;
    /// [`crate::Store::job_put`] for many, in one transaction.
    async fn jobs_put(&self, jobs: &[NewJob<'_>]) -> Vec<JobPut>;
    /// Closes a company's posting; whether there is one. Closing twice changes nothing.
    async fn job_close(&self, job: JobId, company: CompanyId, at: Timestamp) -> bool;
    /// Takes postings in, all in one transaction, and puts them in the outbox for the index.
    async fn jobs_import(&self, jobs: &[ImportedJob], at: Timestamp) -> Vec<JobImport>;
    /// How many postings there are, and how many are open.
    async fn jobs_count(&self) -> (u32, u32);
    /// Keeps a posting or no longer; whether there is such a posting.
    async fn favourite_set(&self, account: AccountId, job: JobId, on: bool, at: Timestamp) -> bool;
    /// An account's kept postings, last kept first.
    async fn favourites_list(&self, account: AccountId) -> Vec<Job>;
}
