//! Jobs held, and projects.

use super::draft::{ProjectDraft, WorkDraft};
use super::entry::{Block, Kind, blocks};
use super::label::Key;
use super::limit;
use super::link;
use super::part::Part;
use super::places::only_place;
use super::text::Text;
use super::words::{employment, is_company, is_department, is_position, is_school};
use jiff::civil::Date;

/// The jobs of a list, up to `most`.
pub(super) fn read(text: &Text<'_>, lines: &[Part<'_>], today: Date, most: usize) -> Vec<WorkDraft> {
    blocks(lines, Kind::Work, today, most)
        .iter()
        .map(|block| draft(text, block))
        .filter(|draft| !draft.company.is_empty() || !draft.position.is_empty())
        .collect()
}

fn draft(text: &Text<'_>, block: &Block<'_>) -> WorkDraft {
    let mut draft = WorkDraft { span: text.span(block.range.clone()), ..WorkDraft::default() };
    if let Some(period) = block.period {
        (draft.start, draft.end, draft.current) = (period.start, period.end, period.current);
    }
    for field in &block.fields {
        let said = text.said(field.value);
        match field.key {
            Key::Company => draft.company = limit::line(&said, 80),
            Key::Title => draft.position = limit::line(&said, 80),
            Key::Department => draft.department = limit::line(&said, 60),
            Key::Industry => draft.industry = limit::line(&said, 60),
            _ => {}
        }
    }
    let mut unknown = Vec::new();
    for token in &block.tokens {
        let said = token.text;
        let company = is_company(said) || is_school(said);
        let position = is_position(said);
        // A Latin position has its word at the end of a short name; "Nimbus Analytics GmbH" has none.
        if company && !position && draft.company.is_empty() {
            draft.company = limit::line(&text.said(*token), 80);
        } else if position && draft.position.is_empty() {
            draft.position = limit::line(&text.said(*token), 80);
        } else if is_department(said) && draft.department.is_empty() {
            draft.department = limit::line(&text.said(*token), 60);
        } else if only_place(said).is_none() && said.chars().any(char::is_alphabetic) {
            match employment(said) {
                Some(kind) if said.chars().count() <= 4 => draft.employment_type = Some(kind),
                _ => unknown.push(*token),
            }
        }
    }
    // What no word gives away stands where people put it: the company first.
    let mut unknown = unknown.into_iter();
    if draft.company.is_empty()
        && let Some(token) = unknown.next()
    {
        draft.company = limit::line(&text.said(token), 80);
    }
    if draft.position.is_empty()
        && let Some(token) = unknown.next()
    {
        draft.position = limit::line(&text.said(token), 80);
    }
    draft.description = limit::lines(block.body.iter().map(|line| text.said(*line)), 4_000);
    draft
}

/// The projects of a list, up to `most`.
pub(super) fn projects(text: &Text<'_>, lines: &[Part<'_>], today: Date, most: usize) -> Vec<ProjectDraft> {
    blocks(lines, Kind::Project, today, most)
        .iter()
        .map(|block| project(text, block))
        .filter(|draft| !draft.name.is_empty())
        .collect()
}

fn project(text: &Text<'_>, block: &Block<'_>) -> ProjectDraft {
    let mut draft = ProjectDraft { span: text.span(block.range.clone()), ..ProjectDraft::default() };
    if let Some(period) = block.period {
        (draft.start, draft.end, draft.current) = (period.start, period.end, period.current);
    }
    for field in &block.fields {
        let said = text.said(field.value);
        match field.key {
            Key::Project => draft.name = limit::line(&said, 80),
            Key::Role => draft.role = limit::line(&said, 80),
            _ => {}
        }
    }
    let mut tokens = block.tokens.iter();
    if draft.name.is_empty()
        && let Some(token) = tokens.next()
    {
        draft.name = limit::line(&text.said(*token), 80);
    }
    if draft.role.is_empty()
        && let Some(token) = tokens.next()
    {
        draft.role = limit::line(&text.said(*token), 80);
    }
    let mut lines = Vec::new();
    for line in &block.body {
        // A line that is nothing but an address is the project's own.
        let address = !line.text.contains(char::is_whitespace) && line.text.contains("://");
        match link::whole(line.text).filter(|_| address && draft.url.is_empty()) {
            Some(url) => url.clone_into(&mut draft.url),
            None => lines.push(text.said(*line)),
        }
    }
    draft.description = limit::lines(lines, 4_000);
    draft
}
