//! Lets Tauri read the configuration at the root and the capabilities beside the shell, and makes a permission of
//! each row of the one table of commands: what is not in the table, the page cannot name, and what a window's
//! capability does not list, the page of that window cannot call. Tells Android what the app asks for.

#[path = "../crates/contract/src/commands.rs"]
mod commands;

use std::fmt::Write as _;
use std::path::Path;

fn main() {
    println!("cargo:rerun-if-changed=crates/contract/src/commands.rs");
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=src-tauri/isolation");
    // The page is taken into the program: a newly built one must reach it.
    println!("cargo:rerun-if-changed=ui/dist");
    if let Err(error) = build() {
        panic!("tauri-build: {error}");
    }
}

fn build() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new(&std::env::var("OUT_DIR")?).join("command-permissions");
    std::fs::create_dir_all(&folder)?;
    let mut permissions = String::new();
    for row in commands::COMMANDS {
        writeln!(
            permissions,
            "[[permission]]\nidentifier = \"allow-{}\"\ndescription = \"{} of {}: {} -> {} ({})\"\n\
             commands.allow = [\"{}\"]\n",
            row.name.replace('_', "-"),
            row.name,
            row.feature,
            row.request,
            row.answer,
            row.permission,
            row.name
        )?;
    }
    let file = folder.join("commands.toml");
    if std::fs::read_to_string(&file).ok().as_deref() != Some(&permissions) {
        std::fs::write(&file, permissions)?;
    }
    tell_android()?;
    // Tauri keeps the pattern for as long as the build script runs.
    let pattern: &'static str = Box::leak(format!("{}/*.toml", folder.display()).into_boxed_str());
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*")
        .app_manifest(tauri_build::AppManifest::new().permissions_path_pattern(pattern));
    tauri_build::try_build(attributes).map_err(|error| format!("{error:#}").into())
}

/// Writes the declared permissions into the manifest of the Android project, where Tauri's tool builds one.
fn tell_android() -> Result<(), Box<dyn std::error::Error>> {
    const DECLARED: &str = "src-tauri/android/permissions.xml";
    println!("cargo:rerun-if-changed={DECLARED}");
    println!("cargo:rerun-if-env-changed=TAURI_ANDROID_PROJECT_PATH");
    if let Some(project) = std::env::var_os("TAURI_ANDROID_PROJECT_PATH") {
        let manifest = Path::new(&project).join("app/src/main/AndroidManifest.xml");
        println!("cargo:rerun-if-changed={}", manifest.display());
    }
    let declared = std::fs::read_to_string(DECLARED)?;
    tauri_plugin::mobile::update_android_manifest("zhitu-permissions", "manifest", declared.trim().to_owned())
        .map_err(|error| format!("{error:#}").into())
}
