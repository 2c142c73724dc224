//! Postings: a line of a job board, a forwarded message, a page's text.

use super::draft::JobDraft;
use super::entry::tokens;
use super::label::{Field, Key, fields};
use super::limit;
use super::part::{Part, is_han, item};
use super::places::{only_place, place};
use super::posting_terms::{education, experience};
use super::salary;
use super::section::{Section, Topic, cut};
use super::text::Text;
use super::words::{is_company, is_position, without_bracket};

/// What a posting says of itself stands in its first lines; the rest is description.
const LINES: usize = 40;
/// The longest line that is taken apart, in characters; a longer one is a paragraph.
const LINE: usize = 300;

const OPENINGS: &[&str] = &[
    "招聘",
    "诚聘",
    "急聘",
    "急招",
    "招人",
    "内推",
    "社招",
    "校招",
    "岗位",
    "职位",
    "hiring",
    "looking for",
];

/// The most pieces of a line that are looked at.
const PIECES: usize = 24;

/// What was gathered so far.
#[derive(Default)]
struct Gathered {
    draft: JobDraft,
    /// Something says that this is a posting: an opening, a heading, a label.
    announced: bool,
}

/// The posting that a text is, if it is one.
pub(super) fn read(text: &Text<'_>, lines: &[Part<'_>]) -> Option<JobDraft> {
    let full: Vec<Part<'_>> = lines
        .iter()
        .filter(|line| !line.is_empty() && line.length(LINE + 1) <= LINE)
        .take(LINES)
        .copied()
        .collect();
    let (head, sections) = cut(&full);
    let mut gathered = Gathered::default();
    for (at, line) in head.iter().enumerate() {
        gathered.line(text, item(*line).0, at);
    }
    for section in &sections {
        gathered.section(text, section);
    }
    gathered.finished()
}

impl Gathered {
    fn section(&mut self, text: &Text<'_>, section: &Section<'_>) {
        self.announced |= section.topic == Topic::Posting;
        for line in &section.lines {
            let (bare, _) = item(*line);
            // Below a heading only labels and what is asked for: the rest tells of the work.
            for field in fields(bare) {
                self.field(text, field);
            }
            self.asked_for(bare);
        }
    }

    fn line(&mut self, text: &Text<'_>, line: Part<'_>, at: usize) {
        self.announced |= super::digits::mentions(&line.text.to_lowercase(), OPENINGS);
        self.draft.negotiable |= salary::is_negotiable(line.text);
        let fields = fields(line);
        if fields.is_empty() {
            self.pieces(text, line, at);
            return;
        }
        if let Some(first) = fields.first().filter(|first| first.at > line.at) {
            self.pieces(text, line.sub(0..first.at - line.at), at);
        }
        for field in fields {
            self.field(text, field);
        }
    }

    fn field(&mut self, text: &Text<'_>, field: Field<'_>) {
        let value = field.value;
        if field.key != Key::Title {
            // What is asked for may follow a value that has nothing to do with it.
            self.asked_for(value);
        }
        let said = || limit::line(&text.said(value), 80);
        match field.key {
            Key::Title | Key::Role => {
                self.announced = true;
                let mut pieces = value.split(|letter| "，,；;|\t".contains(letter));
                if let Some(first) = pieces.next() {
                    self.title(text, first);
                    let rest = value.from(first.range().end - value.at);
                    self.pieces(text, rest, usize::MAX);
                }
            }
            Key::Company if self.draft.company.is_empty() => {
                self.announced = true;
                self.draft.company = said();
            }
            Key::Place => self.draft.place = self.draft.place.or_else(|| place(value.text)),
            Key::Salary => {
                let labelled = format!("薪资{}", value.text);
                self.draft.salary = self.draft.salary.or(salary::find(&labelled).map(|pay| pay.salary));
                self.draft.negotiable |= salary::is_negotiable(value.text);
            }
            Key::Experience => {
                self.draft.experience = self.draft.experience.or_else(|| experience(value.text, true));
            }
            Key::Degree => self.draft.education = self.draft.education.or_else(|| education(value.text)),
            Key::Other => self.pieces(text, value, usize::MAX),
            _ => {}
        }
    }

    /// Takes a title, without what announces it.
    fn title(&mut self, text: &Text<'_>, part: Part<'_>) {
        if self.draft.title.is_empty() && !part.is_empty() {
            self.draft.title = limit::line(&text.said(part), 100);
        }
    }

    /// What is asked for, of a line that tells.
    fn asked_for(&mut self, line: Part<'_>) {
        for piece in line.split(|letter| "，,；;。|\t".contains(letter)) {
            let short = piece.length(61) <= 60;
            if short {
                self.draft.experience = self.draft.experience.or_else(|| experience(piece.text, false));
                self.draft.education = self.draft.education.or_else(|| education(piece.text));
            }
        }
    }

