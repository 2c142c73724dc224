//! The Credential Manager of Windows.

use keyring_core::CredentialStore;
use std::sync::Arc;
use windows_native_keyring_store::Store;

/// Opens the user's credentials.
pub fn open() -> keyring_core::Result<Arc<CredentialStore>> {
    let store: Arc<CredentialStore> = Store::new()?;
    Ok(store)
}
