//! The index against a brute force that shares no code with it: total, every count, and the order, over random
//! markets and questions, with jobs replaced and deleted between commits.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;
use zhitu_domain::id::JobId;
use zhitu_domain::job::{Education, EmploymentType, Experience};
use zhitu_domain::place::Point;
use zhitu_domain::time::Timestamp;
use zhitu_search::{Facets, JobDocument, JobIndex, JobsQuery, Near, RADII_KM, SALARIES_FEN, Sort, Storage};

const WORDS: &[&str] = &[
    "软件",
    "工程师",
    "前端",
    "开发",
    "上海",
    "产品经理",
    "java",
    "rust",
    "data",
    "scientist",
    "师",
    "数据",
    "工程",
    "程师傅",
    "运营",
];

fn text() -> impl Strategy<Value = String> {
    let piece = (prop::sample::select(WORDS), prop::sample::select(&["", " ", "。", "，"][..]));
    prop::collection::vec(piece, 0..8).prop_map(|pieces| {
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

fn point() -> impl Strategy<Value = Point> {
    (30.6..31.9_f64, 120.6..122.2_f64).prop_map(|(lat, lon)| Point { lat, lon })
}

fn job() -> impl Strategy<Value = JobDocument> {
    (
        (0..40_u128, text(), text(), text(), prop::collection::vec(prop::sample::select(WORDS), 0..3)),
        (
            prop::option::weighted(0.8, point()),
            prop::option::weighted(0.8, (1..60_i64, 0..30_i64)),
            prop::sample::select(Experience::ALL),
            prop::sample::select(Education::ALL),
            prop::sample::select(EmploymentType::ALL),
            any::<bool>(),
            0..20_i64,
        ),
    )
        .prop_map(
            |((id, title, company, body, tags), (point, salary, experience, education, kind, remote, at))| {
                JobDocument {
                    id: JobId(Uuid::from_u128(id)),
                    title,
                    company,
                    body,
                    tags: tags.into_iter().map(str::to_owned).collect(),
                    place_names: Vec::new(),
                    point,
                    salary_monthly_cny: salary.map(|(min, more)| (min * 100_000, (min + more) * 100_000)),
                    experience,
                    education,
                    employment_type: kind,
                    remote,
                    posted_at: Timestamp(at),
                }
            },
        )
}

fn some<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = Vec<T>> {
    prop_oneof![2 => Just(Vec::new()), 1 => prop::collection::vec(prop::sample::select(all), 1..3)]
}

fn question() -> impl Strategy<Value = JobsQuery> {
    (
        prop::collection::vec(prop::sample::select(WORDS), 0..3),
        prop::option::of((point(), prop::sample::select(&[1.0, 4.0, 10.0, 30.0, 80.0, 300.0][..]))),
        prop::option::of(prop::sample::select(&[0, 500_000, 1_700_000, 4_000_000][..])),
        some(Experience::ALL),
        some(Education::ALL),
        some(EmploymentType::ALL),
        any::<bool>(),
        prop::sample::select(&[Sort::Relevance, Sort::Date, Sort::Salary, Sort::Distance][..]),
        (0..5_usize, 1..12_usize),
    )
        .prop_map(
            |(words, near, salary_min, experience, education, employment_type, remote, sort, page)| {
                JobsQuery {
                    text: words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" "),
                    near: near.map(|(centre, radius_km)| Near { centre, radius_km }),
                    salary_min,
                    experience,
                    education,
                    employment_type,
                    remote,
                    sort,
                    offset: page.0,
                    limit: page.1,
                }
            },
        )
}

fn holds(job: &JobDocument, word: &str) -> bool {
    let parts = [&job.title, &job.company, &job.body].into_iter().chain(&job.tags);
    if word.is_ascii() {
        parts
            .flat_map(|part| part.split(|letter: char| !letter.is_ascii_alphanumeric()))
            .any(|found| found == word)
    } else {
        parts.map(|part| part.replace(' ', "")).any(|part| part.contains(word))
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Filter {
    Circle,
    Salary,
    Experience,
    Education,
    Employment,
    Remote,
    None,
}

fn passes(job: &JobDocument, query: &JobsQuery, but: Filter) -> bool {
    let words = query.text.split('"').filter(|word| !word.trim().is_empty());
    let near = |near: &Near| job.point.is_some_and(|point| near.centre.distance_km(point) <= near.radius_km);
    let pays = |least: &i64| *least == 0 || job.salary_monthly_cny.is_some_and(|(_, max)| max >= *least);
    words.into_iter().all(|word| holds(job, word))
        && (but == Filter::Circle || query.near.as_ref().is_none_or(near))
        && (but == Filter::Salary || query.salary_min.as_ref().is_none_or(pays))
        && (but == Filter::Experience
            || query.experience.is_empty()
            || query.experience.contains(&job.experience))
        && (but == Filter::Education
            || query.education.is_empty()
            || query.education.contains(&job.education))
        && (but == Filter::Employment
            || query.employment_type.is_empty()
            || query.employment_type.contains(&job.employment_type))
        && (but == Filter::Remote || !query.remote || job.remote)
}

fn facets(jobs: &[&JobDocument], query: &JobsQuery) -> Facets {
    let count = |but: Filter, holds: &dyn Fn(&JobDocument) -> bool| {
        u32::try_from(jobs.iter().filter(|job| passes(job, query, but) && holds(job)).count()).unwrap()
    };
    let top = |job: &JobDocument| job.salary_monthly_cny.map_or(0, |(_, max)| max);
    Facets {
        experience: (Experience::ALL.iter())
            .map(|value| (*value, count(Filter::Experience, &|job| job.experience == *value)))
            .collect(),
        education: (Education::ALL.iter())
            .map(|value| (*value, count(Filter::Education, &|job| job.education == *value)))
            .collect(),
        employment_type: (EmploymentType::ALL.iter())
            .map(|value| (*value, count(Filter::Employment, &|job| job.employment_type == *value)))
            .collect(),
        salary_min: SALARIES_FEN
            .iter()
            .map(|least| (*least, count(Filter::Salary, &|job| *least == 0 || top(job) >= *least)))
            .collect(),
        radius_km: query.near.map_or(Vec::new(), |near| {
            RADII_KM
                .iter()
                .map(|radius| {
                    let inside = |job: &JobDocument| {
                        job.point.is_some_and(|point| near.centre.distance_km(point) <= f64::from(*radius))
                    };
                    (*radius, count(Filter::Circle, &inside))
                })
                .collect()
        }),
        remote: count(Filter::Remote, &|job| job.remote),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_index_answers_as_brute_force_does(
        batches in prop::collection::vec(prop::collection::vec((job(), any::<u8>()), 1..30), 1..4),
        questions in prop::collection::vec(question(), 24),
    ) {
        let index = JobIndex::open(&Storage::Memory).unwrap();
        let mut jobs: BTreeMap<JobId, JobDocument> = BTreeMap::new();
        for batch in batches {
            for (job, fate) in batch {
                if fate < 30 {
                    index.delete(job.id);
                    jobs.remove(&job.id);
                } else {
                    index.put(&job).unwrap();
                    jobs.insert(job.id, job);
                }
            }
            index.commit(None).unwrap();
        }
        prop_assert_eq!(index.len(), jobs.len() as u64);
        let all: Vec<&JobDocument> = jobs.values().collect();
        for query in questions {
            let answer = index.search(&query).unwrap();
            let mut expected: Vec<&JobDocument> =
                all.iter().copied().filter(|job| passes(job, &query, Filter::None)).collect();
            prop_assert_eq!(answer.total as usize, expected.len(), "{:?}", query);
            prop_assert_eq!(&answer.facets, &facets(&all, &query), "{:?}", query);

            let distance = |job: &JobDocument| Some(query.near?.centre.distance_km(job.point?));
            for hit in &answer.hits {
                prop_assert_eq!(hit.distance_km, distance(&jobs[&hit.id]));
            }
            let newest = |one: &JobDocument, other: &JobDocument| {
                other.posted_at.cmp(&one.posted_at).then(one.id.cmp(&other.id))
            };
            match query.sort {
                Sort::Relevance => {
                    let scores: Vec<f32> = answer.hits.iter().map(|hit| hit.score).collect();
                    prop_assert!(scores.is_sorted_by(|one, other| one >= other));
                    continue;
                }
                Sort::Distance if query.near.is_none() => continue,
                Sort::Date => expected.sort_by(|one, other| newest(one, other)),
                Sort::Salary => expected.sort_by(|one, other| {
                    let top = |job: &JobDocument| job.salary_monthly_cny.map(|(min, max)| (max, min));
                    top(other).cmp(&top(one)).then(newest(one, other))
                }),
                Sort::Distance => expected.sort_by(|one, other| {
                    distance(one).unwrap().total_cmp(&distance(other).unwrap()).then(newest(one, other))
                }),
            }
            let page: Vec<JobId> =
                expected.iter().skip(query.offset).take(query.limit).map(|job| job.id).collect();
            prop_assert_eq!(answer.hits.iter().map(|hit| hit.id).collect::<Vec<_>>(), page, "{:?}", query);
        }
    }
}
