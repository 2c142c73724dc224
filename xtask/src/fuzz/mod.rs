//! `cargo xtask fuzz NAME`: looking for what breaks with input that nobody would think of.
//!
//! To add one: a module with `run`, a row in [`Fuzz`].

mod clipboard;
mod histories;
mod http;

use anyhow::Result;

/// What to look through.
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    fuzz: Fuzz,
}

#[derive(clap::Subcommand)]
enum Fuzz {
    /// The server: answers of 500 and above, with schemathesis over the OpenAPI document.
    Http(http::Args),
    /// The smart paste: panics and broken rules, over spoilt pastes.
    Clipboard(clipboard::Args),
    /// Who sees what of a résumé: random histories, lived through HTTP against a naive reading.
    Histories(histories::Args),
}

/// Looks.
pub fn run(args: &Args) -> Result<()> {
    match &args.fuzz {
        Fuzz::Http(args) => http::run(args),
        Fuzz::Clipboard(args) => clipboard::run(args),
        Fuzz::Histories(args) => histories::run(args),
    }
}
