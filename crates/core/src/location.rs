//! Where the device is: read once for each use, used again for five minutes, kept in memory only (R6, S-LOC-03).

use crate::Core;
use crate::permission::refusal;
use crate::ports::{Accuracy, Fix, LocationError};
use serde_json::json;
use zhitu_contract::{Error, ErrorCode, Result};
use zhitu_domain::permission::{NotGranted, Permission, Permissions, Purpose, SystemPermission};
use zhitu_domain::time::Timestamp;

/// How long a position is used again instead of being read anew (R6).
const USED_AGAIN_S: i64 = 300;

/// How long a device that had no position is not asked again: the next try would wait as long in vain.
const NO_SOURCE_S: i64 = 60;

/// What is known of where the device is. Held while a position is read: a use reads once.
#[derive(Default)]
pub(crate) struct Locating {
    last: Option<Located>,
    /// The accuracy that nothing gave a position of, and when that was found out.
    without: Option<(Accuracy, Timestamp, LocationError)>,
}

/// The last position; there is never another one.
#[derive(Clone, Copy)]
pub(crate) struct Located {
    pub(crate) fix: Fix,
    pub(crate) read_at: Timestamp,
    accuracy: Accuracy,
}

impl Located {
    /// Whether it still serves. A clock that was set back makes it old, not young.
    fn serves(&self, accuracy: Accuracy, now: Timestamp) -> bool {
        let age = now.seconds_since(self.read_at);
        (0..USED_AGAIN_S).contains(&age) && (accuracy == Accuracy::Coarse || self.accuracy == Accuracy::Exact)
    }
}

impl Core {
    /// The position, for a function that is being used: the last one for five minutes, else a new one, with leave.
    pub(crate) async fn location(&self, purpose: Purpose, accuracy: Accuracy) -> Result<Located> {
        let mut locating = self.locating.lock().await;
        if let Some(last) = locating.last.filter(|last| last.serves(accuracy, self.now())) {
            return Ok(last);
        }
        locating.last = None;
        if let Some((_, at, error)) = locating.without.as_ref().filter(|(tried, ..)| *tried == accuracy)
            && (0..NO_SOURCE_S).contains(&self.now().seconds_since(*at))
        {
            return Err(unavailable(purpose, error));
        }
        self.location_system().await?;
        let leave = self.permission_use(purpose).await?;
        let answer = leave.until_withdrawn(self.location.with(&leave).locate(accuracy)).await?;
        let system = match &answer {
            Ok(_) => Some(SystemPermission::Granted),
            Err(LocationError::Denied) => Some(SystemPermission::Denied),
            Err(LocationError::Restricted) => Some(SystemPermission::Restricted),
            Err(LocationError::Unsupported) => Some(SystemPermission::Unsupported),
            // Says nothing of whether it is allowed.
            Err(LocationError::NoSource | LocationError::TimedOut | LocationError::Unavailable(_)) => None,
        };
        if let Some(system) = system {
            self.permission_system(Permission::Location, system).await?;
        }
        // What was granted for one use is used up by it, also where the system granted it only just now.
        self.permissions(|permissions| permissions.used(purpose, self.now())).await?;
        match answer {
            Ok(fix) => {
                let now = Located { fix, read_at: self.now(), accuracy };
                *locating = Locating { last: Some(now), without: None };
                Ok(now)
            }
            Err(error) => {
                let refused = unavailable(purpose, &error);
                if matches!(error, LocationError::NoSource | LocationError::TimedOut) {
                    locating.without = Some((accuracy, self.now(), error));
                }
                Err(refused)
            }
        }
    }

    /// The first read after a yes on the sheet, which is where a system with a prompt asks. That nothing knows the
    /// position is no refusal; what the person wanted it for then says so.
    pub(crate) async fn location_prompt(&self, purpose: Purpose) -> Result<()> {
        if let Err(error) = self.location(purpose, Accuracy::Coarse).await {
            tracing::info!(code = ?error.code, "the first read of the position gave none");
        }
        let asking = self.permissions(|permissions| permissions.is_prompting(Permission::Location)).await?;
        if asking {
            self.permission_system(Permission::Location, SystemPermission::Unknown).await?;
        }
        Ok(())
    }

    /// Hears how the system stands, as long as nothing is granted: on a device without a position nobody is asked for
    /// it, and one that has come to have one is noticed.
    pub(crate) async fn location_system(&self) -> Result<()> {
        let granted =
            |permissions: &mut Permissions| permissions.standing(Permission::Location).state.is_granted();
        if !self.permissions(granted).await? {
            let system = self.location.unguarded().system_permission().await;
            self.permission_system(Permission::Location, system).await?;
        }
        Ok(())
    }

    /// Forgets it.
    pub(crate) async fn location_forget(&self) {
        *self.locating.lock().await = Locating::default();
    }
}

fn unavailable(purpose: Purpose, error: &LocationError) -> Error {
    let reason = match error {
        LocationError::Denied => return refusal(purpose, NotGranted::System),
        LocationError::Restricted => return refusal(purpose, NotGranted::Restricted),
        LocationError::Unsupported => return refusal(purpose, NotGranted::Unsupported),
        LocationError::NoSource => "no_source",
        LocationError::TimedOut => "timed_out",
        LocationError::Unavailable(_) => "failed",
    };
    Error::with_message(ErrorCode::LocationUnavailable, error.to_string()).detail(json!({ "reason": reason }))
}