    /// A line without labels, taken apart. `at` is its number.
    fn pieces(&mut self, text: &Text<'_>, line: Part<'_>, at: usize) {
        let mut parts = vec![line];
        if let Some(pay) = salary::find(line.text) {
            self.draft.salary = self.draft.salary.or(Some(pay.salary));
            parts = vec![line.sub(0..pay.range.start), line.from(pay.range.end)];
        }
        let whole = parts.len() == 1 && line.length(81) <= 80;
        if whole
            && self.draft.place.is_none()
            && let Some(place) = only_place(line.text)
        {
            self.draft.place = Some(place);
            return;
        }
        let pieces: Vec<Part<'_>> =
            parts.into_iter().flat_map(tokens).flat_map(sentences).flat_map(clauses).take(PIECES).collect();
        let company = pieces.iter().any(|piece| is_company(piece.text));
        let title = pieces.first().is_some_and(|first| is_position(first.text));
        if whole
            && title
            && !company
            && at == 0
            && !line.text.contains(is_han)
            && !line.text.contains(['.', ',', ';', '|'])
        {
            // "Barista - part time": all of the first line is the title.
            self.title(text, line);
            return;
        }
        let named =
            |piece: &Part<'_>| only_place(piece.text.trim_start_matches("in ").trim_start_matches("坐标"));
        let mut places: Vec<&str> = Vec::new();
        for (number, piece) in pieces.iter().enumerate() {
            let said = piece.text;
            if named(piece).is_some() {
                places.push(said.trim_start_matches("in ").trim_start_matches("坐标"));
            } else if let Some(wanted) = experience(said, false).filter(|_| !is_position(said)) {
                self.draft.experience = self.draft.experience.or(Some(wanted));
                self.draft.education = self.draft.education.or_else(|| education(said));
            } else if let Some(least) =
                education(said).filter(|_| !is_position(said) || said.contains("degree"))
            {
                self.draft.education = self.draft.education.or(Some(least));
            } else if is_company(said) && !is_position(said) {
                self.company(text, *piece);
            } else if is_position(said) {
                self.title(text, *piece);
            } else if at == 1 && number == 0 && whole && pieces.len() == 1 && is_capitalised(said) {
                // Under a title in English the name that no word gives away is the company's.
                self.company(text, *piece);
            }
        }
        if self.draft.place.is_none() && !places.is_empty() {
            let between = if places.iter().any(|place| place.contains(is_han)) { " " } else { ", " };
            self.draft.place = place(&places.join(between)).or_else(|| place(places[0]));
        }
    }

    fn company(&mut self, text: &Text<'_>, part: Part<'_>) {
        if !self.draft.company.is_empty() {
            return;
        }
        let bare = without_bracket(part.text);
        if let Some(inside) =
            part.text[bare.len()..].trim().strip_prefix('(').and_then(|text| text.strip_suffix(')'))
        {
            self.draft.place = self.draft.place.or_else(|| only_place(inside));
        }
        self.draft.company = limit::line(&text.said(part.sub(0..bare.len())), 80);
    }

    /// The draft, if enough says that it is a posting.
    fn finished(self) -> Option<JobDraft> {
        let draft = self.draft;
        let pay = draft.salary.is_some() || draft.negotiable;
        let asked = draft.experience.is_some() || draft.education.is_some();
        let points = [
            pay,
            draft.experience.is_some(),
            draft.education.is_some(),
            draft.place.is_some(),
            !draft.company.is_empty(),
            !draft.title.is_empty(),
        ];
        let enough = points.into_iter().filter(|point| *point).count() >= 2;
        let named = !draft.title.is_empty() || self.announced;
        (enough && named && (pay || asked || self.announced)).then_some(draft)
    }
}

fn is_capitalised(text: &str) -> bool {
    let mut words = text.split(' ').filter(|word| !word.is_empty());
    text.len() <= 60
        && !text.eq_ignore_ascii_case("remote")
        && words.all(|word| word.starts_with(|first: char| first.is_ascii_uppercase() || first == '&'))
}

/// The sentences of a piece in English: "Dublin. 5+ years."
fn sentences(part: Part<'_>) -> Vec<Part<'_>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, _) in part.text.match_indices(['.', ':', '!', '！']) {
        let sign = part.text[at..].chars().next().map_or(1, char::len_utf8);
        let next = part.text[at + sign..].chars().next();
        let dot = part.text[at..].starts_with('.');
        if dot && next.is_some_and(|next| next != ' ') {
            continue;
        }
        let word = part.text[start..at].rsplit(' ').next().unwrap_or_default();
        let legal = dot && ["Inc", "Ltd", "Co", "Corp", "Pte", "St"].contains(&word);
        if legal
            && ["Ltd", "in "].iter().all(|next| !part.text[at + 1..].trim_start().starts_with(next))
            && next.is_some()
        {
            continue;
        }
        if legal && part.text[at + 1..].trim_start().starts_with("Ltd") {
            continue;
        }
        found.push(part.sub(start..if legal { at + 1 } else { at }).trim());
        start = at + sign;
    }
    found.push(part.from(start).trim());
    found.retain(|piece| !piece.is_empty());
    found
}

/// A piece without what announces it, and cut where it names two things: "晨光教育集团诚聘小学英语教师".
fn clauses(part: Part<'_>) -> Vec<Part<'_>> {
    const LEADS: &[&str] = &[
        "We're hiring a ",
        "We're hiring an ",
        "We are hiring a ",
        "We are hiring an ",
        "We are looking for a ",
        "We are looking for an ",
        "We're looking for a ",
        "[Hiring] ",
        "Hiring ",
    ];
    if let Some(lead) = LEADS.iter().find(|lead| part.text.starts_with(*lead)) {
        return clauses(part.from(lead.len()));
    }
    for word in ["诚聘", "招聘", "急聘", "急招"] {
        if let Some(at) = part.text.find(word) {
            let pieces = [part.sub(0..at), part.from(at + word.len())];
            return pieces.into_iter().map(without_signs).filter(|piece| !piece.is_empty()).collect();
        }
    }
    match part.text.strip_prefix('【').and_then(|rest| rest.find('】')) {
        Some(close) => vec![part.from('【'.len_utf8() + close + '】'.len_utf8()).trim()],
        None => vec![part],
    }
}

fn without_signs(part: Part<'_>) -> Part<'_> {
    part.trim_matches(|letter| "【】[]:：!！ ".contains(letter))
}
