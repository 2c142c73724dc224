use super::*;
use crate::resume::text::each_text;
use jiff::civil::date;
use serde_json::json;

const ID: &str = "00000000-0000-0000-0000-000000000001";

fn today() -> Date {
    date(2026, 11, 26)
}

fn content(value: serde_json::Value) -> ResumeContent {
    serde_json::from_value(value).unwrap()
}

fn worked(work: &serde_json::Value) -> Option<u8> {
    years_worked(&content(json!({ "work": work })), today())
}

/// S-REC-08
#[test]
fn a_resume_is_found_by_its_job_terms() {
    let terms = search_terms(
        &content(json!({
            "basic": { "first_job_year": 2019, "residence": 310_104 },
            "intention": { "position": "数据分析师", "function": "数据", "industry": "互联网", "places": [310_000],
                           "employment_type": "full_time" },
            "education": [{ "id": ID, "degree": "bachelor", "major": "统计学", "school": "东陆大学" },
                          { "id": ID, "degree": "associate", "major": "统计学" }],
            "work": [{ "id": ID, "company": "青禾科技", "position": "数据分析师", "industry": "零售" },
                     { "id": ID, "company": "青禾科技", "position": "实习生", "industry": "互联网" }],
            "skills": [{ "id": ID, "name": "SQL" }, { "id": ID, "name": " Python 3 " }],
            "languages": [{ "id": ID, "name": "英语" }],
        })),
        today(),
    );
    let expected = ResumeTerms {
        positions: vec!["数据分析师".into(), "数据".into(), "实习生".into()],
        industries: vec!["互联网".into(), "零售".into()],
        skills: vec!["SQL".into(), "Python 3".into(), "英语".into()],
        majors: vec!["统计学".into()],
        degree: Some(Degree::Bachelor),
        years_worked: Some(7),
        places: vec![PlaceId(310_000)],
        residence: Some(PlaceId(310_104)),
        salary: None,
        employment_type: Some(EmploymentType::FullTime),
    };
    assert_eq!(terms, expected);
}

/// S-REC-08, I1: never by name, phone, e-mail, ID or employer, wherever the person typed them.
#[test]
fn nobody_is_found_by_who_they_are() {
    let mut resume = content(json!({
        "education": [{ "id": ID }],
        "work": [{ "id": ID }, { "id": ID }],
        "skills": [{ "id": ID }],
        "languages": [{ "id": ID }],
        "projects": [{ "id": ID }],
    }));
    each_text(&mut resume, |_, text| {
        *text =
            "运营 林知夏 13912345678 canary@example.com 310104199001011234 青禾科技 DEMO harbour 专员".into();
    });
    resume.basic.name = "林知夏".into();
    resume.basic.phone = "13912345678".into();
    resume.basic.email = "canary@example.com".into();
    resume.work[0].company = "青禾科技".into();
    resume.work[1].company = "Demo Harbour".into();
    let terms = search_terms(&resume, today());
    let all = format!("{terms:?}");
    for hidden in ["林知夏", "139", "canary", "310104", "1990", "青禾", "arbour", MASK] {
        assert!(!all.contains(hidden), "{hidden}: {all}");
    }
    assert_eq!(terms.positions, ["运营 专员"]);
    assert_eq!(terms.skills, ["运营 专员"]);
}

#[test]
fn short_numbers_belong_to_job_terms() {
    let resume = content(json!({ "skills": [
        { "id": ID, "name": "GB/T 2260" }, { "id": ID, "name": "ISO 27001" }, { "id": ID, "name": "123456" },
        { "id": ID, "name": "一二三四五六七" }, { "id": ID, "name": "C++17" },
    ] }));
    let skills = search_terms(&resume, today()).skills;
    assert_eq!(skills, ["GB/T 2260", "ISO 27001", "一二三四五六七", "C++17"]);
}

#[test]
fn the_year_of_the_first_job_counts_before_the_entries() {
    let year = |year: i16| {
        years_worked(
            &content(json!({
                "basic": { "first_job_year": year },
                "work": [{ "id": ID, "start": "2025-01", "current": true }],
            })),
            today(),
        )
    };
    assert_eq!(year(2016), Some(10));
    assert_eq!(year(2026), Some(0));
    assert_eq!(year(2030), Some(0), "a year to come");
    assert_eq!(year(1900), Some(99));
}

#[test]
fn a_month_counts_once() {
    assert_eq!(worked(&json!([{ "id": ID, "start": "2020-01", "end": "2020-12" }])), Some(1));
    assert_eq!(worked(&json!([{ "id": ID, "start": "2020-01", "end": "2020-11" }])), Some(0));
    let overlapping = json!([
        { "id": ID, "start": "2020-01", "end": "2021-12" },
        { "id": ID, "start": "2020-06", "end": "2020-08" },
        { "id": ID, "start": "2021-07", "end": "2022-06" },
    ]);
    assert_eq!(worked(&overlapping), Some(2), "30 months");
    let with_a_gap = json!([
        { "id": ID, "start": "2024-12", "current": true },
        { "id": ID, "start": "2015-01", "end": "2015-12" },
    ]);
    assert_eq!(worked(&with_a_gap), Some(3), "12 months and 24");
}

#[test]
fn what_has_no_length_is_not_counted() {
    assert_eq!(worked(&json!([])), None);
    assert_eq!(worked(&json!([{ "id": ID, "start": "2020-01" }, { "id": ID, "end": "2020-01" }])), None);
    let internship =
        json!([{ "id": ID, "start": "2020-01", "end": "2023-01", "employment_type": "internship" }]);
    assert_eq!(worked(&internship), None);
    assert_eq!(
        worked(&json!([{ "id": ID, "start": "2027-01", "end": "2028-01" }])),
        None,
        "it is yet to come"
    );
    assert_eq!(worked(&json!([{ "id": ID, "start": "2025-12", "end": "2030-01" }])), Some(1), "up to today");
}
