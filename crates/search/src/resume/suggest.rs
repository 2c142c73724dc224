//! Type-ahead: terms by their beginning, in Chinese, English and pinyin, counted among what may be found.

use super::columns::{Columns, List};
use super::search::Visible;
use super::vocabulary::Vocabulary;
use crate::snapshot::Snapshot;
use crate::suggest::folded;
use std::cmp::Reverse;

/// Kinds of suggestions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ResumeSuggestionKind {
    /// A position wanted or held.
    Position,
    /// A skill or language.
    Skill,
    /// An industry.
    Industry,
}

/// A way to go on from what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResumeSuggestion {
    /// The term, as most write it.
    pub text: String,
    /// What kind of thing it is.
    pub kind: ResumeSuggestionKind,
    /// Résumés that carry it.
    pub count: u32,
}

/// The kinds, and the lists they stand in.
const KINDS: [(ResumeSuggestionKind, List); 3] = [
    (ResumeSuggestionKind::Position, List::Positions),
    (ResumeSuggestionKind::Skill, List::Skills),
    (ResumeSuggestionKind::Industry, List::Industries),
];

/// The terms that fit in a spelling that is carried: the best fit, and how many carry the term.
fn fitting(
    terms: &Vocabulary,
    fits: &[Option<u8>],
    counts: &mut [u32],
    kind: ResumeSuggestionKind,
) -> Vec<(u8, ResumeSuggestion)> {
    let mut best: Vec<Option<u8>> = vec![None; terms.keys()];
    for ((spelling, fit), count) in terms.spellings().iter().zip(fits).zip(counts.iter()) {
        let known = &mut best[spelling.key as usize];
        if *count > 0 && fit.is_some() && (known.is_none() || *fit < *known) {
            *known = *fit;
        }
    }
    for (spelling, count) in terms.spellings().iter().zip(counts.iter_mut()) {
        if best[spelling.key as usize].is_none() {
            *count = 0;
        }
    }
    let found = terms.top(counts, usize::MAX).into_iter().filter_map(|(text, count)| {
        let fit = terms.key_number(&text).and_then(|key| best[key as usize])?;
        Some((fit, ResumeSuggestion { text, kind, count }))
    });
    found.collect()
}

pub(super) fn find(
    snapshot: &Snapshot<Columns>,
    terms: &Vocabulary,
    text: &str,
    visible: &Visible,
    limit: usize,
) -> Vec<ResumeSuggestion> {
    let typed = folded(text);
    if typed.is_empty() || limit == 0 {
        return Vec::new();
    }
    let fits: Vec<Option<u8>> = terms.spellings().iter().map(|spelling| spelling.typed.fit(&typed)).collect();
    if fits.iter().all(Option::is_none) {
        return Vec::new();
    }
    let mut counts = KINDS.map(|_| terms.counters());
    for (segment, columns) in snapshot.searcher.segment_readers().iter().zip(&snapshot.columns) {
        for doc in segment.doc_ids_alive().filter(|doc| visible.has(columns, *doc)) {
            for ((_, list), counts) in KINDS.iter().zip(&mut counts) {
                for spelling in columns.lists.of(doc, *list) {
                    counts[*spelling as usize] += 1;
                }
            }
        }
    }
    let mut found: Vec<(u8, ResumeSuggestion)> = Vec::new();
    for ((kind, _), counts) in KINDS.iter().zip(&mut counts) {
        found.extend(fitting(terms, &fits, counts, *kind));
    }
    found.sort_by(|(one_fit, one), (other_fit, other)| {
        let rank =
            |fit: u8, found: &ResumeSuggestion| (fit, Reverse(found.count), found.text.chars().count());
        let order = rank(*one_fit, one).cmp(&rank(*other_fit, other));
        order.then(one.kind.cmp(&other.kind)).then_with(|| one.text.cmp(&other.text))
    });
    let mut suggestions: Vec<ResumeSuggestion> = Vec::new();
    for (_, next) in found {
        if suggestions.len() == limit {
            break;
        }
        if !suggestions.iter().any(|other| folded(&other.text) == folded(&next.text)) {
            suggestions.push(next);
        }
    }
    suggestions
}
