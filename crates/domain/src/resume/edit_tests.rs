use super::*;
use crate::job::{Currency, Salary, SalaryPeriod};
use crate::resume::validate;
use jiff::civil::date;
use proptest::prelude::*;
use serde_json::json;

const TODAY: Date = date(2026, 11, 23);

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn set(path: &str, value: Value) -> ResumeEdit {
    ResumeEdit::Set { path: path.into(), value }
}

fn add(section: Section, entry: u128, at: u32) -> ResumeEdit {
    ResumeEdit::Add { section, entry: id(entry), at }
}

fn after(edits: &[ResumeEdit]) -> ResumeContent {
    edits.iter().fold(ResumeContent::default(), |content, edit| apply(&content, edit, TODAY).unwrap())
}

fn refused(content: &ResumeContent, path: &str, value: Value) -> FieldProblem {
    match apply(content, &set(path, value), TODAY) {
        Err(EditError::Field { path: named, problem }) => {
            assert_eq!(named, path);
            problem
        }
        other => panic!("{path}: {other:?}"),
    }
}

/// S-RES-01, S-RES-03
#[test]
fn fields_take_what_fits_them() {
    let salary = Salary {
        min: 1_800_000,
        max: 2_600_000,
        currency: Currency::Cny,
        period: SalaryPeriod::Month,
        months: 14,
    };
    let content = after(&[
        set("basic/name", json!("周予安")),
        set("basic/birth_date", json!("1999-03-08")),
        set("basic/sex", json!("female")),
        set("basic/phone", json!("138 0013 8000")),
        set("basic/residence", json!(310_104)),
        set("intention/places", json!([310_104, 310_115])),
        set("intention/salary", json!(salary)),
        set("self_assessment", json!("一\r\n二")),
    ]);
    assert_eq!(content.basic.birth_date, Some(date(1999, 3, 8)));
    assert_eq!(content.intention.salary, Some(salary));
    assert_eq!(content.self_assessment, "一\n二");
    let cleared = apply(&content, &set("basic/birth_date", Value::Null), TODAY).unwrap();
    assert_eq!(cleared.basic.birth_date, None);
    assert_eq!(apply(&content, &set("basic/phone", json!("")), TODAY).unwrap().basic.phone, "");
    assert_eq!(apply(&content, &set("basic/name", json!("周\n予安")), TODAY).unwrap().basic.name, "周 予安");
}

#[test]
fn what_does_not_fit_is_refused_with_its_reason() {
    let content = after(&[add(Section::Work, 1, 0)]);
    let work = |field: &str| format!("work/{}/{field}", id(1));
    for (path, value, problem) in [
        ("basic/name", json!("长".repeat(51)), FieldProblem::TooLong),
        ("basic/name", json!(5), FieldProblem::Type),
        ("basic/name", Value::Null, FieldProblem::Type),
        ("basic/name", json!("a\u{0}b"), FieldProblem::Type),
        ("basic/phone", json!("12345"), FieldProblem::Phone),
        ("basic/email", json!("an@"), FieldProblem::Email),
        ("basic/homepage", json!("javascript:alert(1)"), FieldProblem::Url),
        ("basic/birth_date", json!("1999-02-30"), FieldProblem::Date),
        ("basic/birth_date", json!("2027-01-01"), FieldProblem::Date),
        ("basic/birth_date", json!(1999), FieldProblem::Type),
        ("basic/sex", json!("x"), FieldProblem::Type),
        ("basic/first_job_year", json!(2050), FieldProblem::Date),
        ("basic/first_job_year", json!(2020.5), FieldProblem::Type),
        ("basic/first_job_year", json!(99_999_999), FieldProblem::Type),
        ("intention/places", json!([1, 2, 3, 4, 5, 6]), FieldProblem::TooLong),
        ("intention/places", json!([1, 1]), FieldProblem::Duplicate),
        (
            "intention/salary",
            json!({"min": 5, "max": 4, "currency": "CNY", "period": "month", "months": 12}),
            FieldProblem::Salary,
        ),
        ("self_assessment", json!("长".repeat(2_001)), FieldProblem::TooLong),
        ("self_assessment", json!(["x"]), FieldProblem::Type),
        (&work("start"), json!("2024-13"), FieldProblem::Date),
        (&work("description"), json!("长".repeat(4_001)), FieldProblem::TooLong),
    ] {
        assert_eq!(refused(&content, path, value.clone()), problem, "{path} {value}");
    }
}

