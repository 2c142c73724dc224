//! Who is old enough. Source: S-MIN-01.

use jiff::civil::Date;

/// Years a person must have completed to use the platform. Source: S-MIN-01.
pub const MINIMUM_AGE: i16 = 16;

/// Why a birth date is refused. The date itself is in none of the variants: it is not kept (S-MIN-01).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AgeError {
    /// The date lies after today or before 1900.
    #[error("not a birth date")]
    Impossible,
    /// The person has not completed [`MINIMUM_AGE`] years.
    #[error("under {MINIMUM_AGE}")]
    TooYoung,
}

/// Checks a birth date against today's date (in the person's place of residence).
///
/// A person born on 29 February completes a year on 1 March of years without that day.
pub fn check_age(birth: Date, today: Date) -> Result<(), AgeError> {
    if birth > today || birth.year() < 1900 {
        return Err(AgeError::Impossible);
    }
    let mut years = today.year() - birth.year();
    if (today.month(), today.day()) < (birth.month(), birth.day()) {
        years -= 1;
    }
    if years < MINIMUM_AGE { Err(AgeError::TooYoung) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// S-MIN-01
    #[test]
    fn sixteenth_birthday_is_the_first_day_of_use() {
        let today = date(2026, 11, 23);
        assert_eq!(check_age(date(2010, 11, 23), today), Ok(()));
        assert_eq!(check_age(date(2010, 11, 24), today), Err(AgeError::TooYoung));
        assert_eq!(check_age(date(2026, 11, 24), today), Err(AgeError::Impossible));
        assert_eq!(check_age(date(1899, 12, 31), today), Err(AgeError::Impossible));
        assert_eq!(check_age(date(2008, 2, 29), date(2024, 2, 28)), Err(AgeError::TooYoung));
        assert_eq!(check_age(date(2008, 2, 29), date(2024, 2, 29)), Ok(()));
    }
}
