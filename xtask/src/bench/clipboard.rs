//! What the smart paste finds in the labelled pastes, and how long it takes at worst, in an optimised build.
//!
//! The domain's own bench prints the rows; this task is the door to it.

use crate::workspace::{self, run as run_command};
use anyhow::Result;

/// Prints all rows.
pub fn run() -> Result<()> {
    let mut bench = workspace::cargo();
    bench.args(["bench", "--quiet", "--package", "zhitu-domain", "--bench", "clipboard"]);
    run_command(bench.args(["--", "measure"]))
}
