//! Writes the files that are made of the Rust sources. They are committed; `cargo xtask ci` makes them anew and
//! demands that nothing changed.

mod errors;
mod openapi;
mod typescript;

use crate::workspace;
use anyhow::Result;

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
    let root = workspace::root();
    let page = root.join("ui/src/platform/generated");
    let mut files = vec![
        (page.join("types.ts"), typescript::types()),
        (page.join("commands.ts"), typescript::commands()),
        (root.join("docs/errors.md"), errors::table()),
    ];
    if !args.no_openapi {
        files.push((root.join("docs/openapi.json"), openapi::document()?));
    }
    for (path, content) in files {
        let changed = workspace::write_if_changed(&path, &content)?;
        let name = path.strip_prefix(&root).unwrap_or(&path).display();
        println!("{} {name}", if changed { "wrote    " } else { "unchanged" });
    }
    Ok(())
}
