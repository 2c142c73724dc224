use super::*;
use crate::contact::ContactItems;
use crate::job::{EmploymentType, Workplace};

const XUHUI: PlaceId = PlaceId(310_104);
const HANGZHOU: PlaceId = PlaceId(330_100);

fn job(title: &str, tags: &[&str]) -> JobContent {
    JobContent {
        title: title.to_owned(),
        description: String::new(),
        salary: None,
        workplace: Workplace { place: Some(XUHUI), address: String::new(), point: None, remote: false },
        employment_type: EmploymentType::FullTime,
        experience: Experience::From3To5,
        education: Education::Bachelor,
        form_contact: ContactItems::new(),
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
    }
}

fn card(position: &str, skills: &[&str]) -> ResumeCard {
    ResumeCard {
        name: "周**".to_owned(),
        position: position.to_owned(),
        places: vec![PlaceId(310_101)],
        latest_position: "测试工程师".to_owned(),
        years_worked: Some(5),
        degree: Some(Degree::Master),
        skills: skills.iter().map(|skill| (*skill).to_owned()).collect(),
        status: None,
    }
}

/// S-RECO-02: by the posting's terms, each of which can be named.
#[test]
fn what_is_shared_is_named_the_weightiest_first() {
    let found =
        matches(&job("后端工程师（Rust）", &["rust", "Kafka"]), &card("后端 工程师", &["Rust", "Go"]));
    assert_eq!(
        found,
        [
            Match::Position { position: "后端 工程师".to_owned() },
            Match::Skill { skill: "Rust".to_owned() },
            Match::Years { years: 5 },
            Match::Degree { degree: Degree::Master },
            Match::Place { place: PlaceId(310_101) },
        ]
    );
    assert_eq!(suits(&found), 10);
}

#[test]
fn the_position_held_last_counts_too_and_an_empty_one_never() {
    let position = |title: &str, wanted: &str| {
        matches(&job(title, &[]), &card(wanted, &[])).iter().any(|one| matches!(one, Match::Position { .. }))
    };
    assert!(position("高级测试工程师", ""));
    assert!(position("会计", "会计主管"));
    assert!(!position("会计", "计"));
    assert!(!position("会计", ""));
}

#[test]
fn whoever_shares_no_work_suits_no_posting() {
    let found = matches(&job("会计", &["SAP"]), &card("后端工程师", &["Rust"]));
    assert!(!found.is_empty() && suits(&found) == 0, "{found:?}");
}

#[test]
fn less_than_is_asked_for_is_no_match_and_nothing_asked_for_is_none_either() {
    let mut wanted = job("后端工程师", &[]);
    let mut one = card("后端工程师", &[]);
    (one.years_worked, one.degree, one.places) = (Some(2), Some(Degree::Associate), vec![HANGZHOU]);
    assert_eq!(matches(&wanted, &one).len(), 1, "the position alone");
    (one.years_worked, one.degree) = (None, None);
    assert_eq!(matches(&wanted, &one).len(), 1);
    (wanted.experience, wanted.education) = (Experience::Graduate, Education::Any);
    (one.years_worked, one.degree) = (Some(9), Some(Degree::Doctor));
    assert_eq!(matches(&wanted, &one).len(), 1);
    wanted.workplace.remote = true;
    one.places = vec![XUHUI];
    assert_eq!(matches(&wanted, &one).len(), 1, "remote work is in no place");
}

#[test]
fn a_district_is_asked_about_as_its_city() {
    assert_eq!(gazetteer::get(city(XUHUI)).map(gazetteer::PlaceRecord::name_zh), Some("上海市"));
    assert_eq!(city(HANGZHOU), HANGZHOU);
    assert_eq!(city(PlaceId(1)), PlaceId(1), "an unknown place is itself");
}
