//! `cargo xtask fuzz clipboard`: spoilt pastes in an optimised build. The rules are in the domain's own tests.

use crate::workspace::{self, run as run_command};
use anyhow::Result;

/// How many, and which.
#[derive(clap::Args)]
pub struct Args {
    /// Inputs that are read.
    #[arg(long, default_value_t = 10_000_000)]
    runs: u64,
    /// The same seed makes the same inputs.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Runs it; fails with the first input that breaks a rule.
pub fn run(args: &Args) -> Result<()> {
    let mut bench = workspace::cargo();
    bench.args(["bench", "--quiet", "--package", "zhitu-domain", "--bench", "clipboard", "--", "fuzz"]);
    run_command(bench.args([args.runs.to_string(), args.seed.to_string()]))
}
