//! New York City's list of postings: a row for the internal and one for the external announcement of a job.

use super::report::{Note, Placed};
use super::text::{Texts, sections};
use super::{Posting, Refusal, Row, date, decode, pay, place, without_mark};
use std::io::BufRead;
use zhitu_domain::contact::ContactItems;
use zhitu_domain::job::{
    Currency, Education, EmploymentType, Experience, JobContent, SalaryPeriod, Workplace,
};
use zhitu_domain::place::gazetteer::{self, PlaceRecord, recognise};
use zhitu_domain::place::{PlaceId, Point};
use zhitu_domain::time::Timestamp;

const NEW_YORK_CITY: PlaceId = PlaceId(1_000_000 + 5_128_581);
const CITY_HALL: Point = Point { lat: 40.7128, lon: -74.006 };

/// The city posts for itself, its reservoirs upstate and little beyond.
const REACH_KM: f64 = 250.0;

/// The source cuts addresses at this many characters.
const CUT_AT: usize = 30;

/// How addresses end, for finishing those that were cut.
const ENDS: &[&str] = &[
    "new york ny",
    "brooklyn ny",
    "queens ny",
    "bronx ny",
    "staten island ny",
    "long island city ny",
    "manhattan ny",
];

struct Columns(csv::StringRecord);

impl Columns {
    fn get<'a>(&self, record: &'a [String], name: &str) -> &'a str {
        let at = self.0.iter().position(|column| column.trim() == name);
        at.and_then(|at| record.get(at)).map_or("", String::as_str)
    }
}

pub(super) fn read(source: impl BufRead, now: Timestamp, take: &mut dyn FnMut(Row)) -> std::io::Result<()> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(without_mark(source)?);
    let columns = Columns(reader.headers().map_err(std::io::Error::other)?.clone());
    let mut record = csv::ByteRecord::new();
    let mut row = 0;
    loop {
        row += 1;
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Ok(()),
            Err(error) if error.is_io_error() => return Err(std::io::Error::other(error)),
            Err(error) => {
                take(Err(Refusal { row, reason: "bad_record", detail: error.to_string() }));
                continue;
            }
        }
        let mut texts = Texts::default();
        let cells: Vec<String> = record
            .iter()
            .map(|cell| {
                let (text, misread) = decode(cell);
                if misread {
                    texts.note(Note::Repaired);
                }
                text
            })
            .collect();
        take(posting(row, &columns, &cells, texts, now));
    }
}

fn posting(row: u64, columns: &Columns, cells: &[String], mut texts: Texts, now: Timestamp) -> Row {
    let cell = |name: &str| columns.get(cells, name);
    let refused = |reason: &'static str| Refusal { row, reason, detail: String::new() };
    let key = texts.line(cell("Job ID"));
    if key.is_empty() {
        return Err(refused("no_key"));
    }
    let civil_title = texts.line(cell("Civil Service Title"));
    let mut title = texts.title(cell("Business Title"));
    if title.chars().count() < 2 {
        title.clone_from(&civil_title);
    }
    if title.chars().count() < 2 {
        return Err(refused("no_title"));
    }
    let company = texts.company(cell("Agency"));
    if company.is_empty() {
        return Err(refused("no_company"));
    }
    let period = match cell("Salary Frequency").trim().to_lowercase().as_str() {
        "annual" => Some(SalaryPeriod::Year),
        "hourly" => Some(SalaryPeriod::Hour),
        "daily" => Some(SalaryPeriod::Day),
        _ => None,
    };
    let range = (pay::number(cell("Salary Range From")), pay::number(cell("Salary Range To")));
    let salary = match period {
        Some(period) => pay::salary(range.0, range.1, Currency::Usd, period),
        None if range == (None, None) => Ok(None),
        None => Err(Note::SalaryUnknown),
    };
    let salary = salary.unwrap_or_else(|note| {
        texts.note(note);
        None
    });
    let raw_address = cell("Work Location");
    let (workplace, placed) = workplace(raw_address, texts.address(raw_address));
    let posted = date::parse(cell("Posting Date")).filter(|at| *at <= now);
    if posted.is_none() {
        texts.note(Note::WithoutDate);
    }
    let category = texts.line(cell("Job Category"));
    let description = sections(&[
        ("", texts.paragraphs(cell("Job Description"))),
        ("Minimum qualifications", texts.paragraphs(cell("Minimum Qual Requirements"))),
        ("Preferred skills", texts.paragraphs(cell("Preferred Skills"))),
        ("Civil service title", civil_title.clone()),
        ("Division", texts.line(cell("Division/Work Unit"))),
        ("Category", category.clone()),
        ("Posting", texts.line(cell("Posting Type"))),
    ]);
    let is_intern = |title: &str| {
        title
            .split(|letter: char| !letter.is_alphabetic())
            .any(|word| word.eq_ignore_ascii_case("intern") || word.eq_ignore_ascii_case("internship"))
    };
    let employment_type = match cell("Full-Time/Part-Time indicator").trim() {
        _ if is_intern(&title) || is_intern(&civil_title) => EmploymentType::Internship,
        "P" => EmploymentType::PartTime,
        _ => EmploymentType::FullTime,
    };
    let content = JobContent {
        title,
        description: texts.description(description),
        salary,
        workplace,
        employment_type,
        experience: Experience::Any,
        education: Education::Any,
        form_contact: ContactItems::new(),
        tags: if (1..=40).contains(&category.chars().count()) { vec![category] } else { Vec::new() },
    };
    Ok(Posting {
        row,
        source: format!("nyc:{key}"),
        company,
        content,
        posted_at: posted.unwrap_or(now),
        closes_at: None,
        placed,
        notes: texts.into_notes(),
    })
}

