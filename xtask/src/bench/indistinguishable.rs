//! Whether a hidden résumé can be told from none by the time that the answer takes (I3): 2,000 pairs of requests for
//! each way to be hidden, on both databases. Fails when they can.
//!
//! The measuring itself is one of the server's ignored tests, since only they start servers with invented people.

use crate::postgres::{self, Cluster};
use crate::workspace::{self, run as run_command, step};
use anyhow::{Context, Result};

/// The test that measures.
const TEST: &str = "indistinguishable::two_thousand_pairs_cannot_be_told_apart";

/// Builds it optimised, runs it, and prints its rows.
pub fn run() -> Result<()> {
    let cluster = Cluster::start()?;
    step("asking for hidden résumés and for none, in an optimised build");
    let rows = tempfile::Builder::new().prefix("zhitu-bench-").suffix(".jsonl").tempfile()?;
    let mut cargo = workspace::cargo();
    cargo.args(["test", "--release", "--workspace", "--test", "http", "--quiet", "--"]);
    cargo.args(["--ignored", "--exact", TEST]).env("ZHITU_BENCH_ROWS", rows.path());
    let done = run_command(cargo.env(postgres::VARIABLE, cluster.address()));
    let text = std::fs::read_to_string(rows.path()).context("the measurement wrote no rows")?;
    print!("{text}");
    done?;
    anyhow::ensure!(!text.is_empty(), "the test `{TEST}` is not there");
    Ok(())
}
