//! Closed accounts that a company had something of: it is told which copies to delete, and says that it did (S-RGT-13).
//!
//! Nothing here names the person: what is left to say is what the company can find its copies by.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use zhitu_domain::contact::ContactItems;
use zhitu_domain::id::ErasureId;
use zhitu_domain::time::Timestamp;

/// `GET /api/recruiter/erasures`, and command `erasures_list`: a closed account that the company had something of, latest
/// first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Erasure {
    /// Key.
    pub id: ErasureId,
    /// When the account was closed.
    pub closed_at: Timestamp,
    /// Copies that were downloaded or mailed, in the order in which they were.
    pub copies: Vec<ErasedCopy>,
    /// Attachment résumés that were downloaded, which bear no code.
    pub attachments: Vec<ErasedAttachment>,
    /// Applications whose snapshots the company had. They are gone here already.
    pub applications: Vec<ErasedApplication>,
    /// Contact data that was handed over. It is shown no more.
    pub contacts: Vec<ErasedContact>,
    /// Mails that came over the relay, by the address that they came from, in the order in which they began.
    pub mails: Vec<ErasedMails>,
    /// Who said that all of it is deleted, and when.
    pub confirmed: Option<ErasureConfirmed>,
}

/// A copy that was downloaded, or mailed to the company's mailbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ErasedCopy {
    /// The code that stands on each of its pages.
    pub code: String,
    /// Who downloaded it, or set the mailbox; empty when they are no recruiter any more.
    pub by: String,
    /// It was mailed to the company's mailbox.
    pub mailed: bool,
    /// When.
    pub at: Timestamp,
}

/// An attachment résumé that was downloaded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ErasedAttachment {
    /// The title of the job that it came with.
    pub job_title: String,
    /// Who downloaded it; empty when they are no recruiter any more.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// An application whose snapshot the company had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ErasedApplication {
    /// The title of the job.
    pub job_title: String,
    /// When it was sent.
    pub applied_at: Timestamp,
}

/// Contact data that was handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ErasedContact {
    /// What.
    pub items: ContactItems,
    /// When.
    pub granted_at: Timestamp,
}

/// Mails that came over the relay from one alias to one recruiter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ErasedMails {
    /// The alias that stands in their From line. It takes no mail any more.
    pub from: String,
    /// Whom they came to; empty when they are no recruiter any more.
    pub to: String,
    /// When the first was taken.
    pub first_at: Timestamp,
    /// When the last was.
    pub last_at: Timestamp,
}

/// That all of it is deleted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ErasureConfirmed {
    /// Who said so; empty when they are no recruiter any more.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// Command `erasure_confirm`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ErasureRef {
    /// Which.
    pub erasure: ErasureId,
}
