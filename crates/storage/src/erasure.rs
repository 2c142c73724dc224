//! What companies are to delete of closed accounts (S-RGT-13). It follows from what there was; only what a company
//! confirmed is stored.

use zhitu_domain::contact::ContactItems;
use zhitu_domain::id::{AccountId, CompanyId};
use zhitu_domain::mark::MarkNumber;
use zhitu_domain::relay::AliasName;
use zhitu_domain::time::Timestamp;

/// A closed account that a company had something of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// Whose.
    pub account: AccountId,
    /// When it was closed.
    pub closed_at: Timestamp,
    /// Copies that were downloaded or mailed, in the order in which they were.
    pub copies: Vec<ErasedCopy>,
    /// Attachment résumés that were downloaded, in the order in which they were.
    pub attachments: Vec<ErasedAttachment>,
    /// Applications whose snapshots it had.
    pub applications: Vec<ErasedApplication>,
    /// Contact data that was handed over, also when it was taken back.
    pub contacts: Vec<ErasedContact>,
    /// Mails that came over the relay, by the alias that they came from, in the order in which they began.
    pub mails: Vec<ErasedMails>,
    /// The name of who confirmed, empty when they are no recruiter any more, and when.
    pub confirmed: Option<(String, Timestamp)>,
}

/// A copy that was downloaded or mailed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErasedCopy {
    /// What its code is made of.
    pub mark: MarkNumber,
    /// The name of who downloaded it, or who set the mailbox; empty when they are no recruiter any more.
    pub by: String,
    /// It was mailed to the company's mailbox.
    pub mailed: bool,
    /// When.
    pub at: Timestamp,
}

/// An attachment résumé that was downloaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErasedAttachment {
    /// The title of the job.
    pub job_title: String,
    /// The name of who downloaded it; empty when they are no recruiter any more.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// An application whose snapshot a company had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErasedApplication {
    /// The title of the job.
    pub job_title: String,
    /// When it was sent.
    pub applied_at: Timestamp,
}

/// Contact data that was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErasedContact {
    /// What.
    pub items: ContactItems,
    /// When.
    pub granted_at: Timestamp,
}

/// Mails that came over the relay from one alias to one recruiter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErasedMails {
    /// What stood before the @ of the address that they came from.
    pub alias: AliasName,
    /// The name of whom they came to; empty when they are no recruiter any more.
    pub to: String,
    /// When the first was taken.
    pub first_at: Timestamp,
    /// When the last was.
    pub last_at: Timestamp,
}

operations! {
    /// Closed accounts that a company had something of, latest first.
    async fn erasures_of(&self, company: CompanyId) -> Vec<Erasure>;
    /// Records who said that a company deleted what it had of a closed account; the first counts.
    async fn erasure_confirm(&self, account: AccountId, company: CompanyId, by: AccountId, at: Timestamp) -> ();
    /// Companies that had something of closed accounts, with their names, those that confirmed all too.
    async fn erasure_companies(&self) -> Vec<(CompanyId, String)>;
}
