//! The ports to the search indexes: derived from the database, rebuildable from it, fed by the outbox.

use zhitu_contract::jobs::{JobsFacets, JobsSearchRequest, Suggestion};
use zhitu_domain::id::JobId;
use zhitu_search::resume::{ResumeChange, ResumesFound, ResumesQuery};
use zhitu_storage::job::Job;

/// Why the index did not answer.
#[derive(Debug, thiserror::Error)]
#[error("index: {0}")]
pub struct IndexError(pub String);

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hits {
    /// The page asked for, best first, with the kilometres from the circle's centre where both are known.
    pub jobs: Vec<(JobId, Option<f64>)>,
    /// Exact number of all results.
    pub total: u32,
    /// Counts for the filters.
    pub facets: JobsFacets,
}

/// An index of résumés. Its functions block: callers put them on a thread for that.
pub trait ResumeSearch: Send + Sync + 'static {
    /// Makes changes; found by the next search, durable when it returns.
    fn apply(&self, changes: &[ResumeChange]) -> Result<(), IndexError>;
    /// Empties it.
    fn clear(&self) -> Result<(), IndexError>;
    /// How many résumés it holds.
    fn len(&self) -> Result<u32, IndexError>;
    /// Whether it holds none.
    fn is_empty(&self) -> Result<bool, IndexError> {
        Ok(self.len()? == 0)
    }
    /// Searches.
    fn search(&self, query: &ResumesQuery) -> Result<ResumesFound, IndexError>;
}

/// An index of postings. Its functions block: callers put them on a thread for that.
pub trait JobIndex: Send + Sync + 'static {
    /// Takes postings in as they are now; closed ones are taken out. Found by the next search.
    fn put(&self, jobs: &[Job]) -> Result<(), IndexError>;
    /// Empties it.
    fn clear(&self) -> Result<(), IndexError>;
    /// How many postings it holds.
    fn len(&self) -> Result<u32, IndexError>;
    /// Whether it holds none.
    fn is_empty(&self) -> Result<bool, IndexError> {
        Ok(self.len()? == 0)
    }
    /// Searches.
    fn search(&self, request: &JobsSearchRequest) -> Result<Hits, IndexError>;
    /// Ways to go on from what was typed, best first, up to 8.
    fn suggest(&self, text: &str) -> Result<Vec<Suggestion>, IndexError>;
}
