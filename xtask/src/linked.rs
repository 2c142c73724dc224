//! What is linked into the app: the crates of each system as cargo resolves them, the page's packages as npm's lock
//! file has them, and what the native halves of Tauri's plugins bring along on Android.

use crate::workspace;
use anyhow::{Context, Result};
use regex::Regex;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The systems that the app is written for, each with the target whose crates stand for it.
pub const SYSTEMS: &[(&str, &str)] = &[
    ("linux", "x86_64-unknown-linux-gnu"),
    ("macos", "aarch64-apple-darwin"),
    ("windows", "x86_64-pc-windows-msvc"),
    ("ios", "aarch64-apple-ios"),
    ("android", "aarch64-linux-android"),
];

/// What is linked.
#[derive(Debug, Default)]
pub struct Linked {
    /// Each part with the systems it is linked on: crates, npm packages, Maven artifacts as `group:name`.
    pub parts: BTreeMap<String, BTreeSet<&'static str>>,
    /// Android's permissions that a plugin's own manifest adds to the app's, with the crate that does.
    pub permissions: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    manifest_path: PathBuf,
    targets: Vec<Target>,
}

#[derive(Deserialize)]
struct Target {
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Edge>,
}

#[derive(Deserialize)]
struct Edge {
    pkg: String,
    dep_kinds: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    kind: Option<String>,
}

impl Linked {
    /// Reads it from cargo, the registry's sources and npm's lock file.
    pub fn read() -> Result<Self> {
        let mut linked = Self::default();
        for &(system, target) in SYSTEMS {
            let text = workspace::output(workspace::cargo().args([
                "metadata",
                "--format-version=1",
                "--locked",
                "--quiet",
                "--filter-platform",
                target,
            ]))?;
            let metadata: Metadata = serde_json::from_str(&text).context("cargo's metadata changed form")?;
            linked.add_crates(system, &metadata)?;
        }
        linked.add_npm()?;
        Ok(linked)
    }

    fn add(&mut self, part: &str, system: &'static str) {
        self.parts.entry(part.to_owned()).or_default().insert(system);
    }

    fn add_crates(&mut self, system: &'static str, metadata: &Metadata) -> Result<()> {
        let packages: BTreeMap<&str, &Package> =
            metadata.packages.iter().map(|package| (package.id.as_str(), package)).collect();
        let nodes: BTreeMap<&str, &Node> =
            metadata.resolve.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
        let app = metadata.packages.iter().find(|package| package.name == "zhitu");
        let mut open = vec![app.context("the app's package is gone")?.id.as_str()];
        let mut seen = BTreeSet::new();
        while let Some(id) = open.pop() {
            let (Some(package), Some(node)) = (packages.get(id), nodes.get(id)) else { continue };
            // A macro runs in the compiler, and what it needs stays there.
            if !seen.insert(id) || package.targets.iter().any(|target| target.kind == ["proc-macro"]) {
                continue;
            }
            self.add(&package.name, system);
            if system == "android" {
                self.add_native(package)?;
            }
            let normal = |edge: &&Edge| edge.dep_kinds.iter().any(|kind| kind.kind.is_none());
            open.extend(node.deps.iter().filter(normal).map(|edge| edge.pkg.as_str()));
        }
        Ok(())
    }

    /// What the Android half of a crate brings: it lies beside the sources, for Gradle to build.
    fn add_native(&mut self, package: &Package) -> Result<()> {
        let folder = package.manifest_path.parent().unwrap_or(Path::new(""));
        for android in ["android", "mobile/android"].map(|name| folder.join(name)) {
            if let Ok(gradle) = std::fs::read_to_string(android.join("build.gradle.kts")) {
                for artifact in artifacts(&gradle)? {
                    self.add(&artifact, "android");
                }
            }
            if let Ok(manifest) = std::fs::read_to_string(android.join("src/main/AndroidManifest.xml")) {
                for name in permissions(&manifest)? {
                    self.permissions.insert(name, package.name.clone());
                }
            }
        }
        Ok(())
    }

