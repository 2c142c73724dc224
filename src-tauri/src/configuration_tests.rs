//! What the page may do stands in three files of configuration. These tests read them as they are shipped and fail on
//! any loosening; a deliberate one changes the expectation here, in the open.

use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use zhitu_contract::commands::COMMANDS;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn json_of(path: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(root().join(path)).unwrap()).unwrap()
}

fn capability_files() -> Vec<PathBuf> {
    let folder = root().join("src-tauri/capabilities");
    std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

/// The permission that the build makes of a command.
fn permission(command: &str) -> String {
    format!("allow-{}", command.replace('_', "-"))
}

#[test]
fn the_page_has_the_commands_of_the_table_and_events_and_nothing_else() {
    let files = capability_files();
    assert_eq!(files, [root().join("src-tauri/capabilities/main.json")], "one capability for the one window");
    let capability = json_of("src-tauri/capabilities/main.json");
    let fields: BTreeSet<&str> = capability.as_object().unwrap().keys().map(String::as_str).collect();
    // No `remote` (no other origin), no `webviews`, no `platforms`, no `local: false`.
    assert_eq!(fields, BTreeSet::from(["identifier", "description", "windows", "permissions"]));
    assert_eq!(capability["windows"], json!(["main"]));

    let allowed: BTreeSet<String> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        // An object would be a permission with a scope: none has one.
        .map(|permission| permission.as_str().expect("a plain permission").to_owned())
        .collect();
    let mut expected: BTreeSet<String> = COMMANDS.iter().map(|row| permission(row.name)).collect();
    expected.extend(["core:event:allow-listen".to_owned(), "core:event:allow-unlisten".to_owned()]);
    assert_eq!(
        allowed, expected,
        "a new command is listed in the capability of each window that may call it"
    );
}

#[test]
fn the_list_of_commands_is_the_one_that_was_reviewed() {
    let rows: Vec<String> = COMMANDS
        .iter()
        .map(|row| {
            format!("{} {}({}) -> {}, {}", row.feature, row.name, row.request, row.answer, row.permission)
        })
        .collect();
    insta::assert_snapshot!("commands", rows.join("\n"));
}

#[test]
fn the_page_reaches_no_origin_but_its_own() {
    let configuration = json_of("tauri.conf.json");
    let policy = configuration["app"]["security"]["csp"].as_str().unwrap();
    let directives: Vec<&str> = policy.split(';').map(str::trim).collect();
    assert_eq!(
        directives,
        [
            "default-src 'none'",
            "script-src 'self'",
            // The one style that hides Tauri's isolation frame.
            "style-src 'self' 'sha256-YEercZJImS+vUX2bz7vkQ0aA4rtBIPLuCEWz+yraQ/g='",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src ipc: http://ipc.localhost",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        ]
    );
}

#[test]
fn the_window_is_shut_as_tightly_as_tauri_can() {
    let configuration = json_of("tauri.conf.json");
    let app = &configuration["app"];
    assert_eq!(app["withGlobalTauri"], false);
    // Windows are made in Rust, with their handlers; one of the configuration would have none.
    assert_eq!(app["windows"], json!([]));
    let mut security = app["security"].clone();
    security.as_object_mut().unwrap().remove("csp");
    assert_eq!(
        security,
        json!({
            "freezePrototype": true,
            "assetProtocol": { "enable": false, "scope": [] },
            "capabilities": ["main"],
            "pattern": { "use": "isolation", "options": { "dir": "src-tauri/isolation" } },
        })
    );
    assert!(configuration.get("plugins").is_none(), "no plugin is configured for the page");
    assert_eq!(configuration["build"], json!({ "frontendDist": "ui/dist" }), "no development server");
}

#[test]
fn tauri_is_built_without_what_would_open_it() {
    let manifest: Value =
        toml::from_str(&std::fs::read_to_string(root().join("Cargo.toml")).unwrap()).unwrap();
    assert_eq!(manifest["workspace"]["dependencies"]["tauri"]["features"], json!(["isolation"]));
    let dependencies: BTreeSet<&str> = manifest["dependencies"]
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .filter(|name| name.starts_with("tauri-plugin"))
        .collect();
    assert_eq!(dependencies, BTreeSet::from(["tauri-plugin-dialog"]));
}

#[test]
fn the_isolation_frame_lets_only_two_forms_through() {
    let script = std::fs::read_to_string(root().join("src-tauri/isolation/isolation.js")).unwrap();
    assert!(script.contains("keys.length === 1 && keys[0] === 'request'"), "{script}");
    assert_eq!(script.matches("plugin:").count(), 2, "hearing of events, and nothing else of any plugin");
}

/// GeoClue's agent looks for a desktop file by the name that the app gives itself.
#[test]
fn the_package_installs_the_desktop_file_that_the_location_service_looks_for() {
    let configuration = json_of("tauri.conf.json");
    assert_eq!(configuration["identifier"], zhitu_host::IDENTIFIER);
    let deb = &configuration["bundle"]["linux"]["deb"];
    let installed = format!("/usr/share/applications/{}.desktop", zhitu_host::IDENTIFIER);
    let own = deb["files"][installed].as_str().expect("the app's desktop file is in the package");
    let own = std::fs::read_to_string(root().join(own)).unwrap();
    assert!(own.contains("\nExec=zhitu\n") && own.contains("\nIcon=zhitu\n"), "{own}");
    assert!(!own.contains("NoDisplay"), "this is the one in the menu");
    // Tauri's own, named by the product, would be the app a second time.
    let other = std::fs::read_to_string(root().join(deb["desktopTemplate"].as_str().unwrap())).unwrap();
    assert!(other.contains("\nNoDisplay=true\n"), "{other}");
}

fn text_of(path: &Value) -> String {
    let path = path.as_str().expect("a path");
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The keys at the beginning of a line of an Info.plist.
fn keys(plist: &str) -> Vec<&str> {
    plist.lines().filter_map(|line| line.trim().strip_prefix("<key>")?.strip_suffix("</key>")).collect()
}

/// S-LOC-03: while in use, and never in the background.
#[test]
fn apple_systems_are_told_of_the_position_in_use_and_of_nothing_else() {
    let bundle = &json_of("tauri.conf.json")["bundle"];
    assert_eq!(bundle["iOS"].as_object().unwrap().len(), 1);
    let ios = text_of(&bundle["iOS"]["infoPlist"]);
    assert_eq!(keys(&ios), ["CFBundleLocalizations", "NSLocationWhenInUseUsageDescription"]);
    let macos = text_of(&bundle["macOS"]["infoPlist"]);
    assert_eq!(
        keys(&macos),
        ["CFBundleLocalizations", "NSLocationUsageDescription", "NSLocationWhenInUseUsageDescription"]
    );
    let entitlements = text_of(&bundle["macOS"]["entitlements"]);
    assert_eq!(keys(&entitlements), ["com.apple.security.personal-information.location"]);
    for language in ["en", "zh-Hans"] {
        assert!(macos.contains(&format!("<string>{language}</string>")), "{macos}");
        let strings =
            text_of(&bundle["macOS"]["files"][format!("Resources/{language}.lproj/InfoPlist.strings")]);
        for key in keys(&macos).into_iter().chain(keys(&ios)).filter(|key| key.ends_with("Description")) {
            assert!(strings.contains(&format!("\"{key}\" = \"")), "{language} lacks {key}");
        }
    }
}

/// S-LOC-03
#[test]
fn android_is_told_of_the_position_in_use_and_of_nothing_else() {
    let manifest = std::fs::read_to_string(root().join("src-tauri/android/permissions.xml")).unwrap();
    let asked: Vec<&str> = manifest.lines().filter(|line| line.starts_with("<uses-permission")).collect();
    assert_eq!(
        asked,
        [
            "<uses-permission android:name=\"android.permission.ACCESS_COARSE_LOCATION\" />",
            "<uses-permission android:name=\"android.permission.ACCESS_FINE_LOCATION\" />",
        ]
    );
}
