//! When something began and ended, as people write it.

use crate::resume::YearMonth;
use jiff::civil::{Date, date};
use std::ops::Range;

/// Two months. Where a text gives only years, both are `None`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) start: Option<YearMonth>,
    pub(super) end: Option<YearMonth>,
    pub(super) current: bool,
}

/// A year, with its month where there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Moment {
    year: i16,
    month: Option<i8>,
}

impl Moment {
    fn month(self) -> Option<YearMonth> {
        Some(YearMonth { year: self.year, month: self.month? })
    }
}

const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_ENDS: &[&str] = &["uary", "ruary", "ch", "il", "e", "y", "ust", "t", "tember", "ober", "ember"];
const NOW: &[&str] = &["至今", "今", "现在", "目前", "当前", "present", "now", "current", "today", "ongoing"];
const BETWEEN: &[&str] = &["---", "--", "——", "-", "–", "—", "―", "~", "〜", "→", "至", "到", "to", "until"];

/// The first period of a line, and where it stands with the brackets around it.
pub(super) fn find(text: &str, today: Date) -> Option<(Range<usize>, Period)> {
    let mut earlier = ' ';
    for (at, letter) in text.char_indices() {
        let begins = match letter {
            '0'..='9' => !earlier.is_ascii_alphanumeric() && earlier != '.',
            'A'..='Z' | 'a'..='z' => !earlier.is_ascii_alphanumeric(),
            _ => false,
        };
        earlier = letter;
        if begins && let Some((end, period)) = period(text, at, today) {
            let bracketed = text[..at].ends_with('(') && text[end..].starts_with(')');
            return Some(if bracketed { (at - 1..end + 1, period) } else { (at..end, period) });
        }
    }
    None
}

fn period(text: &str, at: usize, today: Date) -> Option<(usize, Period)> {
    let (start, at) = moment(text, at, today)?;
    let gap = skip_spaces(text, at);
    // "2021.03至今": the word that ends it is also the one between.
    if let Some(end) = now(text, gap) {
        return Some((end, Period { start: start.month(), end: None, current: true }));
    }
    let between = BETWEEN.iter().find(|between| starts(&text[gap..], between))?;
    let next = skip_spaces(text, gap + between.len());
    if let Some(end) = now(text, next) {
        return Some((end, Period { start: start.month(), end: None, current: true }));
    }
    let (end, at) = moment(text, next, today)?;
    // Years alone and months do not go together: "2019-05" is a month.
    if end < start || start.month.is_some() != end.month.is_some() {
        return None;
    }
    Some((at, Period { start: start.month(), end: end.month(), current: false }))
}

fn now(text: &str, at: usize) -> Option<usize> {
    NOW.iter().find(|word| starts(&text[at..], word)).map(|word| at + word.len())
}

/// Whether a text starts with a word, in any case, that does not go on.
fn starts(text: &str, word: &str) -> bool {
    let here =
        text.as_bytes().get(..word.len()).is_some_and(|here| here.eq_ignore_ascii_case(word.as_bytes()));
    let letters = word.ends_with(|last: char| last.is_ascii_alphabetic());
    here && !(letters && text[word.len()..].starts_with(|next: char| next.is_ascii_alphabetic()))
}

fn skip_spaces(text: &str, at: usize) -> usize {
    at + text.as_bytes()[at..].iter().take(4).take_while(|byte| **byte == b' ').count()
}

/// A number of at most eight digits: how many digits, its value, where it ends.
fn digits(text: &str, at: usize) -> Option<(usize, u32, usize)> {
    let count = text.as_bytes()[at..].iter().take(9).take_while(|byte| byte.is_ascii_digit()).count();
    if !(1..=8).contains(&count) {
        return None;
    }
    Some((count, text[at..at + count].parse().ok()?, at + count))
}

