//! The search index behind its port: `zhitu-search` in this process.

mod document;
mod question;

use crate::index::{Hits, IndexError, JobIndex, ResumeSearch};
use std::path::Path;
use zhitu_contract::jobs::{JobsSearchRequest, Suggestion, SuggestionKind};
use zhitu_domain::job::JobState;
use zhitu_search::Storage;
use zhitu_search::resume::{ResumeChange, ResumeIndex, ResumesFound, ResumesQuery};
use zhitu_storage::job::Job;

/// How many suggestions are answered.
const SUGGESTIONS: usize = 8;

/// Reads the dictionary and the gazetteer, so that the first who searches does not wait for them (some 100 ms and
/// 100 MB). For a server that serves many; a market in an app reads them when its person searches.
pub fn warm() {
    zhitu_search::JobIndex::words("正在找工作");
    zhitu_domain::place::gazetteer::find("", 1);
}

/// The index in a folder of the data folder, or in memory.
pub struct EmbeddedIndex(zhitu_search::JobIndex);

impl EmbeddedIndex {
    /// Opens the index in `data_dir`, or makes an empty one. One that cannot be opened is thrown away: it is derived
    /// from the database and filled again from there.
    pub fn open(data_dir: &Path) -> Result<Self, IndexError> {
        let folder = data_dir.join("index");
        let storage = Storage::Folder(folder.clone());
        match zhitu_search::JobIndex::open(&storage) {
            Ok(index) => Ok(Self(index)),
            Err(error) if is_locked(&error) => Err(IndexError(error.to_string())),
            Err(error) => {
                tracing::warn!(%error, "the index cannot be opened and is made anew");
                std::fs::remove_dir_all(&folder).map_err(|error| IndexError(error.to_string()))?;
                Ok(Self(zhitu_search::JobIndex::open(&storage)?))
            }
        }
    }

    /// An index that is gone with the process.
    pub fn in_memory() -> Result<Self, IndexError> {
        Ok(Self(zhitu_search::JobIndex::open(&Storage::Memory)?))
    }
}

/// The index of résumés, beside that of postings.
pub struct EmbeddedResumes(ResumeIndex);

impl EmbeddedResumes {
    /// Opens the index in `data_dir`, or makes an empty one.
    pub fn open(data_dir: &Path) -> Result<Self, IndexError> {
        Ok(Self(ResumeIndex::open(&Storage::Folder(data_dir.join("index")))?))
    }
}

impl ResumeSearch for EmbeddedResumes {
    fn apply(&self, changes: &[ResumeChange]) -> Result<(), IndexError> {
        Ok(self.0.apply(changes)?)
    }

    fn clear(&self) -> Result<(), IndexError> {
        Ok(self.0.clear()?)
    }

    fn len(&self) -> Result<u32, IndexError> {
        Ok(u32::try_from(self.0.len()).unwrap_or(u32::MAX))
    }

    fn search(&self, query: &ResumesQuery) -> Result<ResumesFound, IndexError> {
        Ok(self.0.search(query)?)
    }
}

/// Another process has it open; throwing it away would break that one.
fn is_locked(error: &zhitu_search::SearchError) -> bool {
    matches!(error, zhitu_search::SearchError::Locked)
}

impl From<zhitu_search::SearchError> for IndexError {
    fn from(error: zhitu_search::SearchError) -> Self {
        Self(error.to_string())
    }
}

impl JobIndex for EmbeddedIndex {
    fn put(&self, jobs: &[Job]) -> Result<(), IndexError> {
        for job in jobs {
            if job.state == JobState::Open {
                self.0.put(&document::of(job))?;
            } else {
                self.0.delete(job.id);
            }
        }
        Ok(self.0.commit(None)?)
    }

    fn clear(&self) -> Result<(), IndexError> {
        self.0.clear()?;
        Ok(self.0.commit(None)?)
    }

    fn len(&self) -> Result<u32, IndexError> {
        Ok(u32::try_from(self.0.len()).unwrap_or(u32::MAX))
    }

    fn search(&self, request: &JobsSearchRequest) -> Result<Hits, IndexError> {
        let answer = self.0.search(&question::of(request)?)?;
        Ok(Hits {
            jobs: answer.hits.iter().map(|hit| (hit.id, hit.distance_km)).collect(),
            total: answer.total,
            facets: question::facets(answer.facets),
        })
    }

    fn suggest(&self, text: &str) -> Result<Vec<Suggestion>, IndexError> {
        let found = self.0.suggest(text, SUGGESTIONS)?;
        Ok(found
            .into_iter()
            .map(|found| Suggestion {
                text: found.text,
                kind: match found.kind {
                    zhitu_search::SuggestionKind::Title => SuggestionKind::Title,
                    zhitu_search::SuggestionKind::Tag => SuggestionKind::Tag,
                    zhitu_search::SuggestionKind::Company => SuggestionKind::Company,
                },
                count: found.count,
            })
            .collect())
    }
}

#[cfg(test)]
mod tests;
