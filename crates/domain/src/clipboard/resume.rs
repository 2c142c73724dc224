//! A whole résumé: its sections, each read by its own rules.

use super::draft::ResumeDraft;
use super::finding::Findings;
use super::label::{Key, fields};
use super::part::{Part, item};
use super::places::{only_place, place};
use super::section::{Section, Topic};
use super::text::Text;
use super::{education, intention, limit, link, period, skill, work};
use crate::account::check_age;
use crate::resume::{Basic, Sex, Status};
use jiff::civil::Date;

/// The most entries that the résumé's lists take.
const SCHOOLS: usize = 20;
const JOBS: usize = 40;
const PROJECTS: usize = 40;

/// What a résumé says of the person, and of what is wanted, stands in its first lines: looking up places takes longer
/// than all else.
const PERSON: usize = 40;

/// Reads the lines before the first heading, and the sections.
pub(super) fn read(text: &Text<'_>, head: &[Part<'_>], sections: &[Section<'_>], today: Date) -> ResumeDraft {
    let mut draft = ResumeDraft::default();
    let mut left = PERSON;
    let mut some = |lines: &[Part<'_>]| {
        let count = lines.len().min(left);
        left -= count;
        count
    };
    for line in &head[..some(head)] {
        person(text, *line, today, &mut draft);
    }
    let mut assessment = Vec::new();
    for section in sections {
        let lines = &section.lines;
        match section.topic {
            Topic::Basic => {
                for line in &lines[..some(lines)] {
                    person(text, *line, today, &mut draft);
                }
            }
            Topic::Intention => {
                for line in &lines[..some(lines)] {
                    wanted(text, *line, &mut draft);
                }
            }
            Topic::Education => {
                let room = SCHOOLS - draft.education.len();
                draft.education.extend(education::read(text, lines, today, room));
            }
            Topic::Work => {
                let room = JOBS - draft.work.len();
                draft.work.extend(work::read(text, lines, today, room));
            }
            Topic::Projects => {
                let room = PROJECTS - draft.projects.len();
                draft.projects.extend(work::projects(text, lines, today, room));
            }
            Topic::Skills if draft.skills.is_empty() => draft.skills = skill::skills(text, lines),
            Topic::Languages if draft.languages.is_empty() => draft.languages = skill::languages(text, lines),
            Topic::Assessment => assessment.extend(lines.iter().map(|line| text.said(item(*line).0))),
            Topic::Skills | Topic::Languages | Topic::Posting | Topic::Other => {}
        }
    }
    draft.self_assessment = limit::lines(assessment, 2_000);
    draft
}

/// Puts the first number, address and the name that were found into the draft.
pub(super) fn with_contact(mut draft: ResumeDraft, findings: &Findings) -> ResumeDraft {
    let first =
        |found: &[super::FoundText]| found.first().map_or_else(String::new, |found| found.text.clone());
    draft.basic.phone = first(&findings.phones);
    draft.basic.email = first(&findings.emails);
    draft.basic.name = findings.name.as_ref().map_or_else(String::new, |found| found.text.clone());
    draft
}

fn wanted(text: &Text<'_>, line: Part<'_>, draft: &mut ResumeDraft) {
    let (bare, _) = item(line);
    let before = fields(bare).first().map_or(bare.text.len(), |field| field.at - bare.at);
    intention::pieces(text, bare.sub(0..before), &mut draft.intention);
    intention::labelled(text, bare, &mut draft.intention);
}

/// A line about the person, with labels or without.
fn person(text: &Text<'_>, line: Part<'_>, today: Date, draft: &mut ResumeDraft) {
    let (bare, _) = item(line);
    intention::labelled(text, bare, &mut draft.intention);
    let fields = fields(bare);
    let basic = &mut draft.basic;
    for field in &fields {
        let value = field.value;
        match field.key {
            Key::Sex => basic.sex = basic.sex.or_else(|| sex(value.text)),
            Key::Birth => basic.birth_date = basic.birth_date.or_else(|| birth(value.text, today)),
            Key::Residence => basic.residence = basic.residence.or_else(|| place(value.text)),
            Key::Political => basic.political_status = limit::line(&text.said(value), 20),
            Key::FirstJob => basic.first_job_year = basic.first_job_year.or_else(|| year(value.text, today)),
            Key::Status => basic.status = basic.status.or_else(|| status(value.text)),
            _ => {}
        }
    }
    let before = fields.first().map_or(bare.text.len(), |field| field.at - bare.at);
    loose(bare.sub(0..before), today, basic);
    for piece in bare.split(|letter| letter.is_whitespace() || "|，；".contains(letter)) {
        // The label may touch the address: "博客：https://…".
        let start = piece.text.find("http").unwrap_or(0);
        if basic.homepage.is_empty()
            && let Some(link) = link::whole(&piece.text[start..])
        {
            link.clone_into(&mut basic.homepage);
        }
    }
}

/// "女 | 1996-05-12 | 上海徐汇区"
fn loose(line: Part<'_>, today: Date, basic: &mut Basic) {
    for piece in line.split(|letter| "|｜/，,；;、\t ".contains(letter)).take(16) {
        let said = piece.text;
        basic.sex = basic.sex.or_else(|| sex(said));
        if let Some((range, _)) = period::day(said)
            && range.start == 0
            && said.chars().count() <= 14
        {
            basic.birth_date = basic.birth_date.or_else(|| birth(said, today));
        } else if basic.residence.is_none() && said.chars().count() <= 20 {
            let living =
                ["现居住于", "现居", "居住于", "住在"].iter().find_map(|word| said.strip_prefix(word));
            basic.residence = living.and_then(place).or_else(|| only_place(said));
        }
    }
}

fn sex(text: &str) -> Option<Sex> {
    match text.trim() {
        "女" | "女士" => Some(Sex::Female),
        "男" | "先生" => Some(Sex::Male),
        other if other.eq_ignore_ascii_case("female") => Some(Sex::Female),
        other if other.eq_ignore_ascii_case("male") => Some(Sex::Male),
        _ => None,
    }
}

/// A birth date of someone old enough (S-MIN-01).
fn birth(text: &str, today: Date) -> Option<Date> {
    period::day(text).map(|(_, birth)| birth).filter(|birth| check_age(*birth, today).is_ok())
}

fn year(text: &str, today: Date) -> Option<i16> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).take(5).collect();
    let year: i16 = digits.parse().ok().filter(|_| digits.len() == 4)?;
    (1950..=today.year().saturating_add(1)).contains(&year).then_some(year)
}

fn status(text: &str) -> Option<Status> {
    if text.contains("离职") {
        Some(Status::Available)
    } else if text.contains("在校") || text.contains("应届") {
        Some(Status::Student)
    } else if text.contains("暂不") {
        Some(Status::EmployedSettled)
    } else if text.contains("在职") {
        Some(Status::EmployedLooking)
    } else {
        None
    }
}
