//! How many leaked downloads are named: as PDF, as copied text, printed and scanned; in an optimised build.
//!
//! The crate's own bench prints the rows; this task is the door to it.

use crate::workspace::{self, run as run_command};
use anyhow::Result;

/// How many.
#[derive(clap::Args)]
pub struct Args {
    /// Downloads to make and to trace.
    #[arg(long, default_value_t = 100)]
    downloads: usize,
}

/// Prints all rows.
pub fn run(args: &Args) -> Result<()> {
    let mut bench = workspace::cargo();
    bench.args(["bench", "--quiet", "--workspace", "--bench", "trace", "--"]);
    run_command(bench.arg(args.downloads.to_string()))
}
