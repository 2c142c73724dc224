//! How long a company's search of 200,000 résumés takes by HTTP, decisions and all, when 1,000 of them block it: measured,
//! not asserted. `cargo xtask bench visibility` runs it in an optimised build.

use crate::indistinguishable::print;
use crate::support::{Person, Server, config};
use market::{KINDS, Numbers, RESUMES};
use serde_json::{Value, json};
use std::time::Instant;
use zhitu_domain::id::AccountId;
use zhitu_domain::resume::ResumeTerms;
use zhitu_search::resume::{ResumeChange, ResumesQuery};
use zhitu_storage::scratch;

#[path = "../../../search/benches/visibility/market.rs"]
#[expect(dead_code, reason = "typing ahead is measured beside the index")]
mod market;

/// Résumés that block the asker's company.
const BLOCKS: usize = 1_000;
/// Questions of each kind; there are six kinds.
const QUESTIONS: usize = 120;
/// How often each is asked; the middle counts.
const ROUNDS: usize = 3;
/// Rows of one statement.
const BATCH: usize = 500;
/// The year that the tests' clock shows.
const YEAR: u16 = 2026;

#[tokio::test]
#[ignore = "takes minutes: `cargo xtask bench visibility`"]
async fn two_hundred_thousand_resumes_are_searched_with_decisions() {
    let folder = tempfile::tempdir().unwrap();
    let file = config(folder.path()).database_url();
    measure("sqlite", &file).await;
    if let Some(address) = std::env::var("ZHITU_TEST_POSTGRES").ok().filter(|url| !url.is_empty()) {
        let name = format!("zhitu_search_{}", std::process::id());
        let url = scratch::create(&address, &name).await.unwrap();
        measure("postgres", &url).await;
        scratch::delete(&address, &name).await.unwrap();
    }
}

async fn measure(database: &str, url: &str) {
    let mut numbers = Numbers::new(20_261_126);
    fill(url, &mut numbers).await;
    // It builds its index from what is there before it answers.
    let server = Server::start(|config| url.clone_into(&mut config.database_url)).await;
    let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
    block(&server, url, &recruiter, &mut numbers).await;

    let mut all = Vec::new();
    for (kind, make) in KINDS {
        let mut times = Vec::with_capacity(QUESTIONS);
        for _ in 0..QUESTIONS {
            let body = question(make(&mut numbers));
            let mut rounds = Vec::with_capacity(ROUNDS);
            // The first one, in which pages are read, is not measured.
            for round in 0..=ROUNDS {
                let start = Instant::now();
                server.post(&recruiter, "/api/recruiter/resumes/search", &body).await.ok();
                if round > 0 {
                    rounds.push(start.elapsed().as_secs_f64() * 1e3);
                }
            }
            rounds.sort_by(f64::total_cmp);
            times.push(rounds[ROUNDS / 2]);
        }
        all.extend_from_slice(&times);
        rows(&format!("{database}/answer_{kind}"), &mut times);
    }
    rows(&format!("{database}/answer"), &mut all);
    server.end().await;
}

fn rows(metric: &str, times: &mut [f64]) {
    times.sort_by(f64::total_cmp);
    let row = |percent: usize| {
        let value = (times[(times.len() - 1) * percent / 100] * 1e3).round() / 1e3;
        let metric = format!("{metric}_p{percent}_ms");
        json!({ "bench": "visibility", "metric": metric, "value": value, "unit": "ms", "n": times.len() })
    };
    print(&[row(50), row(99)]);
}

/// As a recruiter asks it.
fn question(query: ResumesQuery) -> Value {
    let industry = query.industries.into_iter().next().unwrap_or_default();
    json!({
        "text": format!("{} {}", query.text, query.position), "industry": industry, "skills": query.skills,
        "years_min": query.years_min, "years_max": query.years_max, "degree_min": query.degree_min,
        "places": query.places, "offset": query.offset, "limit": 20,
    })
}

/// Invented people and their résumés, as rows: as many requests would take longer than all that is measured.
async fn fill(url: &str, numbers: &mut Numbers) {
    scratch::migrate_to(url, i64::MAX).await.unwrap();
    let is_file = url.starts_with("sqlite:");
    for first in (0..RESUMES).step_by(BATCH) {
        let (mut accounts, mut resumes) = (Vec::new(), Vec::new());
        for number in first..first + BATCH {
            let ResumeChange::Put { resume, setting, terms, at } = market::put(number, numbers) else {
                continue;
            };
            let key = literal(is_file, resume.0);
            let setting = json!(setting);
            accounts.push(format!("({key}, {})", at.0));
            resumes.push(format!(
                "({key}, {key}, 1, '{}', '{}', {})",
                content(&terms).to_string().replace('\'', "''"),
                setting.as_str().unwrap(),
                at.0
            ));
        }
        let statements = format!(
            "insert into account (id, created_at) values {}; \
             insert into resume (account_id, id, version, content, visibility, updated_at) values {}",
            accounts.join(", "),
            resumes.join(", ")
        );
        scratch::run(url, &statements).await.unwrap();
    }
}

async fn block(server: &Server, url: &str, recruiter: &Person, numbers: &mut Numbers) {
    let is_file = url.starts_with("sqlite:");
    let found = server.running.app.store.recruiter_get(AccountId(recruiter.account)).await.unwrap();
    let company = literal(is_file, found.unwrap().company.id.0);
    let rows: Vec<String> = (0..BLOCKS)
        .map(|number| {
            let account = literal(is_file, market::id(numbers.below(RESUMES)).0);
            let key = literal(is_file, server.running.app.new_id().unwrap());
            let hash = if is_file { format!("x'{number:04x}'") } else { format!("'\\x{number:04x}'") };
            format!("({key}, {account}, {company}, {hash}, 'typed', 0)")
        })
        .collect();
    let statement = format!(
        "insert into block (id, account_id, company_id, key_hash, origin, created_at) values {}",
        rows.join(", ")
    );
    scratch::run(url, &statement).await.unwrap();
}

fn literal(is_file: bool, id: uuid::Uuid) -> String {
    if is_file { format!("x'{}'", id.simple()) } else { format!("'{id}'") }
}

/// A résumé that has these terms.
fn content(terms: &ResumeTerms) -> Value {
    let id = |number: usize| uuid::Uuid::from_u128(number as u128).to_string();
    let entries = terms
        .positions
        .iter()
        .skip(1)
        .zip(terms.industries.iter().chain(std::iter::repeat(&terms.industries[0])));
    let work: Vec<Value> = entries
        .enumerate()
        .map(|(number, (position, industry))| {
            json!({
                "id": id(number), "company": "示例公司", "position": position, "industry": industry,
                "start": "2019-03", "description": "负责日常工作，按时交付，写清楚每一步的来历和结果。",
            })
        })
        .collect();
    let education: Vec<Value> = terms
        .majors
        .iter()
        .enumerate()
        .map(|(number, major)| {
            json!({ "id": id(100 + number), "school": "东陆大学", "major": major, "degree": terms.degree })
        })
        .collect();
    let skills: Vec<Value> = terms
        .skills
        .iter()
        .enumerate()
        .map(|(number, name)| json!({ "id": id(200 + number), "name": name }))
        .collect();
    json!({
        "basic": {
            "name": "周予安", "residence": terms.residence,
            "first_job_year": terms.years_worked.map(|years| YEAR - u16::from(years)),
        },
        "intention": {
            "position": terms.positions[0], "industry": terms.industries[0], "places": terms.places,
            "employment_type": terms.employment_type,
        },
        "work": work, "education": education, "skills": skills,
    })
}
