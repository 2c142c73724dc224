//! schema.org JobPosting, one JSON object a line.

use super::report::{Note, Placed};
use super::text::{Texts, sections};
use super::{Posting, Refusal, Row, date, decode, pay, place, without_mark};
use serde_json::Value;
use std::io::{BufRead, Read};
use zhitu_domain::contact::ContactItems;
use zhitu_domain::job::{
    Currency, Education, EmploymentType, Experience, JobContent, Salary, SalaryPeriod, Workplace,
};
use zhitu_domain::place::Point;
use zhitu_domain::time::Timestamp;

/// No posting is longer than this.
const LINE_BYTES: u64 = 4 << 20;

pub(super) fn read(source: impl BufRead, now: Timestamp, take: &mut dyn FnMut(Row)) -> std::io::Result<()> {
    let mut source = without_mark(source)?;
    let mut line = Vec::new();
    let mut row = 0;
    loop {
        line.clear();
        if source.by_ref().take(LINE_BYTES).read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        row += 1;
        if line.len() as u64 == LINE_BYTES && !line.ends_with(b"\n") {
            skip_line(&mut source)?;
            take(Err(Refusal {
                row,
                reason: "bad_record",
                detail: "the line is longer than 4 MB".to_owned(),
            }));
            continue;
        }
        let mut texts = Texts::default();
        let (text, misread) = decode(&line);
        if misread {
            texts.note(Note::Repaired);
        }
        if text.trim().is_empty() {
            row -= 1;
            continue;
        }
        take(match serde_json::from_str::<Value>(&text) {
            Ok(value) => posting(row, &value, texts, now),
            Err(error) => Err(Refusal { row, reason: "not_json", detail: error.to_string() }),
        });
    }
}

/// Goes past the rest of a line without holding it.
fn skip_line(source: &mut impl BufRead) -> std::io::Result<()> {
    loop {
        let buffer = source.fill_buf()?;
        if buffer.is_empty() {
            return Ok(());
        }
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(buffer.len(), |end| end + 1);
        source.consume(used);
        if end.is_some() {
            return Ok(());
        }
    }
}

/// The texts of a value: itself, its items', or its `name`'s or `value`'s.
fn texts_of(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Number(number)) => vec![number.to_string()],
        Some(Value::Array(items)) => items.iter().flat_map(|item| texts_of(Some(item))).collect(),
        Some(Value::Object(fields)) => ["name", "value", "@value", "credentialCategory"]
            .into_iter()
            .map(|name| texts_of(fields.get(name)))
            .find(|found| !found.is_empty())
            .unwrap_or_default(),
        _ => Vec::new(),
    }
}

fn text_of(value: Option<&Value>) -> String {
    texts_of(value).into_iter().next().unwrap_or_default()
}

fn is_posting(value: &Value) -> bool {
    texts_of(value.get("@type")).iter().any(|kind| kind.rsplit('/').next() == Some("JobPosting"))
        || (value.get("@type").is_none()
            && value.get("title").is_some()
            && value.get("hiringOrganization").is_some())
}

