//! `cargo xtask check android`: type-checks the app for Android, and looks at the manifest that a build would make.
//!
//! No SDK and no NDK: Debian's own compiler with the library's sources is unpacked into the cache, the standard library
//! is checked from those, and what would compile C is a stand-in, since a check links nothing. So the whole of what is
//! claimed for a phone is that the types fit.

use crate::components::TEMPLATE_PERMISSION;
use crate::declarations::DECLARATIONS;
use crate::linked;
use crate::setup::there_is;
use crate::workspace::{self, command, output, run as run_command, step};
use anyhow::{Context, Result, bail};
use regex::Regex;
use std::collections::BTreeSet;
use std::path::Path;

const TARGET: &str = "aarch64-linux-android";

/// Makes the file that is asked for, and answers questions about the compiler.
const COMPILER: &str = r#"#!/bin/sh
# Stands in for a C compiler: a check compiles no C.
case " $* " in
  *" --version "*) exec cc --version ;;
  *" -E "*) for name in "$@"; do [ -f "$name" ] && exec cc -E -nostdinc "$name"; done ;;
esac
while [ $# -gt 0 ]; do
  [ "$1" = -o ] && : >"$2"
  shift
done
"#;

/// Makes empty archives.
const ARCHIVER: &str = r#"#!/bin/sh
for name in "$@"; do case "$name" in *.a) printf '!<arch>\n' >"$name" ;; esac; done
"#;

/// What `tauri android init` writes, as far as permissions go.
const MANIFEST: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<manifest xmlns:android="http://schemas.android.com/apk/res/android">
    <uses-permission android:name="android.permission.INTERNET" />
</manifest>
"#;

/// Checks; some 8 minutes the first time, seconds afterwards.
pub fn run() -> Result<()> {
    let cache = workspace::cache()?.join("android");
    toolchain(&cache)?;
    let compiler = stand_in(&cache, "cc", COMPILER)?;
    let archiver = stand_in(&cache, "ar", ARCHIVER)?;
    let project = cache.join("project");
    let manifest = project.join("app/src/main/AndroidManifest.xml");
    if !manifest.is_file() {
        workspace::write_if_changed(&manifest, MANIFEST)?;
    }
    let kotlin = cache.join("kotlin");
    std::fs::create_dir_all(&kotlin)?;
    step("type-checking the app for Android (some 8 minutes the first time)");
    let root = cache.join("root/usr");
    let mut cargo = workspace::cargo();
    cargo
        .args(["check", "--package", "zhitu", "--lib", "--target", TARGET, "-Zbuild-std=std,panic_abort"])
        .env("RUSTC", root.join("bin/rustc"))
        .env("LD_LIBRARY_PATH", root.join("lib/x86_64-linux-gnu"))
        // `build-std` is not for a stable compiler.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", cache.join("target"))
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CC_aarch64_linux_android", &compiler)
        .env("CXX_aarch64_linux_android", &compiler)
        .env("AR_aarch64_linux_android", archiver)
        .env("RANLIB_aarch64_linux_android", "true")
        .env("WRY_ANDROID_PACKAGE", "org.zhitu.app")
        .env("WRY_ANDROID_LIBRARY", "zhitu_app")
        .env("WRY_ANDROID_KOTLIN_FILES_OUT_DIR", kotlin)
        .env("TAURI_ANDROID_PROJECT_PATH", project);
    run_command(&mut cargo)?;
    asks_for_what_is_declared(&std::fs::read_to_string(&manifest)?)?;
    println!(
        "the app's types fit on {TARGET}, and its manifest asks for what is declared; nothing was linked or run"
    );
    Ok(())
}

/// Debian's compiler and the library's sources, unpacked once.
fn toolchain(cache: &Path) -> Result<()> {
    let root = cache.join("root");
    if root.join("usr/bin/rustc").is_file() {
        return Ok(());
    }
    if !there_is("apt-get") || !there_is("dpkg") {
        bail!("this check takes its compiler from Debian's packages, and there is no apt-get here");
    }
    step("downloading Debian's compiler for this check (once)");
    let library = dependency(&["libstd-rust-web-dev"], r"libstd-rust-web-[0-9.]+")?;
    let llvm = dependency(&[&library, "rustc-web"], r"libllvm[0-9]+")?;
    let packages = cache.join("packages");
    std::fs::create_dir_all(&packages)?;
    let names = ["rustc-web", "rust-web-src", "libstd-rust-web-dev", &library, &llvm];
    run_command(command("apt-get").arg("download").args(names).current_dir(&packages))?;
    for entry in std::fs::read_dir(&packages)?.flatten() {
        run_command(command("dpkg").arg("--extract").arg(entry.path()).arg(&root))?;
    }
    Ok(())
}

/// The package of this form that these depend on; its name has a version, which moves.
fn dependency(packages: &[&str], form: &str) -> Result<String> {
    let listed = output(command("apt-cache").arg("depends").args(packages))?;
    let line = Regex::new(&format!(r"Depends: ({form})\b"))?;
    let found = line.captures(&listed).with_context(|| format!("Debian has no {form} for {packages:?}"))?;
    Ok(found[1].to_owned())
}

#[cfg(unix)]
fn stand_in(cache: &Path, name: &str, script: &str) -> Result<std::path::PathBuf> {
    use std::os::unix::fs::PermissionsExt as _;
    let path = cache.join(name);
    workspace::write_if_changed(&path, script)?;
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755))?;
    Ok(path)
}

#[cfg(not(unix))]
fn stand_in(_: &Path, _: &str, _: &str) -> Result<std::path::PathBuf> {
    bail!("this check runs on Debian")
}

/// Whether the build script wrote the declared permissions, each once, and no other, into the project's manifest.
fn asks_for_what_is_declared(manifest: &str) -> Result<()> {
    let asked = linked::permissions(manifest)?;
    let declared = DECLARATIONS.iter().flat_map(|row| row.android);
    let mut wanted: BTreeSet<String> = declared.map(|name| format!("android.permission.{name}")).collect();
    wanted.insert(TEMPLATE_PERMISSION.to_owned());
    if asked.len() != wanted.len() || asked.iter().cloned().collect::<BTreeSet<_>>() != wanted {
        bail!("the manifest asks for {asked:?}, and declared is {wanted:?}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_with_too_much_too_little_or_twice_is_refused() {
        let declared = crate::r#gen::declared::android();
        let with = |more: &str| MANIFEST.replace("</manifest>", &format!("{declared}{more}</manifest>"));
        asks_for_what_is_declared(&with("")).unwrap();
        assert!(asks_for_what_is_declared(MANIFEST).is_err());
        assert!(asks_for_what_is_declared(&with(&declared)).is_err());
        let more = "<uses-permission android:name=\"android.permission.ACCESS_BACKGROUND_LOCATION\" />";
        assert!(asks_for_what_is_declared(&with(more)).is_err());
    }
}
