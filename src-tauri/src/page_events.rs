//! The way from the core to the page, and to whoever watches the program start.

use std::io::Write as _;
use std::sync::Once;
use tauri::{AppHandle, Emitter as _};
use zhitu_contract::events::CoreEvent;
use zhitu_core::ports::Events;

/// Under which name the page hears of the core's events.
pub const CORE_EVENT: &str = "core-event";

/// Tells all windows; prints the first `page_ready`.
pub struct PageEvents {
    app: AppHandle,
    ready: Once,
}

impl PageEvents {
    /// Over the windows of an app.
    pub fn new(app: AppHandle) -> Self {
        Self { app, ready: Once::new() }
    }
}

impl Events for PageEvents {
    fn emit(&self, event: CoreEvent) {
        if let Err(error) = self.app.emit(CORE_EVENT, event) {
            tracing::warn!(%error, "an event did not reach the page");
        }
    }

    fn page_ready(&self, screen: &str) {
        self.ready.call_once(|| {
            let age = crate::process_age::age();
            let screen: String = screen.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
            say(&format!("ready screen={screen} ms={}", age.as_millis()));
        });
    }
}

/// Prints a line for the program that started this one. Nobody listening is no error.
pub fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    drop(writeln!(out, "{line}").and_then(|()| out.flush()));
}
