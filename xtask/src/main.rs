//! The project's own tasks. `cargo xtask --help` lists them.
//!
//! To add a task: a module with a `run` function, a row in [`Task`], an arm in `main`.

#![expect(clippy::print_stdout, reason = "a command line talks through its standard output")]

mod app;
mod bench;
mod bundle;
mod check;
mod ci;
mod components;
mod declarations;
mod fuzz;
mod gazetteer;
mod r#gen;
mod linked;
mod page;
mod postgres;
mod promises;
mod setup;
mod test;
mod workspace;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The project's own tasks", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Set up what is missing, build, and open the app with a demo market.
    Run(app::RunArgs),
    /// Set up what is missing and run every test.
    Test(test::Args),
    /// Run the server alone on loopback with the demo market.
    Serve(app::ServeArgs),
    /// Build the optimised app and its package for Debian and Ubuntu.
    Bundle,
    /// Install what building, running and testing need.
    Setup,
    /// Run what a change must pass: formatting, lints, rules, generated files, tests.
    Ci,
    /// Write the generated files: TypeScript types, commands and components, what systems are told of permissions, the
    /// error table, the OpenAPI document.
    Gen(r#gen::Args),
    /// Write the off-line place data of zhitu-domain from unpacked packages.
    GenGazetteer(gazetteer::Args),
    /// Check the rules that run: edges, owners, permissions, components, queries, sizes.
    Check(check::Args),
    /// List the promises that have a test.
    Promises(promises::Args),
    /// Look for what breaks with odd input: the server over HTTP, the smart paste.
    Fuzz(fuzz::Args),
    /// Measure; prints JSON lines.
    Bench(bench::Args),
}

fn main() -> ExitCode {
    match run(Cli::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<()> {
    match task {
        Task::Run(args) => app::run(&args),
        Task::Test(args) => test::run(&args),
        Task::Serve(args) => app::serve(&args),
        Task::Bundle => bundle::run(),
        Task::Setup => setup::run_for(setup::Purpose::Test),
        Task::Ci => ci::run(),
        Task::Gen(args) => r#gen::run(&args),
        Task::GenGazetteer(args) => gazetteer::run(&args),
        Task::Check(args) => check::run_with(&args),
        Task::Promises(args) => promises::run(&args),
        Task::Fuzz(args) => fuzz::run(&args),
        Task::Bench(args) => bench::run(&args),
    }
}
