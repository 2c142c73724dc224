//! `cargo xtask bundle`: the optimised app, and its package for Debian and Ubuntu.

use crate::page;
use crate::setup::{self, Purpose};
use crate::workspace::{self, run as run_command, step};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

/// Sets up, builds, packs, and says where the package is.
pub fn run() -> Result<()> {
    setup::run_for(Purpose::Run)?;
    page::build()?;
    program()?;
    let package = deb()?;
    println!("wrote {}", package.display());
    Ok(())
}

/// Builds the optimised program. Alone, not with the workspace: what only tests need of a dependency stays out.
pub fn program() -> Result<PathBuf> {
    step("building the optimised app (some 15 minutes the first time)");
    run_command(workspace::cargo().args(["build", "--release", "--package", "zhitu", "--bin", "zhitu"]))?;
    Ok(workspace::target()?.join("release/zhitu"))
}

/// Packs the optimised program that is there.
pub fn deb() -> Result<PathBuf> {
    step("packing");
    let folder = workspace::target()?.join("release/bundle/deb");
    // Packages of earlier versions lie there too.
    if folder.exists() {
        std::fs::remove_dir_all(&folder).with_context(|| format!("cannot clear {}", folder.display()))?;
    }
    // Run at the root, where Tauri's configuration stands; npm would go to its own folder.
    let program = workspace::root().join("ui/node_modules/.bin/tauri");
    let mut tauri = workspace::command(&program.to_string_lossy());
    tauri.args(["bundle", "--bundles", "deb"]);
    run_command(&mut tauri)?;
    let package = only_deb(&folder)?;
    packed_small(&package)?;
    holds(&package, &format!("usr/share/applications/{}.desktop", identifier()?))?;
    Ok(package)
}

/// Packs a package again, with xz as Debian's own are: Tauri packs with gzip, which leaves it a third larger.
fn packed_small(package: &Path) -> Result<()> {
    let folder = package.with_extension("folder");
    let dpkg = || workspace::command("dpkg-deb");
    run_command(dpkg().arg("--raw-extract").arg(package).arg(&folder))?;
    run_command(dpkg().args(["--root-owner-group", "-Zxz", "-z9", "--build"]).arg(&folder).arg(package))?;
    std::fs::remove_dir_all(&folder).with_context(|| format!("cannot clear {}", folder.display()))
}

/// The app's identifier; its desktop file is named by it, and GeoClue's agent looks for that.
pub fn identifier() -> Result<String> {
    let file = workspace::root().join("tauri.conf.json");
    let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let configuration: serde_json::Value = serde_json::from_str(&text)?;
    let identifier = configuration.get("identifier").and_then(serde_json::Value::as_str);
    Ok(identifier.context("tauri.conf.json has no identifier")?.to_owned())
}

/// An error when a package does not install a file.
fn holds(package: &Path, path: &str) -> Result<()> {
    let listed = workspace::output(workspace::command("dpkg-deb").arg("--contents").arg(package))?;
    let there = listed.lines().filter_map(|line| line.split_whitespace().last());
    if !there.map(|name| name.trim_start_matches("./")).any(|name| name == path) {
        bail!("{} does not install {path}", package.display());
    }
    Ok(())
}

fn only_deb(folder: &Path) -> Result<PathBuf> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let found =
        entries.flatten().map(|entry| entry.path()).find(|path| path.extension() == Some("deb".as_ref()));
    found.with_context(|| format!("no package in {}", folder.display()))
}
