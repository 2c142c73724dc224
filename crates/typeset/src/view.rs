//! A document as the template takes it: every sentence composed, nothing left to decide but where it stands.

use crate::document::{Channel, Contact, Document, Language, Stamp};
use crate::fonts::Fonts;
use crate::label::{self, Pair};
use jiff::civil::Date;
use serde::Serialize;
use zhitu_domain::mark::{Mark, pattern, text::marked};
use zhitu_domain::resume::{EducationEntry, ProjectEntry, ResumeContent, Status, WorkEntry};

/// `resume.json` of the template.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    /// `zh` or `en`.
    lang: &'static str,
    /// Title of the PDF.
    title: String,
    name: String,
    /// Whether the title face has all characters of the name. A name is never set in two faces.
    name_in_serif: bool,
    /// Under the name: what for, then who.
    headlines: Vec<String>,
    contact: Vec<ContactLine>,
    sections: Vec<Section>,
    stamp: Option<StampView>,
}

#[derive(Debug, Serialize)]
struct StampView {
    /// What is said at the foot of each page.
    line: String,
    code: String,
    /// Middles of the dots, in points from the left and from the top.
    dots: Vec<(f64, f64)>,
}

#[derive(Debug, Serialize)]
struct ContactLine {
    text: String,
    /// Where a click on it goes.
    url: Option<String>,
}

#[derive(Debug, Serialize)]
struct Section {
    label: &'static str,
    lines: Vec<String>,
    entries: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Entry {
    title: String,
    when: String,
    under: String,
    items: Vec<String>,
}

impl View {
    pub(crate) fn of(document: &Document, fonts: &Fonts) -> Self {
        let Document { content, language, .. } = document;
        let name = breakable(&content.basic.name, LONG_NAME);
        let title = if name.is_empty() {
            language.of(label::TITLE).to_owned()
        } else {
            format!("{} · {}", content.basic.name.trim(), language.of(label::TITLE))
        };
        let made = Self {
            lang: language.of(("zh", "en")),
            title,
            name_in_serif: fonts.serif_has(&name),
            name,
            headlines: [headline(document), person(document)]
                .into_iter()
                .filter(|line| !line.is_empty())
                .collect(),
            contact: contact(document),
            sections: sections(document),
            stamp: document.stamp.as_ref().map(|stamp| StampView::of(stamp, *language)),
        };
        match &document.stamp {
            Some(stamp) => made.marked(&stamp.mark),
            None => made,
        }
    }

    /// With the mark between the words. The name, which is searched for, and the contact lines, which are used, are
    /// left as they are.
    fn marked(mut self, mark: &Mark) -> Self {
        let lines =
            self.headlines.iter_mut().chain(self.sections.iter_mut().flat_map(|section| {
                section.lines.iter_mut().chain(section.entries.iter_mut().flat_map(|entry| {
                    [&mut entry.title, &mut entry.under].into_iter().chain(&mut entry.items)
                }))
            }));
        for line in lines {
            *line = marked(line, mark);
        }
        self
    }

