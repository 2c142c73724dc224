//! The protected data of iOS.

use apple_native_keyring_store::protected::Store;
use keyring_core::CredentialStore;
use std::sync::Arc;

/// Opens the app's own part of it.
pub fn open() -> keyring_core::Result<Arc<CredentialStore>> {
    let store: Arc<CredentialStore> = Store::new()?;
    Ok(store)
}

/// Nothing hides here: a locked one says that it is locked.
#[expect(clippy::unnecessary_wraps, reason = "of the form that a keyring has")]
pub fn unlock() -> keyring_core::Result<bool> {
    Ok(false)
}
