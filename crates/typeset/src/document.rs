//! What is to be set.

use jiff::civil::{Date, DateTime};
use std::collections::BTreeMap;
use zhitu_domain::mark::Mark;
use zhitu_domain::place::{PlaceId, gazetteer};
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contact {
    /// What the content holds: for the person alone.
    Own,
    /// Not even if the content holds some: that it is there, and by which way it is reached (I1).
    Masked(SnapshotContact),
    /// Not even if the content holds some: the ways that are open to who gets the copy (S-REC-10).
    Channels(Vec<Channel>),
}

/// A way to somebody that shows no real contact data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Channel {
    /// A message in the app.
    Message,
    /// A number that is put through.
    VirtualNumber,
    /// An address that is passed on.
    RelayEmail,
}

/// What is put on a copy that somebody else downloads: who they are, and the marks by which a copy that leaked is told
/// from another (S-REC-10).
#[derive(Debug, Clone, PartialEq)]
pub struct Stamp {
    /// The marks.
    pub mark: Mark,
    /// The company's name; none for the platform's staff.
    pub company: Option<String>,
    /// The recruiter's name; none for the platform's staff.
    pub recruiter: Option<String>,
    /// When, on the clocks of China.
    pub at: DateTime,
}

/// Names of the places that a content mentions, in the language of the page.
pub fn place_names(content: &ResumeContent, language: Language) -> BTreeMap<PlaceId, String> {
    let mentioned = content.intention.places.iter().copied().chain(content.basic.residence);
    mentioned
        .filter_map(gazetteer::get)
        .map(|record| {
            let name = match language {
                Language::Chinese => record.name_zh(),
                Language::English => record.name_en(),
            };
            (record.id, name.to_owned())
        })
        .collect()
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
    /// For a download by somebody else.
    pub stamp: Option<Stamp>,
}