/// Finishes an address that was cut in the name of a borough: "20 Elm Ave, Brook" → "20 Elm Ave, Brooklyn NY".
fn finished(raw: &str, address: &str) -> Option<String> {
    if raw.chars().count() < CUT_AT {
        return None;
    }
    address.char_indices().filter(|(at, _)| *at == 0 || address[..*at].ends_with([' ', ','])).find_map(
        |(at, _)| {
            let rest = address[at..].to_lowercase();
            let end = ENDS
                .iter()
                .find(|end| rest.len() >= 3 && end.len() > rest.len() && end.starts_with(&rest))?;
            let before = address[..at].trim_end_matches([' ', ',']);
            // "… Ave Bronx New Yor": the state alone, so that a borough before it counts.
            Some(if end.starts_with("new york") {
                format!("{before}, NY")
            } else {
                format!("{before}, {end}")
            })
        },
    )
}

fn workplace(raw: &str, address: String) -> (Workplace, Placed) {
    let written = finished(raw, &address).unwrap_or_else(|| address.clone());
    let near =
        |place: &&'static PlaceRecord| !place.is_region() && place.point.distance_km(CITY_HALL) <= REACH_KM;
    let numbered = written.chars().any(|letter| letter.is_ascii_digit());
    let in_city = |place: &&'static PlaceRecord| {
        (40.49..40.92).contains(&place.point.lat) && (-74.27..-73.68).contains(&place.point.lon)
    };
    let plain = recognise(&written);
    if let Some(place) = plain.filter(near).filter(|place| numbered || in_city(place)) {
        return place::at(Some(place), address, false);
    }
    let in_state = recognise(&format!("{written}, NY"));
    if let Some(place) = in_state.filter(near).filter(|place| place.id != NEW_YORK_CITY) {
        return place::at(Some(place), address, false);
    }
    if plain.is_some_and(PlaceRecord::is_region) {
        return place::at(plain, address, false);
    }
    if numbered && is_city_street(&written) {
        let (workplace, _) = place::at(gazetteer::get(NEW_YORK_CITY), address, false);
        return (workplace, Placed::SourceCity);
    }
    place::at(None, address, false)
}

