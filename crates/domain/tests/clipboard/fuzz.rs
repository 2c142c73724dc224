//! A seeded fuzz: pastes cut up, joined and spoilt, read, and looked at for what must hold of any text.

use crate::pastes::TODAY;
use uuid::Uuid;
use zhitu_domain::clipboard::{self, Findings, FoundText, Span};
use zhitu_domain::resume;

/// An input does not get longer, in bytes: the fuzz is to reach many inputs, the bench measures long ones.
const LONGEST: usize = 4_096;

/// What texts are seldom tried with: ends of planes, marks that join, reverse, or are not seen, look-alikes of digits.
const ODD: &[char] = &[
    '\0',
    '\u{1}',
    '\t',
    '\n',
    '\r',
    '\u{85}',
    '\u{A0}',
    '\u{AD}',
    '\u{300}',
    '\u{200B}',
    '\u{200D}',
    '\u{202E}',
    '\u{2028}',
    '\u{2F00}',
    '\u{3000}',
    '\u{FE0F}',
    '\u{FEFF}',
    '\u{FFFD}',
    '\u{FFFF}',
    '\u{1F469}',
    '\u{10FFFF}',
    '０',
    '９',
    '＠',
    '．',
    '：',
    '·',
    '•',
    '年',
    '月',
    '至',
    '今',
    '万',
    'k',
    '薪',
    '(',
    ')',
    '（',
    '）',
    '-',
    '–',
    '—',
    '@',
    '.',
    ':',
    '/',
    '+',
    '$',
    '€',
    '¥',
    '|',
    '，',
    '。',
    '【',
    '】',
    '①',
    '一',
    '٣',
    'İ',
    'ß',
    '𠀀',
    '１',
];

/// A generator of numbers that gives the same for the same seed (SplitMix64).
pub struct Numbers(u64);

