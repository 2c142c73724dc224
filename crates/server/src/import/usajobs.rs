//! USAJOBS announcements: the short form of its history and the full form of an announcement, in one JSON array.

use super::report::Note;
use super::text::{Texts, sections};
use super::{Posting, Refusal, Row, date, pay, place, without_mark};
use serde::de::{DeserializeSeed, Deserializer as _, SeqAccess, Visitor};
use serde_json::Value;
use std::io::BufRead;
use zhitu_domain::contact::ContactItems;
use zhitu_domain::job::{Currency, Education, EmploymentType, Experience, JobContent, SalaryPeriod};
use zhitu_domain::time::Timestamp;

/// Goes through an array without holding it whole.
struct Elements<'a> {
    take: &'a mut dyn FnMut(Value),
}

impl<'de> DeserializeSeed<'de> for Elements<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Elements<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("an array of announcements")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        while let Some(element) = elements.next_element::<Value>()? {
            (self.take)(element);
        }
        Ok(())
    }
}

pub(super) fn read(source: impl BufRead, now: Timestamp, take: &mut dyn FnMut(Row)) -> std::io::Result<()> {
    let mut deserializer = serde_json::Deserializer::from_reader(without_mark(source)?);
    let mut row = 0;
    let mut each = |value: Value| {
        row += 1;
        take(posting(row, &value, now));
    };
    let read = deserializer.deserialize_seq(Elements { take: &mut each });
    match read {
        Ok(()) => Ok(()),
        Err(error) if error.is_io() => Err(std::io::Error::other(error)),
        // What came before it is taken; what follows cannot be told apart any more.
        Err(error) => {
            take(Err(Refusal { row: row + 1, reason: "not_json", detail: error.to_string() }));
            Ok(())
        }
    }
}

