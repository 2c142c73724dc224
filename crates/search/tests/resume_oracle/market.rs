//! Random résumés and questions.

use proptest::prelude::*;
use uuid::Uuid;
use zhitu_domain::id::ResumeId;
use zhitu_domain::job::EmploymentType;
use zhitu_domain::place::PlaceId;
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_domain::resume::{Degree, ResumeTerms};
use zhitu_domain::time::Timestamp;
use zhitu_search::resume::ResumesQuery;

/// A résumé as the index is told of it.
#[derive(Debug, Clone)]
pub struct Resume {
    pub id: ResumeId,
    pub setting: VisibilitySetting,
    pub terms: ResumeTerms,
    pub at: Timestamp,
}

/// Few, so that they meet; some are parts of others.
const WORDS: &[&str] = &[
    "软件",
    "工程师",
    "前端",
    "开发",
    "上海",
    "产品经理",
    "java",
    "rust",
    "Data",
    "scientist",
    "师",
    "数据",
    "工程",
    "程师傅",
    "运营",
];

/// Terms in several spellings.
const TERMS: &[&str] =
    &["Java", "java", "JAVA", "Spring Boot", "spring-boot", "数据", "C++", "c++", "工程师", "java工程师"];

/// Districts, their cities and provinces, and no place.
const PLACES: &[u32] = &[310_000, 310_104, 310_101, 440_000, 440_300, 440_305, 440_306, 440_106, 110_108, 7];

fn text() -> impl Strategy<Value = String> {
    let piece = (prop::sample::select(WORDS), prop::sample::select(&["", " ", "。", "，", "-"][..]));
    prop::collection::vec(piece, 0..5).prop_map(|pieces| {
        let mut text = String::new();
        for (word, mark) in pieces {
            // Two Latin words with nothing between them would be one word.
            if text.ends_with(|letter: char| letter.is_ascii_alphanumeric()) && word.is_ascii() {
                text.push(' ');
            }
            text.push_str(word);
            text.push_str(mark);
        }
        text
    })
}

/// More than are counted.
fn term() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(TERMS).prop_map(str::to_owned),
        (0..40_u8).prop_map(|number| format!("工具{number}")),
    ]
}

fn place() -> impl Strategy<Value = PlaceId> {
    prop::sample::select(PLACES).prop_map(PlaceId)
}

fn setting() -> impl Strategy<Value = VisibilitySetting> {
    prop::sample::select(VisibilitySetting::ALL)
}

fn terms() -> impl Strategy<Value = ResumeTerms> {
    let choice = (
        prop::option::weighted(0.8, prop::sample::select(Degree::ALL)),
        prop::option::weighted(0.8, 0..14_u8),
        prop::option::weighted(0.8, prop::sample::select(EmploymentType::ALL)),
    );
    let places = (prop::collection::vec(place(), 0..3), prop::option::of(place()));
    let texts = (
        prop::collection::vec(prop_oneof![text(), term()], 0..3),
        prop::collection::vec(term(), 0..3),
        prop::collection::vec(term(), 0..5),
        prop::collection::vec(text(), 0..2),
    );
    (texts, choice, places).prop_map(
        |((positions, industries, skills, majors), (degree, years_worked, employment_type), places)| {
            ResumeTerms {
                positions,
                industries,
                skills,
                majors,
                degree,
                years_worked,
                places: places.0,
                residence: places.1,
                salary: None,
                employment_type,
            }
        },
    )
}

fn id(most: u128) -> impl Strategy<Value = ResumeId> {
    // Keys that differ in one half only are told apart too.
    (0..most).prop_map(|number| ResumeId(Uuid::from_u128((number << 64) | (number % 7))))
}

/// One of so many.
pub fn resume(most: u128) -> impl Strategy<Value = Resume> {
    (id(most), setting(), terms(), 0..20_i64).prop_map(|(id, setting, terms, at)| Resume {
        id,
        setting,
        terms,
        at: Timestamp(at),
    })
}

fn some<T: Clone + std::fmt::Debug + 'static>(
    one: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Vec<T>> {
    prop_oneof![2 => Just(Vec::new()).boxed(), 1 => prop::collection::vec(one, 1..3).boxed()]
}

/// Words that are asked for as they stand, so that no dictionary has a say.
fn words() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(WORDS), 0..3)
        .prop_map(|words| words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" "))
}

fn question(most: u128) -> impl Strategy<Value = ResumesQuery> {
    let texts = (words(), prop_oneof![3 => Just(String::new()).boxed(), 1 => words().boxed()]);
    let terms = (some(term()), some(term()), some(place()));
    let ranges = (
        prop::option::weighted(0.3, 0..12_u8),
        prop::option::weighted(0.3, 0..14_u8),
        prop::option::weighted(0.3, prop::sample::select(Degree::ALL)),
        some(prop::sample::select(EmploymentType::ALL)),
    );
    let who = (
        prop_oneof![3 => Just(VisibilitySetting::ALL.to_vec()).boxed(), 2 => prop::collection::vec(setting(), 0..4).boxed()],
        prop::collection::vec(id(most), 0..usize::try_from(most / 3).unwrap()),
    );
    (texts, terms, ranges, who, (0..5_usize, 0..120_usize)).prop_map(
        |((text, position), (industries, skills, places), ranges, (settings, without), (offset, limit))| {
            ResumesQuery {
                text,
                position,
                industries,
                skills,
                years_min: ranges.0,
                years_max: ranges.1,
                degree_min: ranges.2,
                employment_type: ranges.3,
                places,
                settings,
                without,
                offset,
                limit,
            }
        },
    )
}

/// So many questions about so many résumés.
pub fn questions(most: u128, count: usize) -> impl Strategy<Value = Vec<ResumesQuery>> {
    prop::collection::vec(question(most), count)
}