impl Numbers {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Any number.
    pub fn any(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`; 0 where that is 0.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).expect("64 bits");
        usize::try_from(self.any() % end).expect("below a usize")
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// A boundary between two characters.
    fn boundary(&mut self, text: &str) -> usize {
        text.floor_char_boundary(self.below(text.len() + 1))
    }
}

/// One input: a paste with some changes.
fn input(texts: &[String], numbers: &mut Numbers) -> String {
    let mut text = numbers.of(texts).clone();
    for _ in 0..=numbers.below(4) {
        let (one, other) = (numbers.boundary(&text), numbers.boundary(&text));
        let (start, end) = (one.min(other), one.max(other));
        match numbers.below(9) {
            0 => text.truncate(one),
            1 => text.replace_range(..one, ""),
            2 => text.replace_range(start..end, ""),
            3 => {
                let times = 1 + numbers.below(8);
                let again = text[start..end].repeat(times);
                text.insert_str(end, &again);
            }
            4 => text.insert(one, *numbers.of(ODD)),
            5 => {
                let other = numbers.of(texts);
                let from = numbers.boundary(other);
                text.replace_range(start..end, &other[from..]);
            }
            6 => text = text.chars().map(|letter| swapped(letter, numbers)).collect(),
            7 => {
                let between = *numbers.of(&["", "\n", " ", "\t", "，"]);
                text = [&text, between, numbers.of(texts).as_str()].concat();
            }
            _ => {
                let odd: String = (0..numbers.below(12)).map(|_| *numbers.of(ODD)).collect();
                text.replace_range(start..end, &odd);
            }
        }
        text.truncate(text.floor_char_boundary(LONGEST));
    }
    text
}

/// Now and then another digit, or the full-width form.
fn swapped(letter: char, numbers: &mut Numbers) -> char {
    if numbers.below(6) > 0 || !letter.is_ascii_graphic() {
        return letter;
    }
    if letter.is_ascii_digit() && numbers.below(2) == 0 {
        return char::from(b'0' + u8::try_from(numbers.below(10)).expect("a digit"));
    }
    char::from_u32(u32::from(letter) + 0xFEE0).unwrap_or(letter)
}

/// Reads `runs` inputs; the first that breaks a rule panics with its number, from which it can be made again.
pub fn run(texts: &[String], seed: u64, runs: u64) {
    for run in 0..runs {
        let text = input(texts, &mut Numbers::new(seed ^ run.wrapping_mul(0x2545_F491_4F6C_DD1D)));
        let Ok(rule) = std::panic::catch_unwind(|| broken(&text)) else {
            panic!("run {run} of seed {seed} panicked: {text:?}");
        };
        if let Some(rule) = rule {
            panic!("run {run} of seed {seed}: {rule}: {text:?}");
        }
    }
}

/// The rule that the findings of a text break.
pub fn broken(text: &str) -> Option<String> {
    let found = clipboard::read(text, TODAY);
    if clipboard::read(text, TODAY) != found {
        return Some("the same text gives the same findings".into());
    }
    if let Some(span) = spans(&found).into_iter().find(|span| {
        span.start > span.end || !text.is_char_boundary(span.start) || !text.is_char_boundary(span.end)
    }) {
        return Some(format!("a span lies in the text, on boundaries: {span:?}"));
    }
    let texts = |found: &[FoundText]| found.iter().map(|found| found.text.clone()).collect::<Vec<_>>();
    let code = found.sign_in_code.as_ref().map(|found| found.text.as_str());
    if code.is_some_and(|code| code.len() != 6 || !code.bytes().all(|byte| byte.is_ascii_digit())) {
        return Some(format!("a code has six digits: {code:?}"));
    }
    for list in [&found.phones, &found.emails, &found.links] {
        let mut once = texts(list);
        once.sort();
        once.dedup();
        if list.len() > 8 || once.len() < list.len() || once.iter().any(String::is_empty) {
            return Some("lists have up to eight, each once".into());
        }
    }
    let kinds =
        [found.job.is_some(), found.resume.is_some(), !(found.education.is_empty() && found.work.is_empty())];
    if kinds.into_iter().filter(|kind| *kind).count() > 1 {
        return Some("a posting, a résumé and entries exclude each other".into());
    }
    job_problem(&found).or_else(|| resume_problem(&found))
}

fn spans(found: &Findings) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let texts = found.sign_in_code.iter().chain(&found.name);
    let texts = texts.chain(&found.phones).chain(&found.emails).chain(&found.links);
    spans.extend(texts.map(|found| found.span));
    spans.extend(found.education.iter().map(|entry| entry.span));
    spans.extend(found.work.iter().map(|entry| entry.span));
    if let Some(resume) = &found.resume {
        spans.extend(resume.education.iter().map(|entry| entry.span));
        spans.extend(resume.work.iter().map(|entry| entry.span));
        spans.extend(resume.projects.iter().map(|entry| entry.span));
    }
    spans
}

fn job_problem(found: &Findings) -> Option<String> {
    let job = found.job.as_ref()?;
    let fits = job.title.chars().count() <= 100
        && job.company.chars().count() <= 80
        && job.salary.is_none_or(|salary| salary.check().is_ok());
    (!fits).then(|| "a posting keeps the limits of its fields".into())
}

/// What the server's own check says of the findings as a résumé.
fn resume_problem(found: &Findings) -> Option<String> {
    let mut draft = found.resume.clone().unwrap_or_default();
    draft.education.extend(found.education.iter().cloned());
    draft.work.extend(found.work.iter().cloned());
    if let Some(resume) = &found.resume {
        let first = |list: &[FoundText]| list.first().map(|found| found.text.clone()).unwrap_or_default();
        let name = found.name.as_ref().map(|found| found.text.clone()).unwrap_or_default();
        let basic = &resume.basic;
        if basic.phone != first(&found.phones) || basic.email != first(&found.emails) || basic.name != name {
            return Some("a résumé has the number, the address and the name that were found".into());
        }
    } else {
        draft.basic.name = found.name.as_ref().map(|found| found.text.clone()).unwrap_or_default();
    }
    for email in &found.emails {
        draft.basic.email.clone_from(&email.text);
        let problems = problems(draft.clone());
        if !problems.is_empty() {
            return Some(format!("an address fits its field: {problems:?}"));
        }
    }
    for phone in &found.phones {
        draft.basic.phone.clone_from(&phone.text);
    }
    let problems = problems(draft);
    (!problems.is_empty()).then(|| format!("a résumé fits its fields: {problems:?}"))
}

fn problems(draft: clipboard::ResumeDraft) -> Vec<(String, resume::FieldProblem)> {
    let mut next = 0;
    let content = draft.into_content(|| {
        next += 1;
        Uuid::from_u128(next)
    });
    resume::validate(&content, TODAY)
}
