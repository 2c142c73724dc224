//! The system's clock.

use async_trait::async_trait;
use jiff::Zoned;
use jiff::civil::Date;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use zhitu_core::ports::Clock;
use zhitu_domain::time::Timestamp;

/// The system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

#[async_trait]
impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the adapter through which time comes in")]
    fn now(&self) -> Timestamp {
        let micros = match SystemTime::now().duration_since(UNIX_EPOCH) {
            Ok(since) => i64::try_from(since.as_micros()).unwrap_or(i64::MAX),
            Err(before) => i64::try_from(before.duration().as_micros()).map_or(i64::MIN, |micros| -micros),
        };
        Timestamp(micros)
    }

    fn today(&self) -> Date {
        Zoned::now().date()
    }

    async fn sleep(&self, duration: Duration) {
        tokio::time::sleep(duration).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_the_day_of_the_moment() {
        let clock = SystemClock;
        let (before, today, after) = (clock.now(), clock.today(), clock.now());
        let day = |moment: Timestamp| {
            jiff::Timestamp::from_microsecond(moment.0).unwrap().to_zoned(jiff::tz::TimeZone::system()).date()
        };
        assert!(day(before) <= today && today <= day(after));
        assert!(before <= after);
    }
}
