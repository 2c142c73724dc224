//! The program. Which adapter serves which port is chosen here.

use clap::Parser;
use zhitu_server::Parts;
use zhitu_server::command_line::{CommandLine, run};

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    run(CommandLine::parse(), Parts::from_config).await
}
