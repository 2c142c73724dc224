//! What recruiters note on résumés; private to their company.

use zhitu_domain::id::{AccountId, CompanyId, ResumeId};
use zhitu_domain::time::Timestamp;

/// A note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Whose.
    pub recruiter: AccountId,
    /// The recruiter's name.
    pub name: String,
    /// The recruiter's title.
    pub title: String,
    /// What it says.
    pub text: String,
    /// When it was last changed.
    pub at: Timestamp,
}

operations! {
    /// Writes a recruiter's note on a résumé for a company; an empty text deletes it.
    async fn note_set(&self, resume: ResumeId, recruiter: AccountId, company: CompanyId, text: &str, at: Timestamp) -> ();
    /// A company's notes on a résumé, latest first.
    async fn notes(&self, resume: ResumeId, company: CompanyId) -> Vec<Note>;
}
