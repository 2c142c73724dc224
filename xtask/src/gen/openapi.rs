//! docs/openapi.json, as the server prints it. JSON has no comments: the document's own description says where it
//! comes from.

use crate::workspace;
use anyhow::{Context, Result};

/// The document, set with two spaces.
pub fn document() -> Result<String> {
    let mut cargo = workspace::cargo();
    cargo.args(["run", "--quiet", "--package", "zhitu-server", "--", "openapi"]);
    let printed = workspace::output(&mut cargo)?;
    let parsed: serde_json::Value =
        serde_json::from_str(&printed).context("`zhitu-server openapi` printed something other than JSON")?;
    Ok(serde_json::to_string_pretty(&parsed)? + "\n")
}
