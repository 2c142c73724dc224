//! The system's keyring behind the port `TokenVault`.
//!
//! The keyrings answer synchronously and may hang: a prompt that nobody sees, a service that died half-way. So each
//! call runs on a thread of its own and is given up after [`PATIENCE`]; a thread given up ends when its keyring does.

mod absent;
#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(target_os = "macos", path = "macos.rs")]
#[cfg_attr(target_os = "ios", path = "ios.rs")]
#[cfg_attr(target_os = "windows", path = "windows.rs")]
#[cfg_attr(target_os = "android", path = "android.rs")]
mod system;

pub use absent::NoVault;

use async_trait::async_trait;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use keyring_core::{CredentialStore, Entry};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use zeroize::Zeroizing;
use zhitu_contract::auth::Sensitive;
use zhitu_core::ports::{TokenVault, VaultSlot, VaultUnavailable};

/// How long a keyring may take to answer.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// Under which service name the entries stand in the keyring.
pub const SERVICE: &str = "org.zhitu.app";

/// Opens the system's keyring.
pub type Opener = fn() -> keyring_core::Result<Arc<CredentialStore>>;

/// The keyring of this system.
pub struct KeyringVault {
    inner: Arc<Inner>,
    patience: Duration,
}

struct Inner {
    opener: Opener,
    /// Whose entries: profile and server, so that two profiles never see each other's.
    owner: String,
    /// The open keyring. One that failed is not kept, so that the next call tries again.
    open: Mutex<Option<Arc<CredentialStore>>>,
}

impl KeyringVault {
    /// A vault for a profile of this device and a server. Opens nothing yet.
    pub fn new(profile: &str, server: &str) -> Self {
        Self::with_opener(profile, server, system::open, PATIENCE)
    }

    /// A vault over another keyring.
    pub fn with_opener(profile: &str, server: &str, opener: Opener, patience: Duration) -> Self {
        let owner = format!("{profile}@{server}");
        Self { inner: Arc::new(Inner { opener, owner, open: Mutex::new(None) }), patience }
    }

    async fn call<T: Send + 'static>(
        &self,
        slot: VaultSlot,
        act: impl FnOnce(&Entry) -> keyring_core::Result<T> + Send + 'static,
    ) -> Result<T, VaultUnavailable> {
        let inner = Arc::clone(&self.inner);
        let work = tokio::task::spawn_blocking(move || inner.with_entry(slot, act));
        match tokio::time::timeout(self.patience, work).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(panicked)) => Err(VaultUnavailable(panicked.to_string())),
            Err(_) => Err(VaultUnavailable(format!("no answer within {:?}", self.patience))),
        }
    }
}

impl Inner {
    fn with_entry<T>(
        &self,
        slot: VaultSlot,
        act: impl FnOnce(&Entry) -> keyring_core::Result<T>,
    ) -> Result<T, VaultUnavailable> {
        let user = format!("{}/{}", self.owner, slot_name(slot));
        let done =
            self.opened().and_then(|store| store.build(SERVICE, &user, None)).and_then(|entry| act(&entry));
        done.map_err(|error| {
            // The connection may be what broke: begin anew next time.
            *self.open.lock().unwrap_or_else(PoisonError::into_inner) = None;
            VaultUnavailable(described(&error))
        })
    }

    fn opened(&self) -> keyring_core::Result<Arc<CredentialStore>> {
        // The lock is not held while opening: an opening that hangs must not hang the next call.
        if let Some(store) = &*self.open.lock().unwrap_or_else(PoisonError::into_inner) {
            return Ok(Arc::clone(store));
        }
        let store = (self.opener)()?;
        *self.open.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&store));
        Ok(store)
    }
}

const fn slot_name(slot: VaultSlot) -> &'static str {
    match slot {
        VaultSlot::RefreshToken => "refresh-token",
        VaultSlot::DatabaseKey => "database-key",
    }
}

/// What to log. Never the error's `Debug`: two of its kinds carry the secret's bytes.
fn described(error: &keyring_core::Error) -> String {
    match error {
        keyring_core::Error::BadEncoding(_) | keyring_core::Error::BadDataFormat(..) => {
            "the entry is not of our form".to_owned()
        }
        other => other.to_string(),
    }
}

#[async_trait]
impl TokenVault for KeyringVault {
    async fn load(&self, slot: VaultSlot) -> Result<Option<Sensitive>, VaultUnavailable> {
        let loaded = self
            .call(slot, |entry| match entry.get_password() {
                Ok(text) => Ok(Some(Zeroizing::new(text))),
                Err(keyring_core::Error::NoEntry) => Ok(None),
                Err(error) => Err(error),
            })
            .await?;
        loaded.map(|text| decoded(&text)).transpose()
    }

    async fn store(&self, slot: VaultSlot, secret: &Sensitive) -> Result<(), VaultUnavailable> {
        let encoded = Zeroizing::new(STANDARD.encode(secret.expose()));
        self.call(slot, move |entry| entry.set_password(&encoded)).await
    }

    async fn remove(&self, slot: VaultSlot) -> Result<(), VaultUnavailable> {
        self.call(slot, |entry| match entry.delete_credential() {
            Ok(()) | Err(keyring_core::Error::NoEntry) => Ok(()),
            Err(error) => Err(error),
        })
        .await
    }
}

/// Secrets stand in the keyring as base64: some keyrings change what is not plain ASCII.
fn decoded(text: &str) -> Result<Sensitive, VaultUnavailable> {
    let foreign = || VaultUnavailable("the entry is not of our form".to_owned());
    let bytes = STANDARD.decode(text).map_err(|_| foreign())?;
    String::from_utf8(bytes).map(Sensitive::new).map_err(|_| foreign())
}

#[cfg(test)]
mod tests;
