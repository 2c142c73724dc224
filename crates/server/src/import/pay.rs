//! Salaries of files, refused where they cannot be true.

use super::report::Note;
use zhitu_domain::job::{Currency, Salary, SalaryPeriod};

/// Lowest and highest believable pay for a period, in units of dollars or yuan; yen are counted as a hundredth.
fn believable(period: SalaryPeriod) -> (f64, f64) {
    match period {
        SalaryPeriod::Hour => (1.0, 3_000.0),
        SalaryPeriod::Day => (8.0, 20_000.0),
        SalaryPeriod::Month => (100.0, 500_000.0),
        SalaryPeriod::Year => (1_000.0, 5_000_000.0),
    }
}

/// A range; `None` where the file says none, or a note of why it is left out.
pub(super) fn salary(
    least: Option<f64>,
    most: Option<f64>,
    currency: Currency,
    period: SalaryPeriod,
) -> Result<Option<Salary>, Note> {
    let (least, most) = match (least, most) {
        (None, None) => return Ok(None),
        (Some(one), None) | (None, Some(one)) => (one, one),
        (Some(least), Some(most)) => (least, most),
    };
    if !least.is_finite() || !most.is_finite() {
        return Err(Note::SalaryAbsurd);
    }
    if most == 0.0 && least == 0.0 {
        return Ok(None);
    }
    if least == 0.0 {
        return Err(Note::SalaryWithoutLeast);
    }
    if least > most {
        return Err(Note::SalaryReversed);
    }
    let (low, high) = believable(period);
    let unit = if currency == Currency::Jpy { 100.0 } else { 1.0 };
    if least < low * unit || most > high * unit || most > least * 100.0 {
        return Err(Note::SalaryAbsurd);
    }
    let salary = Salary { min: hundredths(least), max: hundredths(most), currency, period, months: 12 };
    salary.check().map(|()| Some(salary)).map_err(|_| Note::SalaryAbsurd)
}

#[expect(clippy::cast_possible_truncation, reason = "believable amounts are far below 2^52")]
fn hundredths(amount: f64) -> i64 {
    (amount * 100.0).round() as i64
}

/// A number as people write it: "52,524.00", "$15".
pub(super) fn number(text: &str) -> Option<f64> {
    let digits: String =
        text.chars().filter(|letter| letter.is_ascii_digit() || matches!(letter, '.' | '-')).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_frequencies_and_what_cannot_be_true() {
        let dollars = |least, most, period| salary(Some(least), Some(most), Currency::Usd, period);
        let year = dollars(42_405.0, 65_485.0, SalaryPeriod::Year);
        assert!(matches!(year, Ok(Some(Salary { min: 4_240_500, max: 6_548_500, .. }))));
        assert!(matches!(
            dollars(13.5, 14.58, SalaryPeriod::Hour),
            Ok(Some(Salary { min: 1_350, max: 1_458, .. }))
        ));
        assert!(matches!(dollars(276.0, 276.0, SalaryPeriod::Day), Ok(Some(_))));
        assert_eq!(dollars(0.0, 85_000.0, SalaryPeriod::Year), Err(Note::SalaryWithoutLeast));
        assert_eq!(dollars(52_000.0, 60_000.0, SalaryPeriod::Hour), Err(Note::SalaryAbsurd));
        assert_eq!(dollars(15.0, 15.0, SalaryPeriod::Year), Err(Note::SalaryAbsurd));
        assert_eq!(dollars(20.0, 15.0, SalaryPeriod::Hour), Err(Note::SalaryReversed));
        assert_eq!(dollars(-5.0, 15.0, SalaryPeriod::Hour), Err(Note::SalaryAbsurd));
        assert_eq!(dollars(f64::NAN, 15.0, SalaryPeriod::Hour), Err(Note::SalaryAbsurd));
        assert_eq!(dollars(0.0, 0.0, SalaryPeriod::Year), Ok(None));
        assert_eq!(salary(None, None, Currency::Usd, SalaryPeriod::Year), Ok(None));
        assert_eq!(number("$52,524.00"), Some(52_524.0));
        assert_eq!(number("negotiable"), None);
    }
}
