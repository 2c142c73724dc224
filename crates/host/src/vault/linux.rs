//! The Secret Service of the desktop (GNOME Keyring, KWallet, KeePassXC) over the session bus.

use keyring_core::{CredentialStore, Error};
use secret_service::EncryptionType;
use secret_service::blocking::SecretService;
use std::sync::Arc;
use zbus_secret_service_keyring_store::Store;

/// Connects to the service.
pub fn open() -> keyring_core::Result<Arc<CredentialStore>> {
    let store: Arc<CredentialStore> = Store::new()?;
    Ok(store)
}

/// Unlocks the default collection, which the service may ask the person to do; whether it was locked.
///
/// A search finds the entries of a locked collection in GNOME Keyring, but in KeePassXC and in a closed wallet of KDE it
/// finds nothing: there, "no entry" is only true of an open one.
pub fn unlock() -> keyring_core::Result<bool> {
    // No secret goes over this connection: nothing to encrypt.
    let service = SecretService::connect(EncryptionType::Plain).map_err(failed)?;
    let collection = match service.get_default_collection() {
        // There is none yet: nothing is hidden in it.
        Err(secret_service::Error::NoResult) => return Ok(false),
        found => found.map_err(failed)?,
    };
    if !collection.is_locked().map_err(failed)? {
        return Ok(false);
    }
    collection.unlock().map_err(failed)?;
    // A service may answer that it is done with nothing: also then nothing can be said of what is in there.
    if collection.is_locked().map_err(failed)? {
        return Err(failed(secret_service::Error::Locked));
    }
    Ok(true)
}

fn failed(error: secret_service::Error) -> Error {
    use secret_service::Error::{Locked, NoResult, Prompt};
    match error {
        Locked | NoResult | Prompt => Error::NoStorageAccess(Box::new(error)),
        _ => Error::PlatformFailure(Box::new(error)),
    }
}
