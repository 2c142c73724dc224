//! Pay as postings and people write it.

use super::digits::{before, mentions};
use crate::job::{Currency, Salary, SalaryPeriod};
use std::ops::Range;

/// What was read, and how sure it is.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pay {
    pub(super) salary: Salary,
    pub(super) range: Range<usize>,
    /// A period, a number of months or a word for pay stands with it; else it may be any price.
    pub(super) certain: bool,
}

/// An amount: in hundredths as it is written, and the factor that its unit says.
#[derive(Clone, Copy)]
struct Amount {
    hundredths: i64,
    factor: Option<i64>,
    end: usize,
}

/// A word for pay, with the period that it says.
type Label = (&'static str, Option<SalaryPeriod>);

const LABELS: &[Label] = &[
    ("年薪", Some(SalaryPeriod::Year)),
    ("月薪", Some(SalaryPeriod::Month)),
    ("底薪", Some(SalaryPeriod::Month)),
    ("日薪", Some(SalaryPeriod::Day)),
    ("时薪", Some(SalaryPeriod::Hour)),
    ("薪资", None),
    ("薪酬", None),
    ("薪水", None),
    ("工资", None),
    ("待遇", None),
    ("salary", None),
    ("compensation", None),
    ("comp", None),
    ("pay", None),
];

const PERIODS: &[(&str, SalaryPeriod)] = &[
    ("年", SalaryPeriod::Year),
    ("annum", SalaryPeriod::Year),
    ("annual", SalaryPeriod::Year),
    ("year", SalaryPeriod::Year),
    ("yr", SalaryPeriod::Year),
    ("个月", SalaryPeriod::Month),
    ("月", SalaryPeriod::Month),
    ("month", SalaryPeriod::Month),
    ("mo", SalaryPeriod::Month),
    ("天", SalaryPeriod::Day),
    ("日", SalaryPeriod::Day),
    ("day", SalaryPeriod::Day),
    ("小时", SalaryPeriod::Hour),
    ("时", SalaryPeriod::Hour),
    ("hour", SalaryPeriod::Hour),
    ("hr", SalaryPeriod::Hour),
    ("h", SalaryPeriod::Hour),
];

const SIGNS: &[(&str, Currency)] = &[
    ("HK$", Currency::Hkd),
    ("US$", Currency::Usd),
    ("S$", Currency::Sgd),
    ("$", Currency::Usd),
    ("€", Currency::Eur),
    ("£", Currency::Gbp),
    ("¥", Currency::Cny),
];

const CODES: &[(&str, Currency)] = &[
    ("rmb", Currency::Cny),
    ("cny", Currency::Cny),
    ("人民币", Currency::Cny),
    ("usd", Currency::Usd),
    ("eur", Currency::Eur),
    ("hkd", Currency::Hkd),
    ("gbp", Currency::Gbp),
    ("jpy", Currency::Jpy),
    ("sgd", Currency::Sgd),
];

/// The first pay in a text.
pub(super) fn find(text: &str) -> Option<Pay> {
    let mut past = 0;
    for (at, _) in text.char_indices().filter(|(_, letter)| letter.is_ascii_digit()) {
        if at < past || text[..at].ends_with(|before: char| before.is_ascii_alphanumeric() || before == '.') {
            continue;
        }
        if let Some(pay) = pay(text, at) {
            return Some(pay);
        }
        // The rest of this number is not the start of another.
        past = at + text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    }
    None
}

/// Whether pay is said to be agreed on in person.
pub(super) fn is_negotiable(text: &str) -> bool {
    text.contains("面议") || mentions(text, &["negotiable"])
}

fn pay(text: &str, at: usize) -> Option<Pay> {
    let mut first = amount(text, at)?;
    let mut second = first;
    let mut ranged = false;
    if let Some(next) = between(text, first.end) {
        let sign =
            SIGNS.iter().find(|(sign, _)| text[next..].starts_with(sign)).map_or(0, |(sign, _)| sign.len());
        if let Some(found) = amount(text, next + sign) {
            (second, ranged) = (found, true);
        }
    }
    // "15-25k": the unit at the end is both's; "15k-25" the other way round.
    first.factor = first.factor.or(second.factor.filter(|_| ranged));
    second.factor = second.factor.or(first.factor);
    let mut end = second.end;
    if text[end..].starts_with('+') {
        end += 1;
    }

    let near = before(text, at, 12);
    let label = label(near);
    let sign = SIGNS.iter().find(|(sign, _)| near.trim_end().ends_with(sign));
    let named = |rest: &str| {
        CODES.iter().find(|(code, _)| begins(rest, code)).map(|(code, currency)| (code.len(), *currency))
    };
    let mut yuan = false;
    let rest = text[end..].trim_start_matches(' ');
    let code = named(rest);
    if let Some((length, _)) = code {
        end = text.len() - rest.len() + length;
    } else if rest.starts_with('元') {
        yuan = true;
        end = text.len() - rest.len() + '元'.len_utf8();
    }
    let written = CODES.iter().find(|(code, _)| mentions(near, &[code])).map(|(_, currency)| *currency);
    let currency = code.map(|(_, currency)| currency).or(sign.map(|(_, currency)| *currency)).or(written);

    let said = period(text, end);
    let months = months(text, at, said.map_or(end, |(_, end)| end));
    let foreign = currency.filter(|currency| *currency != Currency::Cny);
    let min = first.hundredths.checked_mul(first.factor.unwrap_or(1))?;
    let max = second.hundredths.checked_mul(second.factor.unwrap_or(1))?;
    let period = said
        .map(|(period, _)| period)
        .or(label.and_then(|(_, period)| *period))
        .unwrap_or_else(|| usual_period(max, foreign));

    let thousands = ranged && first.factor == Some(1_000) && second.factor == Some(1_000);
    let certain = said.is_some() || months.is_some() || label.is_some();
    let unit = first.factor.is_some() || yuan || currency.is_some();
    let plausible = thousands
        || (unit && certain)
        || (ranged && (yuan || foreign.is_some() || is_ended(text, end)) && unit)
        // A bare range behind its label: "薪资：5000-7000".
        || (ranged && label.is_some() && min >= 100_000);
    let salary = Salary {
        min,
        max,
        currency: currency.unwrap_or(Currency::Cny),
        period,
        months: months.map_or(12, |(months, _)| months).min(if period == SalaryPeriod::Month {
            24
        } else {
            12
        }),
    };
    let end =
        [said.map(|(_, end)| end), months.map(|(_, end)| end)].into_iter().flatten().fold(end, usize::max);
    let start = at - sign.filter(|(sign, _)| text[..at].ends_with(sign)).map_or(0, |(sign, _)| sign.len());
    let (least, most) = salary.check().is_ok().then(|| salary.monthly_cny())?;
    // Below 500 yuan and above five million a month it is something else.
    let fits = (50_000..=500_000_000).contains(&least) && most <= 500_000_000;
    (plausible && fits).then_some(Pay { salary, range: start..end, certain: certain || thousands })
}

/// "60,000", "1.5", "19.50", with its unit.
fn amount(text: &str, at: usize) -> Option<Amount> {
    let bytes = text.as_bytes();
    let (mut whole, mut cents, mut end) = (0_i64, 0_i64, at);
    let mut digits = 0;
    while let Some(byte) = bytes.get(end) {
        let grouped = *byte == b','
            && digits > 0
            && bytes.get(end + 1..end + 4).is_some_and(|next| next.iter().all(u8::is_ascii_digit))
            && !bytes.get(end + 4).is_some_and(u8::is_ascii_digit);
        if byte.is_ascii_digit() {
            whole = whole.checked_mul(10)?.checked_add(i64::from(byte - b'0'))?;
            digits += 1;
        } else if !grouped {
            break;
        }
        end += 1;
        if digits > 9 {
            return None;
        }
    }
    if digits == 0 {
        return None;
    }
    if bytes.get(end) == Some(&b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
        let mut worth = 10;
        end += 1;
        while let Some(byte) = bytes.get(end).filter(|byte| byte.is_ascii_digit()) {
            cents += worth * i64::from(byte - b'0');
            worth /= 10;
            end += 1;
        }
    }
    let rest = &text[end..];
    let unit = rest.trim_start_matches(' ');
    let factor = match unit.chars().next() {
        Some('k' | 'K' | '千') => Some(1_000),
        Some('w' | 'W' | '万') => Some(10_000),
        _ => None,
    };
    let letter = unit.chars().next().map_or(0, char::len_utf8);
    // "5 km", "3 weeks", "30 万字".
    let other = unit.get(letter..).is_some_and(|next| {
        next.starts_with(|next: char| next.is_ascii_alphabetic() || "字册人次步".contains(next))
    });
    let factor = factor.filter(|_| !other);
    let end = if factor.is_some() { text.len() - unit.len() + letter } else { end };
    Some(Amount { hundredths: whole.checked_mul(100)?.checked_add(cents)?, factor, end })
}

/// Where the second amount of a range starts.
fn between(text: &str, end: usize) -> Option<usize> {
    let rest = text[end..].trim_start_matches(' ');
    let rest = rest.strip_prefix('元').unwrap_or(rest).trim_start_matches(' ');
    let sign =
        ["--", "-", "–", "—", "~", "〜", "至", "到", "to "].iter().find(|sign| rest.starts_with(*sign))?;
    Some(text.len() - rest[sign.len()..].trim_start_matches(' ').len())
}

/// Whether a Latin word, in any case, stands at the start and does not go on; or a Chinese one stands there.
fn begins(text: &str, word: &str) -> bool {
    text.as_bytes().get(..word.len()).is_some_and(|here| here.eq_ignore_ascii_case(word.as_bytes()))
        && !(word.ends_with(|last: char| last.is_ascii_alphabetic())
            && text[word.len()..].starts_with(|next: char| next.is_ascii_alphabetic()))
}

/// The word for pay before an amount.
fn label(near: &str) -> Option<&'static Label> {
    LABELS.iter().find(|(label, _)| mentions(near, &[label]))
}

