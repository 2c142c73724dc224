//! I3 by what it costs: a hidden résumé and none take the same statements, and the same time.
//!
//! The number of statements is exact, and is looked at with all other tests. Time is not, so two thousand pairs of
//! requests are asked one beside the other and compared as ranks: `cargo xtask bench indistinguishable`.

use crate::support::{Answer, Person, Server};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write;
use std::time::Instant;
use zhitu_domain::resume::visibility::VisibilitySetting;

/// Pairs of each way to be hidden, on each database.
const PAIRS: usize = 2_000;
/// How far the share of pairs in which the hidden one takes longer may be from a half. By 0.06 effects begin that are
/// called small (Vargha and Delaney's A); 2,000 pairs of what is alike stay within 0.022 in 95 of 100 runs.
const BOUND: f64 = 0.06;

/// Ways to be hidden: from a company, and from the platform's staff.
const WAYS: [(&str, VisibilitySetting, bool, bool); 4] = [
    ("platform", VisibilitySetting::Platform, false, false),
    ("private", VisibilitySetting::Private, false, false),
    ("blocked", VisibilitySetting::Public, true, false),
    ("private_from_staff", VisibilitySetting::Private, false, true),
];

/// A résumé that somebody may not see.
struct Hidden {
    way: &'static str,
    viewer: Person,
    resume: String,
}

/// A company, the staff, and a seeker for each way to be hidden from one of them.
struct World {
    recruiter: Person,
    job: String,
    hidden: Vec<Hidden>,
}

async fn world(server: &Server) -> World {
    let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
    let staff = server.staff("13700137000").await;
    let job = server.job(&recruiter, "后端工程师").await;
    let mut hidden = Vec::new();
    for (number, (way, setting, blocked, from_staff)) in WAYS.into_iter().enumerate() {
        let seeker = server.seeker(&format!("1390013900{number}"), "周予安").await;
        server.choose(&seeker, setting).await;
        if blocked {
            server.block(&seeker, "示例科技").await;
        }
        let viewer = if from_staff { staff.clone() } else { recruiter.clone() };
        hidden.push(Hidden { way, viewer, resume: server.resume_of(&seeker).await });
    }
    World { recruiter, job, hidden }
}

impl Hidden {
    /// How many requests name a résumé. Staff keep no notes on one and download none.
    fn requests(&self) -> usize {
        if self.viewer.staff { 5 } else { 7 }
    }

    /// Each of them in turn, with the key of a résumé in the place of this one's.
    async fn ask(&self, server: &Server, world: &World, turn: usize, resume: &str) -> Answer {
        let viewer = &self.viewer;
        let path = format!("/api/recruiter/resumes/{resume}");
        match turn % self.requests() {
            0 => server.open(viewer, resume).await,
            1 => {
                let ask = json!({ "id": server.new_id(), "reason": "想聊聊", "wanted": ["phone"] });
                server.post(viewer, &format!("{path}/contact-requests"), &ask).await
            }
            2 => {
                let job = (!viewer.staff).then_some(&world.job);
                let open = json!({ "about": "resume", "resume": resume, "job": job });
                server.post(viewer, "/api/conversations", &open).await
            }
            3 => server.post(viewer, &format!("{path}/relay"), &json!({})).await,
            4 => server.post(viewer, &format!("{path}/virtual-number"), &json!({})).await,
            5 => {
                let note = json!({ "text": "看看" });
                server.ask("PUT", &format!("{path}/notes"), Some(&viewer.token), Some(&note)).await
            }
            _ => {
                let download = json!({ "id": server.new_id(), "language": "zh-CN" });
                server.post(viewer, &format!("{path}/downloads"), &download).await
            }
        }
    }
}

/// The statements that were run since, without those of what runs beside the requests.
fn statements(before: &BTreeMap<(&'static str, &'static str), u64>) -> BTreeMap<&'static str, u64> {
    let mut run = BTreeMap::new();
    for ((dialect, query), times) in zhitu_storage::queries_run() {
        let times = times - before.get(&(dialect, query)).copied().unwrap_or(0);
        let beside = query.starts_with("outbox/")
            || (query.starts_with("notice/") && query != "notice/add")
            || query == "mailbox/mails_due";
        if times > 0 && !beside {
            run.insert(query, times);
        }
    }
    run
}