/// A street of the city by its kind. Roads, routes and highways may as well be the reservoirs' upstate.
fn is_city_street(address: &str) -> bool {
    const CITY: &[&str] = &[
        "st",
        "street",
        "ave",
        "avenue",
        "av",
        "blvd",
        "boulevard",
        "broadway",
        "place",
        "pl",
        "plaza",
        "square",
        "expway",
        "expy",
        "center",
        "centre",
        "lane",
        "metrotech",
        "tech",
        "slip",
        "bowery",
        "east",
        "west",
    ];
    const COUNTRY: &[&str] = &["route", "highway", "hwy", "rd", "road", "drive"];
    let address = address.to_lowercase();
    let words = || address.split(|letter: char| !letter.is_alphanumeric());
    words().any(|word| CITY.contains(&word)) && !words().any(|word| COUNTRY.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "Job ID,Agency,Posting Type,Business Title,Civil Service Title,Title Code No,Level,Job Category,\
Full-Time/Part-Time indicator,Salary Range From,Salary Range To,Salary Frequency,Work Location,Division/Work Unit,\
Job Description,Minimum Qual Requirements,Preferred Skills,Posting Date\n";

    fn rows(lines: &str) -> Vec<Row> {
        let mut rows = Vec::new();
        let now = Timestamp(1_700_000_000_000_000);
        let text = format!("{HEADER}{lines}");
        if let Err(error) = read(text.as_bytes(), now, &mut |row| rows.push(row)) {
            panic!("{error}");
        }
        rows
    }

    #[test]
    fn a_row_becomes_a_posting() {
        let rows = rows(
            "7,OFFICE OF LAMPS,External,Lamp  Lighterâ€™s Aide,LAMP AIDE,1,0,Maintenance,P,15,17.9,Hourly,\
1 Centre St.  N.Y.,Lamps,\"Lights lamps.    Trims wicks.\",None,,2013-10-24T00:00:00.000\n",
        );
        let Some(Ok(posting)) = rows.first() else { panic!("{rows:?}") };
        assert_eq!(posting.source, "nyc:7");
        assert_eq!(posting.content.title, "Lamp Lighter’s Aide");
        assert_eq!(posting.content.employment_type, EmploymentType::PartTime);
        assert_eq!(
            posting.content.salary.map(|salary| (salary.min, salary.period)),
            Some((1_500, SalaryPeriod::Hour))
        );
        assert!(
            posting
                .content
                .description
                .starts_with("Lights lamps.\nTrims wicks.\n\nMinimum qualifications: None")
        );
        assert_eq!(posting.content.workplace.place, Some(NEW_YORK_CITY));
        assert_eq!(posting.placed, Placed::City);
        assert_eq!(posting.notes, [Note::Repaired]);
    }

    #[test]
    fn rows_without_title_company_or_key_are_refused_with_their_number() {
        let rows = rows(
            "1,A,,,,,,,,,,,,,,,,\n2,,,Clerk,,,,,,,,,,,,,,\n,A,,Clerk,,,,,,,,,,,,,,\n4,A,,Clerk,,,,,,,,,,,,,,\n",
        );
        let reasons: Vec<_> = rows
            .iter()
            .filter_map(|row| row.as_ref().err())
            .map(|refusal| (refusal.row, refusal.reason))
            .collect();
        assert_eq!(reasons, [(1, "no_title"), (2, "no_company"), (3, "no_key")]);
        let Some(Ok(last)) = rows.last() else { panic!("{rows:?}") };
        assert_eq!((last.placed, last.notes.as_slice()), (Placed::Absent, &[Note::WithoutDate][..]));
    }

    #[test]
    fn salaries_that_cannot_be_true_are_left_out_and_noted() {
        let rows = rows(
            "1,A,,Clerk,,,,,,0,85000,Annual,,,,,,2013-10-24\n2,A,,Clerk,,,,,,52000,60000,Hourly,,,,,,2013-10-24\n\
3,A,,Clerk,,,,,,10,20,Fortnightly,,,,,,2013-10-24\n",
        );
        let notes: Vec<_> =
            rows.iter().filter_map(|row| row.as_ref().ok()).map(|posting| posting.notes.clone()).collect();
        assert_eq!(notes, [[Note::SalaryWithoutLeast], [Note::SalaryAbsurd], [Note::SalaryUnknown]]);
    }

    #[test]
    fn places_of_the_city_and_beyond() {
        let place = |raw: &str| {
            let (workplace, placed) = workplace(raw, raw.to_owned());
            let name = workplace.place.and_then(gazetteer::get).map_or("", PlaceRecord::name_en);
            (name, placed)
        };
        assert_eq!(place("12-34 Elm Expway"), ("New York City", Placed::SourceCity));
        assert_eq!(place("99 Quartz Street, New York N"), ("New York City", Placed::City));
        assert_eq!(place("99 Quartz Building Street, New Yor"), ("New York City", Placed::City));
        assert_eq!(place("12 Upper Quartz Avenue, Staten I"), ("Staten Island", Placed::City));
        assert_eq!(place("560 Quartz Avenue Bronx New Yo"), ("The Bronx", Placed::City));
        assert_eq!(place("12 Quartz Ave., Bronx"), ("The Bronx", Placed::City));
        assert_eq!(place("12 Quartz Walker Rd, Valhalla Ny"), ("New York", Placed::Region));
        assert_eq!(place("99 Quartz Road").1, Placed::Unknown);
        assert_eq!(place("Lamps-Operations").1, Placed::Unknown);
        assert_eq!(place("").1, Placed::Absent);
    }
}
