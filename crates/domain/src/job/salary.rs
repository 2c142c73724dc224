//! Pay as it is promised, and as it is compared.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// The time for which an amount is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SalaryPeriod {
    /// An hour.
    Hour,
    /// A working day.
    Day,
    /// A calendar month.
    Month,
    /// A year.
    Year,
}

/// ISO 4217 codes of the currencies that postings may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum Currency {
    /// Renminbi.
    Cny,
    /// US dollar.
    Usd,
    /// Euro.
    Eur,
    /// Hong Kong dollar.
    Hkd,
    /// Pound sterling.
    Gbp,
    /// Yen.
    Jpy,
    /// Singapore dollar.
    Sgd,
}

/// A salary range, in hundredths of the currency's unit, for one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Salary {
    /// The least, in hundredths (fen, cents).
    #[ts(type = "number")]
    pub min: i64,
    /// The most, in hundredths; not below `min`.
    #[ts(type = "number")]
    pub max: i64,
    /// What it is paid in.
    pub currency: Currency,
    /// What it is paid for.
    pub period: SalaryPeriod,
    /// Monthly salaries a year (14 薪); 12 where nothing is said. Only with [`SalaryPeriod::Month`].
    pub months: u8,
}

/// Why a range is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SalaryError {
    /// An amount is zero, negative or beyond ten million a month.
    #[error("amount out of range")]
    Amount,
    /// `min` exceeds `max`.
    #[error("the least exceeds the most")]
    Order,
    /// `months` is outside 12 to 24, or not 12 for another period than a month.
    #[error("months out of range")]
    Months,
}

impl Salary {
    /// Checks the range.
    pub fn check(&self) -> Result<(), SalaryError> {
        if self.min <= 0 || self.max > 100_000_000_000 {
            return Err(SalaryError::Amount);
        }
        if self.min > self.max {
            return Err(SalaryError::Order);
        }
        let fits = match self.period {
            SalaryPeriod::Month => (12..=24).contains(&self.months),
            _ => self.months == 12,
        };
        if fits { Ok(()) } else { Err(SalaryError::Months) }
    }

    /// The range for an average month of a full-time year, in hundredths of its own currency: what filters and
    /// sorting compare. An hour counts 2,080 a year, a day 260 (52 weeks of 5 days of 8 hours).
    pub fn monthly(&self) -> (i64, i64) {
        let month = |amount: i64| match self.period {
            SalaryPeriod::Hour => amount * 2080 / 12,
            SalaryPeriod::Day => amount * 260 / 12,
            SalaryPeriod::Month => amount * i64::from(self.months) / 12,
            SalaryPeriod::Year => amount / 12,
        };
        (month(self.min), month(self.max))
    }

    /// [`Salary::monthly`] in fen of renminbi, by fixed rough rates: good for ordering a list, never shown.
    pub fn monthly_cny(&self) -> (i64, i64) {
        // Hundredths of a yuan for one unit; rounded yearly averages, enough to order by.
        let rate = match self.currency {
            Currency::Cny => 100,
            Currency::Usd => 715,
            Currency::Eur => 790,
            Currency::Hkd => 92,
            Currency::Gbp => 930,
            Currency::Jpy => 5,
            Currency::Sgd => 540,
        };
        let (min, max) = self.monthly();
        (min * rate / 100, max * rate / 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn salary(min: i64, max: i64, period: SalaryPeriod, months: u8) -> Salary {
        Salary { min, max, currency: Currency::Cny, period, months }
    }

    #[test]
    fn periods_compare_by_month() {
        assert_eq!(salary(1_800_000, 2_600_000, SalaryPeriod::Month, 14).monthly(), (2_100_000, 3_033_333));
        assert_eq!(salary(12_000_000, 24_000_000, SalaryPeriod::Year, 12).monthly(), (1_000_000, 2_000_000));
        assert_eq!(salary(3_000, 3_000, SalaryPeriod::Hour, 12).monthly(), (520_000, 520_000));
        assert_eq!(salary(30_000, 30_000, SalaryPeriod::Day, 12).monthly(), (650_000, 650_000));
    }

    #[test]
    fn impossible_ranges_are_named() {
        assert_eq!(salary(0, 5, SalaryPeriod::Month, 12).check(), Err(SalaryError::Amount));
        assert_eq!(salary(6, 5, SalaryPeriod::Month, 12).check(), Err(SalaryError::Order));
        assert_eq!(salary(5, 6, SalaryPeriod::Month, 11).check(), Err(SalaryError::Months));
        assert_eq!(salary(5, 6, SalaryPeriod::Year, 13).check(), Err(SalaryError::Months));
        assert_eq!(salary(5, 6, SalaryPeriod::Month, 13).check(), Ok(()));
    }
}
