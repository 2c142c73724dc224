//! `cargo xtask check`: the rules that run. What is not here is advice, not a rule.

mod android;
mod edges;
mod permissions;
mod queries;
mod sizes;
mod trace;
mod visibility;

use crate::components;
use crate::declarations::{self, DECLARATIONS};
use crate::linked::Linked;
use anyhow::{Result, bail};
pub use sizes::sources;

/// What to check.
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(clap::Subcommand)]
enum What {
    /// Type-check the app for Android, without an SDK; some 8 minutes the first time.
    Android,
    /// Print where a feature stands in each layer: `cargo xtask check trace resume-edit`.
    Trace {
        /// The feature's or operation's name, in any spelling.
        word: String,
    },
}

/// Checks, or prints a trace.
pub fn run_with(args: &Args) -> Result<()> {
    match &args.what {
        Some(What::Android) => android::run(),
        Some(What::Trace { word }) => trace::run(word),
        None => run(),
    }
}

/// All rules; an error that lists every breach.
pub fn run() -> Result<()> {
    let mut breaches = edges::breaches()?;
    breaches.extend(permissions::breaches()?);
    breaches.extend(components::breaches(&Linked::read()?));
    breaches.extend(declarations::breaches(DECLARATIONS));
    breaches.extend(queries::breaches()?);
    breaches.extend(sizes::breaches()?);
    breaches.extend(visibility::breaches()?);
    for breach in &breaches {
        println!("{breach}");
    }
    if !breaches.is_empty() {
        bail!("{} rules are broken", breaches.len());
    }
    println!(
        "edges, owners, permissions, components, queries, sizes and the ways to résumés are as they should be"
    );
    Ok(())
}
