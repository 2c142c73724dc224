//! Dates and times as files write them.

use zhitu_domain::time::Timestamp;

/// A moment: RFC 3339, or a date, or a date and time without zone, which is taken as UTC.
pub(super) fn parse(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(moment) = text.parse::<jiff::Timestamp>() {
        return Some(Timestamp(moment.as_microsecond()));
    }
    let moment = if let Ok(time) = text.parse::<jiff::civil::DateTime>() {
        time
    } else {
        text.get(..10)?.parse::<jiff::civil::Date>().ok()?.to_datetime(jiff::civil::Time::midnight())
    };
    let moment = moment.to_zoned(jiff::tz::TimeZone::UTC).ok()?;
    Some(Timestamp(moment.timestamp().as_microsecond()))
}

/// The end of a day that is given without a time, else the moment itself.
pub(super) fn parse_end(text: &str) -> Option<Timestamp> {
    let moment = parse(text)?;
    Some(if text.trim().len() == 10 { moment.plus_seconds(86_399) } else { moment })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_that_the_files_have() {
        let day = Some(Timestamp(1_382_572_800_000_000));
        assert_eq!(parse("2013-10-24T00:00:00.000"), day);
        assert_eq!(parse("2013-10-24"), day);
        assert_eq!(parse("2013-10-24T08:00:00+08:00"), day);
        assert_eq!(parse("2013-10-24T00:00:00.0000"), day);
        assert_eq!(parse_end("2013-10-24"), day.map(|day| day.plus_seconds(86_399)));
        assert_eq!(parse("soon"), None);
        assert_eq!(parse(""), None);
    }
}
