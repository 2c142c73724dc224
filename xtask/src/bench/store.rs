//! How long the device's database takes under SQLCipher, beside plain SQLite in the same run.
//!
//! The measuring itself is one of the host's ignored tests, since only a test can open a file without a key.

use crate::workspace::{self, run as run_command, step};
use anyhow::{Context, Result};

/// The test that measures.
const TEST: &str = "store::tests::measure::the_budget_of_the_device_s_database";

/// Builds it optimised, runs it, and prints its rows.
pub fn run() -> Result<()> {
    step("measuring the device's database in an optimised build");
    let rows = tempfile::Builder::new().prefix("zhitu-bench-").suffix(".jsonl").tempfile()?;
    let mut cargo = workspace::cargo();
    cargo.args(["test", "--release", "--package", "zhitu-host", "--lib", "--quiet", "--"]);
    cargo.args(["--ignored", "--exact", TEST]).env("ZHITU_BENCH_ROWS", rows.path());
    run_command(&mut cargo)?;
    let text = std::fs::read_to_string(rows.path()).context("the measurement wrote no rows")?;
    anyhow::ensure!(!text.is_empty(), "the test `{TEST}` is not there");
    print!("{text}");
    Ok(())
}
