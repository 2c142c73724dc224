//! How the app starts, beside a bare Tauri window with an empty page in the same run.

use super::{Peer, Row, bare, median, memory, tenth};
use crate::setup::{self, Purpose};
use crate::workspace;
use crate::{app, bundle, page};
use anyhow::{Context, Result};
use regex::Regex;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use xtask::desktop::DesktopOptions;
use xtask::{App, Desktop};

/// What the app notes of how far its start has come, and under which name it is printed.
const STAGES: [(&str, &str); 2] =
    [("window_open_ms", "the window is open"), ("core_ready_ms", "the core is ready")];

/// What stands beside the app.
const BARE: &str = "bare Tauri window";

/// How to measure.
#[derive(clap::Args)]
pub struct Args {
    /// How often each is started.
    #[arg(long, default_value_t = 10)]
    runs: usize,
    /// Measure the optimised build instead of the development build.
    #[arg(long)]
    release: bool,
    /// Leave out the bare window, which takes a build of its own.
    #[arg(long)]
    no_peer: bool,
}

/// What one program's starts gave.
struct Starts {
    times_ms: Vec<f64>,
    memory_mb: Vec<f64>,
}

/// Prints all rows.
pub fn run(args: &Args) -> Result<()> {
    setup::run_for(Purpose::Headless)?;
    page::build()?;
    let program = build(args.release)?;
    let bare = if args.no_peer { None } else { Some(bare::build(args.release)?) };
    let desktop = Desktop::start(&DesktopOptions::default())?;
    // The first start makes the database and fills the market: a number of its own.
    let first = start(&desktop, &program)?;
    row("first_start_ms", first.0, "ms", 1, None).print()?;
    let mut own = Starts { times_ms: Vec::new(), memory_mb: Vec::new() };
    let mut peer = Starts { times_ms: Vec::new(), memory_mb: Vec::new() };
    if let Some(bare) = &bare {
        start(&desktop, bare)?;
    }
    // In turns, so that whatever else the machine does meets both alike.
    for _ in 0..args.runs {
        own.add(start(&desktop, &program)?);
        if let Some(bare) = &bare {
            peer.add(start(&desktop, bare)?);
        }
    }
    let n = args.runs;
    let cold = median(&own.times_ms);
    let memory = median(&own.memory_mb);
    row("cold_start_ms", cold, "ms", n, None).print()?;
    for (metric, note) in STAGES {
        row(metric, median(&noted(&desktop, note, n)?), "ms", n, None).print()?;
    }
    row("pss_mb", memory, "MB", n, None).print()?;
    if bare.is_some() {
        let (bare_cold, bare_memory) = (median(&peer.times_ms), median(&peer.memory_mb));
        let ratio = (cold / bare_cold * 100.0).round() / 100.0;
        let against = Peer { name: BARE, value: tenth(bare_cold), ratio };
        Row { value: ratio, ..row("cold_start_ratio_bare", ratio, "1", n, Some(against)) }.print()?;
        let ratio = (memory / bare_memory * 100.0).round() / 100.0;
        let against = Peer { name: BARE, value: tenth(bare_memory), ratio };
        row("pss_above_bare_mb", memory - bare_memory, "MB", n, Some(against)).print()?;
    }
    row("binary_mb", megabytes(&program)?, "MB", 1, None).print()?;
    if args.release {
        row("deb_mb", megabytes(&bundle::deb()?)?, "MB", 1, None).print()?;
    }
    row("first_js_gzip_kb", first_js_gzip_kb()?, "kB", 1, None).print()
}

impl Starts {
    fn add(&mut self, (time_ms, memory_mb): (f64, f64)) {
        self.times_ms.push(time_ms);
        self.memory_mb.push(memory_mb);
    }
}

fn row(metric: &'static str, value: f64, unit: &'static str, n: usize, peer: Option<Peer>) -> Row {
    Row { bench: "start", metric, value: tenth(value), unit, n, peer }
}

/// One start: milliseconds from the process's start to the usable screen, and the memory then.
fn start(desktop: &Desktop, program: &Path) -> Result<(f64, f64)> {
    let mut app = App::start(desktop.command(program))?;
    let (_, time) = app.ready()?;
    Ok((time.as_secs_f64() * 1e3, memory::pss_mb(app.id())))
}

/// Milliseconds since the process's start at which the last `n` starts came to a stage.
fn noted(desktop: &Desktop, note: &str, n: usize) -> Result<Vec<f64>> {
    let data = desktop.home().join(".local/share").join(bundle::identifier()?);
    let folder = data.join("profiles/default/log");
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .with_context(|| format!("the app left no log in {}", folder.display()))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    // A file a day, named by the day.
    files.sort();
    let log: String = files.iter().map(std::fs::read_to_string).collect::<Result<_, _>>()?;
    let stages: Vec<f64> = log
        .lines()
        .filter_map(|line| line.split_once(note)?.1.trim().strip_prefix("ms=")?.parse().ok())
        .collect();
    anyhow::ensure!(stages.len() >= n, "the app noted \"{note}\" {} times in {n} starts", stages.len());
    Ok(stages[stages.len() - n..].to_vec())
}

fn build(release: bool) -> Result<PathBuf> {
    if release { bundle::program() } else { Ok(app::build(&["zhitu"])?.join("zhitu")) }
}

fn megabytes(file: &Path) -> Result<f64> {
    let size = file.metadata().with_context(|| format!("cannot find {}", file.display()))?.len();
    // Files of this project are far below 2^52 bytes.
    #[expect(clippy::cast_precision_loss, reason = "a program's size fits a double exactly")]
    Ok(size as f64 / 1e6)
}

/// What the first screen loads of JavaScript, compressed: the entry and what it imports at once.
fn first_js_gzip_kb() -> Result<f64> {
    let dist = workspace::root().join("ui/dist");
    let html = std::fs::read_to_string(dist.join("index.html")).context("the page is not built")?;
    let file = Regex::new(r#"(?:src|href)="/?([^"]+\.js)""#)?;
    let mut bytes = 0_u32;
    for name in file.captures_iter(&html).filter_map(|found| found.get(1)) {
        let text = std::fs::read(dist.join(name.as_str().trim_start_matches("./")))?;
        bytes += u32::try_from(gzipped(&text)?.len())?;
    }
    Ok(f64::from(bytes) / 1e3)
}

fn gzipped(text: &[u8]) -> Result<Vec<u8>> {
    let mut file = tempfile::tempfile()?;
    file.write_all(text)?;
    std::io::Seek::rewind(&mut file)?;
    let mut gzip = Command::new("gzip");
    let output = gzip.args(["-9", "-c"]).stdin(Stdio::from(file)).output().context("cannot start gzip")?;
    Ok(output.stdout)
}
