use super::*;
use crate::resume::text::each_text;
use crate::resume::{MASK, Section};
use jiff::civil::date;
use serde_json::json;

const PHONE: &str = "13912345678";
const EMAIL: &str = "canary@example.com";

/// A résumé with an entry in each list and the canaries in each text that can be entered.
fn leaking() -> ResumeContent {
    let id = "00000000-0000-0000-0000-000000000001";
    let mut content: ResumeContent = serde_json::from_value(json!({
        "education": [{ "id": id, "degree": "bachelor" }, { "id": id, "degree": "master" }],
        "work": [{ "id": id, "current": true, "start": "2020-01" }],
        "projects": [{ "id": id }],
        "skills": [{ "id": id }],
        "languages": [{ "id": id }],
    }))
    .unwrap();
    each_text(&mut content, |_, text| *text = format!("前 +86 139-1234-5678 中 {EMAIL} 后"));
    content.basic.name = "林知夏".into();
    content.basic.phone = PHONE.into();
    content.basic.email = EMAIL.into();
    content
}

fn assert_no_canary(json: &str) {
    let digits: String = json.chars().filter(char::is_ascii_digit).collect();
    assert!(!digits.contains("12345678"), "{json}");
    assert!(!json.contains("canary"), "{json}");
}

/// I1, S-REC-10: nowhere the number or the address, and the full name.
#[test]
fn what_is_shown_has_no_contact_data_and_the_full_name() {
    let shown = shown(&leaking());
    let json = serde_json::to_value(&shown).unwrap();
    assert_no_canary(&json.to_string());
    assert_eq!(shown.basic.name, "林知夏");
    assert_eq!(shown.self_assessment, format!("前 {MASK} 中 {MASK} 后"));
    assert_eq!(shown.contact, SnapshotContact { has_phone: true, has_email: true });
    let fields = json["basic"].as_object().unwrap();
    assert!(!fields.contains_key("phone") && !fields.contains_key("email"));
}

/// All but the contact data is shown: S-APP-02.
#[test]
fn everything_else_is_shown() {
    let content = leaking();
    let shown = serde_json::to_value(shown(&content)).unwrap();
    let mut sent = serde_json::to_value(snapshot(&content).content).unwrap();
    for field in ["phone", "email"] {
        sent["basic"].as_object_mut().unwrap().remove(field);
    }
    for (part, value) in sent.as_object().unwrap() {
        assert_eq!(&shown[part], value, "{part}");
    }
    assert!(Section::ALL.len() <= sent.as_object().unwrap().len());
}

/// I1, I4: a card is seen without a record and says neither who it is nor for whom they work.
#[test]
fn a_card_has_the_short_name_and_no_employer() {
    let mut content = leaking();
    content.basic.sex = Some(Sex::Female);
    content.intention.position = "数据分析师".into();
    content.work[0].position = "运营".into();
    content.work[0].company = "示例科技有限公司".into();
    let card = card(&content, date(2026, 11, 26));
    let json = serde_json::to_string(&card).unwrap();
    assert_no_canary(&json);
    assert!(!json.contains("林知夏") && !json.contains("示例科技"), "{json}");
    assert_eq!((card.name.as_str(), card.position.as_str()), ("林女士", "数据分析师"));
    assert_eq!(card.latest_position, "运营");
    assert_eq!((card.degree, card.years_worked), (Some(Degree::Master), Some(6)));
}

#[test]
fn the_latest_position_is_the_present_or_else_the_last_ended() {
    let id = "00000000-0000-0000-0000-000000000001";
    let mut content: ResumeContent = serde_json::from_value(json!({ "work": [
        { "id": id, "position": "第一份", "start": "2015-01", "end": "2018-03" },
        { "id": id, "position": "第三份", "start": "2020-01", "current": true },
        { "id": id, "position": "第二份", "start": "2018-04", "end": "2024-12" },
    ] }))
    .unwrap();
    assert_eq!(card(&content, date(2026, 11, 26)).latest_position, "第三份");
    content.work.remove(1);
    assert_eq!(card(&content, date(2026, 11, 26)).latest_position, "第二份");
}

#[test]
fn short_names() {
    for (name, sex, short) in [
        ("林知夏", Some(Sex::Female), "林女士"),
        ("林野", Some(Sex::Male), "林先生"),
        ("林野", Some(Sex::Other), "林**"),
        ("周予安", None, "周**"),
        ("欧阳予安", Some(Sex::Male), "欧阳先生"),
        ("欧阳", None, "欧**"),
        ("Mei Lin", Some(Sex::Female), "M**"),
        ("émile", None, "É**"),
        (" 林野 ", None, "林**"),
        ("", Some(Sex::Male), ""),
    ] {
        assert_eq!(short_name(name, sex), short, "{name}");
    }
}