/// A year that a person of working age may name; up to ten years ahead, as a degree that is aimed at.
fn year(value: u32, today: Date) -> Option<i16> {
    i16::try_from(value).ok().filter(|year| (1950..=today.year().saturating_add(10).min(2100)).contains(year))
}

fn month(value: u32) -> Option<i8> {
    i8::try_from(value).ok().filter(|month| (1..=12).contains(month))
}

fn moment(text: &str, at: usize, today: Date) -> Option<(Moment, usize)> {
    if text[at..].starts_with(|first: char| first.is_ascii_alphabetic()) {
        return named_month(text, at, today);
    }
    let (count, value, end) = digits(text, at)?;
    match count {
        4 => {
            let year = year(value, today)?;
            Some(after_year(text, end, year).unwrap_or_else(|| {
                let end = if text[end..].starts_with('年') { end + '年'.len_utf8() } else { end };
                (Moment { year, month: None }, end)
            }))
        }
        6 => Some((Moment { year: year(value / 100, today)?, month: Some(month(value % 100)?) }, end)),
        8 => {
            let moment =
                Moment { year: year(value / 10_000, today)?, month: Some(month(value / 100 % 100)?) };
            (1..=31).contains(&(value % 100)).then_some((moment, end))
        }
        1 | 2 => {
            let month = month(value)?;
            let next = text[end..].strip_prefix(['/', '.', '-']).map(|_| end + 1)?;
            let (count, value, end) = digits(text, next)?;
            let year = year(value, today).filter(|_| count == 4)?;
            Some((Moment { year, month: Some(month) }, end))
        }
        _ => None,
    }
}

/// A month, and perhaps a day, after the year: ".9", "-09", "年9月", "/09/01".
fn after_year(text: &str, at: usize, year: i16) -> Option<(Moment, usize)> {
    let at = skip_spaces(text, at);
    let sign = text[at..].chars().next().filter(|sign| matches!(sign, '.' | '-' | '/' | '年'))?;
    let next = skip_spaces(text, at + sign.len_utf8());
    let (count, value, end) = digits(text, next).filter(|(count, ..)| *count <= 2)?;
    debug_assert!(count <= 2);
    let moment = Moment { year, month: Some(month(value)?) };
    let unit = skip_spaces(text, end);
    let end = if text[unit..].starts_with('月') { unit + '月'.len_utf8() } else { end };
    let day_sign = if sign == '年' { end } else { text[end..].strip_prefix(sign).map_or(end, |_| end + 1) };
    let day = digits(text, day_sign).filter(|(count, value, _)| *count <= 2 && (1..=31).contains(value));
    let ended = day.filter(|_| sign == '年' || day_sign > end).map_or(end, |(.., end)| {
        let unit = text[end..].chars().next().filter(|unit| matches!(unit, '日' | '号'));
        end + unit.map_or(0, char::len_utf8)
    });
    Some((moment, ended))
}

/// "Sep 2019", "September, 2019".
fn named_month(text: &str, at: usize, today: Date) -> Option<(Moment, usize)> {
    let name = text.get(at..at + 3)?;
    let index = MONTHS.iter().position(|month| name.eq_ignore_ascii_case(month))?;
    let rest = &text[at + 3..];
    let letters = rest.bytes().take(8).take_while(u8::is_ascii_alphabetic).count();
    if letters > 0 && !MONTH_ENDS.iter().any(|end| rest[..letters].eq_ignore_ascii_case(end)) {
        return None;
    }
    let mut next = at + 3 + letters;
    next +=
        text.as_bytes()[next..].iter().take(3).take_while(|byte| matches!(byte, b'.' | b',' | b' ')).count();
    let (count, value, end) = digits(text, next)?;
    let year = year(value, today).filter(|_| count == 4)?;
    Some((Moment { year, month: Some(i8::try_from(index + 1).ok()?) }, end))
}

