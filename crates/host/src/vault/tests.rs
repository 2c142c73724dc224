//! What holds for every keyring, shown on fake ones; the real one of Linux is in [`linux`].

use super::*;
use std::sync::Condvar;
use std::time::Instant;

#[cfg(target_os = "linux")]
mod linux;

#[expect(clippy::unnecessary_wraps, reason = "of the form that a keyring has")]
fn nothing_hides() -> keyring_core::Result<bool> {
    Ok(false)
}

static RELEASED: (Mutex<bool>, Condvar) = (Mutex::new(false), Condvar::new());

fn hangs() -> keyring_core::Result<Arc<CredentialStore>> {
    let released = RELEASED.0.lock().unwrap();
    drop(RELEASED.1.wait_while(released, |released| !*released).unwrap());
    Err(Error::NoDefaultStore)
}

#[tokio::test]
async fn a_keyring_that_hangs_is_given_up() {
    let keyring = Keyring { open: hangs, unlock: nothing_hides };
    let vault = KeyringVault::with_keyring("default@demo", keyring, Duration::from_millis(50));
    let begun = Instant::now();
    vault.load(VaultSlot::RefreshToken).await.unwrap_err();
    assert!(begun.elapsed() < PATIENCE);
    *RELEASED.0.lock().unwrap() = true;
    RELEASED.1.notify_all();
}

fn broken() -> keyring_core::Result<Arc<CredentialStore>> {
    Err(Error::NoStorageAccess("locked".into()))
}

#[tokio::test]
async fn a_keyring_that_cannot_be_opened_says_why() {
    let keyring = Keyring { open: broken, unlock: nothing_hides };
    let vault = KeyringVault::with_keyring("default@demo", keyring, PATIENCE);
    let error = vault.load(VaultSlot::DatabaseKey).await.unwrap_err();
    assert!(error.0.contains("locked"), "{error}");
}

fn empty() -> keyring_core::Result<Arc<CredentialStore>> {
    let store: Arc<CredentialStore> = keyring_core::mock::Store::new()?;
    Ok(store)
}

fn stays_locked() -> keyring_core::Result<bool> {
    Err(Error::NoStorageAccess("the person dismissed the prompt".into()))
}

#[tokio::test]
async fn an_entry_that_a_locked_keyring_hides_is_not_said_to_be_missing() {
    let open = KeyringVault::with_keyring("a", Keyring { open: empty, unlock: nothing_hides }, PATIENCE);
    assert_eq!(open.load(VaultSlot::DatabaseKey).await, Ok(None));
    let locked = KeyringVault::with_keyring("a", Keyring { open: empty, unlock: stays_locked }, PATIENCE);
    let error = locked.load(VaultSlot::DatabaseKey).await.unwrap_err();
    assert!(error.0.contains("dismissed"), "{error}");
}

#[test]
fn an_error_that_carries_the_secret_does_not_show_it() {
    for error in
        [Error::BadEncoding(b"secret".to_vec()), Error::BadDataFormat(b"secret".to_vec(), "secret".into())]
    {
        assert!(!Refusal::Keyring(error).described().contains("secret"));
    }
}
