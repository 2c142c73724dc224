//! The index: opening, writing, and what a search sees.

use super::columns::Columns;
use super::document::{Fields, ResumeChange, VERSION};
use super::query::{ResumesFound, ResumesQuery};
use super::search;
use super::suggest::{self, ResumeSuggestion};
use super::vocabulary::Vocabulary;
use crate::index::{SearchError, Storage, WRITER_BYTES, lock};
use crate::snapshot::{Known, Snapshot};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard};
use tantivy::directory::MmapDirectory;
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, Term};
use zhitu_domain::id::ResumeId;
use zhitu_domain::resume::visibility::VisibilitySetting;

struct Writing {
    writer: IndexWriter,
    columns: Known<Columns>,
}

/// The index of résumés. Searches may run on many threads while one writes.
pub struct ResumeIndex {
    fields: Fields,
    reader: IndexReader,
    writing: Mutex<Writing>,
    /// Read after a snapshot was taken, so that it has a number for all of the snapshot's terms.
    terms: RwLock<Vocabulary>,
    snapshot: RwLock<Arc<Snapshot<Columns>>>,
}

impl ResumeIndex {
    /// Opens the index, or makes an empty one. An index of another version of this crate is left aside: the folder of
    /// this version starts empty. The folder may be the one that the index of jobs is in.
    pub fn open(storage: &Storage) -> Result<Self, SearchError> {
        let (schema, fields) = Fields::new();
        let index = match storage {
            Storage::Memory => Index::create_in_ram(schema),
            Storage::Folder(folder) => {
                let folder = folder.join(format!("resumes-{VERSION}"));
                std::fs::create_dir_all(&folder)?;
                Index::open_or_create(MmapDirectory::open(&folder)?, schema)?
            }
        };
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let writer = index.writer_with_num_threads(1, WRITER_BYTES)?;
        let mut columns = Known::new();
        let mut terms = Vocabulary::default();
        let snapshot = Snapshot::take(&reader, &mut columns, |segment| Columns::load(segment, &mut terms))?;
        Ok(Self {
            fields,
            reader,
            writing: Mutex::new(Writing { writer, columns }),
            terms: RwLock::new(terms),
            snapshot: RwLock::new(Arc::new(snapshot)),
        })
    }

    /// Makes changes, in their order; durable and visible to the next search when it returns. After an error they
    /// must be given again. What is being written takes the memory that the index of jobs takes, however many
    /// changes there are; each call is one commit, so that many changes are best given some thousand at a time.
    pub fn apply(&self, changes: &[ResumeChange]) -> Result<(), SearchError> {
        if changes.is_empty() {
            return Ok(());
        }
        let mut writing = lock(&self.writing);
        for change in changes {
            match change {
                ResumeChange::Put { resume, setting, terms, at } => {
                    writing.writer.delete_term(self.key(*resume));
                    writing.writer.add_document(self.fields.document(*resume, *setting, terms, *at))?;
                }
                ResumeChange::Remove(resume) => {
                    writing.writer.delete_term(self.key(*resume));
                }
            }
        }
        self.commit(&mut writing)
    }

    /// Takes all résumés out, to be filled again from the database.
    pub fn clear(&self) -> Result<(), SearchError> {
        let mut writing = lock(&self.writing);
        writing.writer.delete_all_documents()?;
        self.commit(&mut writing)
    }

    /// Résumés in the index, whatever their settings.
    pub fn len(&self) -> u64 {
        self.snapshot().searcher.num_docs()
    }

    /// Whether it holds no résumé.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Answers a question.
    pub fn search(&self, query: &ResumesQuery) -> Result<ResumesFound, SearchError> {
        let snapshot = self.snapshot();
        Ok(search::run(&snapshot, &self.terms(), &self.fields, query)?)
    }

    /// Up to `limit` positions, skills and industries that begin with or hold what was typed, in Chinese, English,
    /// pinyin or the first letters of pinyin; each with the number of résumés that carry it. As in a search only
    /// résumés with one of the `settings` that are not among `without` play a part.
    pub fn suggest(
        &self,
        text: &str,
        settings: &[VisibilitySetting],
        without: &[ResumeId],
        limit: usize,
    ) -> Vec<ResumeSuggestion> {
        let snapshot = self.snapshot();
        suggest::find(&snapshot, &self.terms(), text, &search::Visible::new(settings, without), limit)
    }

    fn commit(&self, writing: &mut Writing) -> Result<(), SearchError> {
        writing.writer.commit()?;
        self.reader.reload()?;
        let next = Snapshot::take(&self.reader, &mut writing.columns, |segment| {
            let mut terms = self.terms.write().unwrap_or_else(PoisonError::into_inner);
            Columns::load(segment, &mut terms)
        })?;
        *self.snapshot.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(next);
        Ok(())
    }

    fn key(&self, resume: ResumeId) -> Term {
        Term::from_field_bytes(self.fields.id, resume.0.as_bytes())
    }

    fn terms(&self) -> RwLockReadGuard<'_, Vocabulary> {
        self.terms.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn snapshot(&self) -> Arc<Snapshot<Columns>> {
        Arc::clone(&self.snapshot.read().unwrap_or_else(PoisonError::into_inner))
    }
}
