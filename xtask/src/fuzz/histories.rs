//! Random histories of a seeker, two companies and staff, lived through HTTP on both databases against a naive reading.
//!
//! The living itself is one of the server's ignored tests, since only they start servers with invented people.

use crate::postgres::{self, Cluster};
use crate::workspace::{self, run as run_command};
use anyhow::Result;

/// The test that lives them.
const TEST: &str = "histories::what_is_seen_is_what_the_log_says_in_the_long_run";

/// How many, and which.
#[derive(clap::Args)]
pub struct Args {
    /// Histories on each database, of 24 acts each.
    #[arg(long, default_value_t = 1_000)]
    runs: u64,
    /// The same seed makes the same histories.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Lives them; fails with the first in which somebody gets something else than the log says.
pub fn run(args: &Args) -> Result<()> {
    let cluster = Cluster::start()?;
    let mut cargo = workspace::cargo();
    cargo.args(["test", "--workspace", "--test", "http", "--quiet", "--", "--ignored", "--exact", TEST]);
    cargo.env("ZHITU_HISTORIES", args.runs.to_string()).env("ZHITU_SEED", args.seed.to_string());
    run_command(cargo.env(postgres::VARIABLE, cluster.address()))
}
