//! What people notice: Chinese and English words, runs of one character, titles first, type-ahead, and that the index
//! remembers.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use uuid::Uuid;
use zhitu_domain::id::JobId;
use zhitu_domain::job::{Education, EmploymentType, Experience};
use zhitu_domain::place::Point;
use zhitu_domain::time::Timestamp;
use zhitu_search::{JobDocument, JobIndex, JobsQuery, Near, Storage, SuggestionKind};

fn job(id: u128, title: &str, body: &str) -> JobDocument {
    JobDocument {
        id: JobId(Uuid::from_u128(id)),
        title: title.to_owned(),
        company: "青禾科技".to_owned(),
        body: body.to_owned(),
        tags: Vec::new(),
        place_names: Vec::new(),
        point: None,
        salary_monthly_cny: None,
        experience: Experience::Any,
        education: Education::Any,
        employment_type: EmploymentType::FullTime,
        remote: false,
        posted_at: Timestamp(i64::try_from(id).unwrap()),
    }
}

fn index(jobs: &[JobDocument]) -> JobIndex {
    let index = JobIndex::open(&Storage::Memory).unwrap();
    for job in jobs {
        index.put(job).unwrap();
    }
    index.commit(None).unwrap();
    index
}

fn found(index: &JobIndex, text: &str) -> Vec<u128> {
    let query = JobsQuery { text: text.to_owned(), limit: 100, ..JobsQuery::default() };
    index.search(&query).unwrap().hits.iter().map(|hit| hit.id.0.as_u128()).collect()
}

/// S-SRCH-01
#[test]
fn words_of_both_languages_are_all_needed() {
    let index = index(&[
        job(1, "高级软件工程师", "负责 Java 后端服务的设计"),
        job(2, "Frontend Engineers", "TypeScript and Svelte, 上海"),
        job(3, "会计", "财务报表"),
    ]);
    assert_eq!(found(&index, "软件工程师"), [1]);
    assert_eq!(found(&index, "java工程师"), [1]);
    assert_eq!(found(&index, "ＪＡＶＡ 后端"), [1]);
    assert_eq!(found(&index, "engineer svelte"), [2]);
    assert_eq!(found(&index, "上海 typescript"), [2]);
    assert!(found(&index, "java 会计").is_empty());
    assert_eq!(found(&index, "").len(), 3);
    assert_eq!(found(&index, "青禾").len(), 3);
}

#[test]
fn a_run_of_one_or_two_characters_is_found_inside_words() {
    let index = index(&[job(1, "软件工程师", ""), job(2, "厨师", ""), job(3, "会计", "")]);
    assert_eq!(found(&index, "师"), [2, 1]);
    assert_eq!(found(&index, "程师"), [1]);
}

#[test]
fn a_quoted_run_is_found_as_it_stands() {
    let index = index(&[
        job(1, "数据科学家", ""),
        job(2, "科学数据专家", ""),
        job(3, "x", "data scientist"),
        job(4, "x", "scientist of data"),
    ]);
    assert_eq!(found(&index, "\"数据科学\""), [1]);
    assert_eq!(found(&index, "“data scientist”"), [3]);
    assert_eq!(found(&index, "data scientist").len(), 2);
}

#[test]
fn a_title_ranks_above_a_body() {
    let index = index(&[
        job(1, "产品经理", "懂数据"),
        job(2, "行政", "与产品经理合作，产品经理的助手，协助产品经理"),
        job(3, "行政", "无"),
    ]);
    assert_eq!(found(&index, "产品经理"), [1, 2]);
}

#[test]
fn a_job_without_a_point_is_in_no_circle() {
    let mut here = job(1, "店长", "");
    here.point = Some(Point { lat: 31.2, lon: 121.4 });
    let index = index(&[here, job(2, "店长", "")]);
    let query = JobsQuery {
        text: "店长".to_owned(),
        near: Some(Near { centre: Point { lat: 31.21, lon: 121.4 }, radius_km: 3.0 }),
        limit: 10,
        ..JobsQuery::default()
    };
    let answer = index.search(&query).unwrap();
    assert_eq!(answer.total, 1);
    assert_eq!(answer.facets.radius_km, [(1, 0), (3, 1), (5, 1), (10, 1), (25, 1), (50, 1), (100, 1)]);
}

#[test]
fn what_is_typed_is_completed_in_chinese_english_and_pinyin() {
    let mut tagged = job(1, "Java开发工程师", "");
    tagged.tags = vec!["Spring Boot".to_owned(), "微服务".to_owned()];
    let index = index(&[tagged, job(2, "Java开发工程师", ""), job(3, "会计", "懂 java")]);
    let suggest = |text: &str| -> Vec<(String, SuggestionKind, u32)> {
        let found = index.suggest(text, 8).unwrap();
        found.into_iter().map(|found| (found.text, found.kind, found.count)).collect()
    };
    assert_eq!(suggest("jav"), [("Java开发工程师".to_owned(), SuggestionKind::Title, 2)]);
    for typed in ["kaifa", "gongcheng", "工程"] {
        assert_eq!(suggest(typed)[0].0, "Java开发工程师", "{typed}");
    }
    for typed in ["qinghe", "qhkj", "青禾"] {
        assert_eq!(suggest(typed), [("青禾科技".to_owned(), SuggestionKind::Company, 3)], "{typed}");
    }
    assert_eq!(suggest("wfw"), [("微服务".to_owned(), SuggestionKind::Tag, 1)]);
    assert_eq!(suggest("spring"), [("Spring Boot".to_owned(), SuggestionKind::Tag, 1)]);
    assert!(suggest("").is_empty() && suggest("zzz").is_empty());

    index.delete(JobId(Uuid::from_u128(1)));
    index.commit(None).unwrap();
    assert!(index.suggest("spring", 8).unwrap().is_empty());
}

#[test]
fn a_folder_is_opened_again_with_its_jobs_suggestions_and_position() {
    let folder = tempfile::tempdir().unwrap();
    let storage = Storage::Folder(folder.path().to_owned());
    {
        let index = JobIndex::open(&storage).unwrap();
        assert_eq!(index.position().unwrap(), None);
        index.put(&job(1, "店长", "")).unwrap();
        index.put(&job(2, "店员", "")).unwrap();
        assert!(found(&index, "店").is_empty(), "only a commit shows a change");
        index.commit(Some("41")).unwrap();
        index.delete(JobId(Uuid::from_u128(2)));
        index.commit(None).unwrap();
    }
    let index = JobIndex::open(&storage).unwrap();
    assert_eq!(index.position().unwrap().as_deref(), Some("41"));
    assert_eq!(found(&index, "店"), [1]);
    assert_eq!(index.suggest("dianzhang", 8).unwrap()[0].text, "店长");
    index.clear().unwrap();
    index.commit(Some("42")).unwrap();
    assert!(index.is_empty());
    assert!(index.suggest("dian", 8).unwrap().is_empty());
}

#[test]
fn odd_questions_are_answered() {
    let index = index(&[job(1, "店长", "")]);
    for text in ["\"", "\"\"", "???", "a\"b", "的", "((", "AND OR NOT", "title:店长", "\u{0}"] {
        found(&index, text);
    }
    let none = JobsQuery { limit: 0, ..JobsQuery::default() };
    assert_eq!(index.search(&none).unwrap().total, 1);
    let far = JobsQuery { offset: 10_000, limit: 10, ..JobsQuery::default() };
    assert!(index.search(&far).unwrap().hits.is_empty());
}
