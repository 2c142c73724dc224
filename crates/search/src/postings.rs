//! Reading postings: which documents hold the words.

use crate::analysis::Run;
use tantivy::query::{EnableScoring, PhraseQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Score, Searcher, Term};

/// A run of symbols in a field, as postings to read.
pub(crate) fn clause(field: Field, run: &Run) -> Box<dyn Query> {
    let mut cover: Vec<(usize, Term)> = run
        .cover()
        .into_iter()
        .map(|term| (term.position, Term::from_field_text(field, &term.text)))
        .collect();
    if cover.len() == 1
        && let Some((_, term)) = cover.pop()
    {
        return Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs));
    }
    Box::new(PhraseQuery::new_with_offset(cover))
}

/// All runs of a query as one, one after the other as they were typed.
pub(crate) fn whole(runs: Vec<Run>) -> Run {
    let mut whole = Run { symbols: runs.into_iter().flat_map(|run| run.symbols).collect() };
    for (index, symbol) in whole.symbols.iter_mut().enumerate() {
        symbol.position = index;
    }
    whole
}

/// Calls back with every live document that a query finds, or with all without one: its segment, its number there,
/// its score.
pub(crate) fn each(
    searcher: &Searcher,
    query: Option<&dyn Query>,
    scored: bool,
    mut found: impl FnMut(usize, u32, Score),
) -> tantivy::Result<()> {
    let weight = match query {
        Some(query) if scored => Some(query.weight(EnableScoring::enabled_from_searcher(searcher))?),
        Some(query) => Some(query.weight(EnableScoring::disabled_from_searcher(searcher))?),
        None => None,
    };
    for (ordinal, segment) in searcher.segment_readers().iter().enumerate() {
        let alive = segment.alive_bitset();
        let is_alive = |doc: u32| alive.is_none_or(|alive| alive.is_alive(doc));
        match &weight {
            None => segment.doc_ids_alive().for_each(|doc| found(ordinal, doc, 0.0)),
            Some(weight) if scored => weight.for_each(segment, &mut |doc, score| {
                if is_alive(doc) {
                    found(ordinal, doc, score);
                }
            })?,
            Some(weight) => weight.for_each_no_score(segment, &mut |docs| {
                for doc in docs.iter().copied().filter(|doc| is_alive(*doc)) {
                    found(ordinal, doc, 0.0);
                }
            })?,
        }
    }
    Ok(())
}
