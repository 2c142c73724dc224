//! Introduction links: a seeker opens the own résumé to one company or one person, whatever the setting (S-SHR-01).
//!
//! A link that does not open answers `not_found`, whatever the reason, and so does one that never was (I3).

use crate::auth::Sensitive;
use crate::visibility::CompanyName;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use zhitu_domain::id::{CompanyId, IntroductionId};
use zhitu_domain::resume::ShownResume;
use zhitu_domain::time::Timestamp;

/// The longest label, in characters.
pub const INTRODUCTION_LABEL_MAX_CHARS: usize = 50;
/// How many links of one seeker may open at the same time.
pub const INTRODUCTIONS_MAX: usize = 100;
/// The longest text that is looked through for a link, in bytes.
pub const INTRODUCTION_TEXT_MAX_BYTES: usize = 4_096;

/// `GET /api/introductions`, and command `introductions_list`: a link as who made it sees it, latest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct IntroductionLink {
    /// Key.
    pub id: IntroductionId,
    /// What the seeker calls it; empty for a company's when it was not called anything.
    pub label: String,
    /// Whom it is for.
    pub to: IntroducedTo,
    /// What is handed to them.
    pub link: Sensitive,
    /// When it was made.
    pub made_at: Timestamp,
    /// From when on it does not open.
    pub expires_at: Timestamp,
    /// How many times it opens.
    pub max_openings: u32,
    /// How many times it did.
    pub openings: u32,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
    /// Whether it still opens for whom it is for; a block stands before it all the same (S-VIS-08).
    pub live: bool,
}

/// Whom a link is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum IntroducedTo {
    /// Any verified recruiter of this company.
    Company {
        /// Which.
        company: CompanyName,
    },
    /// One person: whoever opens it first.
    Person {
        /// Whether somebody did, so that it opens for nobody else.
        taken: bool,
    },
}

/// `PUT /api/introductions/{id}`: makes a link. The key is made by the sender: a repeat answers the same link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IntroductionMakeRequest {
    /// What it is called, for the seeker alone; 1 to 50 characters for a person's, up to 50 for a company's.
    pub label: String,
    /// The company that it is for; `None` for one person.
    pub company: Option<CompanyId>,
    /// How many days it lasts, 1 to 90.
    pub days: u8,
    /// How many times it opens, 1 to 100.
    pub max_openings: u32,
}

/// Command `introduction_make`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntroductionMake {
    /// What it is called.
    pub label: String,
    /// The company that it is for; `None` for one person.
    pub company: Option<CompanyName>,
    /// How many days it lasts.
    pub days: u8,
    /// How many times it opens.
    pub max_openings: u32,
}

/// Command that names one link.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct IntroductionRef {
    /// Which.
    pub introduction: IntroductionId,
}

/// `POST /api/introductions/open`, and command `introduction_open`: opens a link that was handed over. The opening
/// counts, is recorded before anything is read, and the seeker is told at once (I4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IntroductionOpen {
    /// The link, or a text in which it stands, up to 4,096 bytes.
    pub text: Sensitive,
}

/// What a link opens: the online résumé. It is no channel: neither contact data nor a way to write comes with it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct IntroducedResume {
    /// The résumé without contact data.
    pub shown: ShownResume,
}
