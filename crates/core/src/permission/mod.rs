//! The permission broker: the only way to anything that the system guards (R10).
//!
//! A command that needs something guarded calls [`Core::permission_use`] with its purpose and gets a [`Leave`], or the
//! error that the page turns into the sheet or the fallback. What decides is `zhitu_domain::permission`; here are its
//! memory, its record, and the end of pending work when a permission is taken back.
//!
//! The guarded ports take a [`Leave`], so that no command reaches one without having asked; `cargo xtask check` holds
//! the purposes of a command's file against its row in the table of commands.

mod answer;
mod ask;
mod list;
mod restore;
mod withdraw;

use crate::Core;
use std::collections::BTreeMap;
use std::sync::PoisonError;
use tokio_util::sync::CancellationToken;
use zhitu_contract::events::CoreEvent;
use zhitu_contract::permission::{PermissionRefusal, PermissionView};
use zhitu_contract::{Error, ErrorCode, Result};
use zhitu_domain::permission::{NotGranted, Permission, Permissions, Purpose, SystemPermission};
use zhitu_domain::record::Recorded;

/// Leave to use something guarded, once, for one purpose.
#[must_use]
pub(crate) struct Leave {
    purpose: Purpose,
    /// Cancelled when the permission is taken back.
    withdrawn: CancellationToken,
}

impl Leave {
    pub(crate) const fn permission(&self) -> Permission {
        self.purpose.permission()
    }

    /// Waits for work that needs the permission; ends it at once when the permission is taken back (R5).
    pub(crate) async fn until_withdrawn<T>(&self, work: impl Future<Output = T>) -> Result<T> {
        tokio::select! {
            biased;
            () = self.withdrawn.cancelled() => Err(refusal(self.purpose, NotGranted::Quiet)),
            done = work => Ok(done),
        }
    }
}

/// Work under way by the permission that it needs.
pub(crate) type Pending = BTreeMap<Permission, CancellationToken>;

pub(crate) fn refusal(purpose: Purpose, reason: NotGranted) -> Error {
    let refusal =
        PermissionRefusal { permission: purpose.permission(), purpose, reason, fallback: purpose.fallback() };
    let error = Error::with_message(
        ErrorCode::PermissionNotGranted,
        format!("{} is not granted: {reason}", purpose.permission().id()),
    );
    match serde_json::to_value(refusal) {
        Ok(detail) => error.detail(detail),
        Err(_) => error,
    }
}

impl Core {
    /// Leave to use what a purpose needs. The use is recorded before it is made: what cannot be recorded is not done
    /// (R8).
    pub(crate) async fn permission_use(&self, purpose: Purpose) -> Result<Leave> {
        // Taken before the question: a withdrawal between the two is then seen by one or the other.
        let leave = Leave { purpose, withdrawn: self.pending(purpose.permission()) };
        self.permissions(|permissions| permissions.need(purpose, self.now()))
            .await?
            .map_err(|reason| refusal(purpose, reason))?;
        self.record(Recorded::Used { purpose }).await?;
        self.permissions(|permissions| permissions.used(purpose, self.now())).await?;
        Ok(leave)
    }

    /// Notes what the system says of a permission, and records it when it is something new.
    pub(crate) async fn permission_system(
        &self,
        permission: Permission,
        system: SystemPermission,
    ) -> Result<()> {
        let changed = self
            .permissions(|permissions| {
                let before = permissions.standing(permission).system;
                permissions.system_says(permission, system, self.now());
                before != system && !matches!(system, SystemPermission::NotAsked | SystemPermission::Unknown)
            })
            .await?;
        if changed {
            self.record(Recorded::SystemAnswered { permission, system }).await?;
        }
        Ok(())
    }

    /// How one stands, for the page.
    pub(crate) async fn permission_view(&self, permission: Permission) -> Result<PermissionView> {
        let now = self.now();
        self.permissions(|permissions| PermissionView::of(permission, &permissions.standing(permission), now))
            .await
    }

    /// Reads or changes how permissions stand. A change is on the disk before it counts: what could not be written has
    /// not happened.
    pub(crate) async fn permissions<T>(&self, act: impl FnOnce(&mut Permissions) -> T + Send) -> Result<T> {
        let mut kept = self.permissions.lock().await;
        let known = match kept.take() {
            Some(known) => known,
            None => self.permissions_read().await?,
        };
        let mut next = known.clone();
        let answer = act(&mut next);
        let written = if next == known { Ok(()) } else { self.store.permissions_set(&next).await };
        let changed = written.is_ok() && next != known;
        *kept = Some(if changed { next } else { known });
        drop(kept);
        written?;
        if changed {
            self.events.emit(CoreEvent::PermissionsChanged);
        }
        Ok(answer)
    }

    /// As they stood when the app ended, with what the end itself means.
    async fn permissions_read(&self) -> Result<Permissions> {
        let last = self.store.permissions().await?.unwrap_or_default();
        let now = last.clone().restarted(self.now());
        if now != last {
            self.store.permissions_set(&now).await?;
        }
        Ok(now)
    }

    fn pending(&self, permission: Permission) -> CancellationToken {
        let mut pending = self.pending.lock().unwrap_or_else(PoisonError::into_inner);
        pending.entry(permission).or_default().clone()
    }

    /// Ends what is under way with a permission.
    fn pending_cancel(&self, permission: Permission) {
        let mut pending = self.pending.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(token) = pending.remove(&permission) {
            token.cancel();
        }
    }
}
