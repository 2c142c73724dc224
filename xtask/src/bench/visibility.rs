//! How long a search of 200,000 résumés takes a company that 1,000 of them block, by the index alone and by HTTP with all
//! decisions, and how long a decision takes, in an optimised build.
//!
//! The search's own bench and one of the server's ignored tests print the rows; this task is the door to them.

use super::of_the_server;
use crate::workspace::{self, run as run_command};
use anyhow::Result;

/// The test that measures by HTTP.
const TEST: &str = "search_with_blocks::two_hundred_thousand_resumes_are_searched_with_decisions";

/// Prints all rows.
pub fn run() -> Result<()> {
    let mut bench = workspace::cargo();
    run_command(bench.args(["bench", "--quiet", "--workspace", "--bench", "visibility"]))?;
    of_the_server("searching by HTTP, on both databases, in an optimised build", TEST)
}
