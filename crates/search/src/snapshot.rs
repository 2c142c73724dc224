//! What one search reads: a consistent state of an index.

use std::collections::HashMap;
use std::sync::Arc;
use tantivy::index::SegmentId;
use tantivy::{IndexReader, Searcher, SegmentReader};

/// The columns of every segment that is known.
pub(crate) type Known<C> = HashMap<SegmentId, Arc<C>>;

/// A state of an index: its postings, and the columns of each segment in the order of the searcher's.
pub(crate) struct Snapshot<C> {
    pub(crate) searcher: Searcher,
    pub(crate) columns: Vec<Arc<C>>,
}

impl<C> Snapshot<C> {
    /// The state that the reader has. Opens the columns of segments that are new and forgets those of segments that
    /// are gone.
    pub(crate) fn take(
        reader: &IndexReader,
        known: &mut Known<C>,
        mut load: impl FnMut(&SegmentReader) -> tantivy::Result<C>,
    ) -> tantivy::Result<Self> {
        let searcher = reader.searcher();
        let mut columns = Vec::with_capacity(searcher.segment_readers().len());
        let mut kept = HashMap::new();
        for segment in searcher.segment_readers() {
            let id = segment.segment_id();
            let loaded = match known.get(&id) {
                Some(loaded) => Arc::clone(loaded),
                None => Arc::new(load(segment)?),
            };
            kept.insert(id, Arc::clone(&loaded));
            columns.push(loaded);
        }
        *known = kept;
        Ok(Self { searcher, columns })
    }
}
