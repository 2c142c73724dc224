//! Brings a machine to where the project builds and runs: system packages, the page's packages, cargo's tools.

use crate::workspace::{self, command, run, step};
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::{Command, Stdio};

/// What the machine is to do afterwards; each needs what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// Build the app and open it.
    Run,
    /// Open it without a screen.
    Headless,
    /// Run every test.
    Test,
}

/// Debian's and Ubuntu's packages, by what first needs them.
const PACKAGES: &[(Purpose, &[&str])] = &[
    (
        Purpose::Run,
        &[
            "build-essential",
            "pkg-config",
            "libwebkit2gtk-4.1-dev",
            "libayatana-appindicator3-dev",
            "librsvg2-dev",
            "libssl-dev",
            "libxdo-dev",
            "libdbus-1-dev",
            "fonts-noto-cjk",
            "fonts-dejavu-core",
        ],
    ),
    (Purpose::Headless, &["xvfb", "dbus", "gnome-keyring", "imagemagick", "locales"]),
    (
        Purpose::Test,
        &[
            "webkit2gtk-driver",
            "poppler-utils",
            "postgresql",
            "xclip",
            "sqlite3",
            "geoclue-2.0",
            "exim4-daemon-light",
        ],
    ),
];

/// Installs what is missing, or says how.
pub fn run_for(purpose: Purpose) -> Result<()> {
    system_packages(purpose)?;
    page_packages()?;
    if purpose == Purpose::Test {
        nextest()?;
    }
    Ok(())
}

fn system_packages(purpose: Purpose) -> Result<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let wanted: Vec<&str> = PACKAGES
        .iter()
        .filter(|(first, _)| *first <= purpose)
        .flat_map(|(_, names)| *names)
        .copied()
        .collect();
    if !there_is("dpkg-query") || !there_is("apt-get") {
        println!("This is not Debian or Ubuntu: see that these are installed: {}", wanted.join(" "));
        return Ok(());
    }
    let missing: Vec<&str> = wanted.into_iter().filter(|name| !installed(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    step(&format!("system packages: {}", missing.join(" ")));
    // A test's mail server must not cost the machine its own.
    let mut install = vec!["apt-get", "install", "-y", "--no-install-recommends", "--no-remove"];
    install.extend(&missing);
    let prefix: &[&str] = if is_root() {
        &[]
    } else if there_is("sudo") && succeeds(Command::new("sudo").args(["-n", "true"])) {
        &["sudo", "-n"]
    } else {
        bail!(
            "please install the missing system packages, then start again:\n\n    sudo {}\n",
            install.join(" ")
        );
    };
    as_root(prefix, &["apt-get", "update", "-q"])?;
    as_root(prefix, &install)
}

fn as_root(prefix: &[&str], words: &[&str]) -> Result<()> {
    let all: Vec<&str> = prefix.iter().chain(words).copied().collect();
    let (program, arguments) = all.split_first().context("an empty command")?;
    // `env` carries the setting through sudo, which drops the environment.
    let mut apt = command(program);
    apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null());
    run(&mut apt)
}

fn installed(package: &str) -> bool {
    // Any version of the server will do, also without Debian's package that stands for the newest.
    if package == "postgresql" && crate::postgres::programs().is_ok() {
        return true;
    }
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat=${db:Status-Status}", package]).stderr(Stdio::null());
    query.output().is_ok_and(|answer| answer.stdout == b"installed")
}

/// The page's packages, as the lock file has them. npm leaves its own copy of the lock file when it is done.
fn page_packages() -> Result<()> {
    let ui = workspace::root().join("ui");
    let done = modified(&ui.join("node_modules/.package-lock.json"));
    if done.is_some() && done >= modified(&ui.join("package-lock.json")) {
        return Ok(());
    }
    if !there_is("npm") {
        bail!("npm is missing: install Node.js 20.19 or newer, from https://nodejs.org or your system");
    }
    step("npm ci in ui/");
    run(npm().args(["ci", "--no-audit", "--no-fund"]))
}

/// npm, in the page's folder.
pub fn npm() -> Command {
    let mut npm = command(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(workspace::root().join("ui"));
    npm
}

fn nextest() -> Result<()> {
    if succeeds(workspace::cargo().args(["nextest", "--version"])) {
        return Ok(());
    }
    step("cargo install cargo-nextest (once)");
    run(workspace::cargo().args(["install", "--locked", "cargo-nextest"]))
}

fn modified(path: &Path) -> Option<std::time::SystemTime> {
    path.metadata().ok()?.modified().ok()
}

/// Whether a program can be started.
pub fn there_is(program: &str) -> bool {
    let shell = if cfg!(windows) { "where" } else { "which" };
    succeeds(Command::new(shell).arg(program))
}

/// Whether a command ends well; its output is not shown.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|end| end.success())
}

/// Whether this runs as root.
pub fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|answer| answer.stdout.trim_ascii() == b"0")
}
