//! `cargo xtask run` and `serve`: the app and the server, built and started.

use crate::setup::{self, Purpose};
use crate::workspace::{self, run as run_command, step};
use crate::{page, setup::there_is};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;
use xtask::desktop::DesktopOptions;
use xtask::{App, Desktop};

/// How to run the app.
#[derive(clap::Args)]
pub struct RunArgs {
    /// Run on a private desktop without a screen and end once the first screen can be used.
    #[arg(long)]
    headless: bool,
    /// With --headless: write a picture of the display.
    #[arg(long, value_name = "FILE", requires = "headless")]
    screenshot: Option<PathBuf>,
    /// Fill the market from these files instead of the demo: NDJSON of JobPosting, New York CSV, USAJOBS JSON.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    import: Vec<PathBuf>,
    /// Keep data apart under this name: a second person on the same machine.
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
    /// Talk to this server instead of the embedded one.
    #[arg(long, value_name = "URL")]
    server: Option<String>,
    /// With --headless: the system's language, as in LANG.
    #[arg(long, value_name = "LANG", default_value = "zh_CN.UTF-8", requires = "headless")]
    language: String,
}

/// Sets up, builds and opens the app.
pub fn run(args: &RunArgs) -> Result<()> {
    setup::run_for(if args.headless { Purpose::Headless } else { Purpose::Run })?;
    page::build()?;
    let program = build(&["zhitu"])?.join("zhitu");
    if args.headless {
        return headless(args, &program);
    }
    if cfg!(target_os = "linux")
        && std::env::var_os("DISPLAY").or(std::env::var_os("WAYLAND_DISPLAY")).is_none()
    {
        bail!("there is no display; `cargo xtask run --headless --screenshot FILE` runs without one");
    }
    step("opening the app");
    let mut app = Command::new(&program);
    app.args(arguments(args)?);
    run_command(&mut app)
}

fn headless(args: &RunArgs, program: &Path) -> Result<()> {
    step("opening the app on a private desktop");
    let desktop =
        Desktop::start(&DesktopOptions { language: args.language.clone(), ..DesktopOptions::default() })?;
    let mut command = desktop.command(program);
    command.args(arguments(args)?);
    let mut app = App::start(command)?;
    let ready = app.ready();
    // Also when it never got there: then the picture shows why.
    if let Some(file) = &args.screenshot {
        desktop.still_picture(file)?;
        println!("wrote {}", file.display());
    }
    let (ready, time) = ready?;
    println!("screen={}", ready.screen);
    println!("ready_ms={}", time.as_millis());
    Ok(())
}

/// The app's own arguments.
fn arguments(args: &RunArgs) -> Result<Vec<String>> {
    let mut words = Vec::new();
    if let Some(profile) = &args.profile {
        words.extend(["--profile".to_owned(), profile.clone()]);
    }
    if let Some(server) = &args.server {
        words.extend(["--server".to_owned(), server.clone()]);
    }
    for file in &args.import {
        let file = file.canonicalize().with_context(|| format!("cannot find {}", file.display()))?;
        words.extend(["--import".to_owned(), file.to_string_lossy().into_owned()]);
    }
    Ok(words)
}

/// Builds programs in the development profile; the folder with them.
///
/// With `--workspace`, so that a dependency has the same features whichever program is built, and is built once.
pub fn build(programs: &[&str]) -> Result<PathBuf> {
    step(&format!("building {}", programs.join(", ")));
    let mut cargo = workspace::cargo();
    cargo.args(["build", "--workspace"]);
    for program in programs {
        cargo.args(["--bin", program]);
    }
    run_command(&mut cargo)?;
    Ok(workspace::target()?.join("debug"))
}

/// How to run the server.
#[derive(clap::Args)]
pub struct ServeArgs {
    /// More arguments for `zhitu-server serve`.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    more: Vec<String>,
}

/// Runs the server alone on loopback with the demo market.
pub fn serve(args: &ServeArgs) -> Result<()> {
    if !there_is("cc") {
        setup::run_for(Purpose::Run)?;
    }
    let program = build(&["zhitu-server"])?.join("zhitu-server");
    step("serving the demo market; end it with Ctrl+C");
    let mut server = Command::new(program);
    server.args(["serve", "--demo"]).args(&args.more);
    run_command(&mut server)
}