/// I3: no statement more or less, so that there is nothing whose time could tell. Each test is a process of its own.
#[tokio::test]
async fn a_hidden_resume_takes_the_statements_that_none_takes() {
    for server in Server::each().await {
        let world = world(&server).await;
        for hidden in &world.hidden {
            for turn in 0..hidden.requests() {
                let mut seen = Vec::new();
                for id in [hidden.resume.clone(), server.new_id()] {
                    let before = zhitu_storage::queries_run();
                    let answer = hidden.ask(&server, &world, turn, &id).await;
                    assert_eq!(answer.code(), "not_found");
                    seen.push((statements(&before), answer.body.to_string()));
                }
                assert!(!seen[0].0.is_empty());
                assert_eq!(seen[0], seen[1], "{}, request {turn}", hidden.way);
            }
        }
        // What a search is asked does not depend on who is hidden either: the index has the rest.
        let before = zhitu_storage::queries_run();
        server.search(&world.recruiter).await.ok();
        assert!(!statements(&before).keys().any(|query| query.starts_with("visibility/contents")));
        server.end().await;
    }
}

fn median(times: impl Iterator<Item = f64>) -> f64 {
    let mut times: Vec<f64> = times.collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// I3: the long run; see the head of this file.
#[tokio::test]
#[ignore = "takes minutes: `cargo xtask bench indistinguishable`"]
async fn two_thousand_pairs_cannot_be_told_apart() {
    let mut far = Vec::new();
    for server in Server::each().await {
        let database = if server.running.app.config.database_url().starts_with("sqlite:") {
            "sqlite"
        } else {
            "postgres"
        };
        let world = world(&server).await;
        for hidden in &world.hidden {
            let way = hidden.way;
            let mut pairs = Vec::with_capacity(PAIRS);
            for number in 0..PAIRS + 50 {
                let nowhere = server.new_id();
                // Which comes first changes in a way that has no period, so that nothing else with one plays in.
                let hidden_first = number.count_ones().is_multiple_of(2);
                let mut took = [0.0; 2];
                let mut told = Vec::new();
                for turn in 0..2 {
                    let is_hidden = (turn == 0) == hidden_first;
                    let id = if is_hidden { &hidden.resume } else { &nowhere };
                    let start = Instant::now();
                    let answer = hidden.ask(&server, &world, number, id).await;
                    took[usize::from(!is_hidden)] = start.elapsed().as_secs_f64() * 1e6;
                    told.push((answer.status, answer.body.to_string(), answer.headers.len()));
                }
                assert_eq!(told[0], told[1], "{way}");
                // The first are for the connection and the caches.
                if number >= 50 {
                    pairs.push(took);
                }
            }
            let longer: f64 =
                pairs.iter().map(|[hidden, none]| f64::midpoint((hidden - none).signum(), 1.0)).sum();
            #[expect(clippy::cast_precision_loss, reason = "2,000 is exact")]
            let share = longer / PAIRS as f64;
            let row = |metric: &str, value: f64, unit: &str| {
                json!({
                    "bench": "indistinguishable", "metric": format!("{database}/{way}/{metric}"),
                    "value": (value * 1e4).round() / 1e4, "unit": unit, "n": PAIRS,
                })
            };
            print(&[
                row("hidden", median(pairs.iter().map(|pair| pair[0])), "us"),
                row("none", median(pairs.iter().map(|pair| pair[1])), "us"),
                row("difference", median(pairs.iter().map(|pair| pair[0] - pair[1])), "us"),
                row("hidden_takes_longer", share, "share of pairs"),
            ]);
            if (share - 0.5).abs() > BOUND {
                far.push(format!("{database} {way}: in {share:.3} of the pairs the hidden one takes longer"));
            }
        }
        server.end().await;
    }
    assert!(far.is_empty(), "{far:?}");
}

/// Writes rows to the file that `cargo xtask bench` names, or shows them.
pub(crate) fn print(rows: &[Value]) {
    let text = rows.iter().map(Value::to_string).collect::<Vec<_>>().join("\n") + "\n";
    match std::env::var_os("ZHITU_BENCH_ROWS") {
        Some(file) => {
            let mut file = std::fs::OpenOptions::new().append(true).create(true).open(file).unwrap();
            file.write_all(text.as_bytes()).unwrap();
        }
        None => eprint!("{text}"),
    }
}
