//! Résumés.

use zhitu_domain::id::{AccountId, ResumeId};
use zhitu_domain::resume::ResumeContent;
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_domain::time::Timestamp;

/// A résumé.
#[derive(Debug, Clone, PartialEq)]
pub struct Resume {
    /// The handle that others know it by.
    pub id: ResumeId,
    /// Rises by one with each save.
    pub version: u32,
    /// What it holds.
    pub content: ResumeContent,
    /// Who may see it.
    pub visibility: VisibilitySetting,
    /// When it was saved.
    pub updated_at: Timestamp,
}

/// What became of saving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResumePut {
    /// Saved.
    Saved {
        /// Its version now.
        version: u32,
    },
    /// The base was another version than the one that is there.
    Conflict {
        /// That one.
        version: u32,
    },
}

operations! {
    /// An account's résumé; `None` until something was saved.
    async fn resume_get(&self, account: AccountId) -> Option<Resume>;
    /// Saves on top of a version (0 for none), with its entry for the index; a new résumé gets the key and the default
    /// visibility, nobody (D9).
    async fn resume_put(&self, account: AccountId, resume: ResumeId, base_version: u32, content: &ResumeContent, at: Timestamp) -> ResumePut;
    /// Résumés for the index.
    async fn resumes_get(&self, resumes: &[ResumeId]) -> Vec<Resume>;
    /// All résumés that were saved, by their keys, after one of them: for building the index anew.
    async fn resumes_page(&self, after: Option<ResumeId>, limit: u32) -> Vec<Resume>;
    /// How many résumés were saved.
    async fn resumes_count(&self) -> u32;
}
