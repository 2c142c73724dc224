//! What this device offers: one module per port of `zhitu_core::ports`.
//!
//! | port | module | what it is here |
//! | --- | --- | --- |
//! | `ServerApi` | [`api`] | HTTP by reqwest, the live link by tungstenite |
//! | `TokenVault` | [`vault`] | the system's keyring |
//! | `LocalStore` | [`store`] | SQLite under SQLCipher, its key in the vault |
//! | `Clock` | [`clock`] | the system's clock |
//! | `Rng` | [`rng`] | the system's randomness |
//! | `Files` | [`files`] | writing whole files; the dialog itself belongs to the shell |
//! | `Clipboard` | [`clipboard`] | arboard; on phones the shell has it |
//! | `Location` | [`location`] | GeoClue or the portal, Core Location, Windows.Devices.Geolocation; on phones the shell has it |
//!
//! Nothing here decides whether something is allowed, and nothing pretends: what cannot be done is an error.
//!
//! To add a port: a module of its noun, the trait's methods one by one, tests against the real thing. What differs
//! between systems is a file per system, chosen on the `mod` line and nowhere else.

pub mod api;
#[cfg(not(any(target_os = "android", target_os = "ios")))]
pub mod clipboard;
pub mod clock;
pub mod files;
#[cfg(not(any(target_os = "android", target_os = "ios")))]
pub mod location;
pub mod rng;
pub mod store;
pub mod vault;

/// The app's identifier, as `tauri.conf.json` has it: the service in the keyring, and the name of its desktop file.
pub const IDENTIFIER: &str = "org.zhitu.app";

#[cfg(test)]
mod own_process;
