//! What is offered for confirmation.

use super::draft::{EducationDraft, JobDraft, ResumeDraft, WorkDraft};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// A range of the pasted text, in bytes of UTF-8, on boundaries of characters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Span {
    /// Where it starts.
    #[ts(type = "number")]
    pub start: usize,
    /// Where it ends; not itself a part of it.
    #[ts(type = "number")]
    pub end: usize,
}

/// A text that was found. Its `Debug` does not show it (R7).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct FoundText {
    /// As it goes into a field.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

impl std::fmt::Debug for FoundText {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("FoundText").field("span", &self.span).finish_non_exhaustive()
    }
}

/// What a pasted text offers. A posting, a résumé and entries exclude each other; contact data may stand beside any
/// of them. Its `Debug` says only of what kinds there are how many (R7).
#[derive(Clone, Default, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[serde(default)]
pub struct Findings {
    /// Six digits; of a text with several messages the last.
    pub sign_in_code: Option<FoundText>,
    /// In E.164, up to 8, each once.
    pub phones: Vec<FoundText>,
    /// Up to 8, each once.
    pub emails: Vec<FoundText>,
    /// A person's name, up to 50 characters.
    pub name: Option<FoundText>,
    /// Links by http, https or the app's own scheme; up to 8, each once.
    pub links: Vec<FoundText>,
    /// The text is a posting.
    pub job: Option<JobDraft>,
    /// The text is one or some schools, and nothing more.
    pub education: Vec<EducationDraft>,
    /// The text is one or some jobs held, and nothing more.
    pub work: Vec<WorkDraft>,
    /// The text is a whole résumé.
    pub resume: Option<ResumeDraft>,
}

impl Findings {
    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl std::fmt::Debug for Findings {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Findings")
            .field("sign_in_code", &self.sign_in_code.is_some())
            .field("phones", &self.phones.len())
            .field("emails", &self.emails.len())
            .field("name", &self.name.is_some())
            .field("links", &self.links.len())
            .field("job", &self.job.is_some())
            .field("education", &self.education.len())
            .field("work", &self.work.len())
            .field("resume", &self.resume.is_some())
            .finish()
    }
}
