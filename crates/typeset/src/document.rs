//! What is to be set.

use jiff::civil::Date;
use std::collections::BTreeMap;
use zhitu_domain::place::PlaceId;
use zhitu_domain::resume::{ResumeContent, SnapshotContact};

/// Language of what the page itself says: labels, dates, units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Simplified Chinese.
    #[default]
    Chinese,
    /// English.
    English,
}

/// Which contact data the page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contact {
    /// What the content holds: for the person alone.
    Own,
    /// Not even if the content holds some: that it is there, and by which way it is reached (I1).
    Masked(SnapshotContact),
}

/// A résumé and all that is needed to set it.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What it holds.
    pub content: ResumeContent,
    /// Language of the labels.
    pub language: Language,
    /// Which contact data is shown.
    pub contact: Contact,
    /// Names of the places that the content mentions, in the language of the page. A place without one is left out.
    pub place_names: BTreeMap<PlaceId, String>,
    /// Today where the person lives: ages and years of work count to it.
    pub today: Date,
}