fn posting(row: u64, value: &Value, mut texts: Texts, now: Timestamp) -> Row {
    let refused = |reason: &'static str| Refusal { row, reason, detail: String::new() };
    if !is_posting(value) {
        return Err(refused("not_a_job_posting"));
    }
    let title = [value.get("title"), value.get("name")]
        .into_iter()
        .map(text_of)
        .find(|title| !title.trim().is_empty());
    let title = texts.title(&title.unwrap_or_default());
    if title.chars().count() < 2 {
        return Err(refused("no_title"));
    }
    let company = texts.company(&text_of(value.get("hiringOrganization")));
    if company.is_empty() {
        return Err(refused("no_company"));
    }
    let identifier = texts.line(&text_of(value.get("identifier")));
    let source = [texts.line(&text_of(value.get("url"))), texts.line(&text_of(value.get("@id")))]
        .into_iter()
        .find(|key| !key.is_empty())
        .or_else(|| (!identifier.is_empty()).then(|| format!("{company}:{identifier}")))
        .ok_or_else(|| refused("no_key"))?;

    let salary =
        salary(value.get("baseSalary").or_else(|| value.get("estimatedSalary"))).unwrap_or_else(|note| {
            texts.note(note);
            None
        });
    let remote =
        texts_of(value.get("jobLocationType")).iter().any(|kind| kind.eq_ignore_ascii_case("telecommute"));
    let locations: Vec<&Value> = match value.get("jobLocation") {
        Some(Value::Array(items)) => items.iter().collect(),
        Some(one) => vec![one],
        None => Vec::new(),
    };
    if locations.len() > 1 {
        texts.note(Note::SeveralLocations);
    }
    let (workplace, placed) = workplace(&locations, remote, &mut texts);

    let posted = date::parse(&text_of(value.get("datePosted"))).filter(|at| *at <= now);
    if posted.is_none() {
        texts.note(Note::WithoutDate);
    }
    let html = |name: &str, texts: &mut Texts| {
        let parts = texts_of(value.get(name));
        texts.markup(&parts.join("\n"))
    };
    let description = sections(&[
        ("", html("description", &mut texts)),
        ("Responsibilities", html("responsibilities", &mut texts)),
        ("Qualifications", html("qualifications", &mut texts)),
        ("Benefits", html("jobBenefits", &mut texts)),
    ]);
    let skills = texts_of(value.get("skills"));
    let mut tags: Vec<String> = Vec::new();
    for skill in skills.iter().flat_map(|skill| skill.split([',', ';', '，', '、', '；'])) {
        let tag = texts.line(skill);
        if (1..=40).contains(&tag.chars().count()) && tags.len() < 20 && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    let content = JobContent {
        title,
        description: texts.description(description),
        salary,
        workplace,
        employment_type: employment_type(&texts_of(value.get("employmentType"))),
        experience: experience(value.get("experienceRequirements")),
        education: education(&texts_of(value.get("educationRequirements")).join(" ")),
        form_contact: ContactItems::new(),
        tags,
    };
    Ok(Posting {
        row,
        source: source.chars().take(400).collect(),
        company,
        content,
        posted_at: posted.unwrap_or(now),
        closes_at: date::parse_end(&text_of(value.get("validThrough"))),
        placed,
        notes: texts.into_notes(),
    })
}

/// The address as one text: nearest first in Latin letters, widest first in Chinese.
fn address_of(location: &Value) -> String {
    let address = location.get("address").unwrap_or(location);
    if let Value::String(text) = address {
        return text.clone();
    }
    let part = |name: &str| text_of(address.get(name));
    let mut parts =
        vec![part("streetAddress"), part("addressLocality"), part("addressRegion"), part("addressCountry")];
    parts.retain(|part| !part.trim().is_empty());
    if parts.is_empty() {
        return text_of(location.get("name"));
    }
    let chinese = |text: &str| text.chars().any(|letter| matches!(letter, '\u{4e00}'..='\u{9fff}'));
    if parts.iter().any(|part| chinese(part)) {
        parts.reverse();
        parts.retain(|part| chinese(part) || part.chars().any(|letter| letter.is_ascii_digit()));
        parts.dedup();
        // A street that repeats the district and the city says them once.
        parts.concat()
    } else {
        parts.join(", ")
    }
}

fn point_of(location: &Value) -> Option<Point> {
    let geo = location.get("geo")?;
    let degree = |name: &str| match geo.get(name)? {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    Some(Point { lat: degree("latitude")?, lon: degree("longitude")? }).filter(|point| point.is_valid())
}

fn workplace(locations: &[&Value], remote: bool, texts: &mut Texts) -> (Workplace, Placed) {
    let mut first: Option<(Workplace, Placed)> = None;
    for location in locations {
        let address = texts.address(&address_of(location));
        let (mut workplace, mut placed) = place::workplace(address, remote);
        if let Some(point) = point_of(location) {
            workplace.point = Some(point);
            placed = Placed::City;
        }
        if placed.has_point() {
            return (workplace, placed);
        }
        first.get_or_insert((workplace, placed));
    }
    first.unwrap_or_else(|| place::workplace(String::new(), remote))
}

fn salary(value: Option<&Value>) -> Result<Option<Salary>, Note> {
    let Some(value) = value else { return Ok(None) };
    let value = match value {
        Value::Array(items) => items.first().unwrap_or(&Value::Null),
        other => other,
    };
    let amount = |value: Option<&Value>| match value {
        Some(Value::Number(number)) => number.as_f64(),
        Some(Value::String(text)) => pay::number(text),
        _ => None,
    };
    let quantity = value.get("value").filter(|value| value.is_object()).unwrap_or(value);
    let exact = amount(quantity.get("value")).or_else(|| amount(Some(value)));
    let least = amount(quantity.get("minValue")).or(exact);
    let most = amount(quantity.get("maxValue")).or(exact);
    if least.is_none() && most.is_none() {
        return Ok(None);
    }
    let currency =
        match text_of(value.get("currency").or_else(|| quantity.get("currency"))).to_uppercase().as_str() {
            "CNY" | "RMB" | "¥" => Currency::Cny,
            "USD" | "$" => Currency::Usd,
            "EUR" => Currency::Eur,
            "HKD" => Currency::Hkd,
            "GBP" => Currency::Gbp,
            "JPY" => Currency::Jpy,
            "SGD" => Currency::Sgd,
            _ => return Err(Note::SalaryUnknown),
        };
    let unit = text_of(quantity.get("unitText").or_else(|| value.get("unitText"))).to_uppercase();
    let (period, times) = match unit.as_str() {
        "HOUR" | "HOURLY" => (SalaryPeriod::Hour, 1.0),
        "DAY" | "DAILY" => (SalaryPeriod::Day, 1.0),
        "WEEK" | "WEEKLY" => (SalaryPeriod::Year, 52.0),
        "MONTH" | "MONTHLY" => (SalaryPeriod::Month, 1.0),
        "YEAR" | "YEARLY" | "ANNUAL" => (SalaryPeriod::Year, 1.0),
        _ => return Err(Note::SalaryUnknown),
    };
    pay::salary(least.map(|amount| amount * times), most.map(|amount| amount * times), currency, period)
}

fn employment_type(kinds: &[String]) -> EmploymentType {
    let kind = kinds.first().map(|kind| kind.to_uppercase().replace(['-', ' '], "_")).unwrap_or_default();
    match kind.as_str() {
        "PART_TIME" | "PER_DIEM" | "兼职" => EmploymentType::PartTime,
        "CONTRACTOR" | "CONTRACT" => EmploymentType::Contract,
        "TEMPORARY" | "SEASONAL" => EmploymentType::Temporary,
        "INTERN" | "INTERNSHIP" | "实习" => EmploymentType::Internship,
        _ => EmploymentType::FullTime,
    }
}

fn education(text: &str) -> Education {
    let text = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    // The least that is asked for, so the lowest one named.
    if has(&["high school", "高中", "中专", "secondary"]) {
        Education::HighSchool
    } else if has(&["associate", "大专", "专科"]) {
        Education::Associate
    } else if has(&["bachelor", "本科", "学士"]) {
        Education::Bachelor
    } else if has(&["master", "postgraduate", "硕士", "研究生"]) {
        Education::Master
    } else if has(&["doctor", "phd", "博士"]) {
        Education::Doctor
    } else {
        Education::Any
    }
}

fn experience(value: Option<&Value>) -> Experience {
    let months = value.and_then(|value| value.get("monthsOfExperience")).and_then(|months| match months {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => pay::number(text),
        _ => None,
    });
    let text = text_of(value);
    if text.contains("应届") {
        return Experience::Graduate;
    }
    let years = months.map(|months| months / 12.0).or_else(|| {
        let digits: String = text
            .chars()
            .skip_while(|letter| !letter.is_ascii_digit())
            .take_while(char::is_ascii_digit)
            .collect();
        (text.contains('年') || text.to_lowercase().contains("year")).then(|| digits.parse().ok()).flatten()
    });
    match years {
        None => Experience::Any,
        Some(years) if years <= 0.0 => Experience::Any,
        Some(years) if years < 1.0 => Experience::Under1,
        Some(years) if years < 3.0 => Experience::From1To3,
        Some(years) if years < 5.0 => Experience::From3To5,
        Some(years) if years < 10.0 => Experience::From5To10,
        Some(_) => Experience::Over10,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lines: &str) -> Vec<Row> {
        let mut rows = Vec::new();
        if let Err(error) =
            read(lines.as_bytes(), Timestamp(1_800_000_000_000_000), &mut |row| rows.push(row))
        {
            panic!("{error}");
        }
        rows
    }

    #[test]
    fn a_chinese_posting() {
        let rows = rows(concat!(
            r#"{"@context":"https://schema.org","@type":"JobPosting","title":"后端工程师","url":"https://example.org/1","#,
            r#""hiringOrganization":{"@type":"Organization","name":"青禾科技"},"datePosted":"2026-03-01","#,
            r#""description":"<p>负责服务端</p><ul><li>熟悉 Rust</li></ul>","employmentType":["FULL_TIME"],"#,
            r#""jobLocation":{"@type":"Place","address":{"addressRegion":"上海市","addressLocality":"徐汇区","addressCountry":"CN"}},"#,
            r#""baseSalary":{"currency":"CNY","value":{"minValue":20000,"maxValue":35000,"unitText":"MONTH"}},"#,
            r#""skills":"Rust、PostgreSQL","educationRequirements":{"credentialCategory":"bachelor degree"},"#,
            r#""experienceRequirements":{"monthsOfExperience":36},"validThrough":"2026-06-01"}"#,
            "\n\n"
        ));
        let Some(Ok(posting)) = rows.first() else { panic!("{rows:?}") };
        let content = &posting.content;
        assert_eq!(rows.len(), 1);
        assert_eq!(content.description, "负责服务端\n\n- 熟悉 Rust");
        assert_eq!(content.workplace.place.map(|place| place.0), Some(310_104));
        assert_eq!(content.tags, ["Rust", "PostgreSQL"]);
        assert_eq!((content.education, content.experience), (Education::Bachelor, Experience::From3To5));
        assert!(
            content
                .salary
                .is_some_and(|salary| salary.min == 2_000_000 && salary.period == SalaryPeriod::Month)
        );
        assert!(posting.notes.is_empty() && posting.closes_at.is_some());
    }

    #[test]
    fn odd_lines_are_refused_by_number_and_the_rest_is_read() {
        let rows = rows(concat!(
            "not json\n",
            "{\"@type\":\"Event\",\"name\":\"x\"}\n",
            "{\"@type\":\"JobPosting\",\"hiringOrganization\":\"A\",\"url\":\"u\"}\n",
            "{\"@type\":\"JobPosting\",\"title\":\"Clerk\",\"url\":\"u\"}\n",
            "{\"@type\":\"JobPosting\",\"title\":\"Clerk\",\"hiringOrganization\":\"A\"}\n",
            "{\"@type\":\"JobPosting\",\"title\":\"Clerk\",\"hiringOrganization\":\"A\",\"url\":\"u\",\"jobLocationType\":\"TELECOMMUTE\"}",
        ));
        let reasons: Vec<_> =
            rows.iter().filter_map(|row| row.as_ref().err()).map(|row| (row.row, row.reason)).collect();
        assert_eq!(
            reasons,
            [(1, "not_json"), (2, "not_a_job_posting"), (3, "no_title"), (4, "no_company"), (5, "no_key")]
        );
        let Some(Ok(last)) = rows.last() else { panic!("{rows:?}") };
        assert!(last.content.workplace.remote && last.placed == Placed::Remote);
    }

    #[test]
    fn a_week_becomes_a_year_and_an_unknown_currency_is_noted() {
        let week = serde_json::json!({"currency": "USD", "value": {"value": 1000, "unitText": "WEEK"}});
        let found = salary(Some(&week));
        assert!(
            matches!(found, Ok(Some(Salary { min: 5_200_000, period: SalaryPeriod::Year, .. }))),
            "{found:?}"
        );
        let shells = serde_json::json!({"currency": "SHL", "value": {"value": 10, "unitText": "DAY"}});
        assert_eq!(salary(Some(&shells)), Err(Note::SalaryUnknown));
    }
}
