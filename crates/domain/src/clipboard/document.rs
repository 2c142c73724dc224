//! What a text is as a whole: a résumé, a posting, one or some entries of a résumé, or none of them.

use super::draft::{EducationDraft, JobDraft, ResumeDraft, WorkDraft};
use super::entry::tokens;
use super::label::{Key, fields};
use super::part::{Part, item};
use super::section::{Section, Topic, cut};
use super::text::Text;
use super::words::{degree_han, degree_latin, is_company, is_position, is_school};
use super::{education, period, posting, resume, work};
use jiff::civil::Date;
use std::ops::Range;

/// What a text is.
pub(super) enum Document {
    Resume(Box<ResumeDraft>),
    Job(JobDraft),
    Entries(Vec<EducationDraft>, Vec<WorkDraft>),
    None,
}

/// What is known of the text already.
pub(super) struct Around<'a> {
    pub(super) today: Date,
    /// A number or an address was found.
    pub(super) contact: bool,
    /// Where links, addresses and numbers stand.
    pub(super) taken: &'a [Range<usize>],
}

/// The most entries of a text that has nothing else.
const ENTRIES: usize = 20;
/// A text of entries is short; in a longer one without a heading a name and two months are no entry.
const LINES: usize = 120;

/// Reads the text as what it is.
pub(super) fn read(text: &Text<'_>, lines: &[Part<'_>], around: &Around<'_>) -> Document {
    let (head, sections) = cut(lines);
    if is_resume(lines, &sections, around) {
        return Document::Resume(Box::new(resume::read(text, &head, &sections, around.today)));
    }
    if let Some(entries) = entries(text, lines, &sections, around) {
        return entries;
    }
    posting::read(text, lines).map_or(Document::None, Document::Job)
}

/// Two headings of a résumé make one; so does one below a person's contact data.
fn is_resume(lines: &[Part<'_>], sections: &[Section<'_>], around: &Around<'_>) -> bool {
    let mut topics: Vec<Topic> = sections
        .iter()
        .filter(|section| !section.inline || section.topic == Topic::Intention)
        .map(|section| section.topic)
        .filter(|topic| *topic != Topic::Other)
        .collect();
    topics.sort_unstable();
    topics.dedup();
    let has = |topic| topics.contains(&topic);
    if has(Topic::Posting) || sections.iter().any(|section| section.topic == Topic::Posting) {
        return has(Topic::Education) && has(Topic::Work);
    }
    let list = [Topic::Education, Topic::Work, Topic::Projects].into_iter().any(has);
    let person = || {
        around.contact
            || lines
                .iter()
                .take(20)
                .any(|line| fields(item(*line).0).iter().any(|field| field.key == Key::Name))
    };
    topics.len() >= 2 || (list && person())
}

/// Schools or jobs held, where the text has a period or a degree beside their name.
fn entries(
    text: &Text<'_>,
    lines: &[Part<'_>],
    sections: &[Section<'_>],
    around: &Around<'_>,
) -> Option<Document> {
    let full = lines.iter().filter(|line| !line.is_empty()).count();
    if full > LINES || sections.iter().any(|section| section.topic == Topic::Posting && !section.inline) {
        return None;
    }
    let (mut dated, mut school, mut degree, mut job) = (false, false, false, false);
    let free = |line: &&Part<'_>| !around.taken.iter().any(|range| line.range().contains(&range.start));
    for line in lines.iter().filter(|line| !line.is_empty() && line.length(101) <= 100).filter(free) {
        let (bare, _) = item(*line);
        dated |= period::find(bare.text, around.today).is_some();
        for field in fields(bare) {
            match field.key {
                Key::School => school = true,
                Key::Degree => degree = true,
                Key::Company | Key::Title => job = true,
                _ => {}
            }
        }
        let rest = match period::find(bare.text, around.today) {
            Some((range, _)) => vec![bare.sub(0..range.start), bare.from(range.end)],
            None => vec![bare],
        };
        for token in rest.into_iter().flat_map(tokens) {
            school |= is_school(token.text);
            degree |= token.length(13) <= 12 && degree_han(token.text).is_some()
                || degree_latin(token.text).is_some();
            job |= is_company(token.text) || is_position(token.text);
        }
    }
    if school && (degree || (dated && !job)) {
        let found = education::read(text, lines, around.today, ENTRIES);
        return (!found.is_empty()).then_some(Document::Entries(found, Vec::new()));
    }
    if dated && job {
        let found = work::read(text, lines, around.today, ENTRIES);
        return (!found.is_empty()).then_some(Document::Entries(Vec::new(), found));
    }
    None
}
