//! What recruiters notice: what résumés are found by and what never, the order, places, type-ahead, and that the index
//! remembers.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use jiff::civil::date;
use uuid::Uuid;
use zhitu_domain::id::ResumeId;
use zhitu_domain::place::PlaceId;
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_domain::resume::{Degree, ResumeContent, ResumeTerms, Skill, WorkEntry, search_terms};
use zhitu_domain::time::Timestamp;
use zhitu_search::Storage;
use zhitu_search::resume::{
    LIMIT, ResumeChange, ResumeIndex, ResumeSuggestion, ResumeSuggestionKind, ResumesFound, ResumesQuery,
};

const SHANGHAI: PlaceId = PlaceId(310_000);
const XUHUI: PlaceId = PlaceId(310_104);
const SHENZHEN: PlaceId = PlaceId(440_300);
const NANSHAN: PlaceId = PlaceId(440_305);
const GUANGDONG: PlaceId = PlaceId(440_000);

fn key(id: u128) -> ResumeId {
    ResumeId(Uuid::from_u128(id))
}

fn texts(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn put(id: u128, setting: VisibilitySetting, terms: ResumeTerms) -> ResumeChange {
    ResumeChange::Put { resume: key(id), setting, terms, at: Timestamp(i64::try_from(id).unwrap()) }
}

fn public(id: u128, terms: ResumeTerms) -> ResumeChange {
    put(id, VisibilitySetting::Public, terms)
}

fn position(text: &str) -> ResumeTerms {
    ResumeTerms { positions: texts(&[text]), ..ResumeTerms::default() }
}

fn index(changes: &[ResumeChange]) -> ResumeIndex {
    let index = ResumeIndex::open(&Storage::Memory).unwrap();
    index.apply(changes).unwrap();
    index
}

fn asked() -> ResumesQuery {
    ResumesQuery { settings: vec![VisibilitySetting::Public], limit: 100, ..ResumesQuery::default() }
}

fn ids(found: &ResumesFound) -> Vec<u128> {
    found.hits.iter().map(|id| id.0.as_u128()).collect()
}

fn found(index: &ResumeIndex, text: &str) -> Vec<u128> {
    ids(&index.search(&ResumesQuery { text: text.to_owned(), ..asked() }).unwrap())
}

/// S-REC-08
#[test]
fn résumés_are_found_by_job_terms_of_both_languages() {
    let index = index(&[
        public(
            1,
            ResumeTerms {
                positions: texts(&["高级软件工程师"]),
                industries: texts(&["互联网"]),
                skills: texts(&["Java", "C++"]),
                majors: texts(&["计算机科学"]),
                places: vec![XUHUI],
                ..ResumeTerms::default()
            },
        ),
        public(2, position("Frontend Engineers")),
        public(3, position("会计")),
    ]);
    for text in [
        "软件工程师",
        "java工程师",
        "ＪＡＶＡ 软件",
        "c++",
        "互联网",
        "计算机",
        "上海 java",
        "徐汇",
        "Shanghai",
    ] {
        assert_eq!(found(&index, text), [1], "{text}");
    }
    assert_eq!(found(&index, "engineer"), [2]);
    assert!(found(&index, "java 会计").is_empty());
    assert!(found(&index, "\"工程软件\"").is_empty());
    assert_eq!(found(&index, ""), [3, 2, 1]);
    let by_position =
        |words: &str| ids(&index.search(&ResumesQuery { position: words.to_owned(), ..asked() }).unwrap());
    assert_eq!(by_position("工程师"), [1]);
    assert!(by_position("java").is_empty(), "a skill is no position");
}

/// S-REC-08: what says who somebody is, or where they work, finds nothing and is not suggested.
#[test]
fn nobody_is_found_by_name_contact_number_or_employer() {
    let mut content = ResumeContent::default();
    content.basic.name = "欧阳映雪".to_owned();
    content.basic.phone = "13912345678".to_owned();
    content.basic.email = "yingxue@example.com".to_owned();
    content.intention.position = "软件工程师（欧阳映雪）".to_owned();
    content.work = vec![WorkEntry {
        id: Uuid::from_u128(7),
        company: "青禾科技".to_owned(),
        position: "青禾科技后端开发".to_owned(),
        department: "云图部".to_owned(),
        industry: "互联网".to_owned(),
        start: None,
        end: None,
        current: true,
        employment_type: None,
        description: "在青禾科技写后端，电话13912345678".to_owned(),
    }];
    content.skills =
        vec![Skill { id: Uuid::from_u128(8), name: "Java 110101199003077758".to_owned(), level: None }];
    content.self_assessment = "我是欧阳映雪，爱好登山".to_owned();
    let id = "0199a000-0000-7000-8000-00000000000a";
    let change = ResumeChange::Put {
        resume: id.parse().unwrap(),
        setting: VisibilitySetting::Public,
        terms: search_terms(&content, date(2026, 11, 26)),
        at: Timestamp(1),
    };
    let index = index(&[change]);
    for text in ["软件工程师", "后端", "互联网", "java"] {
        assert_eq!(found(&index, text).len(), 1, "{text}");
    }
    for text in [
        "欧阳映雪",
        "欧阳",
        "映雪",
        "雪",
        "青禾科技",
        "青禾",
        "云图",
        "登山",
        "13912345678",
        "yingxue",
        "example",
        "110101199003077758",
        id,
        "0199a000",
    ] {
        let query = ResumesQuery { text: text.to_owned(), ..asked() };
        assert_eq!(index.search(&query).unwrap().total, 0, "{text}");
        let query = ResumesQuery { position: text.to_owned(), ..asked() };
        assert_eq!(index.search(&query).unwrap().total, 0, "{text}");
        for filter in [
            ResumesQuery { skills: texts(&[text]), ..asked() },
            ResumesQuery { industries: texts(&[text]), ..asked() },
        ] {
            assert_eq!(index.search(&filter).unwrap().total, 0, "{text}");
        }
        assert!(index.suggest(text, &[VisibilitySetting::Public], &[], 8).is_empty(), "{text}");
    }
}

/// S-VIS-02, S-VIS-04, S-VIS-08
#[test]
fn only_the_settings_that_are_asked_for_are_found_and_no_one_who_blocks() {
    let terms = || ResumeTerms { skills: texts(&["Java"]), ..position("店长") };
    let index = index(&[
        public(1, terms()),
        put(2, VisibilitySetting::Platform, terms()),
        put(3, VisibilitySetting::Private, terms()),
        public(4, terms()),
    ]);
    let ask = |settings: &[VisibilitySetting], without: &[u128]| {
        let query = ResumesQuery {
            settings: settings.to_vec(),
            without: without.iter().map(|id| key(*id)).collect(),
            ..asked()
        };
        let found = index.search(&query).unwrap();
        assert_eq!(found.facets.skills.first().map_or(0, |(_, count)| *count), found.total);
        assert_eq!(found.total as usize, found.hits.len());
        ids(&found)
    };
    assert_eq!(ask(&[VisibilitySetting::Public], &[]), [4, 1]);
    assert_eq!(ask(&[VisibilitySetting::Public], &[4, 99]), [1]);
    assert_eq!(ask(&[VisibilitySetting::Public, VisibilitySetting::Platform], &[1]), [4, 2]);
    assert!(ask(&[], &[]).is_empty(), "no setting is no leave to find anything");

    index.apply(&[put(4, VisibilitySetting::Private, terms()), ResumeChange::Remove(key(2))]).unwrap();
    assert_eq!(ask(&[VisibilitySetting::Public, VisibilitySetting::Platform], &[]), [1]);
    assert_eq!(index.len(), 3);
}

#[test]
fn a_district_is_in_its_city_and_its_province() {
    let wants = |places: &[PlaceId], residence| ResumeTerms {
        places: places.to_vec(),
        residence,
        ..position("店长")
    };
    let index = index(&[
        public(1, wants(&[NANSHAN], Some(SHANGHAI))),
        public(2, wants(&[SHENZHEN, XUHUI], None)),
        public(3, wants(&[], Some(XUHUI))),
        public(4, wants(&[], None)),
    ]);
    let within = |places: &[PlaceId]| {
        ids(&index.search(&ResumesQuery { places: places.to_vec(), ..asked() }).unwrap())
    };
    assert_eq!(within(&[NANSHAN]), [1]);
    assert_eq!(within(&[SHENZHEN]), [2, 1]);
    assert_eq!(within(&[GUANGDONG]), [2, 1]);
    assert_eq!(within(&[SHANGHAI]), [3, 2], "where somebody lives counts when no place is wanted");
    assert_eq!(within(&[NANSHAN, XUHUI]), [3, 2, 1]);
    assert!(within(&[PlaceId(7)]).is_empty());
    let facets = index.search(&ResumesQuery { places: vec![NANSHAN], ..asked() }).unwrap().facets;
    let counts = [(SHANGHAI, 2), (XUHUI, 2), (GUANGDONG, 2), (SHENZHEN, 2), (NANSHAN, 1)];
    assert_eq!(facets.places, counts, "the choice of other places stays open");
}

#[test]
fn positions_come_before_skills_and_the_newest_first_of_those_alike() {
    let index = index(&[
        public(1, position("Java 开发")),
        public(2, position("Java 开发")),
        public(3, ResumeTerms { skills: texts(&["Java"]), ..position("开发经理") }),
        public(4, ResumeTerms { majors: texts(&["java 开发"]), ..ResumeTerms::default() }),
        public(5, position("开发 java")),
    ]);
    assert_eq!(found(&index, "java 开发"), [2, 1, 5, 3, 4]);
}

#[test]
fn pages_follow_each_other_without_a_gap() {
    let changes: Vec<ResumeChange> = (0..250)
        .map(|id| ResumeChange::Put {
            resume: key(id),
            setting: VisibilitySetting::Public,
            terms: position(if id % 3 == 0 { "店长" } else { "店员 店长" }),
            at: Timestamp(i64::try_from(id % 7).unwrap()),
        })
        .collect();
    let index = index(&changes);
    let page = |offset, limit| {
        let query = ResumesQuery { text: "店长 店员".to_owned(), offset, limit, ..asked() };
        index.search(&query).unwrap()
    };
    let all = page(0, 500);
    assert_eq!((all.total, all.hits.len()), (166, LIMIT));
    let pages: Vec<ResumeId> = (0..20).flat_map(|number| page(number * 9, 9).hits).collect();
    assert_eq!(pages.len(), 166);
    assert_eq!(pages[..LIMIT], all.hits);
    let distinct: std::collections::BTreeSet<ResumeId> = pages.into_iter().collect();
    assert_eq!(distinct.len(), 166);
    assert_eq!((page(0, 0).total, page(0, 0).hits.len()), (166, 0));
    assert!(page(usize::MAX, 9).hits.is_empty());
}

#[test]
fn degree_and_years_are_ranges_and_skills_are_all_needed() {
    let terms = |degree, years_worked, skills: &[&str]| ResumeTerms {
        degree,
        years_worked,
        skills: texts(skills),
        ..ResumeTerms::default()
    };
    let index = index(&[
        public(1, terms(Some(Degree::Bachelor), Some(3), &["Spring Boot", "SQL"])),
        public(2, terms(Some(Degree::Master), Some(0), &["spring-boot", "Rust"])),
        public(3, terms(None, None, &["SQL"])),
    ]);
    let ask = |query: ResumesQuery| ids(&index.search(&query).unwrap());
    assert_eq!(ask(ResumesQuery { degree_min: Some(Degree::HighSchool), ..asked() }), [2, 1]);
    assert_eq!(ask(ResumesQuery { degree_min: Some(Degree::Master), ..asked() }), [2]);
    assert_eq!(ask(ResumesQuery { years_min: Some(0), ..asked() }), [2, 1]);
    assert_eq!(ask(ResumesQuery { years_min: Some(1), years_max: Some(3), ..asked() }), [1]);
    assert_eq!(ask(ResumesQuery { skills: texts(&["SPRING BOOT"]), ..asked() }), [2, 1]);
    assert_eq!(ask(ResumesQuery { skills: texts(&["Spring Boot", "sql"]), ..asked() }), [1]);
    assert!(
        ask(ResumesQuery { skills: texts(&["Spring"]), ..asked() }).is_empty(),
        "a term is asked for whole"
    );
}

#[test]
fn what_is_typed_is_completed_by_terms_of_those_who_can_be_found() {
    let index = index(&[
        public(1, ResumeTerms { skills: texts(&["JavaScript"]), ..position("Java开发工程师") }),
        public(2, ResumeTerms { industries: texts(&["教育"]), ..position("java开发工程师") }),
        public(3, position("Java开发工程师")),
        put(
            4,
            VisibilitySetting::Private,
            ResumeTerms { skills: texts(&["Javelin"]), ..position("Java开发工程师") },
        ),
    ]);
    let suggest =
        |text: &str, without: &[ResumeId]| index.suggest(text, &[VisibilitySetting::Public], without, 8);
    let one = |text: &str, kind, count| ResumeSuggestion { text: text.to_owned(), kind, count };
    let engineer = |text, count| one(text, ResumeSuggestionKind::Position, count);
    let script = one("JavaScript", ResumeSuggestionKind::Skill, 1);
    assert_eq!(suggest("jav", &[]), [engineer("Java开发工程师", 3), script.clone()]);
    assert_eq!(suggest("jav", &[key(1), key(3)]), [engineer("java开发工程师", 1)]);
    for typed in ["kaifa", "工程"] {
        assert_eq!(suggest(typed, &[]), [engineer("Java开发工程师", 3)], "{typed}");
    }
    assert_eq!(suggest("jy", &[]), [one("教育", ResumeSuggestionKind::Industry, 1)]);
    assert!(suggest("javel", &[]).is_empty() && suggest("", &[]).is_empty());
    assert!(index.suggest("jav", &[], &[], 8).is_empty());
    assert_eq!(index.suggest("jav", &[VisibilitySetting::Public], &[], 1).len(), 1);
}

#[test]
fn a_folder_is_opened_again_with_its_résumés_and_their_terms() {
    let folder = tempfile::tempdir().unwrap();
    let storage = Storage::Folder(folder.path().to_owned());
    {
        let index = ResumeIndex::open(&storage).unwrap();
        assert!(index.is_empty());
        index.apply(&[public(1, ResumeTerms { skills: texts(&["SQL"]), ..position("店长") })]).unwrap();
        index.apply(&[public(2, position("店员")), ResumeChange::Remove(key(9))]).unwrap();
        assert!(matches!(ResumeIndex::open(&storage), Err(zhitu_search::SearchError::Locked)));
    }
    let index = ResumeIndex::open(&storage).unwrap();
    assert_eq!(found(&index, "店"), [2, 1]);
    let facets = index.search(&asked()).unwrap().facets;
    assert_eq!(facets.skills, [("SQL".to_owned(), 1)]);
    index.clear().unwrap();
    assert!(index.is_empty() && found(&index, "").is_empty());
    index.apply(&[public(3, position("店员"))]).unwrap();
    assert_eq!(found(&index, ""), [3]);
}

#[test]
fn odd_questions_are_answered() {
    let index = index(&[public(1, ResumeTerms { skills: texts(&["，。", ""]), ..position("店长") })]);
    for text in ["\"", "\"\"", "???", "a\"b", "的", "((", "AND OR NOT", "positions:店长", "\u{0}"] {
        found(&index, text);
    }
    assert!(index.search(&asked()).unwrap().facets.skills.is_empty());
    assert_eq!(index.search(&ResumesQuery { skills: texts(&["，"]), ..asked() }).unwrap().total, 0);
}
