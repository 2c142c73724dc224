//! The program. Which adapter serves which port is chosen here.

use clap::Parser;
use std::io::Write;
use std::process::ExitCode;
use zhitu_server::Parts;
use zhitu_server::attachments::reader::serve_if_asked;
use zhitu_server::command_line::{CommandLine, run};

fn main() -> ExitCode {
    // Before a runtime is made: the reader of uploaded files is one thread under limits.
    serve_if_asked().unwrap_or_else(serve)
}

#[tokio::main]
async fn serve() -> ExitCode {
    match run(CommandLine::parse(), Parts::from_config).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // In one line and without a backtrace: the operator reads it. If even that fails, the code says it.
            let _unheard = writeln!(std::io::stderr(), "zhitu-server: {error:#}");
            ExitCode::FAILURE
        }
    }
}
