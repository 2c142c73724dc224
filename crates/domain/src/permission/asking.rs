//! The state machine: the only way to anything protected (R10).

use super::{Permission, PermissionState, Purpose, Standing, SystemPermission};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What the person says on the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SheetAnswer {
    /// Yes, for this one use.
    Once,
    /// Yes, while the app is used.
    WhileInUse,
    /// No.
    No,
}

/// Why a function may not use a permission now. Its fallback is offered in each case (R3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum NotGranted {
    /// The sheet may be shown now.
    #[error("it must be asked for first")]
    MustAsk,
    /// Refused or withdrawn less than 48 hours ago: the app does not ask by itself (R4).
    #[error("it was refused; the app does not ask again by itself for 48 hours")]
    Quiet,
    /// Another permission is being asked for (R2).
    #[error("another permission is being asked for")]
    Busy,
    /// The system refuses; only its settings can change that.
    #[error("the system refuses it")]
    System,
    /// Forbidden by the system's owner.
    #[error("the system's owner forbids it")]
    Restricted,
    /// This device does not have it.
    #[error("this device does not have it")]
    Unsupported,
}

/// Why the sheet is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AskRefused {
    /// It is granted already.
    #[error("it is granted already")]
    Granted,
    /// It must not be asked for now.
    #[error(transparent)]
    Not(#[from] NotGranted),
}

/// What is being asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Asking {
    purpose: Purpose,
    /// The answer on the sheet, once it is given and only the system's is missing.
    agreed: Option<SheetAnswer>,
}

/// How all permissions stand. Written whole after each change, and read at the next start by
/// [`Permissions::restarted`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Permissions {
    standings: BTreeMap<Permission, Standing>,
    /// One sheet or prompt at a time, whichever permission it is for (R2).
    asking: Option<Asking>,
}

impl Permissions {
    /// After a start. A sheet that was open when the app ended counts as refused: nobody agreed. A single use that was
    /// agreed to and not made is over.
    #[must_use]
    pub fn restarted(mut self, now: Timestamp) -> Self {
        if let Some(asking) = self.asking.take() {
            self.standing_mut(asking.purpose.permission()).refuse(PermissionState::Denied, now);
        }
        for standing in self.standings.values_mut() {
            standing.note_time(now);
            match standing.state {
                PermissionState::GrantedOnce => standing.state = PermissionState::NeverAsked,
                PermissionState::Asked | PermissionState::SystemPrompt => {
                    standing.refuse(PermissionState::Denied, now);
                }
                _ => {}
            }
        }
        self
    }

    /// How one stands.
    pub fn standing(&self, permission: Permission) -> Standing {
        self.standings.get(&permission).copied().unwrap_or_default()
    }

    /// What the open sheet is for.
    pub fn asked_for(&self) -> Option<Purpose> {
        self.asking.filter(|asking| asking.agreed.is_none()).map(|asking| asking.purpose)
    }

    /// Whether a yes was said on the sheet and the system's answer is awaited.
    pub fn is_prompting(&self, permission: Permission) -> bool {
        self.asking.is_some_and(|asking| asking.purpose.permission() == permission && asking.agreed.is_some())
    }

    /// What is being asked for, on the sheet or by the system.
    pub fn asking_for(&self, permission: Permission) -> Option<Purpose> {
        self.asking.map(|asking| asking.purpose).filter(|purpose| purpose.permission() == permission)
    }

    /// Whether a function may go on now. Nothing changes but the quiet's beginning, when the clock was set back.
    pub fn need(&mut self, purpose: Purpose, now: Timestamp) -> Result<(), NotGranted> {
        let permission = purpose.permission();
        let standing = self.standing_mut(permission);
        standing.note_time(now);
        let standing = *standing;
        if standing.state == PermissionState::Unsupported || standing.system == SystemPermission::Unsupported
        {
            return Err(NotGranted::Unsupported);
        }
        if !permission.stands() {
            // The act is the answer, unless the person has switched the function off.
            return if standing.state == PermissionState::Withdrawn {
                Err(NotGranted::Quiet)
            } else {
                Ok(())
            };
        }
        if standing.state.is_granted() {
            return match standing.system {
                SystemPermission::Restricted => Err(NotGranted::Restricted),
                SystemPermission::Denied | SystemPermission::DeniedForGood => Err(NotGranted::System),
                _ => Ok(()),
            };
        }
        self.may_ask(purpose, false, now)?;
        Err(NotGranted::MustAsk)
    }

