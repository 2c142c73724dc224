//! Searching résumés with blocks, and deciding what a viewer may do. Prints JSON lines: `cargo xtask bench visibility`.

#![expect(clippy::print_stdout, reason = "a bench talks through its standard output")]

#[path = "visibility/market.rs"]
mod market;

use market::{Numbers, RESUMES};
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;
use zhitu_domain::id::ResumeId;
use zhitu_domain::resume::visibility::{Action, Relation, Viewer, Viewing, VisibilitySetting, decide};
use zhitu_search::Storage;
use zhitu_search::resume::{ResumeChange, ResumeIndex, ResumesQuery};

/// Résumés that block the asker's company.
const BLOCKS: usize = 1_000;
/// Questions of each kind; there are six kinds.
const QUESTIONS: usize = 120;
/// How often each is asked; the middle counts.
const ROUNDS: usize = 3;
/// Changes that are made one commit while the index is filled.
const BATCH: usize = 5_000;
/// Decisions that are timed.
const DECISIONS: usize = 4_000_000;

fn row(metric: &str, value: f64, unit: &str, n: usize) {
    let value = (value * 1_000.0).round() / 1_000.0;
    println!(
        "{}",
        serde_json::json!({ "bench": "visibility", "metric": metric, "value": value, "unit": unit, "n": n })
    );
}

fn ms(started: Instant) -> f64 {
    started.elapsed().as_secs_f64() * 1e3
}

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let storage = Storage::Folder(folder.path().to_owned());
    let mut numbers = Numbers::new(20_261_126);
    fill(&storage, &mut numbers);
    row("index_mb", bytes(folder.path()) / 1e6, "MB", RESUMES);

    let started = Instant::now();
    let index = ResumeIndex::open(&storage).expect("the index opens");
    row("open_ms", ms(started), "ms", 1);
    assert_eq!(index.len(), RESUMES as u64);

    search(&index, &mut numbers);
    suggest(&index, &mut numbers);
    update(&index, &mut numbers);
    decisions(&mut numbers);
}

/// The time is that of the index: making the résumés up is not in it.
fn fill(storage: &Storage, numbers: &mut Numbers) {
    let index = ResumeIndex::open(storage).expect("an empty index");
    let mut seconds = 0.0;
    for first in (0..RESUMES).step_by(BATCH) {
        let changes: Vec<ResumeChange> =
            (first..(first + BATCH).min(RESUMES)).map(|number| market::put(number, numbers)).collect();
        let started = Instant::now();
        index.apply(&changes).expect("changes are made");
        seconds += started.elapsed().as_secs_f64();
    }
    row("build_s", seconds, "s", RESUMES);
}

fn bytes(folder: &Path) -> f64 {
    let size = |entry: std::fs::DirEntry| {
        let kind = entry.metadata().expect("a size");
        if kind.is_dir() {
            bytes(&entry.path())
        } else {
            f64::from(u32::try_from(kind.len()).expect("below 4 GB"))
        }
    };
    std::fs::read_dir(folder).expect("the folder").map(|entry| size(entry.expect("an entry"))).sum()
}

fn asker(numbers: &mut Numbers) -> (Vec<VisibilitySetting>, Vec<ResumeId>) {
    let finds = |setting: &VisibilitySetting| decide(*setting, Relation::Employer).allows(Action::Searchable);
    let settings = VisibilitySetting::ALL.iter().copied().filter(finds).collect();
    (settings, (0..BLOCKS).map(|_| market::id(numbers.below(RESUMES))).collect())
}

