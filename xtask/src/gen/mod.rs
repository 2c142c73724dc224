//! Writes the files that are made of the Rust sources. They are committed; `cargo xtask ci` makes them anew and
//! demands that nothing changed.

mod components;
pub mod declared;
mod errors;
mod openapi;
mod typescript;
mod visibility;

use crate::workspace;
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};

/// What to write.
#[derive(clap::Args)]
pub struct Args {
    /// Leave the OpenAPI document out: it needs the server to be built.
    #[arg(long)]
    no_openapi: bool,
}

/// The first line of each generated file says which command makes it.
const MADE_BY: &str = "Made by `cargo xtask gen`; do not edit.";

/// Writes all generated files.
pub fn run(args: &Args) -> Result<()> {
    for (path, content) in files(!args.no_openapi)? {
        let changed = workspace::write_if_changed(&path, &content)?;
        println!("{} {}", if changed { "wrote    " } else { "unchanged" }, named(&path));
    }
    Ok(())
}

/// An error that names the files that differ from what would be written.
pub fn check() -> Result<()> {
    let files = files(true)?;
    let differs =
        |(path, content): &&(PathBuf, String)| std::fs::read_to_string(path).ok().as_ref() != Some(content);
    let stale: Vec<String> = files.iter().filter(differs).map(|(path, _)| named(path)).collect();
    if !stale.is_empty() {
        bail!("out of date, run `cargo xtask gen`: {}", stale.join(", "));
    }
    Ok(())
}

fn files(openapi: bool) -> Result<Vec<(PathBuf, String)>> {
    let root = workspace::root();
    let page = root.join("ui/src/platform/generated");
    let shell = root.join("src-tauri");
    let mut files = vec![
        (page.join("types.ts"), typescript::types()),
        (page.join("commands.ts"), typescript::commands()),
        (page.join("components.ts"), components::list()?),
        (root.join("docs/errors.md"), errors::table()),
        (root.join("docs/visibility.md"), visibility::matrix()),
        (shell.join("android/permissions.xml"), declared::android()),
        (shell.join("apple/Info.ios.plist"), declared::ios()),
        (shell.join("apple/Info.macos.plist"), declared::macos()),
        (shell.join("apple/macos.entitlements"), declared::entitlements()),
        (shell.join("apple/en.lproj/InfoPlist.strings"), declared::strings_en()),
        (shell.join("apple/zh-Hans.lproj/InfoPlist.strings"), declared::strings_zh()),
        (shell.join("linux/org.zhitu.app.desktop"), declared::desktop()),
    ];
    if openapi {
        files.push((root.join("docs/openapi.json"), openapi::document()?));
    }
    Ok(files)
}

fn named(path: &Path) -> String {
    path.strip_prefix(workspace::root()).unwrap_or(path).display().to_string()
}
