//! `cargo xtask test`: everything that shows whether the project works, ending in one line of numbers.

use crate::page;
use crate::postgres::{self, Cluster};
use crate::setup::{self, Purpose, npm};
use crate::workspace::{self, run as run_command, shown, step};
use anyhow::{Context, Result, bail};
use regex::Regex;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};
use std::time::Instant;

/// What to test.
#[derive(clap::Args)]
pub struct Args {
    /// Leave out the tests in the real window.
    #[arg(long)]
    no_window: bool,
    /// Take the readme's pictures anew, into docs/screens.
    #[arg(long)]
    screens: bool,
}

impl Args {
    /// All of it.
    pub const fn all() -> Self {
        Self { no_window: false, screens: false }
    }
}

/// Numbers of tests.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Counts {
    passed: u64,
    failed: u64,
}

/// What was run, with its numbers.
#[derive(Default)]
struct Report {
    rows: Vec<(&'static str, Counts)>,
}

impl Report {
    /// Runs a part; one that could not be run at all counts as one failure.
    fn part(&mut self, name: &'static str, part: impl FnOnce() -> Result<Counts>) {
        step(name);
        let start = Instant::now();
        let counts = part().unwrap_or_else(|error| {
            eprintln!("{name}: {error:#}");
            Counts { passed: 0, failed: 1 }
        });
        println!("    {} passed, {} failed, {} s", counts.passed, counts.failed, start.elapsed().as_secs());
        self.rows.push((name, counts));
    }

