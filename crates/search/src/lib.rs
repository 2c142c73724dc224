//! Job search: index, Chinese and English analysis, distance, facets. For recruiters: [`resume`].
//!
//! The index is derived: the database is the truth, the index can be thrown away and filled again. One query goes in,
//! one answer comes out, with the hits asked for, the exact number of all of them and exact counts for the filters.
//! Postings lists decide which jobs hold the words; small columns kept in memory (attributes, salary, position, date)
//! decide everything else, in one pass over the matches. Bodies stay in the database.
//!
//! To add a filter: a bit field in `attributes`, a field in [`JobsQuery`] and [`Facets`], a bit of `Failed`, and the
//! same rule in the brute force of `tests/oracle.rs`, which must agree on random questions.

mod analysis;
mod attributes;
mod columns;
mod document;
mod index;
mod postings;
mod query;
pub mod resume;
mod schema;
mod search;
mod snapshot;
mod suggest;

pub use document::JobDocument;
pub use index::{JobIndex, SearchError, Storage};
pub use query::{Facets, Hit, JobsAnswer, JobsQuery, Near, RADII_KM, SALARIES_FEN, Sort};
pub use suggest::{Suggestion, SuggestionKind};
