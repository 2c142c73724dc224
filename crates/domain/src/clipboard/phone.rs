//! Phone numbers in a text. Stricter than [`crate::resume`]'s masking, which may hide too much: here a number is put
//! into a field.

use super::digits::{before, is_taken, mentions, runs};
use super::finding::FoundText;
use super::part::Part;
use super::text::Text;
use crate::account::PhoneNumber;
use std::ops::Range;

/// The most that are offered.
const MOST: usize = 8;
/// The most candidates that are looked up: reading a number costs some microseconds, and a text with more of them is
/// a table, not a person's.
const LOOKED_UP: usize = 64;
/// E.164 allows fifteen digits; 0086 stands before thirteen.
const DIGITS: usize = 17;

/// What stands before numbers that are none to be called.
const OTHER: &[&str] = &[
    "订单",
    "单号",
    "编号",
    "身份证",
    "证号",
    "卡号",
    "发票",
    "快递",
    "qq",
    "群",
    "isbn",
    "order",
    "invoice",
    "tracking",
    "id",
    "no.",
    "流水",
    "账户",
];
const LABELS: &[&str] =
    &["电话", "手机", "座机", "热线", "联系", "传真", "拨", "tel", "phone", "mobile", "call", "cell"];

/// A number and where it stands.
pub(super) struct Number<'t> {
    part: Part<'t>,
    value: PhoneNumber,
}

impl Number<'_> {
    pub(super) fn range(&self) -> Range<usize> {
        self.part.range()
    }

    pub(super) fn found(&self, text: &Text<'_>) -> FoundText {
        text.found(self.part, self.value.as_e164().to_owned())
    }
}

/// A run of digits with those after it that may belong to the same number.
struct Candidate {
    digits: String,
    /// For each run: how many digits there are with it, and where it ends.
    ends: Vec<(usize, usize)>,
    /// How many runs long the number is, and as what it is read.
    read: Option<(usize, String)>,
}

/// The numbers, each once, in order.
pub(super) fn find<'t>(text: &'t Text<'_>, taken: &[Range<usize>]) -> Vec<Number<'t>> {
    let whole = text.whole();
    let runs = runs(whole.text);
    let mut found: Vec<Number<'_>> = Vec::new();
    let mut left = LOOKED_UP;
    let mut next = 0;
    while next < runs.len() && found.len() < MOST && left > 0 {
        let first = next;
        next += 1;
        let start = runs[first].start;
        if is_taken(taken, &runs[first]) {
            continue;
        }
        let plus = opened(whole.text, start);
        let mut candidate = gather(whole.text, &runs[first..]);
        if plus.is_none() && !candidate.may_be_at_home() {
            continue;
        }
        let label = mentions(before(whole.text, start, 12), LABELS);
        if plus.is_some() {
            candidate.international();
        } else {
            candidate.at_home(label);
        }
        let Some((count, dialled)) = candidate.read else { continue };
        if plus.is_none()
            && !may_start(whole.text, &runs, first, found.last().map(|number| number.range().end))
        {
            continue;
        }
        let Some((_, end)) = candidate.ends.get(count - 1).copied() else { continue };
        if !may_end(whole.text, end, dialled.starts_with("+86") && dialled.len() == 14) {
            continue;
        }
        left -= 1;
        let mut value = PhoneNumber::parse(&dialled);
        let mut last = count;
        // Of an international number nobody but its country knows how long it is.
        while value.is_err() && plus.is_some() && last > 1 && left > 0 {
            last -= 1;
            left -= 1;
            value = PhoneNumber::parse(&format!("+{}", &candidate.digits[..candidate.ends[last - 1].0]));
        }
        let Ok(value) = value else { continue };
        // A zero that was dialled too much is dropped, and what is left need not be a number.
        if PhoneNumber::parse(value.as_e164()).as_ref() != Ok(&value) {
            continue;
        }
        next = first + last;
        let start = plus.unwrap_or_else(|| bracket(whole.text, start));
        let part = whole.sub(start..candidate.ends[last - 1].1);
        if found.iter().all(|number| number.value != value) {
            found.push(Number { part, value });
        }
    }
    found
}

/// Where the plus or its bracket before a number stands.
fn opened(text: &str, start: usize) -> Option<usize> {
    let plus = text[..start].strip_suffix('+')?;
    Some(plus.strip_suffix('(').unwrap_or(plus).len())
}

/// Where the bracket of an area code opens.
fn bracket(text: &str, start: usize) -> usize {
    text[..start].strip_suffix('(').map_or(start, str::len)
}