    /// The page is the same everywhere. What only builds it is not in it, save Svelte, which it is compiled with.
    fn add_npm(&mut self) -> Result<()> {
        let file = workspace::root().join("ui/package-lock.json");
        let text =
            std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let lock: serde_json::Value = serde_json::from_str(&text)?;
        let packages = lock.get("packages").and_then(serde_json::Value::as_object);
        for (path, package) in packages.context("npm's lock file changed form")? {
            let Some(name) = path.strip_prefix("node_modules/") else { continue };
            let only_builds = package.get("dev").and_then(serde_json::Value::as_bool).unwrap_or_default();
            if !only_builds || name == "svelte" {
                for &(system, _) in SYSTEMS {
                    self.add(name, system);
                }
            }
        }
        Ok(())
    }
}

/// The Maven artifacts that a Gradle build script links, as `group:name`.
fn artifacts(gradle: &str) -> Result<Vec<String>> {
    let line = Regex::new(r#"(?m)^\s*(?:implementation|api)\("([\w.-]+:[\w.-]+):[^"]*"\)"#)?;
    Ok(line.captures_iter(gradle).map(|found| found[1].to_owned()).collect())
}

/// The permissions that a manifest asks for. What is commented out is not.
pub fn permissions(manifest: &str) -> Result<Vec<String>> {
    let comment = Regex::new(r"(?s)<!--.*?-->")?;
    let row = Regex::new(r#"<uses-permission[^>]*android:name="([^"]+)""#)?;
    let text = comment.replace_all(manifest, "");
    Ok(row.captures_iter(&text).map(|found| found[1].to_owned()).collect())
}

/// Whether a name fits a pattern: `*` at its beginning or end stands for anything. Case does not count.
pub fn fits(pattern: &str, name: &str) -> bool {
    let (pattern, name) = (pattern.to_lowercase(), name.to_lowercase());
    let bare = pattern.trim_matches('*');
    match (pattern.starts_with('*'), pattern.ends_with('*')) {
        (true, true) => name.contains(bare),
        (false, true) => name.starts_with(bare),
        (true, false) => name.ends_with(bare),
        (false, false) => name == bare,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn artifacts_and_permissions_are_read_from_the_native_halves() {
        let gradle = "dependencies {\n    implementation(\"androidx.core:core-ktx:1.9.0\")\n    \
                      implementation(\"com.example:thing:1\") {\n    testImplementation(\"junit:junit:4\")\n    \
                      implementation(project(\":tauri-android\"))\n}\n";
        assert_eq!(artifacts(gradle).unwrap(), ["androidx.core:core-ktx", "com.example:thing"]);
        let manifest = "<manifest>\n<!-- <uses-permission android:name=\"a.permission.NO\" /> -->\n\
                        <uses-permission android:name=\"a.permission.YES\" />\n</manifest>";
        assert_eq!(permissions(manifest).unwrap(), ["a.permission.YES"]);
    }

    #[test]
    fn a_star_stands_at_either_end() {
        assert!(fits("tauri*", "tauri-build") && !fits("tauri*", "my-tauri"));
        assert!(fits("*keyring*", "apple-native-keyring-store") && fits("*-store", "keyring-store"));
        assert!(fits("*OAID*", "com.github.x:Android_CN_OAID") && !fits("a2", "a2s"));
    }

    #[test]
    fn each_system_has_its_own_parts_and_the_page_is_in_all() {
        let linked = Linked::read().unwrap();
        let on = |part: &str| linked.parts.get(part).cloned().unwrap_or_default();
        assert_eq!(on("webkit2gtk"), BTreeSet::from(["linux"]));
        assert_eq!(on("tauri-plugin-geolocation"), BTreeSet::from(["android", "ios"]));
        assert_eq!(on("svelte").len(), SYSTEMS.len());
        assert_eq!(on("vitest"), BTreeSet::new());
        assert_eq!(on("serde_derive"), BTreeSet::new(), "a macro is not linked");
    }
}