/// "/月", "每天", "a year", "per month", "元/时".
fn period(text: &str, end: usize) -> Option<(SalaryPeriod, usize)> {
    let rest = text[end..].trim_start_matches(' ');
    let opener = ["/", "每", "per ", "an ", "a ", "p."]
        .iter()
        .find(|opener| begins(rest, opener.trim_end()) && rest.starts_with(*opener));
    let named = match opener {
        Some(opener) => rest[opener.len()..].trim_start_matches(' '),
        None if begins(rest, "annually") || begins(rest, "yearly") => return Some((SalaryPeriod::Year, end)),
        None if begins(rest, "hourly") => return Some((SalaryPeriod::Hour, end)),
        None if begins(rest, "monthly") => return Some((SalaryPeriod::Month, end)),
        None => return None,
    };
    if opener == Some(&"p.") && named.starts_with('a') {
        return Some((SalaryPeriod::Year, text.len() - named.len() + 1));
    }
    let (word, period) = PERIODS.iter().find(|(word, _)| begins(named, word))?;
    Some((*period, text.len() - named.len() + word.len()))
}

/// "·14薪", "*14", "× 16薪" behind; "14薪，" before. How many months, and where they end.
fn months(text: &str, at: usize, end: usize) -> Option<(u8, usize)> {
    let number = |text: &str| {
        let count = text.bytes().take(3).take_while(u8::is_ascii_digit).count();
        let months: u8 = text[..count].parse().ok()?;
        (count == 2 && (12..=24).contains(&months)).then_some(months)
    };
    let rest = text[end..].trim_start_matches(' ');
    let times = rest.starts_with(['*', '×', 'x', 'X']);
    let open = rest.trim_start_matches(|letter: char| " ·•∙*×xX(（,，/".contains(letter));
    if rest.len() - open.len() <= 6
        && let Some(months) = number(open)
        && (times || open[2..].starts_with('薪') || open[2..].starts_with("个月"))
    {
        let unit = if open[2..].starts_with('薪') { '薪'.len_utf8() } else { 0 };
        return Some((months, text.len() - open.len() + 2 + unit));
    }
    let near = before(text, at, 6);
    let start = near.find('薪').filter(|start| *start >= 2)?;
    let months = near.get(start - 2..start).and_then(number)?;
    Some((months, end))
}

