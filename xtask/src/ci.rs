//! `cargo xtask ci`: what a change must pass, in the order in which it fails soonest.

use crate::setup::{self, Purpose, succeeds};
use crate::workspace::{self, run as run_command, step};
use crate::{check, r#gen, page, test};
use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::Command;

/// Runs all checks and, when they pass, the tests.
pub fn run() -> Result<()> {
    setup::run_for(Purpose::Test)?;
    let mut failed = Vec::new();
    let mut part = |name: &'static str, result: Result<()>| {
        if let Err(error) = result {
            eprintln!("{name}: {error:#}");
            failed.push(name);
        }
    };
    step("formatting");
    part("formatting", run_command(workspace::cargo().args(["fmt", "--all", "--check"])));
    step("edges, owners, queries, sizes");
    part("check", check::run());
    step("licences and sources of the dependencies");
    part("cargo deny", deny());
    // The app's build script wants the page to be there.
    page::build()?;
    step("lints");
    part(
        "clippy",
        run_command(workspace::cargo().args(["clippy", "--workspace", "--all-targets", "--quiet"])),
    );
    step("generated files");
    part("generated files", r#gen::check());
    if !failed.is_empty() {
        bail!("these checks failed: {}", failed.join(", "));
    }
    test::run(&test::Args::all())
}

/// cargo-deny, without the list of advisories, which needs the internet.
fn deny() -> Result<()> {
    let program = deny_program()?;
    // It looks at the crates of all systems, and a build has fetched this one's only.
    run_command(workspace::cargo().args(["fetch", "--locked", "--quiet"]))?;
    run_command(workspace::command(&program.to_string_lossy()).args([
        "--offline",
        "--workspace",
        "--all-features",
        "check",
        "bans",
        "licenses",
        "sources",
    ]))
}

/// The installed cargo-deny, or one installed once into the cache.
fn deny_program() -> Result<PathBuf> {
    if succeeds(Command::new("cargo-deny").arg("--version")) {
        return Ok("cargo-deny".into());
    }
    let tools = workspace::cache()?.join("tools");
    let program = tools.join("bin/cargo-deny");
    if !program.is_file() {
        step("cargo install cargo-deny (once)");
        let mut install = workspace::cargo();
        install.args(["install", "--locked", "cargo-deny", "--root"]).arg(&tools);
        run_command(&mut install)?;
    }
    Ok(program)
}
