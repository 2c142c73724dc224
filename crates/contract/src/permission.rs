//! Permissions of the device: how each stands, asking for one, taking it back (S-PERM-01 to -04).

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zhitu_domain::permission::{
    Fallback, NotGranted, Permission, PermissionState, Purpose, SheetAnswer, Standing, SystemPermission,
};
use zhitu_domain::time::Timestamp;

/// How a permission stands, in the app and in the system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PermissionView {
    /// Which.
    pub permission: Permission,
    /// Whether an answer stands for later uses; otherwise each act asks and answers at once.
    pub stands: bool,
    /// The functions that need it; none in this version for some.
    pub purposes: Vec<Purpose>,
    /// In the app.
    pub state: PermissionState,
    /// In the system, as last heard.
    pub system: SystemPermission,
    /// When it was last asked for.
    pub asked_at: Option<Timestamp>,
    /// When it was last used.
    pub used_at: Option<Timestamp>,
    /// For what.
    pub used_for: Option<Purpose>,
    /// Until when the app does not ask for it by itself (R4).
    pub quiet_until: Option<Timestamp>,
}

impl PermissionView {
    /// Of a standing.
    pub fn of(permission: Permission, standing: &Standing, now: Timestamp) -> Self {
        Self {
            permission,
            stands: permission.stands(),
            purposes: permission.purposes().collect(),
            state: standing.state,
            system: standing.system,
            asked_at: standing.asked_at,
            used_at: standing.used_at,
            used_for: standing.used_for,
            quiet_until: standing.quiet_until(now),
        }
    }
}

/// Command `permission_ask`: opens the sheet for a function that said `permission_not_granted` with `must_ask`.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct PermissionAsk {
    /// The function.
    pub purpose: Purpose,
    /// From the page of permissions, where the 48 hours after a refusal do not count (R4).
    pub by_person: bool,
}

/// Command `permission_answer`: what the person said on the sheet.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct PermissionAnswer {
    /// About which permission.
    pub permission: Permission,
    /// What.
    pub answer: SheetAnswer,
}

/// Commands `permission_withdraw` and `permission_restore`.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct PermissionRef {
    /// Which.
    pub permission: Permission,
}

/// `detail` of `permission_not_granted`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PermissionRefusal {
    /// What is needed.
    pub permission: Permission,
    /// For what.
    pub purpose: Purpose,
    /// Why not now. `must_ask`: the sheet may be opened.
    pub reason: NotGranted,
    /// What is offered at once instead (R3).
    pub fallback: Fallback,
}
