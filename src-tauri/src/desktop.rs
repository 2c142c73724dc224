//! What only desktops have: a command line, and windows with a size.

use crate::options::Options;
use clap::Parser as _;
use std::io::Write as _;
use std::sync::Arc;
use tauri::{AppHandle, Builder, Manager, WebviewWindowBuilder, Wry};
use zhitu_core::ports::{Clipboard, Location};
use zhitu_host::clipboard::SystemClipboard;
use zhitu_host::location::SystemLocation;

const TITLE: &str = "职途";

/// The command line of this run; a wrong one is explained, and the program ends.
pub fn options() -> Options {
    Options::parse()
}

/// A builder with what only desktops have.
pub fn builder() -> Builder<Wry> {
    Builder::default()
}

/// A window of a desktop.
pub fn dressed<'a, M: Manager<Wry>>(
    builder: WebviewWindowBuilder<'a, Wry, M>,
    options: &Options,
) -> WebviewWindowBuilder<'a, Wry, M> {
    let title = match options.profile.as_str() {
        "default" => TITLE.to_owned(),
        profile => format!("{TITLE} · {profile}"),
    };
    builder.title(title).inner_size(1280.0, 800.0).min_inner_size(360.0, 560.0)
}

/// How this device is listed among the signed-in ones: by its system, not by the name its owner gave it.
pub fn device_name(profile: &str) -> String {
    let system = match std::env::consts::OS {
        "linux" => "Linux",
        "macos" => "macOS",
        "windows" => "Windows",
        other => other,
    };
    if profile == "default" { system.to_owned() } else { format!("{system} · {profile}") }
}

/// Where the device is, by the system's own service.
pub fn location(_: &AppHandle<Wry>) -> Arc<dyn Location> {
    Arc::new(SystemLocation::new())
}

/// The system's clipboard.
pub fn clipboard(_: &AppHandle<Wry>) -> Arc<dyn Clipboard> {
    Arc::new(SystemClipboard)
}

/// Says why the app cannot run, and ends the program.
pub fn give_up(reason: &str) -> ! {
    drop(writeln!(std::io::stderr(), "zhitu: {reason}"));
    std::process::exit(1)
}