/// S-MIN-01
#[test]
fn a_birth_date_under_sixteen_is_refused_and_not_kept() {
    let content = after(&[set("basic/birth_date", json!("1999-03-08"))]);
    assert_eq!(refused(&content, "basic/birth_date", json!("2010-11-24")), FieldProblem::TooYoung);
    assert!(apply(&content, &set("basic/birth_date", json!("2010-11-23")), TODAY).is_ok());
}

#[test]
fn unknown_fields_and_entries_are_named() {
    let content = after(&[add(Section::Skills, 1, 0)]);
    for path in [
        "",
        "/",
        "basic",
        "basic/",
        "basic/nme",
        "basic/name/x",
        "intention/place",
        "work",
        "work/x/company",
        "nothing/x/y",
        "self_assessment/x",
        "work/00000000-0000-0000-0000-000000000001/company",
        "skills/00000000-0000-0000-0000-000000000001/id",
        "skills/00000000-0000-0000-0000-000000000001/company",
        "skills/00000000-0000-0000-0000-000000000001/name/x",
    ] {
        let found = apply(&content, &set(path, json!("x")), TODAY);
        assert!(matches!(found, Err(EditError::NoSuchField(_))), "{path}: {found:?}");
    }
    let gone = ResumeEdit::Remove { section: Section::Work, entry: id(1) };
    assert_eq!(apply(&content, &gone, TODAY), Err(EditError::NoSuchField(format!("work/{}", id(1)))));
    let moved = ResumeEdit::Move { section: Section::Work, entry: id(1), to: 0 };
    assert!(matches!(apply(&content, &moved, TODAY), Err(EditError::NoSuchField(_))));
}

/// S-RES-02, S-RES-04, S-RES-05
#[test]
fn entries_are_added_moved_and_removed() {
    let mut content = after(&[
        add(Section::Work, 1, 0),
        add(Section::Work, 2, 0),
        add(Section::Work, 3, 99),
        ResumeEdit::Move { section: Section::Work, entry: id(3), to: 1 },
    ]);
    let keys = |content: &ResumeContent| content.work.iter().map(|job| job.id.as_u128()).collect::<Vec<_>>();
    assert_eq!(keys(&content), [2, 3, 1]);
    content =
        apply(&content, &ResumeEdit::Move { section: Section::Work, entry: id(2), to: u32::MAX }, TODAY)
            .unwrap();
    assert_eq!(keys(&content), [3, 1, 2]);
    content = apply(&content, &ResumeEdit::Remove { section: Section::Work, entry: id(1) }, TODAY).unwrap();
    assert_eq!(keys(&content), [3, 2]);
    let twice = apply(&content, &add(Section::Work, 3, 0), TODAY);
    assert!(matches!(twice, Err(EditError::Field { problem: FieldProblem::Duplicate, .. })), "{twice:?}");
}

#[test]
fn a_full_list_takes_no_more() {
    for (section, most) in [
        (Section::Education, 20),
        (Section::Work, 40),
        (Section::Projects, 40),
        (Section::Skills, 60),
        (Section::Languages, 20),
    ] {
        let edits: Vec<_> = (0..most).map(|entry| add(section, entry, 0)).collect();
        let content = after(&edits);
        let found = apply(&content, &add(section, 1000, 0), TODAY);
        assert!(
            matches!(found, Err(EditError::Field { problem: FieldProblem::TooLong, .. })),
            "{section:?} {found:?}"
        );
    }
}

