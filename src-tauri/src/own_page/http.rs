//! Where the app's own page lives on Windows and Android, whose web views know only http: the name never leaves the
//! program, which answers for it.

/// Scheme and host.
pub const ORIGIN: (&str, &str) = ("http", "tauri.localhost");
