//! The project's own tasks. `cargo xtask --help` lists them.
//!
//! To add a task: a module with a `run` function, a row in [`Task`], an arm in `main`.

#![expect(clippy::print_stdout, reason = "a command line talks through its standard output")]

mod r#gen;
mod workspace;

use anyhow::Result;
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The project's own tasks", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Write the generated files: TypeScript types and commands, the error table, the OpenAPI document.
    Gen(r#gen::Args),
}

fn main() -> Result<()> {
    let cli = Cli::parse();
    match cli.task {
        Task::Gen(args) => r#gen::run(&args),
    }
}
