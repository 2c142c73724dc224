//! What a résumé is found by: job terms and nothing that says who it is. Source: S-REC-08.

use super::content::{Degree, ResumeContent, YearMonth};
use super::snapshot::{MASK, snapshot};
use crate::job::{EmploymentType, Salary};
use crate::place::PlaceId;
use jiff::civil::Date;

/// The searchable part of a résumé.
///
/// It has no name, phone, e-mail or ID, since nobody is found by those, and no employer or school by name: who works
/// where is known to colleagues, so that a search for a company's name would find its own people looking for another
/// job. Long free texts (descriptions, self-assessment) are left out for the same reason. What was typed into a field
/// of job terms all the same is cleaned, see [`search_terms`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResumeTerms {
    /// The position and function wanted, then positions held; each once.
    pub positions: Vec<String>,
    /// The industry wanted, then those worked in; each once.
    pub industries: Vec<String>,
    /// Skills and languages by name; each once.
    pub skills: Vec<String>,
    /// Majors; each once.
    pub majors: Vec<String>,
    /// The highest degree.
    pub degree: Option<Degree>,
    /// See [`years_worked`].
    pub years_worked: Option<u8>,
    /// Where work is wanted.
    pub places: Vec<PlaceId>,
    /// Where the person lives.
    pub residence: Option<PlaceId>,
    /// Salary wanted.
    pub salary: Option<Salary>,
    /// How contracted.
    pub employment_type: Option<EmploymentType>,
}

/// The terms of a résumé on a day.
///
/// From each text is taken away: contact data as in a [`snapshot`]; the person's name and the names of employers, where
/// they have two characters or more; numbers of six digits or more, which may be an ID or an account and are no job
/// term.
pub fn search_terms(content: &ResumeContent, today: Date) -> ResumeTerms {
    let mut hidden: Vec<String> = std::iter::once(&content.basic.name)
        .chain(content.work.iter().map(|entry| &entry.company))
        .map(|name| name.trim().to_lowercase())
        .filter(|name| name.chars().count() >= 2)
        .collect();
    // A longer name is looked for before one that is a part of it.
    hidden.sort_by_key(|name| std::cmp::Reverse(name.len()));

    let years_worked = years_worked(content, today);
    let content = snapshot(content).content;
    let intention = &content.intention;
    let distinct = |texts: Vec<&String>| {
        let mut terms: Vec<String> = Vec::with_capacity(texts.len());
        for term in texts.into_iter().map(|text| clean(text, &hidden)) {
            if !term.is_empty() && !terms.contains(&term) {
                terms.push(term);
            }
        }
        terms
    };
    let positions = content.work.iter().map(|entry| &entry.position);
    let industries = content.work.iter().map(|entry| &entry.industry);
    let languages = content.languages.iter().map(|entry| &entry.name);
    ResumeTerms {
        positions: distinct(
            [&intention.position, &intention.function].into_iter().chain(positions).collect(),
        ),
        industries: distinct(std::iter::once(&intention.industry).chain(industries).collect()),
        skills: distinct(content.skills.iter().map(|skill| &skill.name).chain(languages).collect()),
        majors: distinct(content.education.iter().map(|entry| &entry.major).collect()),
        degree: content.education.iter().filter_map(|entry| entry.degree).max(),
        years_worked,
        places: intention.places.clone(),
        residence: content.basic.residence,
        salary: intention.salary,
        employment_type: intention.employment_type,
    }
}

fn clean(text: &str, hidden: &[String]) -> String {
    let mut text = text.replace(MASK, " ");
    for name in hidden {
        text = without(&text, name);
    }
    let mut cleaned = String::with_capacity(text.len());
    let mut digits = String::new();
    // One more, which is no digit, ends the last number.
    for letter in text.chars().chain([' ']) {
        if letter.is_numeric() {
            digits.push(letter);
            continue;
        }
        if digits.chars().count() < 6 {
            cleaned.push_str(&digits);
        }
        digits.clear();
        cleaned.push(letter);
    }
    cleaned.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text without a name (in small letters), wherever it stands and however it is capitalised.
fn without(text: &str, name: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let name: Vec<char> = name.chars().collect();
    let is_at = |at: usize| {
        letters.get(at..at + name.len()).is_some_and(|here| {
            here.iter().zip(&name).all(|(letter, wanted)| letter.to_lowercase().eq(std::iter::once(*wanted)))
        })
    };
    let mut left = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        if is_at(at) {
            left.push(' ');
            at += name.len();
        } else {
            left.push(letters[at]);
            at += 1;
        }
    }
    left
}

/// Completed years of work on a day; `None` when the résumé does not say.
///
/// The year of the first job counts where it is stated, as boards count it: from that year to this. Otherwise the
/// months of all jobs held count, each month once, internships not; a job without a first month, or with neither last
/// month nor `current`, has no length.
pub fn years_worked(content: &ResumeContent, today: Date) -> Option<u8> {
    if let Some(first) = content.basic.first_job_year {
        return Some(u8::try_from((today.year() - first).clamp(0, 99)).unwrap_or_default());
    }
    let now = index(YearMonth { year: today.year(), month: today.month() });
    let mut periods: Vec<(i32, i32)> = content
        .work
        .iter()
        .filter(|entry| entry.employment_type != Some(EmploymentType::Internship))
        .filter_map(|entry| {
            let end = if entry.current { now } else { index(entry.end?).min(now) };
            Some((index(entry.start?), end))
        })
        // A last month is worked in too.
        .map(|(start, end)| (start, end + 1))
        .filter(|(start, end)| start < end)
        .collect();
    if periods.is_empty() {
        return None;
    }
    periods.sort_unstable();
    let (mut months, mut counted) = (0, i32::MIN);
    for (start, end) in periods {
        months += (end - start.max(counted)).max(0);
        counted = counted.max(end);
    }
    Some(u8::try_from((months / 12).min(99)).unwrap_or_default())
}

/// Months since year 0.
fn index(month: YearMonth) -> i32 {
    i32::from(month.year) * 12 + i32::from(month.month) - 1
}

#[cfg(test)]
#[path = "search_terms_tests.rs"]
mod tests;