/// Whether what stands before a run leaves it the start of a number.
fn may_start(text: &str, runs: &[Range<usize>], first: usize, last: Option<usize>) -> bool {
    let start = runs[first].start;
    let mut letters = text[..start].chars().rev();
    let (near, far) = (letters.next(), letters.next());
    let joined = match near {
        Some(letter) if letter.is_ascii_alphabetic() => !mentions(before(text, start, 8), LABELS),
        Some('#' | '$' | '¥' | '£' | '€' | '@' | '_' | '=') => true,
        Some('-' | '.' | '/') => {
            far.is_some_and(|far| far.is_ascii_alphanumeric()) && last.is_none_or(|end| end + 1 != start)
        }
        _ => false,
    };
    // The middle of a card's number: groups of the same kind go on from before.
    let goes_on = first.checked_sub(1).and_then(|one| runs.get(one)).is_some_and(|one| {
        one.len() >= 3 && one.end + 1 == start && near == Some(' ') && runs[first].len() < 11
    }) && last.is_none_or(|end| end + 1 != start);
    !joined && !goes_on && !mentions(before(text, start, 10), OTHER)
}

/// Whether a number may end there: an address or a longer code goes on.
fn may_end(text: &str, end: usize, mobile: bool) -> bool {
    let mut letters = text[end..].chars();
    match (letters.next(), letters.next()) {
        (Some('-' | '.'), Some(next)) => !(mobile && next.is_ascii_digit()),
        (Some(letter), _) => !(letter.is_ascii_alphabetic() || matches!(letter, '@' | '_' | '%')),
        (None, _) => true,
    }
}

fn gather(text: &str, runs: &[Range<usize>]) -> Candidate {
    let mut candidate = Candidate { digits: String::new(), ends: Vec::new(), read: None };
    let mut end = None;
    for run in runs.iter().take(DIGITS) {
        let joined = end.is_none_or(|end: usize| {
            let between = &text[end..run.start];
            between.len() <= 3 && between.chars().all(|letter| " -.()–·".contains(letter))
        });
        if !joined || candidate.digits.len() + run.len() > DIGITS {
            break;
        }
        candidate.digits.push_str(&text[run.clone()]);
        candidate.ends.push((candidate.digits.len(), run.end));
        end = Some(run.end);
    }
    candidate
}

impl Candidate {
    /// How many runs make this many digits.
    fn runs_of(&self, digits: usize) -> Option<usize> {
        self.ends.iter().position(|(count, _)| *count == digits).map(|at| at + 1)
    }

    /// Whether a number of China without a plus begins like that.
    fn may_be_at_home(&self) -> bool {
        matches!(self.digits.as_bytes().first(), Some(b'0' | b'1' | b'4' | b'8'))
            && self.ends.last().is_some_and(|(count, _)| *count >= 10)
    }

    /// With a plus: the most digits that may be a number's.
    fn international(&mut self) {
        // 86 settles the length, so that what follows is not read into it.
        if let Some(home) = self.digits.strip_prefix("86")
            && is_mobile_start(home)
            && let Some(count) = self.runs_of(13)
        {
            self.read = Some((count, format!("+{}", &self.digits[..13])));
            return;
        }
        let fitting = self.ends.iter().rposition(|(count, _)| (8..=15).contains(count));
        self.read = fitting.map(|at| (at + 1, format!("+{}", &self.digits[..self.ends[at].0])));
    }

    /// Without: a mainland mobile, a landline with its area code, or a service number.
    fn at_home(&mut self, label: bool) {
        for code in ["", "86", "0086"] {
            if let Some(home) = self.digits.strip_prefix(code)
                && is_mobile_start(home)
                && let Some(count) = self.runs_of(code.len() + 11)
            {
                self.read = Some((count, format!("+86{}", &home[..11])));
                return;
            }
        }
        let apart = self.ends.len() > 1;
        let first = self.ends.first().map_or(0, |(count, _)| *count);
        let landline = self.digits.starts_with('0') && !self.digits.starts_with("00") && (apart || label);
        let lengths: &[usize] = if landline && (matches!(first, 3 | 4) || !apart) {
            &[12, 11, 10]
        } else if ["400", "800"].iter().any(|code| self.digits.starts_with(code)) && (apart || label) {
            &[10]
        } else {
            &[]
        };
        self.read = lengths
            .iter()
            .find_map(|length| Some((self.runs_of(*length)?, self.digits[..*length].to_owned())));
        if self.read.is_none()
            && let Some(home) = self.digits.strip_prefix("0086").filter(|_| apart)
            && let Some(at) = self.ends.iter().rposition(|(count, _)| (13..=15).contains(count))
        {
            self.read = Some((at + 1, format!("+86{}", &home[..self.ends[at].0 - 4])));
        }
    }
}

fn is_mobile_start(digits: &str) -> bool {
    let mut digits = digits.bytes();
    digits.next() == Some(b'1') && digits.next().is_some_and(|digit| (b'3'..=b'9').contains(&digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_offered_is_a_number_by_itself() {
        let text = Text::of("+81 01 1254 5678");
        assert!(find(&text, &[]).is_empty());
    }
}