fn search(index: &ResumeIndex, numbers: &mut Numbers) {
    let (settings, without) = asker(numbers);
    let ask = |query: &ResumesQuery| {
        let started = Instant::now();
        let found = black_box(index.search(black_box(query))).expect("an answer");
        (ms(started), found.total)
    };
    let mut all = Vec::new();
    for (kind, make) in market::KINDS {
        let questions: Vec<ResumesQuery> = (0..QUESTIONS)
            .map(|_| ResumesQuery {
                settings: settings.clone(),
                without: without.clone(),
                limit: 20,
                ..make(numbers)
            })
            .collect();
        // The first round, in which pages and the dictionary are read, is not measured.
        let totals: u64 = questions.iter().map(|query| u64::from(ask(query).1)).sum();
        #[expect(clippy::cast_precision_loss, reason = "at most 24 million")]
        row(&format!("hits_{kind}"), totals as f64 / QUESTIONS as f64, "1", QUESTIONS);
        let mut times: Vec<f64> = questions
            .iter()
            .map(|query| {
                let mut rounds: Vec<f64> = (0..ROUNDS).map(|_| ask(query).0).collect();
                rounds.sort_by(f64::total_cmp);
                rounds[ROUNDS / 2]
            })
            .collect();
        all.extend_from_slice(&times);
        percentiles(&format!("search_{kind}"), &mut times);
    }
    percentiles("search", &mut all);
}

fn percentiles(name: &str, times: &mut [f64]) {
    times.sort_by(f64::total_cmp);
    for percent in [50, 99] {
        row(&format!("{name}_p{percent}_ms"), times[(times.len() - 1) * percent / 100], "ms", times.len());
    }
}

fn suggest(index: &ResumeIndex, numbers: &mut Numbers) {
    let (settings, without) = asker(numbers);
    let mut times: Vec<f64> = (0..QUESTIONS)
        .map(|number| {
            let text = market::TYPED[number % market::TYPED.len()];
            let started = Instant::now();
            black_box(index.suggest(black_box(text), &settings, &without, 8));
            ms(started)
        })
        .collect();
    percentiles("suggest", &mut times);
}

/// Ten résumés change, and the next search sees it.
fn update(index: &ResumeIndex, numbers: &mut Numbers) {
    let mut times: Vec<f64> = (0..QUESTIONS)
        .map(|_| {
            let changes: Vec<ResumeChange> =
                (0..10).map(|_| market::put(numbers.below(RESUMES), numbers)).collect();
            let started = Instant::now();
            index.apply(&changes).expect("changes are made");
            ms(started)
        })
        .collect();
    percentiles("apply_10", &mut times);
}

/// A viewer of any kind, with any of the facts.
fn viewing(numbers: &mut Numbers) -> Viewing {
    let viewers = [
        Viewer::Anonymous,
        Viewer::Seeker,
        Viewer::Recruiter { verified: false },
        Viewer::Recruiter { verified: true },
        Viewer::Recruiter { verified: true },
        Viewer::Recruiter { verified: true },
        Viewer::Staff,
    ];
    let mut one_in = |many: usize| numbers.below(many) == 0;
    let (account_closed, under_age) = (one_in(50), one_in(200));
    let (blocked, applied, in_contact) = (one_in(10), one_in(5), one_in(5));
    let viewer = *numbers.one_of(&viewers);
    Viewing { account_closed, under_age, viewer, blocked, applied, in_contact }
}

/// The relation of each hit's facts, and what the table gives to it.
fn decisions(numbers: &mut Numbers) {
    let hits: Vec<(VisibilitySetting, Viewing)> =
        (0..1 << 16).map(|_| (*numbers.one_of(VisibilitySetting::ALL), viewing(numbers))).collect();
    let started = Instant::now();
    let mut found = 0_usize;
    for (setting, viewing) in hits.iter().cycle().take(DECISIONS) {
        let access = decide(black_box(*setting), black_box(viewing).relation());
        found += usize::from(access.allows(Action::Searchable));
    }
    let nanoseconds = started.elapsed().as_secs_f64() * 1e9;
    assert!((1..DECISIONS).contains(&found), "some are found, some are not");
    #[expect(clippy::cast_precision_loss, reason = "some millions")]
    row("decide_ns", nanoseconds / DECISIONS as f64, "ns", DECISIONS);
}