#[test]
fn months_stay_in_order() {
    let path = |field: &str| format!("work/{}/{field}", id(1));
    let content = after(&[add(Section::Work, 1, 0), set(&path("start"), json!("2021-07"))]);
    assert_eq!(refused(&content, &path("end"), json!("2021-06")), FieldProblem::Date);
    let ended = apply(&content, &set(&path("end"), json!("2021-07")), TODAY).unwrap();
    assert_eq!(refused(&ended, &path("start"), json!("2021-08")), FieldProblem::Date);
    let going_on = apply(&ended, &set(&path("current"), json!(true)), TODAY).unwrap();
    assert_eq!((going_on.work[0].end, going_on.work[0].current), (None, true));
    let over = apply(&going_on, &set(&path("end"), json!("2023-06")), TODAY).unwrap();
    assert!(!over.work[0].current);
}

/// Something for a field, fitting or not.
pub(crate) fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => "[a-z0-9@. 周予安+-]{0,24}".prop_map(Value::from),
        2 => any::<String>().prop_map(Value::from),
        2 => (2018_i16..2028, 1_i8..14).prop_map(|(year, month)| json!(format!("{year:04}-{month:02}"))),
        1 => any::<bool>().prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => prop::collection::vec(0_u32..9, 0..7).prop_map(|places| json!(places)),
        1 => prop::sample::select(vec!["1999-03-08", "2015-01-01", "13800138000", "an@example.com", "https://example.com",
            "bachelor", "full_time", "expert", "native", "student"]).prop_map(Value::from),
        1 => Just(Value::Null),
    ]
}

/// An edit of a small world of entries, so that edits meet each other.
pub(crate) fn edit() -> impl Strategy<Value = ResumeEdit> {
    let entry = || (0_u128..4).prop_map(Uuid::from_u128);
    let section = || prop::sample::select(Section::ALL.to_vec());
    let names = || prop::sample::select(vec!["education", "work", "projects", "skills", "languages"]);
    let fields = vec![
        "school",
        "degree",
        "major",
        "start",
        "end",
        "current",
        "full_time",
        "description",
        "company",
        "position",
        "name",
        "url",
        "level",
        "certificate",
        "id",
        "nothing",
    ];
    let top = vec![
        "basic/name",
        "basic/sex",
        "basic/birth_date",
        "basic/phone",
        "basic/email",
        "basic/first_job_year",
        "basic/residence",
        "basic/status",
        "basic/homepage",
        "intention/position",
        "intention/places",
        "intention/salary",
        "intention/employment_type",
        "self_assessment",
        "basic/nothing",
    ];
    prop_oneof![
        (prop::sample::select(top), value()).prop_map(|(path, value)| set(path, value)),
        (names(), entry(), prop::sample::select(fields), value())
            .prop_map(|(list, entry, field, value)| set(&format!("{list}/{entry}/{field}"), value)),
        (section(), entry(), 0_u32..5).prop_map(|(section, entry, at)| ResumeEdit::Add {
            section,
            entry,
            at
        }),
        (section(), entry()).prop_map(|(section, entry)| ResumeEdit::Remove { section, entry }),
        (section(), entry(), 0_u32..5).prop_map(|(section, entry, to)| ResumeEdit::Move {
            section,
            entry,
            to
        }),
    ]
}

/// `content` after those of the edits that are taken.
pub(crate) fn edited(content: ResumeContent, edits: &[ResumeEdit]) -> ResumeContent {
    edits.iter().fold(content, |content, edit| apply(&content, edit, TODAY).unwrap_or(content))
}

proptest! {
    #[test]
    fn an_edit_never_makes_a_resume_that_may_not_be_kept(edits in prop::collection::vec(edit(), 0..40)) {
        let content = edited(ResumeContent::default(), &edits);
        prop_assert_eq!(validate(&content, TODAY), []);
        let json = serde_json::to_value(&content).unwrap();
        prop_assert_eq!(serde_json::from_value::<ResumeContent>(json).unwrap(), content);
    }
}
