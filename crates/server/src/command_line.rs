//! The program's command line.

use crate::admin::{self, Admin};
use crate::app::{Parts, open_store};
use crate::config::Config;
use crate::demo;
use crate::import::Report;
use crate::import::store::{Expired, import};
use crate::run::start;
use crate::search;
use clap::{Parser, Subcommand};
use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use tracing_subscriber::EnvFilter;

/// Zhitu's server.
#[derive(Debug, Parser)]
#[command(name = "zhitu-server", version)]
pub struct CommandLine {
    /// TOML file with settings.
    #[arg(long, env = "ZHITU_CONFIG", global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Answers requests until it is told to end.
    Serve {
        /// With the demo market: invented companies and jobs in an empty database, codes shown instead of sent.
        #[arg(long)]
        demo: bool,
    },
    /// Fills the market from files: NDJSON of schema.org JobPosting, New York City's CSV, USAJOBS JSON.
    Import {
        /// The files; each is read by what it holds, not by its name.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Keep postings open whose last day to apply is past: for looking at old files. Otherwise they are stored as
        /// closed, and nobody applies to a job that is gone.
        #[arg(long)]
        keep_expired: bool,
        /// Print the reports as JSON, one line a file and one for all.
        #[arg(long)]
        json: bool,
    },
    /// Brings the database to this program's form.
    Migrate,
    /// Verifies companies and recruiters, and traces leaked copies.
    #[command(subcommand)]
    Admin(Admin),
    /// Prints the OpenAPI document.
    Openapi,
    /// Prints the settings that are in force, secrets left out.
    Config,
}

/// Runs the program with the parts that `parts` makes of the settings.
pub async fn run(
    line: CommandLine,
    parts: impl FnOnce(&Config) -> anyhow::Result<Parts>,
) -> anyhow::Result<()> {
    let config = Config::load(line.config.as_deref())?;
    let print = |text: &str| writeln!(std::io::stdout(), "{text}");
    match line.command {
        Command::Serve { demo: with_demo } => {
            let config = if with_demo { demo::settings(config) } else { config };
            log(&config)?;
            let parts = parts(&config)?;
            std::thread::spawn(search::warm);
            let mut running = start(config, parts).await?;
            tokio::select! {
                error = running.failed() => return Err(error),
                () = told_to_end() => {}
            }
            tracing::info!("ending");
            running.shutdown().await
        }
        Command::Migrate => {
            let store = open_store(&config).await?;
            store.migrate().await?;
            store.close().await?;
            Ok(print("the database has this program's form")?)
        }
        Command::Import { files, keep_expired, json } => {
            let parts = parts(&config)?;
            let expired = if keep_expired { Expired::Keep } else { Expired::Close };
            let store = open_store(&config).await?;
            store.migrate().await?;
            let show = |name: &str, report: &Report| {
                if json {
                    print(&serde_json::json!({ "file": name, "report": report }).to_string())
                } else {
                    print(&format!("{name}: {report}"))
                }
            };
            let mut printed = Ok(());
            let total =
                import(&store, &files, expired, parts.clock.as_ref(), parts.rng.as_ref(), |file, report| {
                    if printed.is_ok() {
                        printed = show(&file.display().to_string(), report);
                    }
                })
                .await?;
            printed?;
            show("all files", &total)?;
            Ok(store.close().await?)
        }
        Command::Admin(command) => {
            let parts = parts(&config)?;
            let said = admin::run(&config, command, parts.clock.as_ref(), parts.rng.as_ref()).await?;
            Ok(print(&said)?)
        }
        Command::Openapi => Ok(print(&crate::routes::document().to_pretty_json()?)?),
        Command::Config => Ok(print(&config.to_toml()?)?),
    }
}

/// Starts the log, on standard error.
fn log(config: &Config) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(&config.log)?;
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    let started = if config.log_json { log.json().try_init() } else { log.try_init() };
    started.map_err(|error| anyhow::anyhow!("the log could not be started: {error}"))
}

/// Waits for the signal to end.
async fn told_to_end() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending::<()>().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}
