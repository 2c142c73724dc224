use crate::time::Timestamp;
use jiff::tz::TimeZone;
use jiff::{ToSpan, Zoned};

/// The time zone of whoever named none: the market's.
pub const DEFAULT_ZONE: &str = "Asia/Shanghai";

/// The hour at which the digest is due, by the clock on the person's wall.
const HOUR: i8 = 9;

/// The next Monday at nine after a moment, in a time zone; `None` at the end of time.
pub fn next_digest(after: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
    let now = jiff::Timestamp::from_microsecond(after.0).ok()?.to_zoned(zone.clone());
    let monday = now.date().checked_sub(i64::from(now.weekday().to_monday_zero_offset()).days()).ok()?;
    let due = |weeks: i64| {
        let day = monday.checked_add((7 * weeks).days()).ok()?;
        Some(timestamp(&day.at(HOUR, 0, 0, 0).to_zoned(zone.clone()).ok()?))
    };
    due(0).filter(|due| *due > after).or_else(|| due(1))
}

/// Where the week of a digest begins: a week before it was due by the clock on the wall, which is not always 168 hours.
pub fn digest_begins(due: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
    let due = jiff::Timestamp::from_microsecond(due.0).ok()?.to_zoned(zone.clone());
    Some(timestamp(&due.checked_sub(7.days()).ok()?))
}

fn timestamp(at: &Zoned) -> Timestamp {
    Timestamp(at.timestamp().as_microsecond())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp(text.parse::<jiff::Timestamp>().unwrap().as_microsecond())
    }

    fn zone(name: &str) -> TimeZone {
        TimeZone::get(name).unwrap()
    }

    #[test]
    fn the_digest_is_due_on_monday_at_nine_where_the_person_is() {
        for (place, after, due) in [
            (DEFAULT_ZONE, "2026-11-22T15:00:00Z", "2026-11-23T01:00:00Z"),
            (DEFAULT_ZONE, "2026-11-23T00:59:59Z", "2026-11-23T01:00:00Z"),
            (DEFAULT_ZONE, "2026-11-23T01:00:00Z", "2026-11-30T01:00:00Z"),
            ("America/New_York", "2026-11-23T01:00:00Z", "2026-11-23T14:00:00Z"),
        ] {
            assert_eq!(next_digest(at(after), &zone(place)), Some(at(due)), "{place} {after}");
        }
    }

    #[test]
    fn nine_stays_nine_when_the_clocks_are_changed_and_no_hour_is_lost() {
        let berlin = zone("Europe/Berlin");
        let summer = next_digest(at("2026-10-18T00:00:00Z"), &berlin).unwrap();
        assert_eq!(summer, at("2026-10-19T07:00:00Z"));
        let winter = next_digest(at("2026-10-24T00:00:00Z"), &berlin).unwrap();
        assert_eq!(winter, at("2026-10-26T08:00:00Z"), "winter time begins on the day before");
        assert_eq!(digest_begins(winter, &berlin), Some(summer), "a week of 169 hours");
    }

    #[test]
    fn at_the_end_of_time_nothing_is_due() {
        assert_eq!(next_digest(Timestamp(i64::MAX), &TimeZone::UTC), None);
        assert_eq!(digest_begins(Timestamp(i64::MIN), &TimeZone::UTC), None);
    }
}
