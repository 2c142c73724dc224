//! Every query is used, and a query of one database only has its twin.

use crate::workspace;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// Queries that nothing takes in, and PostgreSQL's own forms without the common one beside them.
pub fn breaches() -> Result<Vec<String>> {
    let storage = workspace::root().join("crates/storage");
    let queries = files(&storage.join("queries"), "sql")?;
    let mut sources = String::new();
    for file in files(&storage.join("src"), "rs")?.into_iter().chain(files(&storage.join("tests"), "rs")?) {
        sources.push_str(
            &std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?,
        );
    }
    let mut breaches = Vec::new();
    for query in queries {
        let name = query
            .strip_prefix(storage.join("queries"))
            .unwrap_or(&query)
            .to_string_lossy()
            .replace('\\', "/");
        let common = name.replace(".postgres.sql", ".sql").replace(".sqlite.sql", ".sql");
        let stem = common.trim_end_matches(".sql");
        let last = stem.rsplit('/').next().unwrap_or(stem);
        if !sources.contains(&common)
            && !sources.contains(&format!("\"{stem}\""))
            && !mentions(&sources, last)
        {
            breaches.push(format!("crates/storage/queries/{name}: no source takes it in"));
        }
        if common != name && !storage.join("queries").join(&common).is_file() {
            breaches.push(format!("crates/storage/queries/{name}: {common} is missing beside it"));
        }
    }
    Ok(breaches)
}

fn mentions(sources: &str, word: &str) -> bool {
    sources.split(|letter: char| !letter.is_alphanumeric() && letter != '_').any(|one| one == word)
}

/// All files below a folder with this ending; none when there is no such folder.
pub fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(found) };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path, ending)?);
        } else if path.extension().is_some_and(|end| end == ending) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
