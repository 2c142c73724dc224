//! The system's keyring behind the port `TokenVault`.
//!
//! The keyrings answer synchronously and may hang: a prompt that nobody sees, a service that died half-way. So each
//! call runs on a thread of its own and is given up after [`PATIENCE`]; a thread given up ends when its keyring does,
//! and begins no write any more.
//!
//! docs/SECURITY.md has the twelve states of a keyring, what the app does in each, and the test of each.

mod absent;
mod entry;
#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(target_os = "macos", path = "macos.rs")]
#[cfg_attr(target_os = "ios", path = "ios.rs")]
#[cfg_attr(target_os = "windows", path = "windows.rs")]
#[cfg_attr(target_os = "android", path = "android.rs")]
mod system;

pub use absent::NoVault;

use crate::IDENTIFIER;
use async_trait::async_trait;
use entry::Found;
use keyring_core::{CredentialStore, Entry, Error};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use zeroize::Zeroizing;
use zhitu_contract::auth::Sensitive;
use zhitu_core::ports::{TokenVault, VaultSlot, VaultUnavailable};

/// How long a keyring may take to answer.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// How a system's keyring is reached.
#[derive(Debug, Clone, Copy)]
pub struct Keyring {
    /// Connects to it.
    pub open: fn() -> keyring_core::Result<Arc<CredentialStore>>,
    /// Unlocks what an entry that is not found may hide in, asking the person if need be; whether it was locked.
    pub unlock: fn() -> keyring_core::Result<bool>,
}

impl Keyring {
    /// The one of this system.
    pub const SYSTEM: Self = Self { open: system::open, unlock: system::unlock };
}

/// The part of a keyring that belongs to one owner.
pub struct KeyringVault {
    inner: Arc<Inner>,
    patience: Duration,
}

struct Inner {
    keyring: Keyring,
    /// Whose entries: two owners never see each other's.
    owner: String,
    /// The open keyring. One that failed is not kept, so that the next call tries again.
    open: Mutex<Option<Arc<CredentialStore>>>,
}

/// Why an entry could not be used.
enum Refusal {
    /// The keyring said no.
    Keyring(Error),
    /// A newer version of the app wrote the entry.
    Newer,
    /// Nobody waits for the call any more.
    GivenUp,
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Keyring(error)
    }
}

impl KeyringVault {
    /// A vault in the system's keyring. Whoever keeps a database of its own needs an `owner` of its own, since the
    /// database's key stands under that name. Opens nothing yet.
    pub fn new(owner: &str) -> Self {
        Self::with_keyring(owner, Keyring::SYSTEM, PATIENCE)
    }

    /// A vault over another keyring.
    pub fn with_keyring(owner: &str, keyring: Keyring, patience: Duration) -> Self {
        Self { inner: Arc::new(Inner { keyring, owner: owner.to_owned(), open: Mutex::new(None) }), patience }
    }

    /// Runs `act` on the slot's entry. The flag is set once nobody waits any more.
    async fn call<T: Send + 'static>(
        &self,
        slot: VaultSlot,
        act: impl Fn(&Inner, &Entry, &AtomicBool) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, VaultUnavailable> {
        let given_up = Arc::new(AtomicBool::new(false));
        let (inner, seen) = (Arc::clone(&self.inner), Arc::clone(&given_up));
        let work = tokio::task::spawn_blocking(move || {
            inner.with_entry(slot, |entry| act(&inner, entry, &seen)).map_err(|refusal| {
                // The connection may be what broke: begin anew next time.
                inner.close();
                VaultUnavailable(refusal.described())
            })
        });
        match tokio::time::timeout(self.patience, work).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(panicked)) => Err(VaultUnavailable(panicked.to_string())),
            Err(_) => {
                given_up.store(true, Ordering::SeqCst);
                // The thread that hangs may hold the connection for good: the next call takes another.
                self.inner.close();
                Err(VaultUnavailable(format!("no answer within {:?}", self.patience)))
            }
        }
    }
}

