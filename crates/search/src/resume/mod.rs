//! Résumé search for recruiters: an index of job terms, beside the one of jobs. Source: S-REC-08.
//!
//! It is told of [`ResumeTerms`](zhitu_domain::resume::ResumeTerms) only, which have no name, no contact data, no
//! school and no employer, so that nothing of these can be searched for. Whoever asks says which settings may be found
//! and which résumés may not (the blocks of the asker's company); what is ruled out so plays no part in the answer:
//! not in the total, not in the counts, not in suggestions, and not in the order either, because the score of a
//! résumé follows from its own terms and not from how frequent a word is among all.
//!
//! To add a filter: a bit field in `columns::Attributes`, a field in [`ResumesQuery`] and [`ResumeFacets`], a bit in
//! `search::Failed`, and the same rule in the naive scan of `tests/resume_oracle.rs`.

mod columns;
mod document;
mod index;
mod query;
mod search;
mod suggest;
mod vocabulary;
mod without;

pub use document::ResumeChange;
pub use index::ResumeIndex;
pub use query::{LIMIT, ResumeFacets, ResumesFound, ResumesQuery, TOP, YEARS, YearsBand};
pub use suggest::{ResumeSuggestion, ResumeSuggestionKind};
