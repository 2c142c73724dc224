//! The yardstick: a Tauri app with one window and an empty page, of the same versions, built beside the app.

use crate::workspace::{self, run as run_command, step, write_if_changed};
use anyhow::{Context, Result};
use std::path::PathBuf;

const MAIN: &str = include_str!("bare_window/main.rs.txt");
const PAGE: &str = include_str!("bare_window/index.html");
const CONFIG: &str = include_str!("bare_window/tauri.conf.json");
const MANIFEST: &str = include_str!("bare_window/Cargo.toml.txt");
const BUILD: &str = "fn main() {\n    tauri_build::build();\n}\n";

/// Builds it; its program.
pub fn build(release: bool) -> Result<PathBuf> {
    step("building the bare window");
    let target = workspace::target()?;
    let folder = target.join("bare-window");
    let icon = workspace::root().join("icons/icon.png");
    write_if_changed(&folder.join("src/main.rs"), MAIN)?;
    write_if_changed(&folder.join("page/index.html"), PAGE)?;
    write_if_changed(&folder.join("tauri.conf.json"), CONFIG)?;
    write_if_changed(&folder.join("Cargo.toml"), MANIFEST)?;
    write_if_changed(&folder.join("build.rs"), BUILD)?;
    std::fs::create_dir_all(folder.join("icons"))?;
    std::fs::copy(&icon, folder.join("icons/icon.png"))
        .with_context(|| format!("cannot copy {}", icon.display()))?;
    // A target folder of its own: with other features of the same crates, the two would build each other's anew.
    let target = folder.join("target");
    // The same versions as the app's; cargo drops what the bare window does not use.
    if !folder.join("Cargo.lock").is_file() {
        std::fs::copy(workspace::root().join("Cargo.lock"), folder.join("Cargo.lock"))?;
    }
    let mut cargo = workspace::cargo();
    cargo.arg("build").arg("--manifest-path").arg(folder.join("Cargo.toml")).arg("--target-dir").arg(&target);
    if release {
        cargo.arg("--release");
    }
    run_command(&mut cargo)?;
    Ok(target.join(if release { "release" } else { "debug" }).join("zhitu-bare-window"))
}
