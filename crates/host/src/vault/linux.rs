//! The Secret Service of the desktop (GNOME Keyring, KWallet, KeePassXC) over the session bus.

use keyring_core::CredentialStore;
use std::sync::Arc;
use zbus_secret_service_keyring_store::Store;

/// Connects to the service.
pub fn open() -> keyring_core::Result<Arc<CredentialStore>> {
    let store: Arc<CredentialStore> = Store::new()?;
    Ok(store)
}