/// A whole date: "1996-05-12", "1990年3月8日".
pub(super) fn day(text: &str) -> Option<(Range<usize>, Date)> {
    let at = text.char_indices().find(|(at, letter)| {
        letter.is_ascii_digit() && !text[..*at].ends_with(|before: char| before.is_ascii_alphanumeric())
    });
    let (start, _) = at?;
    let (count, value, end) = digits(text, start)?;
    if count == 8 {
        let part = |value: u32| i8::try_from(value).ok();
        let found =
            Date::new(i16::try_from(value / 10_000).ok()?, part(value / 100 % 100)?, part(value % 100)?);
        return Some((start..end, found.ok().filter(|found| *found > date(1900, 1, 1))?));
    }
    if count != 4 {
        return None;
    }
    let (sign, end) = sign(text, end, &['-', '.', '/', '年'])?;
    let (_, month, end) = digits(text, end).filter(|(count, ..)| *count <= 2)?;
    let (_, end) = self::sign(text, end, if sign == '年' { &['月'] } else { std::slice::from_ref(&sign) })?;
    let (_, day, end) = digits(text, end).filter(|(count, ..)| *count <= 2)?;
    let end = if text[end..].starts_with('日') { end + '日'.len_utf8() } else { end };
    let found = Date::new(i16::try_from(value).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Some((start..end, found.ok()?))
}

fn sign(text: &str, at: usize, signs: &[char]) -> Option<(char, usize)> {
    let at = skip_spaces(text, at);
    let sign = text[at..].chars().next().filter(|sign| signs.contains(sign))?;
    Some((sign, skip_spaces(text, at + sign.len_utf8())))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = date(2026, 11, 25);

    fn read(text: &str) -> Option<String> {
        let (range, period) = find(text, TODAY)?;
        let shown = |month: Option<YearMonth>| month.map_or_else(|| "?".to_owned(), String::from);
        let end = if period.current { "now".to_owned() } else { shown(period.end) };
        Some(format!("{} {end} [{}]", shown(period.start), &text[range]))
    }

    #[test]
    fn periods_are_read_in_every_form() {
        for (text, expected) in [
            ("2019.09-2023.06 复旦", "2019-09 2023-06 [2019.09-2023.06]"),
            ("2019年9月–至今", "2019-09 now [2019年9月–至今]"),
            ("(2019年9月1日 至 2023年6月30日)", "2019-09 2023-06 [(2019年9月1日 至 2023年6月30日)]"),
            ("Sep 2019 – Jun 2023", "2019-09 2023-06 [Sep 2019 – Jun 2023]"),
            ("September 2019 to present", "2019-09 now [September 2019 to present]"),
            ("09/2019 - present", "2019-09 now [09/2019 - present]"),
            ("201909-202306", "2019-09 2023-06 [201909-202306]"),
            ("2019-09-2023-06", "2019-09 2023-06 [2019-09-2023-06]"),
            ("2019-09-01 - 2023-06-30", "2019-09 2023-06 [2019-09-01 - 2023-06-30]"),
            ("2021.03至今", "2021-03 now [2021.03至今]"),
            ("2019/9 ~ 2023/6", "2019-09 2023-06 [2019/9 ~ 2023/6]"),
            ("2015 - 2019", "? ? [2015 - 2019]"),
        ] {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_period_is_none() {
        for text in
            ["2019-05", "2023.06-2019.09", "2019.13-2020.01", "021-58881234", "1.2.3 - 2.0.0", "May I", ""]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_needs_its_day() {
        assert_eq!(day("生于 1996-05-12 上海").map(|(_, found)| found), Some(date(1996, 5, 12)));
        assert_eq!(day("1990年3月8日").map(|(_, found)| found), Some(date(1990, 3, 8)));
        assert_eq!(day("19900308").map(|(_, found)| found), Some(date(1990, 3, 8)));
        assert_eq!(day("1990年3月"), None);
        assert_eq!(day("1990-02-30"), None);
    }
}
