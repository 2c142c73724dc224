//! Type-ahead: terms by their beginning, in Chinese, English and pinyin, counted among what may be found.

use super::columns::{Columns, Lists, Vocabularies};
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

/// One kind of terms: the spellings that fit, with how well they do and how many carry them.
struct Candidates<'a> {
    kind: ResumeSuggestionKind,
    vocabulary: &'a Vocabulary,
    lists: fn(&Columns) -> &Lists,
    fits: Vec<Option<u8>>,
    counts: Vec<u32>,
}

impl<'a> Candidates<'a> {
    fn new(
        kind: ResumeSuggestionKind,
        vocabulary: &'a Vocabulary,
        lists: fn(&Columns) -> &Lists,
        typed: &str,
    ) -> Self {
        let fits = vocabulary.spellings().iter().map(|spelling| spelling.typed.fit(typed)).collect();
        Self { kind, vocabulary, lists, fits, counts: vocabulary.counters() }
    }

    fn count(&mut self, columns: &Columns, doc: u32) {
        for spelling in (self.lists)(columns).of(doc) {
            self.counts[*spelling as usize] += 1;
        }
    }

    /// The terms that fit in any spelling that is carried: the best fit, and all that carry the term.
    fn terms(&self) -> impl Iterator<Item = (u8, ResumeSuggestion)> {
        let mut best: Vec<Option<u8>> = vec![None; self.vocabulary.keys()];
        for ((spelling, fit), count) in self.vocabulary.spellings().iter().zip(&self.fits).zip(&self.counts) {
            let known = &mut best[spelling.key as usize];
            if *count > 0 && fit.is_some() && (known.is_none() || *fit < *known) {
                *known = *fit;
            }
        }
        let mut counts = self.counts.clone();
        for (spelling, count) in self.vocabulary.spellings().iter().zip(&mut counts) {
            if best[spelling.key as usize].is_none() {
                *count = 0;
            }
        }
        let kind = self.kind;
        let terms = self.vocabulary.top(&counts, usize::MAX).into_iter();
        terms.filter_map(move |(text, count)| {
            let fit = self.vocabulary.key_number(&text).and_then(|key| best[key as usize])?;
            Some((fit, ResumeSuggestion { text, kind, count }))
        })
    }
}

pub(super) fn find(
    snapshot: &Snapshot<Columns>,
    terms: &Vocabularies,
    text: &str,
    visible: &Visible,
    limit: usize,
) -> Vec<ResumeSuggestion> {
    let typed = folded(text);
    if typed.is_empty() || limit == 0 {
        return Vec::new();
    }
    let mut all = [
        Candidates::new(
            ResumeSuggestionKind::Position,
            &terms.positions,
            |columns| &columns.positions,
            &typed,
        ),
        Candidates::new(ResumeSuggestionKind::Skill, &terms.skills, |columns| &columns.skills, &typed),
        Candidates::new(
            ResumeSuggestionKind::Industry,
            &terms.industries,
            |columns| &columns.industries,
            &typed,
        ),
    ];
    for (segment, columns) in snapshot.searcher.segment_readers().iter().zip(&snapshot.columns) {
        for doc in segment.doc_ids_alive().filter(|doc| visible.has(columns, *doc)) {
            for candidates in &mut all {
                candidates.count(columns, doc);
            }
        }
    }
    let mut found: Vec<(u8, ResumeSuggestion)> = all.iter().flat_map(Candidates::terms).collect();
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
