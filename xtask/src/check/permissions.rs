//! A command reaches what a permission guards only by naming a purpose of that permission in its own file, and its row
//! in the table of commands says so (R10).
//!
//! The core's guarded ports take a `Leave`, a `Leave` is had for a `Purpose`, and a purpose stands as a word in the file
//! of the command that needs it: so the words of a file are held against the command's row.

use super::sizes::sources;
use crate::workspace;
use anyhow::{Context, Result};
use regex::Regex;
use std::collections::BTreeSet;
use zhitu_contract::commands::COMMANDS;

/// Where the core's commands are.
const CORE: &str = "crates/core/src/";
/// Where purposes are written down with their permissions, and the broker that passes them on.
const BROKER: &[&str] =
    &["crates/core/src/permission/", "crates/core/src/location.rs", "crates/core/src/guarded.rs"];

/// Every command whose row does not say what its file needs, and every purpose outside a command's file.
pub fn breaches() -> Result<Vec<String>> {
    let purposes = purposes()?;
    let mut breaches = Vec::new();
    for name in sources()?.into_iter().filter(|name| name.starts_with(CORE)) {
        let text = std::fs::read_to_string(workspace::root().join(&name))
            .with_context(|| format!("cannot read {name}"))?;
        breaches.extend(breaches_of(&name, &text, &purposes)?);
    }
    Ok(breaches)
}

/// Purposes with the permission of each, as the domain's own table says.
fn purposes() -> Result<Vec<(String, String)>> {
    let file = workspace::root().join("crates/domain/src/permission/mod.rs");
    let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let rows = Regex::new(r"(?m)^\s*((?:Self::\w+(?: \| )?)+) => Permission::(\w+),$")?;
    let purpose = Regex::new(r"Self::(\w+)")?;
    let mut found = Vec::new();
    for row in rows.captures_iter(&text) {
        let permission = row[2].to_lowercase();
        found.extend(purpose.captures_iter(&row[1]).map(|name| (name[1].to_owned(), permission.clone())));
    }
    anyhow::ensure!(!found.is_empty(), "the table of purposes in {} is not readable", file.display());
    Ok(found)
}

fn breaches_of(name: &str, text: &str, purposes: &[(String, String)]) -> Result<Vec<String>> {
    if BROKER.iter().any(|broker| name.starts_with(broker)) {
        return Ok(Vec::new());
    }
    let mention = Regex::new(r"Purpose::(\w+)")?;
    let needed: BTreeSet<&str> = mention
        .captures_iter(text)
        .filter_map(|found| {
            let purpose = found.get(1)?.as_str();
            purposes.iter().find(|(name, _)| name == purpose).map(|(_, permission)| permission.as_str())
        })
        .collect();
    let commands: Vec<_> =
        COMMANDS.iter().filter(|row| text.contains(&format!("pub async fn {}(", row.name))).collect();
    let mut breaches = Vec::new();
    if commands.is_empty() {
        breaches.extend(
            needed.iter().map(|permission| {
                format!("{name}: names a purpose of `{permission}` outside a command's file")
            }),
        );
    }
    for row in commands {
        let stated: BTreeSet<&str> = Some(row.permission).filter(|one| *one != "none").into_iter().collect();
        if stated != needed {
            breaches.push(format!(
                "{name}: `{}` needs {needed:?} and its row in the table of commands says `{}`",
                row.name, row.permission
            ));
        }
    }
    Ok(breaches)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATH: &str = "crates/core/src/jobs/nearby.rs";

    fn of(text: &str) -> Vec<String> {
        breaches_of(PATH, text, &purposes().unwrap()).unwrap()
    }

    /// R10
    #[test]
    fn a_command_that_touches_more_than_its_row_says_is_a_breach() {
        let nearby = "pub async fn jobs_nearby(&self) { self.location(Purpose::NearbyJobs) }";
        assert_eq!(of(nearby), Vec::<String>::new());
        assert_eq!(of(&nearby.replace("jobs_nearby", "jobs_search")).len(), 1, "the row says none");
        assert_eq!(of(&nearby.replace("NearbyJobs", "PasteCode")).len(), 1, "another permission");
        assert_eq!(of("pub async fn jobs_nearby(&self) {}").len(), 1, "the row says more than is needed");
        assert_eq!(of("fn helper() { Purpose::SaveFile; }").len(), 1, "not a command");
    }

    #[test]
    fn the_core_keeps_to_the_table() {
        assert_eq!(breaches().unwrap(), Vec::<String>::new());
    }
}
