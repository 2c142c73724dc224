//! docs/openapi.json, as the server prints it. JSON has no comments: the document's own description says where it
//! comes from.

use crate::workspace;
use anyhow::{Context, Result};
use std::process::Command;
use xtask::running::server_program;

/// The document, set with two spaces.
pub fn document() -> Result<String> {
    // With the features that the whole workspace chooses: alone, the server's would have the large crates built again.
    let mut build = workspace::cargo();
    workspace::run(build.args(["build", "--quiet", "--workspace", "--bin", "zhitu-server"]))?;
    let printed = workspace::output(Command::new(server_program()?).arg("openapi"))?;
    let parsed: serde_json::Value =
        serde_json::from_str(&printed).context("`zhitu-server openapi` printed something other than JSON")?;
    Ok(serde_json::to_string_pretty(&parsed)? + "\n")
}
