//! How long a search of 200,000 résumés takes a company that 1,000 of them block, and a decision, in an optimised build.
//!
//! The search's own bench prints the rows; this task is the door to it.

use crate::workspace::{self, run as run_command};
use anyhow::Result;

/// Prints all rows.
pub fn run() -> Result<()> {
    let mut bench = workspace::cargo();
    run_command(bench.args(["bench", "--quiet", "--workspace", "--bench", "visibility"]))
}
