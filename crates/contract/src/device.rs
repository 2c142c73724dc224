//! What the page asks of the device: how the app stands, settings.

use crate::auth::Account;
use crate::policy::{Language, PolicyAcceptance};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// For commands that take or give nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Nothing {}

/// Command `app_state`: all that the first screen needs to know.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own that the page shows")]
pub struct AppState {
    /// The signed-in account; browsing and searching need none (S-AUTH-05).
    pub account: Option<Account>,
    /// The acceptance of the policy, when given.
    pub policy: Option<PolicyAcceptance>,
    /// Settings.
    pub settings: Settings,
    /// Whether the server can be reached.
    pub online: bool,
    /// The server is the demo market that this app started itself.
    pub demo_market: bool,
    /// The session lives in memory only, since there is no keyring; it ends with the app.
    pub session_in_memory: bool,
    /// This device's data could not be read when the app started, its key being lost: the file was set aside, and what
    /// the server has comes back with signing in.
    pub data_set_aside: bool,
    /// The app's version.
    pub version: String,
}

/// Settings of this device.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Settings {
    /// Language; `None` follows the system.
    pub language: Option<Language>,
    /// Light or dark.
    pub theme: Theme,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Command `page_ready`: the page says that a screen can be used. Read by `--screenshot` and `bench start`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PageReady {
    /// Which screen.
    pub screen: String,
}
