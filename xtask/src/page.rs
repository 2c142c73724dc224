//! Builds the page, when something that it is made of has changed.

use crate::setup::npm;
use crate::workspace::{self, run, step};
use anyhow::{Context, Result};
use std::fmt::Write as _;
use std::process::Stdio;
use std::time::UNIX_EPOCH;

/// Builds ui/dist.
pub fn build() -> Result<()> {
    let ui = workspace::root().join("ui");
    let stamp = ui.join("node_modules/.zhitu-page");
    let now = inputs();
    let unchanged = now.is_some() && std::fs::read_to_string(&stamp).ok() == now;
    if unchanged && ui.join("dist/index.html").is_file() {
        return Ok(());
    }
    step("building the page");
    run(npm().args(["run", "build", "--silent"]))?;
    if let Some(now) = now {
        std::fs::write(&stamp, now).with_context(|| format!("cannot write {}", stamp.display()))?;
    }
    Ok(())
}

/// A line for each file that the page is made of, with its size and time; `None` without git.
fn inputs() -> Option<String> {
    let mut git = workspace::command("git");
    git.args(["ls-files", "--cached", "--others", "--exclude-standard", "-z", "ui", "docs/policy"]);
    let listed = git.stderr(Stdio::null()).output().ok().filter(|answer| answer.status.success())?;
    let mut text = String::new();
    for name in String::from_utf8(listed.stdout).ok()?.split('\0').filter(|name| !name.is_empty()) {
        // A file that is listed and gone counts as changed by its absence.
        if let Ok(facts) = workspace::root().join(name).metadata() {
            let time = facts.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
            writeln!(text, "{name} {} {time}", facts.len()).ok()?;
        }
    }
    Some(text)
}
