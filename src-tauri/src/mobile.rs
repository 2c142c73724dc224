//! What only phones have.

#[path = "mobile_clipboard.rs"]
mod clipboard;
#[path = "mobile_location.rs"]
mod location;

use crate::options::Options;
use clap::Parser as _;
pub use clipboard::clipboard;
pub use location::location;
use tauri::{Builder, Manager, WebviewWindowBuilder, Wry};

/// A phone has no command line: one profile, the system's folder.
pub fn options() -> Options {
    Options::parse_from(["zhitu"])
}

/// A builder with what only phones have.
pub fn builder() -> Builder<Wry> {
    Builder::default().plugin(tauri_plugin_geolocation::init()).plugin(tauri_plugin_clipboard_manager::init())
}

/// A phone's window fills the screen.
pub fn dressed<'a, M: Manager<Wry>>(
    builder: WebviewWindowBuilder<'a, Wry, M>,
    _: &Options,
) -> WebviewWindowBuilder<'a, Wry, M> {
    builder
}

/// How this device is listed among the signed-in ones: by its system, not by the name its owner gave it.
pub fn device_name(_: &str) -> String {
    if std::env::consts::OS == "ios" { "iOS".to_owned() } else { "Android".to_owned() }
}

/// Ends the app; the log has the reason.
pub fn give_up(reason: &str) -> ! {
    tracing::error!(reason, "the app cannot start");
    std::process::exit(1)
}
