//! Applications and the copies that went with them.

use crate::attachment::SentAttachment;
use crate::job::Job;
use zhitu_domain::application::Stage;
use zhitu_domain::contact::ContactItems;
use zhitu_domain::id::{AccountId, ApplicationId, AttachmentId, CompanyId, ConversationId, JobId, LookId};
use zhitu_domain::resume::Snapshot;
use zhitu_domain::time::Timestamp;

/// An application.
#[derive(Debug, Clone, PartialEq)]
pub struct Application {
    /// Key.
    pub id: ApplicationId,
    /// Who sent it.
    pub account: AccountId,
    /// The job as it is now.
    pub job: Job,
    /// The copy that was sent; gone once withdrawn.
    pub snapshot: Option<Snapshot>,
    /// The résumé's version that it was made of.
    pub resume_version: u32,
    /// Where it stands.
    pub stage: Stage,
    /// When it was sent.
    pub applied_at: Timestamp,
    /// When the stage last changed.
    pub stage_at: Timestamp,
    /// When the company first opened it.
    pub first_viewed_at: Option<Timestamp>,
    /// The conversation about it.
    pub conversation: Option<ConversationId>,
    /// The copy of an attachment résumé that went with it; gone once withdrawn.
    pub attachment: Option<SentAttachment>,
    /// It was sent in spite of a block that still stands.
    pub despite_block: bool,
    /// The seeker leaves it with the company although that was blocked since (D5).
    pub left: bool,
}

/// An application to be sent.
#[derive(Debug, Clone)]
pub struct NewApplication<'a> {
    /// Key for when it is new.
    pub id: ApplicationId,
    /// To which job.
    pub job: JobId,
    /// Whose.
    pub account: AccountId,
    /// The copy.
    pub snapshot: &'a Snapshot,
    /// An attachment résumé of the account's that a copy of goes with it, and what of contact data is handed over so.
    pub attachment: Option<(AttachmentId, &'a ContactItems)>,
    /// The résumé's version that it was made of.
    pub resume_version: u32,
    /// To be sent in spite of a block.
    pub despite_block: bool,
    /// Now.
    pub at: Timestamp,
}

/// What became of sending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ApplicationPut {
    /// Sent, or sent anew after it had been withdrawn.
    Sent {
        /// Its key.
        id: ApplicationId,
    },
    /// It had been sent before and stands as it was.
    There {
        /// Its key.
        id: ApplicationId,
    },
    /// The job is closed or not there.
    JobClosed,
    /// The account has no such attachment résumé any more.
    AttachmentGone,
    /// The company is blocked, and it was not to be sent in spite of that.
    CompanyBlocked,
}

/// Who opened a snapshot, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// The recruiter.
    pub viewer: AccountId,
    /// When.
    pub at: Timestamp,
}

operations! {
    /// Sends an application, if the job is open at that moment; one per person and job.
    async fn application_put(&self, application: &NewApplication<'_>) -> ApplicationPut;
    /// An application.
    async fn application_get(&self, application: ApplicationId) -> Option<Application>;
    /// A person's application to a job.
    async fn application_of_job(&self, job: JobId, account: AccountId) -> Option<Application>;
    /// A person's applications, latest first, withdrawn ones too.
    async fn applications_of_account(&self, account: AccountId) -> Vec<Application>;
    /// The applications to a company's job that were not withdrawn, latest first.
    async fn applications_of_job(&self, job: JobId, company: CompanyId) -> Vec<Application>;
    /// Takes a person's application back and deletes its snapshot; whether there is one. Twice changes nothing.
    async fn application_withdraw(&self, application: ApplicationId, account: AccountId, at: Timestamp) -> bool;
    /// Leaves a person's application with the company that they block, until the next block (D5); whether there is one
    /// that was not withdrawn.
    async fn application_leave(&self, application: ApplicationId, account: AccountId) -> bool;
    /// Records, under the look's key, that a recruiter of the company opens the snapshot, and moves a new one to viewed;
    /// whether there is one that was not withdrawn.
    async fn application_open(&self, application: ApplicationId, company: CompanyId, viewer: AccountId, look: LookId, at: Timestamp) -> bool;
    /// Moves an application of the company from one stage to another; whether it stood there.
    async fn application_stage_set(&self, application: ApplicationId, company: CompanyId, from: Stage, to: Stage, at: Timestamp) -> bool;
    /// Who opened the snapshot, latest first.
    async fn application_views(&self, application: ApplicationId) -> Vec<View>;
}