    fn total(&self) -> Counts {
        self.rows.iter().fold(Counts::default(), |sum, (_, counts)| Counts {
            passed: sum.passed + counts.passed,
            failed: sum.failed + counts.failed,
        })
    }
}

/// Sets up, runs everything, and ends with `N passed, N failed`.
pub fn run(args: &Args) -> Result<()> {
    setup::run_for(Purpose::Test)?;
    let cluster = Cluster::start()?;
    let mut report = Report::default();
    report.part("the page: types and lints", || whole(npm().args(["run", "check", "--silent"])));
    report.part("the page: tests", page_tests);
    page::build()?;
    // Everything at once: the window's tests need the programs, and built alone these would get dependencies with
    // other features than the tests', all built a second time.
    step("building");
    run_command(workspace::cargo().args(["build", "--workspace", "--all-targets"]))?;
    report.part("Rust tests, on SQLite and PostgreSQL, and in the real window", || {
        let mut nextest = workspace::cargo();
        nextest.args(["nextest", "run", "--workspace", "--no-fail-fast"]);
        if args.no_window {
            nextest.args(["--filter-expr", "not binary(/^window/)"]);
        }
        if args.screens {
            nextest.env("SCREENS_FOLDER", workspace::root().join("docs/screens"));
        }
        nextest_counts(nextest.env(postgres::VARIABLE, cluster.address()))
    });
    report.part("Rust documentation's examples", || {
        doc_counts(workspace::cargo().args(["test", "--doc", "--workspace", "--quiet"]))
    });
    drop(cluster);
    println!();
    for (name, counts) in &report.rows {
        println!("{:>6} passed {:>4} failed  {name}", counts.passed, counts.failed);
    }
    let total = report.total();
    println!("{} passed, {} failed", total.passed, total.failed);
    std::io::stdout().flush()?;
    if total.failed > 0 {
        std::process::exit(1);
    }
    Ok(())
}

/// A check that passes or fails as a whole.
fn whole(command: &mut Command) -> Result<Counts> {
    run_command(command).map(|()| Counts { passed: 1, failed: 0 })
}

fn page_tests() -> Result<Counts> {
    let file = tempfile::Builder::new().prefix("zhitu-page-tests-").suffix(".json").tempfile()?;
    let output = format!("--outputFile.json={}", file.path().display());
    let mut vitest = npm();
    vitest.args(["test", "--silent", "--", "--reporter=default", "--reporter=json", &output]);
    // Its exit code says no more than the numbers do, unless there are none.
    let end = vitest.status().with_context(|| format!("cannot start {}", shown(&vitest)))?;
    let written = std::fs::read_to_string(file.path())?;
    let Ok(numbers) = serde_json::from_str::<serde_json::Value>(&written) else {
        bail!("{} ended with {end} and wrote no report", shown(&vitest));
    };
    let number = |name: &str| numbers.get(name).and_then(serde_json::Value::as_u64).unwrap_or_default();
    let failed_files = number("numFailedTestSuites");
    let counts = Counts { passed: number("numPassedTests"), failed: number("numFailedTests") };
    // A file that does not even load has no tests to fail.
    let failed = if end.success() { counts.failed } else { counts.failed.max(failed_files).max(1) };
    Ok(Counts { failed, ..counts })
}

fn nextest_counts(command: &mut Command) -> Result<Counts> {
    let (lines, success) = tee(command.stderr(Stdio::piped()))?;
    let Some(counts) = lines.iter().rev().find_map(|line| read_nextest(line)) else {
        bail!("{} ended without a summary", shown(command));
    };
    if !success && counts.failed == 0 {
        bail!("{} failed without a failed test", shown(command));
    }
    Ok(counts)
}

/// Reads `Summary [ 1.2s] 12/14 tests run: 10 passed (1 slow), 2 failed, 0 skipped`.
fn read_nextest(line: &str) -> Option<Counts> {
    let pattern = Regex::new(r"Summary .*?(\d+)(?:/(\d+))? tests? run: (\d+) passed").ok()?;
    let found = pattern.captures(line)?;
    let number = |at: usize| found.get(at).and_then(|text| text.as_str().parse::<u64>().ok());
    let passed = number(3)?;
    Some(Counts { passed, failed: number(2).or(number(1))?.saturating_sub(passed) })
}

fn doc_counts(command: &mut Command) -> Result<Counts> {
    let (lines, success) = tee(command.stdout(Stdio::piped()))?;
    let counts = lines.iter().filter_map(|line| read_doc(line)).fold(Counts::default(), |sum, one| Counts {
        passed: sum.passed + one.passed,
        failed: sum.failed + one.failed,
    });
    if !success && counts.failed == 0 {
        bail!("{} failed", shown(command));
    }
    Ok(counts)
}

/// Reads `test result: ok. 3 passed; 0 failed; …`.
fn read_doc(line: &str) -> Option<Counts> {
    let pattern = Regex::new(r"^test result: \w+\. (\d+) passed; (\d+) failed;").ok()?;
    let found = pattern.captures(line)?;
    let number = |at: usize| found.get(at).and_then(|text| text.as_str().parse().ok());
    Some(Counts { passed: number(1)?, failed: number(2)? })
}

/// Shows the one stream that is piped as it comes, and keeps its lines.
fn tee(command: &mut Command) -> Result<(Vec<String>, bool)> {
    let mut process = command.spawn().with_context(|| format!("cannot start {}", shown(command)))?;
    let output = process.stdout.take().map(|pipe| Box::new(pipe) as Box<dyn Read>);
    let error = process.stderr.take().map(|pipe| Box::new(pipe) as Box<dyn Read>);
    let mut lines = Vec::new();
    for line in
        output.or(error).into_iter().flat_map(|pipe| BufReader::new(pipe).lines()).map_while(Result::ok)
    {
        eprintln!("{line}");
        lines.push(line);
    }
    Ok((lines, process.wait()?.success()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_of_nextests_summaries_are_read() {
        let all = "     Summary [   0.003s] 3 tests run: 3 passed, 0 skipped";
        assert_eq!(read_nextest(all), Some(Counts { passed: 3, failed: 0 }));
        let some =
            "     Summary [   9.1s] 14 tests run: 11 passed (2 slow), 2 failed, 1 timed out, 5 skipped";
        assert_eq!(read_nextest(some), Some(Counts { passed: 11, failed: 3 }));
        let ended = "     Summary [   9.1s] 4/14 tests run: 4 passed, 0 skipped";
        assert_eq!(read_nextest(ended), Some(Counts { passed: 4, failed: 10 }));
        assert_eq!(read_nextest("        PASS [   0.003s] zhitu-domain a_test"), None);
    }

    #[test]
    fn results_of_examples_are_read() {
        let line = "test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(read_doc(line), Some(Counts { passed: 2, failed: 1 }));
    }
}