/// What is meant where no period stands: renminbi by the month, others by the size of the amount.
fn usual_period(max: i64, foreign: Option<Currency>) -> SalaryPeriod {
    let (year, month) = match foreign {
        None => return SalaryPeriod::Month,
        Some(Currency::Jpy) => (150_000_000, 5_000_000),
        Some(Currency::Hkd | Currency::Sgd) => (10_000_000, 100_000),
        Some(_) => (1_500_000, 50_000),
    };
    if max >= year {
        SalaryPeriod::Year
    } else if max >= month {
        SalaryPeriod::Month
    } else {
        SalaryPeriod::Hour
    }
}

/// Whether an amount is followed by what ends a cell, not by what it counts.
fn is_ended(text: &str, end: usize) -> bool {
    text[end..].chars().next().is_none_or(|next| next.is_whitespace() || "|/·,，;；。)".contains(next))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(i64, i64, Currency, SalaryPeriod, u8)> {
        find(text).map(|pay| {
            let Salary { min, max, currency, period, months } = pay.salary;
            (min / 100, max / 100, currency, period, months)
        })
    }

    #[test]
    fn pay_is_read_in_every_form() {
        use Currency::{Cny, Gbp, Hkd, Usd};
        use SalaryPeriod::{Day, Hour, Month, Year};
        for (text, expected) in [
            ("15-25k·14薪", (15_000, 25_000, Cny, Month, 14)),
            ("15K-25K", (15_000, 25_000, Cny, Month, 12)),
            ("1.5万-2万/月", (15_000, 20_000, Cny, Month, 12)),
            ("8千-1.2万", (8_000, 12_000, Cny, Month, 12)),
            ("年薪30万", (300_000, 300_000, Cny, Year, 12)),
            ("25-35万/年", (250_000, 350_000, Cny, Year, 12)),
            ("200元/天", (200, 200, Cny, Day, 12)),
            ("40元/时", (40, 40, Cny, Hour, 12)),
            ("月薪8000元", (8_000, 8_000, Cny, Month, 12)),
            ("薪资：5000-7000", (5_000, 7_000, Cny, Month, 12)),
            ("$60k–70k/yr", (60_000, 70_000, Usd, Year, 12)),
            ("$60,000 - $70,000 a year", (60_000, 70_000, Usd, Year, 12)),
            ("£45,000 per annum", (45_000, 45_000, Gbp, Year, 12)),
            ("HK$22,000-28,000/month", (22_000, 28_000, Hkd, Month, 12)),
            ("$22/hour", (22, 22, Usd, Hour, 12)),
            ("14薪，18-28k", (18_000, 28_000, Cny, Month, 14)),
            ("20-35k*14", (20_000, 35_000, Cny, Month, 14)),
        ] {
            assert_eq!(read(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_pay_is_none() {
        for text in
            ["3-5年", "30 万字", "5-10 km", "2019.09-2023.06", "15k", "13912345678", "", "9999999999999-1k"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