    /// How much text there is to set.
    pub(crate) fn characters(&self) -> usize {
        let count = |text: &String| text.chars().count();
        let lines = |lines: &[String]| lines.iter().map(count).sum::<usize>();
        let sections: usize = self
            .sections
            .iter()
            .map(|section| {
                let entries = section.entries.iter();
                lines(&section.lines)
                    + entries
                        .map(|entry| count(&entry.title) + count(&entry.under) + lines(&entry.items))
                        .sum::<usize>()
            })
            .sum();
        count(&self.name) + lines(&self.headlines) + sections
    }
}

/// Letters of one word that are set as they are in a text; beyond it, it may break.
const LONG_WORD: usize = 30;
/// The same in the large name.
const LONG_NAME: usize = 12;

/// The text without outer white space, with places to break in words that no line would hold.
fn text(text: &str) -> String {
    breakable(text, LONG_WORD)
}

fn breakable(text: &str, long: usize) -> String {
    let mut made = String::with_capacity(text.len());
    let mut word = 0_usize;
    for letter in text.trim().chars() {
        // Chinese text breaks anywhere.
        word =
            if letter.is_whitespace() || ('\u{2E80}'..='\u{FFEF}').contains(&letter) { 0 } else { word + 1 };
        if word > long && (word - long) % 5 == 1 {
            made.push('\u{200B}');
        }
        made.push(if letter.is_control() { ' ' } else { letter });
    }
    made
}

/// The lines that hold something, without the mark that people put before an item.
fn lines(value: &str, item: bool) -> Vec<String> {
    value
        .lines()
        .map(|line| {
            let line = line.trim();
            let bare = line.trim_start_matches(['-', '–', '—', '•', '·', '●', '*', '▪', '◦']);
            // "-5%" is a number, "- 5" an item.
            let marked = bare.len() < line.len()
                && (bare.starts_with(char::is_whitespace) || line.starts_with(['•', '·', '●']));
            text(if item && marked { bare } else { line })
        })
        .filter(|line| !line.is_empty())
        .collect()
}

/// What is there, with a middle dot between.
fn dotted(parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

fn completed_years(since: Date, today: Date) -> i16 {
    let years = today.year() - since.year();
    if (today.month(), today.day()) < (since.month(), since.day()) { years - 1 } else { years }
}

/// Position, years of work, where, when.
fn headline(document: &Document) -> String {
    let Document { content, language, place_names, today, .. } = document;
    let years = content.basic.first_job_year.map(|first| today.year() - first).filter(|years| *years > 0);
    let years = match (years, language) {
        (Some(years), Language::Chinese) => format!("{years} 年"),
        (Some(1), Language::English) => "1 year".into(),
        (Some(years), Language::English) => format!("{years} years"),
        (None, _) => String::new(),
    };
    let available = text(&content.intention.available);
    let status = match content.basic.status {
        // Someone's wish to leave is between them and the platform; the page says what a reader may plan with.
        Some(status @ (Status::Student | Status::Available)) if available.is_empty() => {
            language.of(label::status(status)).to_owned()
        }
        _ => String::new(),
    };
    let place = content.basic.residence.and_then(|place| place_names.get(&place)).map(|name| text(name));
    dotted([text(&content.intention.position), years, place.unwrap_or_default(), available, status])
}

/// What the person said about themselves.
fn person(document: &Document) -> String {
    let Document { content, language, today, .. } = document;
    let basic = &content.basic;
    let age = basic.birth_date.map(|birth| completed_years(birth, *today)).map(|age| match language {
        Language::Chinese => format!("{age} 岁"),
        Language::English => format!("age {age}"),
    });
    dotted([
        basic.sex.and_then(label::sex).map(|sex| language.of(sex).to_owned()).unwrap_or_default(),
        age.unwrap_or_default(),
        text(&basic.political_status),
    ])
}

fn contact(document: &Document) -> Vec<ContactLine> {
    let Document { content, language, contact, .. } = document;
    let plain = |text: String| ContactLine { text, url: None };
    let mut made: Vec<ContactLine> = match contact {
        Contact::Own => vec![plain(text(&content.basic.phone)), plain(text(&content.basic.email))],
        Contact::Masked(masked) => {
            [(masked.has_phone, label::PHONE_RELAYED), (masked.has_email, label::EMAIL_RELAYED)]
                .into_iter()
                .filter(|(has, _)| *has)
                .map(|(_, pair)| plain(language.of(pair).to_owned()))
                .collect()
        }
        Contact::Channels(channels) if channels.is_empty() => Vec::new(),
        Contact::Channels(channels) => {
            let channels: Vec<&str> = channels.iter().map(|channel| language.of(name(channel))).collect();
            vec![plain(language.of(label::CHANNELS).to_owned() + &channels.join(language.of(label::COMMA)))]
        }
    };
    let homepage = content.basic.homepage.trim();
    let shown = homepage.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/');
    made.push(ContactLine { text: text(shown), url: web_address(homepage) });
    made.retain(|line| !line.text.is_empty());
    made
}

fn name(channel: &Channel) -> Pair {
    match channel {
        Channel::Message => label::BY_MESSAGE,
        Channel::VirtualNumber => label::BY_VIRTUAL_NUMBER,
        Channel::RelayEmail => label::BY_RELAY_EMAIL,
    }
}

impl StampView {
    fn of(stamp: &Stamp, language: Language) -> Self {
        Self {
            line: label::downloaded(language, stamp.company.as_deref(), stamp.recruiter.as_deref(), stamp.at),
            code: stamp.mark.code(),
            dots: pattern::dots(&stamp.mark),
        }
    }
}

/// An address that may be clicked: nothing but http and https.
fn web_address(address: &str) -> Option<String> {
    (address.starts_with("https://") || address.starts_with("http://")).then(|| address.to_owned())
}

fn sections(document: &Document) -> Vec<Section> {
    let Document { content, language, .. } = document;
    let section = |pair: Pair, lines: Vec<String>, entries: Vec<Entry>| Section {
        label: language.of(pair),
        lines: lines.into_iter().filter(|line| !line.is_empty()).collect(),
        entries: entries.into_iter().filter(Entry::says_something).collect(),
    };
    let language = *language;
    let mut made = vec![
        section(label::SUMMARY, lines(&content.self_assessment, false), Vec::new()),
        section(label::INTENTION, vec![intention(document)], Vec::new()),
        section(label::WORK, Vec::new(), content.work.iter().map(|job| work(job, language)).collect()),
        section(
            label::PROJECTS,
            Vec::new(),
            content.projects.iter().map(|it| project(it, language)).collect(),
        ),
        section(
            label::EDUCATION,
            Vec::new(),
            content.education.iter().map(|it| school(it, language)).collect(),
        ),
        section(label::SKILLS, vec![skills(content, language)], Vec::new()),
        section(label::LANGUAGES, vec![languages(content, language)], Vec::new()),
    ];
    made.retain(|section| !section.lines.is_empty() || !section.entries.is_empty());
    made
}

impl Entry {
    fn says_something(&self) -> bool {
        !(self.title.is_empty() && self.under.is_empty() && self.items.is_empty())
    }
}

fn intention(document: &Document) -> String {
    let Document { content, language, place_names, .. } = document;
    let wanted = &content.intention;
    let places: Vec<String> =
        wanted.places.iter().filter_map(|place| place_names.get(place)).map(|it| text(it)).collect();
    dotted([
        places.join(language.of(label::COMMA)),
        wanted.salary.as_ref().map(|salary| label::salary(*language, salary)).unwrap_or_default(),
        wanted
            .employment_type
            .map(|kind| language.of(label::employment(kind)).to_owned())
            .unwrap_or_default(),
        text(&wanted.function),
        text(&wanted.industry),
    ])
}

fn work(job: &WorkEntry, language: Language) -> Entry {
    // Full-time is what everybody takes it to be.
    let kind = job.employment_type.filter(|kind| *kind != zhitu_domain::job::EmploymentType::FullTime);
    Entry {
        title: text(&job.company),
        when: label::period(language, job.start, job.end, job.current),
        under: dotted([
            text(&job.position),
            text(&job.department),
            text(&job.industry),
            kind.map(|kind| language.of(label::employment(kind)).to_owned()).unwrap_or_default(),
        ]),
        items: lines(&job.description, true),
    }
}

fn project(project: &ProjectEntry, language: Language) -> Entry {
    Entry {
        title: text(&project.name),
        when: label::period(language, project.start, project.end, project.current),
        under: dotted([text(&project.role), text(&project.url)]),
        items: lines(&project.description, true),
    }
}

fn school(school: &EducationEntry, language: Language) -> Entry {
    let full_time =
        school.full_time.map(|full| if full { label::FULL_TIME_STUDY } else { label::PART_TIME_STUDY });
    Entry {
        title: text(&school.school),
        when: label::period(language, school.start, school.end, school.current),
        under: dotted([
            text(&school.major),
            school.degree.map(|degree| language.of(label::degree(degree)).to_owned()).unwrap_or_default(),
            full_time.map(|pair| language.of(pair).to_owned()).unwrap_or_default(),
            if school.overseas == Some(true) {
                language.of(label::OVERSEAS).to_owned()
            } else {
                String::new()
            },
        ]),
        items: lines(&school.description, true),
    }
}

/// A name with what is known about it in brackets.
fn qualified(language: Language, name: &str, notes: impl IntoIterator<Item = String>) -> String {
    let name = text(name);
    let notes: Vec<String> = notes.into_iter().filter(|note| !note.is_empty()).collect();
    if name.is_empty() || notes.is_empty() {
        return name;
    }
    let notes = notes.join(language.of(("，", ", ")));
    match language {
        Language::Chinese => format!("{name}（{notes}）"),
        Language::English => format!("{name} ({notes})"),
    }
}

fn skills(content: &ResumeContent, language: Language) -> String {
    let named = content.skills.iter().map(|skill| {
        let level = skill.level.map(|level| language.of(label::skill_level(level)).to_owned());
        qualified(language, &skill.name, level)
    });
    named.filter(|skill| !skill.is_empty()).collect::<Vec<_>>().join(language.of(label::COMMA))
}

fn languages(content: &ResumeContent, language: Language) -> String {
    let named = content.languages.iter().map(|spoken| {
        let level = spoken.level.map(|level| language.of(label::language_level(level)).to_owned());
        qualified(language, &spoken.name, level.into_iter().chain([text(&spoken.certificate)]))
    });
    named.filter(|spoken| !spoken.is_empty()).collect::<Vec<_>>().join(language.of(label::COMMA))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_before_items_are_not_doubled() {
        let given = "- 一\n• 二\n·三\n\n  \n-5% 的成本\n*重要*\n–  四";
        assert_eq!(lines(given, true), ["一", "二", "三", "-5% 的成本", "*重要*", "四"].map(text));
        assert_eq!(lines("- 一", false), ["- 一"]);
    }

    #[test]
    fn only_words_that_no_line_holds_get_places_to_break() {
        assert!(text(&"W".repeat(100)).contains('\u{200B}'));
        let ordinary = "一".repeat(100) + " word " + &"W".repeat(LONG_WORD);
        assert_eq!(text(&ordinary), ordinary);
    }
}
