//! Which crate may use which, and who owns which foreign crate. The arrows point to what is more stable; device and
//! server meet in the contract only.

use crate::linked::fits;
use crate::workspace;
use anyhow::{Context, Result};
use serde::Deserialize;

/// The workspace's own crates, and what each may use.
const EDGES: &[(&str, &[&str])] = &[
    ("zhitu-domain", &[]),
    ("zhitu-contract", &["zhitu-domain"]),
    ("zhitu-typeset", &["zhitu-domain"]),
    // Its tests set the files that it then reads.
    ("zhitu-pdf", &["zhitu-domain", "zhitu-typeset"]),
    // Its tests and its bench set the downloads that it then reads.
    ("zhitu-trace", &["zhitu-domain", "zhitu-pdf", "zhitu-typeset"]),
    ("zhitu-search", &["zhitu-domain"]),
    ("zhitu-storage", &["zhitu-domain"]),
    ("zhitu-core", &["zhitu-domain", "zhitu-contract", "zhitu-typeset"]),
    ("zhitu-host", &["zhitu-domain", "zhitu-contract", "zhitu-core"]),
    (
        "zhitu-server",
        &[
            "zhitu-domain",
            "zhitu-contract",
            "zhitu-pdf",
            "zhitu-storage",
            "zhitu-search",
            "zhitu-typeset",
            "zhitu-trace",
        ],
    ),
    // The server is behind the feature `embedded-server`: the one edge between device and server.
    ("zhitu", &["zhitu-domain", "zhitu-contract", "zhitu-core", "zhitu-host", "zhitu-server"]),
    // It has the ports in memory, so it knows whose ports they are; only tests know it.
    ("zhitu-testing", &["zhitu-domain", "zhitu-contract", "zhitu-core"]),
    // Flows across crates and processes may use any of them.
    ("zhitu-tests", &["*"]),
    // A task builds before anything is set up, so it knows little.
    ("xtask", &["zhitu-domain", "zhitu-contract"]),
];

/// What the tests of any crate may use: builders, fakes.
const IN_TESTS: &str = "zhitu-testing";

/// Foreign crates that only these may name. A name that ends in `*` stands for all that begin so.
const OWNERS: &[(&str, &[&str])] = &[
    ("tauri*", &["zhitu"]),
    ("arboard", &["zhitu-host"]),
    ("zeroizing-alloc", &["zhitu"]),
    ("sqlx", &["zhitu-host", "zhitu-storage"]),
    ("libsqlite3-sys", &["zhitu-host", "zhitu-storage"]),
    ("*keyring*", &["zhitu-host"]),
    ("secret-service", &["zhitu-host"]),
    ("zbus", &["zhitu-host", "zhitu-testing"]),
    ("objc2*", &["zhitu-host"]),
    ("windows*", &["zhitu-host"]),
    ("reqwest", &["zhitu-host", "zhitu-server", "zhitu-tests"]),
    ("tokio-tungstenite", &["zhitu-host", "zhitu-tests"]),
    ("axum", &["zhitu-server"]),
    ("tower*", &["zhitu-server"]),
    ("utoipa-axum", &["zhitu-server"]),
    ("tantivy", &["zhitu-search"]),
    ("jieba-rs", &["zhitu-search"]),
    ("typst*", &["zhitu-typeset"]),
    ("comemo", &["zhitu-typeset"]),
    ("hayro", &["zhitu-pdf", "zhitu-trace"]),
    ("image", &["zhitu-trace"]),
    ("fantoccini", &["zhitu-tests"]),
    ("clap", &["zhitu", "zhitu-server", "xtask"]),
];

/// Crates that domain, which knows nobody, may not name: they bring time, input or output with them.
const NOT_IN_DOMAIN: &[&str] = &["tokio", "async-trait", "futures-util", "rand", "tracing"];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    kind: Option<String>,
    path: Option<String>,
}

/// Every edge that the tables do not allow.
pub fn breaches() -> Result<Vec<String>> {
    let metadata: Metadata =
        serde_json::from_value(workspace::metadata()?).context("cargo's metadata changed form")?;
    Ok(metadata.packages.iter().flat_map(breaches_of).collect())
}

fn breaches_of(package: &Package) -> Vec<String> {
    let name = package.name.as_str();
    let Some((_, edges)) = EDGES.iter().find(|(crate_name, _)| *crate_name == name) else {
        return vec![format!("{name}: not in the table of edges; say there what it may use")];
    };
    let mut breaches = Vec::new();
    for dependency in &package.dependencies {
        let to = dependency.name.as_str();
        let in_tests = dependency.kind.as_deref() == Some("dev");
        if dependency.path.is_some() {
            let allowed = edges.contains(&to) || edges.contains(&"*") || (in_tests && to == IN_TESTS);
            if !allowed {
                breaches.push(format!("{name} -> {to}: not an allowed edge"));
            }
        } else if let Some((_, owners)) = OWNERS.iter().find(|(pattern, _)| fits(pattern, to)) {
            if !owners.contains(&name) {
                breaches.push(format!("{name} -> {to}: owned by {}", owners.join(", ")));
            }
        } else if name == "zhitu-domain" && !in_tests && NOT_IN_DOMAIN.contains(&to) {
            breaches.push(format!("{name} -> {to}: the domain knows no time, input or output"));
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, dependency: &str, kind: Option<&str>, own: bool) -> Package {
        let path = own.then(|| "somewhere".to_owned());
        let dependency = Dependency { name: dependency.to_owned(), kind: kind.map(str::to_owned), path };
        Package { name: name.to_owned(), dependencies: vec![dependency] }
    }

    #[test]
    fn device_and_server_do_not_know_each_other() {
        assert_eq!(breaches_of(&package("zhitu-core", "zhitu-server", None, true)).len(), 1);
        assert_eq!(breaches_of(&package("zhitu-server", "zhitu-host", None, true)).len(), 1);
        assert!(breaches_of(&package("zhitu-server", "zhitu-storage", None, true)).is_empty());
    }

    #[test]
    fn a_foreign_crate_is_named_by_its_owner_only() {
        assert_eq!(breaches_of(&package("zhitu-server", "sqlx", None, false)).len(), 1);
        assert_eq!(breaches_of(&package("zhitu-core", "tauri-plugin-dialog", None, false)).len(), 1);
        assert_eq!(breaches_of(&package("zhitu-core", "apple-native-keyring-store", None, false)).len(), 1);
        assert!(breaches_of(&package("zhitu-host", "sqlx", None, false)).is_empty());
    }

    #[test]
    fn builders_and_fakes_are_for_tests_only() {
        assert!(breaches_of(&package("zhitu-core", "zhitu-testing", Some("dev"), true)).is_empty());
        assert_eq!(breaches_of(&package("zhitu-core", "zhitu-testing", None, true)).len(), 1);
    }

    #[test]
    fn a_crate_that_is_in_no_table_is_a_breach() {
        assert_eq!(breaches_of(&package("zhitu-new", "serde", None, false)).len(), 1);
    }

    #[test]
    fn the_tree_keeps_to_the_tables() {
        assert_eq!(breaches().unwrap(), Vec::<String>::new());
    }
}