impl Inner {
    fn with_entry<T>(
        &self,
        slot: VaultSlot,
        act: impl Fn(&Entry) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let user = format!("{}/{}", self.owner, slot_name(slot));
        let once = |store: &Arc<CredentialStore>| act(&store.build(IDENTIFIER, &user, None)?);
        let (store, was_open) = self.opened()?;
        match once(&store) {
            // A keyring that was started anew does not know a connection of before: once more, over a new one.
            Err(Refusal::Keyring(Error::PlatformFailure(_))) if was_open => {
                self.close();
                once(&self.opened()?.0)
            }
            done => done,
        }
    }

    /// The keyring, and whether it was open already.
    fn opened(&self) -> Result<(Arc<CredentialStore>, bool), Refusal> {
        // The lock is not held while opening: an opening that hangs must not hang the next call.
        if let Some(store) = &*self.open.lock().unwrap_or_else(PoisonError::into_inner) {
            return Ok((Arc::clone(store), true));
        }
        let store = (self.keyring.open)()?;
        *self.open.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&store));
        Ok((store, false))
    }

    /// The secret of an entry. `None` when there is no entry, or one that no version of this app wrote: then whatever
    /// was kept is lost, and may be kept anew.
    fn secret_of(&self, entry: &Entry) -> Result<Option<Sensitive>, Refusal> {
        match secret_seen(entry)? {
            // Only an open keyring can say that there is none.
            None if (self.keyring.unlock)()? => secret_seen(entry),
            found => Ok(found),
        }
    }

    fn close(&self) {
        *self.open.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl Refusal {
    /// What to log. Never the error's `Debug`: two of its kinds carry the secret's bytes.
    fn described(&self) -> String {
        match self {
            Self::Keyring(Error::BadEncoding(_) | Error::BadDataFormat(..)) => {
                "the entry is not of our form".to_owned()
            }
            Self::Keyring(error) => error.to_string(),
            Self::Newer => "a newer version of the app wrote the entry".to_owned(),
            Self::GivenUp => "given up".to_owned(),
        }
    }
}

const fn slot_name(slot: VaultSlot) -> &'static str {
    match slot {
        VaultSlot::RefreshToken => "refresh-token",
        VaultSlot::DatabaseKey => "database-key",
        VaultSlot::DatabaseKeyNext => "database-key-next",
    }
}

/// The secret of an entry as far as it can be seen.
fn secret_seen(entry: &Entry) -> Result<Option<Sensitive>, Refusal> {
    let found = match entry.get_password().map(Zeroizing::new) {
        Ok(text) => entry::read(&text),
        Err(Error::NoEntry) => return Ok(None),
        Err(Error::BadEncoding(bytes) | Error::BadDataFormat(bytes, _)) => {
            drop(Zeroizing::new(bytes));
            Found::Foreign
        }
        Err(error) => return Err(error.into()),
    };
    match found {
        Found::Secret(secret) => Ok(Some(secret)),
        Found::Newer => Err(Refusal::Newer),
        Found::Foreign => {
            tracing::warn!("an entry of the keyring is not of our form and counts as lost");
            Ok(None)
        }
    }
}

/// Leave to change an entry: not what a newer version wrote, and not once the call was given up, since a change that
/// comes late would undo one that came after it.
fn may_change(inner: &Inner, entry: &Entry, given_up: &AtomicBool) -> Result<(), Refusal> {
    inner.secret_of(entry)?;
    if given_up.load(Ordering::SeqCst) { Err(Refusal::GivenUp) } else { Ok(()) }
}

#[async_trait]
impl TokenVault for KeyringVault {
    async fn load(&self, slot: VaultSlot) -> Result<Option<Sensitive>, VaultUnavailable> {
        self.call(slot, |inner, entry, _| inner.secret_of(entry)).await
    }

    async fn store(&self, slot: VaultSlot, secret: &Sensitive) -> Result<(), VaultUnavailable> {
        let written = entry::written(secret);
        self.call(slot, move |inner, entry, given_up| {
            may_change(inner, entry, given_up)?;
            Ok(entry.set_password(&written)?)
        })
        .await
    }

    async fn remove(&self, slot: VaultSlot) -> Result<(), VaultUnavailable> {
        self.call(slot, |inner, entry, given_up| {
            may_change(inner, entry, given_up)?;
            match entry.delete_credential() {
                Ok(()) | Err(Error::NoEntry) => Ok(()),
                Err(error) => Err(error.into()),
            }
        })
        .await
    }
}

#[cfg(test)]
mod tests;
