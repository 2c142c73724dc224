//! Schools.

use super::draft::EducationDraft;
use super::entry::{Block, Kind, blocks};
use super::label::Key;
use super::limit;
use super::part::Part;
use super::places::only_place;
use super::text::Text;
use super::words::{degree_han, degree_latin, is_school};
use jiff::civil::Date;

/// A degree at the end of a piece, longest first.
const DEGREES: &[&str] = &[
    "硕士研究生",
    "博士研究生",
    "研究生",
    "博士",
    "硕士",
    "本科",
    "学士",
    "大专",
    "专科",
    "高职",
    "高中",
    "中专",
    "职高",
];

/// The schools of a list, up to `most`.
pub(super) fn read(text: &Text<'_>, lines: &[Part<'_>], today: Date, most: usize) -> Vec<EducationDraft> {
    blocks(lines, Kind::Education, today, most)
        .iter()
        .map(|block| draft(text, block))
        .filter(|draft| !draft.school.is_empty() || !draft.major.is_empty() || draft.degree.is_some())
        .collect()
}

fn draft(text: &Text<'_>, block: &Block<'_>) -> EducationDraft {
    let mut draft = EducationDraft { span: text.span(block.range.clone()), ..EducationDraft::default() };
    if let Some(period) = block.period {
        (draft.start, draft.end, draft.current) = (period.start, period.end, period.current);
    }
    let mut extra = Vec::new();
    for field in &block.fields {
        let value = field.value;
        match field.key {
            Key::School => draft.school = limit::line(&text.said(value), 80),
            Key::Major => draft.major = major(text, value),
            Key::Degree => {
                note_full_time(&mut draft, value.text);
                draft.degree =
                    degree_han(value.text).or_else(|| degree_latin(value.text).map(|(degree, _)| degree));
            }
            _ => {}
        }
    }
    for token in &block.tokens {
        take(text, &mut draft, *token, &mut extra);
    }
    let lines = extra.into_iter().chain(block.body.iter().copied()).map(|line| text.said(line));
    draft.description = limit::lines(lines, 2_000);
    draft
}

fn note_full_time(draft: &mut EducationDraft, said: &str) {
    if said.contains("非全日制") {
        draft.full_time = Some(false);
    } else if said.contains("全日制") || said.contains("统招") {
        draft.full_time = Some(true);
    }
}

/// Puts a piece of the head where it belongs.
fn take<'t>(text: &Text<'_>, draft: &mut EducationDraft, token: Part<'t>, extra: &mut Vec<Part<'t>>) {
    let said = token.text;
    note_full_time(draft, said);
    if matches!(said, "全日制" | "非全日制" | "统招") {
        return;
    }
    if said.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("gpa")) || said.starts_with("绩点") {
        extra.push(token);
        return;
    }
    let latin = degree_latin(said);
    if is_school(said) && latin.is_none_or(|(_, field)| field.is_empty() && said.split(' ').count() > 2) {
        // A second one is the faculty: 材料学院.
        if draft.school.is_empty() {
            draft.school = limit::line(&text.said(token), 80);
        }
        return;
    }
    if let Some((degree, field)) = latin {
        draft.degree = draft.degree.or(Some(degree));
        if !field.is_empty() && draft.major.is_empty() {
            let start = said.len() - field.len();
            draft.major = major(text, token.from(start));
        }
        return;
    }
    if let Some(degree) = degree_han(said) {
        draft.degree = draft.degree.or(Some(degree));
        // "软件工程本科" has both; "本科学历", "硕士研究生" do not.
        let before = DEGREES.iter().find_map(|word| said.strip_suffix(word)).unwrap_or_default();
        let bare = before.trim_end_matches(['-', '(', ' ']);
        if bare.chars().count() >= 2
            && !matches!(bare, "统招" | "全日制" | "非全日制")
            && draft.major.is_empty()
        {
            draft.major = major(text, token.sub(0..bare.len()));
        }
        return;
    }
    if draft.major.is_empty() && only_place(said).is_none() && said.chars().any(char::is_alphabetic) {
        draft.major = major(text, token);
    }
}

/// A field of study, without 专业.
fn major(text: &Text<'_>, part: Part<'_>) -> String {
    let said = limit::line(&text.said(part), 80);
    match said.strip_suffix("专业") {
        Some(bare) if bare.chars().count() >= 2 => bare.to_owned(),
        _ => said,
    }
}