fn words<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn list(value: &Value, name: &str) -> Vec<String> {
    let items = value.get(name).and_then(Value::as_array);
    items.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn key(value: &Value) -> Option<String> {
    let url = [words(value, "usajobs_url"), words(value, "url")].into_iter().find(|url| !url.is_empty());
    if let Some(url) = url {
        return Some(url.replace(":443/", "/"));
    }
    match value.get("control_number")? {
        Value::String(key) if !key.is_empty() => Some(format!("usajobs:{key}")),
        Value::Number(key) => Some(format!("usajobs:{key}")),
        _ => None,
    }
}

fn employment_type(appointment: &str) -> EmploymentType {
    match appointment {
        "Internships" => EmploymentType::Internship,
        "Temporary" | "Temporary Promotion" | "Summer" | "Seasonal" => EmploymentType::Temporary,
        "Term" | "Detail" => EmploymentType::Contract,
        "Intermittent" => EmploymentType::PartTime,
        _ => EmploymentType::FullTime,
    }
}

fn posting(row: u64, value: &Value, now: Timestamp) -> Row {
    let refused = |reason: &'static str| Refusal { row, reason, detail: String::new() };
    if !value.is_object() {
        return Err(refused("not_a_job_posting"));
    }
    let mut texts = Texts::default();
    let source = key(value).ok_or_else(|| refused("no_key"))?;
    let title =
        [words(value, "position_title"), words(value, "title")].into_iter().find(|title| !title.is_empty());
    let title = texts.title(title.unwrap_or_default());
    if title.chars().count() < 2 {
        return Err(refused("no_title"));
    }
    // "Other Agencies …" is a drawer, not an employer.
    let company = ["organization", "agency", "department"]
        .into_iter()
        .map(|name| words(value, name))
        .find(|name| !name.is_empty() && !name.starts_with("Other Agencies"));
    let company = texts.company(company.unwrap_or_default());
    if company.is_empty() {
        return Err(refused("no_company"));
    }

    let amount = |name: &str| match value.get(name) {
        Some(Value::Number(number)) => number.as_f64(),
        Some(Value::String(text)) => pay::number(text),
        _ => None,
    };
    let (least, most) = (amount("min_salary"), amount("max_salary"));
    // The source gives no period; nobody is paid 500 a year or an hour.
    let period = if most.or(least).is_some_and(|amount| amount < 500.0) {
        SalaryPeriod::Hour
    } else {
        SalaryPeriod::Year
    };
    let salary = pay::salary(least, most, Currency::Usd, period).unwrap_or_else(|note| {
        texts.note(note);
        None
    });

    let locations: Vec<&str> =
        words(value, "location").split(';').map(str::trim).filter(|location| !location.is_empty()).collect();
    if locations.len() > 1 {
        texts.note(Note::SeveralLocations);
    }
    let remote = !locations.is_empty() && locations.iter().all(|location| place::is_anywhere(location));
    let found = place::first_of(locations.iter().copied());
    let address = texts.address(&locations.join("; "));
    let (workplace, placed) = place::at(found, address, remote);

    let posted = date::parse(words(value, "open_date")).filter(|at| *at <= now);
    if posted.is_none() {
        texts.note(Note::WithoutDate);
    }
    let closes_at = date::parse_end(words(value, "close_date"));
    let appointment = words(value, "appointment_type");
    let series: Vec<String> = list(value, "occupation_series")
        .iter()
        .map(|entry| texts.line(entry.split_once(" - ").map_or(entry.as_str(), |(_, name)| name)))
        .collect();
    let description = sections(&[
        ("", texts.markup(words(value, "duties"))),
        ("Qualifications", texts.markup(words(value, "qualifications"))),
        ("Department", texts.line(words(value, "department"))),
        ("Office", texts.line(words(value, "subagency"))),
        ("Occupation", series.join("; ")),
        ("Appointment", texts.line(appointment)),
        ("Open to", texts.line(&list(value, "hiring_paths").join("; "))),
        ("Locations", if locations.len() > 1 { texts.line(&locations.join("; ")) } else { String::new() }),
        ("Apply until", words(value, "close_date").get(..10).unwrap_or_default().to_owned()),
    ]);
    let content = JobContent {
        title,
        description: texts.description(description),
        salary,
        workplace,
        employment_type: employment_type(appointment),
        experience: if appointment == "Recent Graduates" { Experience::Graduate } else { Experience::Any },
        education: Education::Any,
        form_contact: ContactItems::new(),
        tags: series.into_iter().filter(|name| (1..=40).contains(&name.chars().count())).take(5).collect(),
    };
    Ok(Posting {
        row,
        source,
        company,
        content,
        posted_at: posted.unwrap_or(now),
        closes_at,
        placed,
        notes: texts.into_notes(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::report::Placed;
    use super::*;

    fn rows(json: &str) -> Vec<Row> {
        let mut rows = Vec::new();
        if let Err(error) = read(json.as_bytes(), Timestamp(1_800_000_000_000_000), &mut |row| rows.push(row))
        {
            panic!("{error}");
        }
        rows
    }

    #[test]
    fn the_short_form_has_no_place_and_is_taken() {
        let rows = rows(
            r#"[{"control_number": 12, "position_title": "Lamp Analyst", "department": "Department of Lamps",
                "agency": "Other Agencies and Independent Organizations", "subagency": null,
                "appointment_type": "Term", "occupation_series": ["0042 - Lamp Lighting"], "hiring_paths": ["The public"],
                "open_date": "2024-02-01", "close_date": "2024-02-09", "usajobs_url": "https://example.org/job/12"}]"#,
        );
        let Some(Ok(posting)) = rows.first() else { panic!("{rows:?}") };
        assert_eq!(posting.company, "Department of Lamps");
        assert_eq!(posting.source, "https://example.org/job/12");
        assert_eq!(posting.content.employment_type, EmploymentType::Contract);
        assert_eq!(posting.content.tags, ["Lamp Lighting"]);
        assert_eq!(posting.placed, Placed::Absent);
        assert!(posting.closes_at.is_some_and(|at| at > posting.posted_at));
        assert!(posting.content.salary.is_none() && posting.notes.is_empty());
    }

    #[test]
    fn of_several_locations_the_first_city_is_the_place() {
        let rows = rows(
            r#"[{"control_number": "L-1", "title": "LAMP SCIENTIST", "organization": "Lamp Office",
                "location": "Lamp AFB, Alabama, Alabama; Rome, New York, New York; Norfolk, Virginia, Virginia",
                "min_salary": "49960", "max_salary": "99314", "open_date": "2024-03-23T09:46:16.4830",
                "duties": "<p>Light lamps.</p>", "url": "https://example.org:443/job/1"}]"#,
        );
        let Some(Ok(posting)) = rows.first() else { panic!("{rows:?}") };
        assert_eq!(posting.content.workplace.place.map(|place| place.0), Some(1_000_000 + 5_134_295));
        assert_eq!((posting.placed, posting.notes.as_slice()), (Placed::City, &[Note::SeveralLocations][..]));
        assert_eq!(posting.source, "https://example.org/job/1");
        assert!(posting.content.description.starts_with("Light lamps.\n\n"));
        assert!(posting.content.salary.is_some_and(|salary| salary.period == SalaryPeriod::Year));
    }

    #[test]
    fn what_breaks_off_keeps_what_came_before() {
        let rows = rows(r#"[{"control_number": 1, "title": "Clerk", "agency": "A"}, 5, {"title": "#);
        assert!(rows[0].is_ok());
        let reasons: Vec<_> =
            rows.iter().filter_map(|row| row.as_ref().err()).map(|row| (row.row, row.reason)).collect();
        assert_eq!(reasons, [(2, "not_a_job_posting"), (3, "not_json")]);
    }
}
