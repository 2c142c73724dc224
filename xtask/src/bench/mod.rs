//! `cargo xtask bench NAME`: measurements as JSON lines. The first line has the machine's facts.
//!
//! To add one: a module with `run`, a row in [`Bench`].

mod bare;
mod clipboard;
mod indistinguishable;
mod machine;
mod memory;
mod start;
mod store;
mod trace;
mod visibility;

use crate::postgres::{self, Cluster};
use crate::workspace::{self, run as run_command, step};
use anyhow::{Context, Result};
use serde::Serialize;

/// What to measure.
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    bench: Bench,
}

#[derive(clap::Subcommand)]
enum Bench {
    /// Start of the app: time to the first usable screen, memory, sizes.
    Start(start::Args),
    /// The smart paste: what it finds in the labelled pastes, and how long it takes at worst.
    Clipboard,
    /// The device's database under SQLCipher, beside plain SQLite.
    Store,
    /// Whether a hidden résumé can be told from none by the time that the answer takes.
    Indistinguishable,
    /// Naming the download that a leaked copy comes from.
    Trace(trace::Args),
    /// Searching résumés with blocks, and deciding what a viewer may do.
    Visibility,
}

/// Measures.
pub fn run(args: &Args) -> Result<()> {
    println!("{}", serde_json::to_string(&machine::facts())?);
    match &args.bench {
        Bench::Start(args) => start::run(args),
        Bench::Clipboard => clipboard::run(),
        Bench::Store => store::run(),
        Bench::Indistinguishable => indistinguishable::run(),
        Bench::Trace(args) => trace::run(args),
        Bench::Visibility => visibility::run(),
    }
}

/// Runs one of the server's ignored tests in an optimised build and prints the rows that it wrote: what needs servers with
/// invented people is measured there.
fn of_the_server(what: &str, test: &str) -> Result<()> {
    let cluster = Cluster::start()?;
    step(what);
    let rows = tempfile::Builder::new().prefix("zhitu-bench-").suffix(".jsonl").tempfile()?;
    let mut cargo = workspace::cargo();
    cargo.args(["test", "--release", "--workspace", "--test", "http", "--quiet", "--"]);
    cargo.args(["--ignored", "--exact", test]).env("ZHITU_BENCH_ROWS", rows.path());
    let done = run_command(cargo.env(postgres::VARIABLE, cluster.address()));
    let printed = std::fs::read_to_string(rows.path()).context("the measurement wrote no rows")?;
    print!("{printed}");
    done?;
    anyhow::ensure!(!printed.is_empty(), "the test `{test}` is not there");
    Ok(())
}

/// One measured number.
#[derive(Debug, Serialize)]
struct Row {
    bench: &'static str,
    metric: &'static str,
    value: f64,
    unit: &'static str,
    n: usize,
    #[serde(flatten)]
    peer: Option<Peer>,
}

/// What else did the same work in the same run.
#[derive(Debug, Serialize)]
struct Peer {
    #[serde(rename = "peer")]
    name: &'static str,
    #[serde(rename = "peer_value")]
    value: f64,
    ratio: f64,
}

impl Row {
    fn print(&self) -> Result<()> {
        println!("{}", serde_json::to_string(self)?);
        Ok(())
    }
}

/// Rounds to a tenth: more digits than the measurement has are noise.
fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// The middle of the values; the mean of the two middle ones when their number is even.
fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match (sorted.get(middle), sorted.len() % 2, middle.checked_sub(1).and_then(|one| sorted.get(one))) {
        (Some(high), 0, Some(low)) => f64::midpoint(*low, *high),
        (Some(value), ..) => *value,
        (None, ..) => f64::NAN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_in_the_middle() {
        assert!((median(&[3.0, 1.0, 2.0]) - 2.0).abs() < f64::EPSILON);
        assert!((median(&[4.0, 1.0, 2.0, 3.0]) - 2.5).abs() < f64::EPSILON);
        assert!(median(&[]).is_nan());
    }
}
