//! The index: opening, writing, and what a search sees.

use crate::analysis;
use crate::columns::Columns;
use crate::document::JobDocument;
use crate::query::{JobsAnswer, JobsQuery};
use crate::schema::{Fields, VERSION};
use crate::search;
use crate::snapshot::{Known, Snapshot};
use crate::suggest::{Card, Cards, Suggestion};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use tantivy::directory::MmapDirectory;
use tantivy::directory::error::LockError;
use tantivy::schema::Value as _;
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, Term};
use zhitu_domain::id::JobId;

/// Memory for postings that are being written; one thread, because live writes are few.
pub(crate) const WRITER_BYTES: usize = 64 << 20;

/// Where the index is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Storage {
    /// In memory; gone with the process.
    Memory,
    /// In a folder of its own.
    Folder(PathBuf),
}

/// Why the index did not do it.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// Another process writes this index.
    #[error("the index is in use by another process")]
    Locked,
    /// The engine failed.
    #[error("the index failed: {0}")]
    Engine(tantivy::TantivyError),
    /// The folder cannot be made or read.
    #[error("the index's folder: {0}")]
    Folder(#[from] std::io::Error),
    /// The folder holds no index that can be opened.
    #[error("the index cannot be opened: {0}")]
    Open(#[from] tantivy::directory::error::OpenDirectoryError),
    /// A stored card cannot be read or written.
    #[error("a card of the index: {0}")]
    Card(#[from] serde_json::Error),
}

impl From<tantivy::TantivyError> for SearchError {
    fn from(error: tantivy::TantivyError) -> Self {
        match error {
            tantivy::TantivyError::LockFailure(LockError::LockBusy, _) => Self::Locked,
            error => Self::Engine(error),
        }
    }
}

enum Change {
    Put(Card),
    Delete,
}

struct Writing {
    writer: IndexWriter,
    columns: Known<Columns>,
    /// Cards as they will be at the next commit.
    changes: Vec<(JobId, Change)>,
}

/// The index of open jobs. Searches may run on many threads while one writes.
pub struct JobIndex {
    fields: Fields,
    index: Index,
    reader: IndexReader,
    writing: Mutex<Writing>,
    snapshot: RwLock<Arc<Snapshot<Columns>>>,
    cards: RwLock<Cards>,
}

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // The state behind the lock is replaced whole, never left half changed, so a panic elsewhere does not spoil it.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl JobIndex {
    /// Opens the index, or makes an empty one. An index of another version of this crate is left aside: the folder
    /// of this version starts empty and its [`JobIndex::position`] is `None`.
    pub fn open(storage: &Storage) -> Result<Self, SearchError> {
        let (schema, fields) = Fields::new();
        let index = match storage {
            Storage::Memory => Index::create_in_ram(schema),
            Storage::Folder(folder) => {
                let folder = folder.join(format!("jobs-{VERSION}"));
                std::fs::create_dir_all(&folder)?;
                Index::open_or_create(MmapDirectory::open(&folder)?, schema)?
            }
        };
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let writer = index.writer_with_num_threads(1, WRITER_BYTES)?;
        let mut columns = Known::new();
        let snapshot = Snapshot::take(&reader, &mut columns, Columns::load)?;
        let cards = read_cards(&snapshot, &fields)?;
        Ok(Self {
            fields,
            index,
            reader,
            writing: Mutex::new(Writing { writer, columns, changes: Vec::new() }),
            snapshot: RwLock::new(Arc::new(snapshot)),
            cards: RwLock::new(cards),
        })
    }

    /// Adds a job or replaces it. Found after the next [`JobIndex::commit`].
    pub fn put(&self, job: &JobDocument) -> Result<(), SearchError> {
        let card = Card::of(job);
        let document = self.fields.document(job, &card)?;
        let mut writing = lock(&self.writing);
        writing.writer.delete_term(self.key(job.id));
        writing.writer.add_document(document)?;
        writing.changes.push((job.id, Change::Put(card)));
        Ok(())
    }

    /// Takes a job out; nothing happens if it is not in. Gone after the next [`JobIndex::commit`].
    pub fn delete(&self, job: JobId) {
        let mut writing = lock(&self.writing);
        writing.writer.delete_term(self.key(job));
        writing.changes.push((job, Change::Delete));
    }

    /// Takes all jobs out, to be filled again from the database. Gone after the next [`JobIndex::commit`].
    pub fn clear(&self) -> Result<(), SearchError> {
        let mut writing = lock(&self.writing);
        writing.writer.delete_all_documents()?;
        let all: Vec<JobId> = self.cards.read().unwrap_or_else(PoisonError::into_inner).ids().collect();
        writing.changes.clear();
        writing.changes.extend(all.into_iter().map(|id| (id, Change::Delete)));
        Ok(())
    }

    /// Makes all changes durable and visible to the next search. `position` says how far the index has followed its
    /// source; it is kept with the index and answered by [`JobIndex::position`].
    pub fn commit(&self, position: Option<&str>) -> Result<(), SearchError> {
        let mut writing = lock(&self.writing);
        let kept = self.position()?;
        let mut prepared = writing.writer.prepare_commit()?;
        if let Some(position) = position.or(kept.as_deref()) {
            prepared.set_payload(position);
        }
        prepared.commit()?;
        self.reader.reload()?;
        let next = Arc::new(Snapshot::take(&self.reader, &mut writing.columns, Columns::load)?);
        let mut cards = self.cards.write().unwrap_or_else(PoisonError::into_inner);
        for (job, change) in writing.changes.drain(..) {
            match change {
                Change::Put(card) => cards.put(job, card),
                Change::Delete => cards.delete(job),
            }
        }
        *self.snapshot.write().unwrap_or_else(PoisonError::into_inner) = next;
        Ok(())
    }

    /// How far the index had followed its source at its last commit; `None` for a new one, which must be filled.
    pub fn position(&self) -> Result<Option<String>, SearchError> {
        Ok(self.index.load_metas()?.payload)
    }

    /// Jobs that can be found.
    pub fn len(&self) -> u64 {
        self.snapshot().searcher.num_docs()
    }

    /// Whether no job can be found.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Answers a question.
    pub fn search(&self, query: &JobsQuery) -> Result<JobsAnswer, SearchError> {
        Ok(search::run(&self.snapshot(), &self.fields, query)?)
    }

    /// Up to `limit` titles, tags and companies that begin with or hold what was typed, in Chinese, English, pinyin
    /// or the first letters of pinyin; each with the number of jobs that searching for it finds.
    pub fn suggest(&self, text: &str, limit: usize) -> Result<Vec<Suggestion>, SearchError> {
        let found = self.cards.read().unwrap_or_else(PoisonError::into_inner).find(text, limit * 2);
        let snapshot = self.snapshot();
        let mut suggestions = Vec::with_capacity(limit);
        for mut suggestion in found {
            if suggestions.len() == limit {
                break;
            }
            suggestion.count = search::count(&snapshot, &self.fields, &suggestion.text)?;
            if suggestion.count > 0 {
                suggestions.push(suggestion);
            }
        }
        Ok(suggestions)
    }

    /// The words that a query asks for, as they are compared; for explaining a result to a person.
    pub fn words(text: &str) -> Vec<String> {
        analysis::runs(text)
            .into_iter()
            .map(|run| run.symbols.into_iter().map(|symbol| symbol.text).collect())
            .collect()
    }

    fn key(&self, job: JobId) -> Term {
        Term::from_field_bytes(self.fields.id, job.0.as_bytes())
    }

    fn snapshot(&self) -> Arc<Snapshot<Columns>> {
        Arc::clone(&self.snapshot.read().unwrap_or_else(PoisonError::into_inner))
    }
}

fn read_cards(snapshot: &Snapshot<Columns>, fields: &Fields) -> Result<Cards, SearchError> {
    let mut cards = Cards::default();
    for (segment, columns) in snapshot.searcher.segment_readers().iter().zip(&snapshot.columns) {
        let store = segment.get_store_reader(1)?;
        for doc in segment.doc_ids_alive() {
            let document: TantivyDocument = store.get(doc)?;
            if let Some(bytes) = document.get_first(fields.card).and_then(|value| value.as_bytes()) {
                cards.put(columns.row(doc).id, serde_json::from_slice(bytes)?);
            }
        }
    }
    Ok(cards)
}
