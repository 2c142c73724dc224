//! Finding people: the résumé search of the recruiting side, opening what was found, notes, asking for contact data.
//!
//! Every route stands behind the verification (S-REC-04) and the company's entitlement (S-REC-09). A résumé that this
//! viewer may not see answers what one that does not exist answers (I3).

use crate::jobs::Count;
use crate::policy::Language;
use crate::visibility::RecruiterName;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use zhitu_domain::contact::{ContactItems, ContactOutcome, RealContact};
use zhitu_domain::id::{ContactRequestId, ConversationId, DownloadId, ResumeId};
use zhitu_domain::place::PlaceId;
use zhitu_domain::resume::visibility::Action;
use zhitu_domain::resume::{Degree, ResumeCard, ShownResume};
use zhitu_domain::time::Timestamp;

/// `POST /api/recruiter/resumes/search`, and command `resumes_search`: by job terms only (S-REC-08).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ResumesSearchRequest {
    /// Words, up to 200 characters; empty for all.
    pub text: String,
    /// The industry wanted or worked in, up to 60 characters; empty for all.
    pub industry: String,
    /// All of these skills, up to 20 of up to 40 characters.
    pub skills: Vec<String>,
    /// At least so many years of work.
    pub years_min: Option<u8>,
    /// At most so many.
    pub years_max: Option<u8>,
    /// At least this degree.
    pub degree_min: Option<Degree>,
    /// Work wanted in any of these places, up to 20; empty for all.
    pub places: Vec<PlaceId>,
    /// First result, from 0; at most 10,000.
    pub offset: u32,
    /// How many, 1 to 100.
    pub limit: u32,
}

/// A page of results.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct ResumesSearchResponse {
    /// Exact number of all results.
    pub total: u32,
    /// The page, best first.
    pub hits: Vec<ResumeHit>,
    /// Counts for the filters.
    pub facets: ResumesFacets,
}

/// A result.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct ResumeHit {
    /// Key.
    pub resume: ResumeId,
    /// What is shown of it.
    pub card: ResumeCard,
    /// What the viewer may do: the ways to get in touch first, and asking for contact data.
    pub channels: Vec<Action>,
    /// It may be offered unasked.
    pub recommended: bool,
    /// Invented for the demo market.
    pub demo: bool,
}

/// Counts for the filters. What this viewer does not find is not counted (I3).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ResumesFacets {
    /// By years worked: from 0, 1, 3, 5 and 10 on, each up to the next.
    pub years: Vec<Count<u8>>,
    /// At least each degree, rising.
    pub degree_min: Vec<Count<Degree>>,
    /// By place wanted, most frequent first.
    pub places: Vec<Count<PlaceId>>,
    /// By industry, most frequent first.
    pub industries: Vec<Count<String>>,
    /// By skill, most frequent first.
    pub skills: Vec<Count<String>>,
}

/// Command that names one résumé.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct ResumeRef {
    /// Which.
    pub resume: ResumeId,
}

/// `GET /api/recruiter/resumes/{id}`, and command `resume_open`. The look is recorded before anything is read, and the
/// seeker is told at once (I4).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct OpenedResume {
    /// Key.
    pub resume: ResumeId,
    /// The résumé without contact data.
    pub shown: ShownResume,
    /// What the viewer may do.
    pub access: Vec<Action>,
    /// Whether the channel by e-mail can be used: the rule opens it, this server relays mail, and the seeker did not
    /// close it to this company.
    pub relay: bool,
    /// Whether a virtual number can be had: the rule opens it, this server binds numbers, both sides have one, and the
    /// seeker did not close the channel to this company.
    pub virtual_number: bool,
    /// The real contact data that the seeker handed over to this viewer's company.
    pub contact: RealContact,
    /// What became of asking for contact data, when it was asked.
    pub request: Option<ContactOutcome>,
    /// The company's own notes.
    pub notes: Vec<ResumeNote>,
    /// The latest conversation with this seeker that the company has.
    pub conversation: Option<ConversationId>,
}

/// `POST /api/recruiter/resumes/{id}/downloads` and `POST /api/recruiter/applications/{id}/downloads`: a copy as PDF, of
/// the online résumé or of the snapshot of an application to the company. The look is recorded before anything is read
/// (I4). The key is made by who downloads: a repeat is the same download. It answers the same copy, of the résumé as it is
/// at the repeat; the same key for something else is `idempotency_mismatch`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DownloadRequest {
    /// Key.
    pub id: DownloadId,
    /// Language of what the page itself says.
    pub language: Language,
}

/// The copy (S-REC-10): full name, no real contact data, and marks that name company, account and time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct DownloadResponse {
    /// Key.
    pub id: DownloadId,
    /// The readable code that stands on each page.
    pub code: String,
    /// Full name.
    pub name: String,
    /// The position wanted.
    pub position: String,
    /// The PDF in base 64 (RFC 4648, section 4, with padding).
    pub pdf: String,
}

/// A note that a recruiter made on a résumé; private to the company.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ResumeNote {
    /// Whose.
    pub by: RecruiterName,
    /// Whether it is the asker's own.
    pub mine: bool,
    /// What it says.
    pub text: String,
    /// When it was last changed.
    pub at: Timestamp,
}

/// `PUT /api/recruiter/resumes/{id}/notes`: the asker's own note. Answers all of the company's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResumeNoteSetRequest {
    /// Up to 1,000 characters; empty deletes it.
    pub text: String,
}

/// Command `resume_note_set`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ResumeNoteSet {
    /// On which résumé.
    pub resume: ResumeId,
    /// What it says.
    pub text: String,
}

/// `POST /api/recruiter/resumes/{id}/contact-requests`: asks the seeker for real contact data. The key is made by who
/// asks: a repeat is the same request. The answer is the same in whatever state an earlier one is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactRequestMakeRequest {
    /// Key.
    pub id: ContactRequestId,
    /// Why, 1 to 200 characters.
    pub reason: String,
    /// What is wanted; not empty.
    pub wanted: ContactItems,
}

/// Command `contact_request_make`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ContactRequestMake {
    /// About which résumé.
    pub resume: ResumeId,
    /// Why.
    pub reason: String,
    /// What is wanted.
    pub wanted: ContactItems,
}

/// `GET /api/recruiter/contact-requests`, and command `contact_requests_made`: a request of the viewer's company, latest
/// first, those taken back or replaced by a newer one left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ContactRequestMade {
    /// Key.
    pub id: ContactRequestId,
    /// About which résumé.
    pub resume: ResumeId,
    /// Why.
    pub reason: String,
    /// What is wanted.
    pub wanted: ContactItems,
    /// When.
    pub asked_at: Timestamp,
    /// All that is told of it: refused, put off, ignored, taken back and blocked are alike.
    pub outcome: ContactOutcome,
}
