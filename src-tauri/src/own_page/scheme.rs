//! Where the app's own page lives on systems whose web views take schemes of their own.

/// Scheme and host.
pub const ORIGIN: (&str, &str) = ("tauri", "localhost");