    /// Opens the sheet for a function (R2). `by_person`: from the page of permissions, where the 48 hours do not count
    /// (R4).
    pub fn ask(&mut self, purpose: Purpose, by_person: bool, now: Timestamp) -> Result<(), AskRefused> {
        let permission = purpose.permission();
        self.standing_mut(permission).note_time(now);
        let standing = self.standing(permission);
        if !permission.stands() || (standing.state.is_granted() && !standing.system.refuses()) {
            return Err(AskRefused::Granted);
        }
        self.may_ask(purpose, by_person, now)?;
        let standing = self.standing_mut(permission);
        standing.state = PermissionState::Asked;
        standing.asked_at = Some(now);
        self.asking = Some(Asking { purpose, agreed: None });
        Ok(())
    }

    fn may_ask(&self, purpose: Purpose, by_person: bool, now: Timestamp) -> Result<(), NotGranted> {
        let standing = self.standing(purpose.permission());
        if self.asking.is_some() {
            return Err(NotGranted::Busy);
        }
        match standing.system {
            SystemPermission::Restricted => return Err(NotGranted::Restricted),
            SystemPermission::Unsupported => return Err(NotGranted::Unsupported),
            SystemPermission::DeniedForGood => return Err(NotGranted::System),
            _ => {}
        }
        if !by_person && standing.quiet_until(now).is_some() {
            return Err(NotGranted::Quiet);
        }
        Ok(())
    }

    /// Takes the answer on the open sheet; false when no sheet for this permission is open.
    pub fn answer(&mut self, permission: Permission, answer: SheetAnswer, now: Timestamp) -> bool {
        let open = self.asking.filter(|asking| asking.purpose.permission() == permission);
        let Some(asking) = open.filter(|asking| asking.agreed.is_none()) else { return false };
        if answer == SheetAnswer::No {
            self.asking = None;
            self.standing_mut(permission).refuse(PermissionState::Denied, now);
        } else {
            self.asking = Some(Asking { agreed: Some(answer), ..asking });
            let standing = self.standing_mut(permission);
            standing.state = PermissionState::SystemPrompt;
            // What it said before is asked anew.
            standing.system = SystemPermission::NotAsked;
        }
        true
    }

    /// Takes what the system says: its answer to a prompt, or what it turned out to be at a use.
    pub fn system_says(&mut self, permission: Permission, system: SystemPermission, now: Timestamp) {
        let prompted = self.asking.filter(|asking| asking.purpose.permission() == permission);
        let agreed = prompted.and_then(|asking| asking.agreed);
        let standing = self.standing_mut(permission);
        standing.system = system;
        let Some(agreed) = agreed else { return };
        match system {
            // Still asking.
            SystemPermission::NotAsked => return,
            // A system that says nothing leaves it at what was agreed on the sheet.
            SystemPermission::Granted | SystemPermission::Unknown => {
                standing.state = if agreed == SheetAnswer::Once {
                    PermissionState::GrantedOnce
                } else {
                    PermissionState::Granted
                };
                standing.quiet_since = None;
            }
            SystemPermission::Denied => standing.refuse(PermissionState::Denied, now),
            SystemPermission::DeniedForGood => standing.refuse(PermissionState::DeniedForGood, now),
            SystemPermission::Restricted => standing.refuse(PermissionState::Restricted, now),
            SystemPermission::Unsupported => standing.refuse(PermissionState::Unsupported, now),
        }
        self.asking = None;
    }

    /// Notes a use. What was granted once is used up.
    pub fn used(&mut self, purpose: Purpose, now: Timestamp) {
        let standing = self.standing_mut(purpose.permission());
        standing.used_at = Some(now);
        standing.used_for = Some(purpose);
        if standing.state == PermissionState::GrantedOnce {
            standing.state = PermissionState::NeverAsked;
        }
    }

    /// Takes it back in the app (R5); an open sheet or prompt for it is over.
    pub fn withdraw(&mut self, permission: Permission, now: Timestamp) {
        if self.asking.is_some_and(|asking| asking.purpose.permission() == permission) {
            self.asking = None;
        }
        self.standing_mut(permission).refuse(PermissionState::Withdrawn, now);
    }

    /// Gives back what needs no asking: the acts of the clipboard and of files, once switched off.
    pub fn restore(&mut self, permission: Permission) {
        let standing = self.standing_mut(permission);
        if !permission.stands() && standing.state == PermissionState::Withdrawn {
            standing.state = PermissionState::NeverAsked;
            standing.quiet_since = None;
        }
    }

    fn standing_mut(&mut self, permission: Permission) -> &mut Standing {
        self.standings.entry(permission).or_default()
    }
}

#[cfg(test)]
#[path = "asking_tests.rs"]
mod tests;
