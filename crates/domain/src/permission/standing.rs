//! How one permission stands.

use super::Purpose;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How long the app does not ask again by itself after a refusal (R4).
const QUIET_S: i64 = 48 * 3600;

/// How a permission stands in the app.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PermissionState {
    /// Nobody was asked.
    #[default]
    NeverAsked,
    /// The app's own sheet is open, with purpose and what refusing costs.
    Asked,
    /// Agreed to on the sheet; the system asks, or will when it is first used.
    SystemPrompt,
    /// For one use.
    GrantedOnce,
    /// While the app is used.
    Granted,
    /// Refused, on the sheet or to the system.
    Denied,
    /// Refused to the system in a way that it does not ask again: only its own settings can change that.
    DeniedForGood,
    /// Forbidden by the system's owner: parents, a company.
    Restricted,
    /// Taken back in the app.
    Withdrawn,
    /// This device does not have it.
    Unsupported,
}

impl PermissionState {
    /// Whether a function may use it now, as far as the app is concerned.
    pub const fn is_granted(self) -> bool {
        matches!(self, Self::GrantedOnce | Self::Granted | Self::SystemPrompt)
    }
}

/// How it stands in the system, as last heard.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SystemPermission {
    /// The system does not say without being used.
    #[default]
    Unknown,
    /// The system has not asked.
    NotAsked,
    /// Granted.
    Granted,
    /// Refused; the system may ask again.
    Denied,
    /// Refused; the system does not ask again.
    DeniedForGood,
    /// Forbidden by the system's owner.
    Restricted,
    /// This device does not have it.
    Unsupported,
}

impl SystemPermission {
    /// Whether the system is known to refuse.
    pub const fn refuses(self) -> bool {
        matches!(self, Self::Denied | Self::DeniedForGood | Self::Restricted | Self::Unsupported)
    }
}

/// How a permission stands, and what the page of permissions says of it (S-PERM-01).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Standing {
    /// In the app.
    pub state: PermissionState,
    /// In the system.
    pub system: SystemPermission,
    /// When it was last asked for.
    pub asked_at: Option<Timestamp>,
    /// When it was last used.
    pub used_at: Option<Timestamp>,
    /// For what.
    pub used_for: Option<Purpose>,
    /// Since when the app is quiet: the last refusal or withdrawal, or the moment the clock was seen set back behind
    /// it.
    pub quiet_since: Option<Timestamp>,
}

impl Standing {
    /// Until when the app does not ask by itself (R4); `None` when it may.
    pub fn quiet_until(&self, now: Timestamp) -> Option<Timestamp> {
        let until = self.quiet_since?.plus_seconds(QUIET_S);
        (now < until).then_some(until)
    }

    /// Begins the quiet anew from a clock that was set back: of the 48 hours none must be lost, and none added by the
    /// year that the clock may have jumped.
    pub(super) fn note_time(&mut self, now: Timestamp) {
        if let Some(since) = &mut self.quiet_since {
            *since = (*since).min(now);
        }
    }

    pub(super) fn refuse(&mut self, state: PermissionState, now: Timestamp) {
        self.state = state;
        self.quiet_since = Some(now);
    }
}
