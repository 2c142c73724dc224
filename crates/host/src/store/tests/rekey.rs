//! Giving the database another key: it works, and cut short at any step it leaves a file that opens.

use super::{DARK, files, open};
use crate::rng::SystemRng;
use crate::store::DeviceStore;
use async_trait::async_trait;
use std::sync::atomic::{AtomicUsize, Ordering};
use zhitu_contract::auth::Sensitive;
use zhitu_contract::device::Settings;
use zhitu_core::ports::VaultSlot::{DatabaseKey, DatabaseKeyNext};
use zhitu_core::ports::{LocalStore as _, TokenVault, VaultSlot, VaultUnavailable};
use zhitu_domain::chat::Side;
use zhitu_testing::{MemoryVault, samples};

#[tokio::test]
async fn after_it_only_the_new_key_opens_the_file() {
    let (folder, vault) = (tempfile::tempdir().unwrap(), MemoryVault::default());
    let store = open(folder.path(), &vault).await;
    store.settings_set(&DARK).await.unwrap();
    let old = vault.load(DatabaseKey).await.unwrap().unwrap();
    store.rekey(&vault, &SystemRng).await.unwrap();
    assert_eq!(store.settings().await, Ok(DARK), "the store goes on over it");
    store.settings_set(&Settings::default()).await.unwrap();
    store.settings_set(&DARK).await.unwrap();
    store.rekey(&vault, &SystemRng).await.unwrap();
    store.close().await;

    let new = vault.load(DatabaseKey).await.unwrap().unwrap();
    assert_ne!(old, new);
    assert_eq!(vault.load(DatabaseKeyNext).await, Ok(None));
    assert_eq!(open(folder.path(), &vault).await.settings().await, Ok(DARK));

    let stolen = MemoryVault::default();
    stolen.store(DatabaseKey, &old).await.unwrap();
    let opened = DeviceStore::open(folder.path(), &stolen, &SystemRng).await.unwrap();
    assert!(opened.set_aside.is_some(), "the old key opens it no longer");
}

#[tokio::test]
async fn in_memory_there_is_no_key_to_change() {
    let (store, vault) = (DeviceStore::open_in_memory().await.unwrap(), MemoryVault::default());
    store.rekey(&vault, &SystemRng).await.unwrap();
    assert_eq!(vault.load(DatabaseKey).await, Ok(None));
}

/// A vault that fails once it was called so often.
struct Stumbling {
    inner: MemoryVault,
    left: AtomicUsize,
}

impl Stumbling {
    fn step(&self) -> Result<(), VaultUnavailable> {
        let stepped = self.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        stepped.map(drop).map_err(|_| VaultUnavailable("it stumbled".to_owned()))
    }
}

#[async_trait]
impl TokenVault for Stumbling {
    async fn load(&self, slot: VaultSlot) -> Result<Option<Sensitive>, VaultUnavailable> {
        self.step()?;
        self.inner.load(slot).await
    }

    async fn store(&self, slot: VaultSlot, secret: &Sensitive) -> Result<(), VaultUnavailable> {
        self.step()?;
        self.inner.store(slot, secret).await
    }

    async fn remove(&self, slot: VaultSlot) -> Result<(), VaultUnavailable> {
        self.step()?;
        self.inner.remove(slot).await
    }
}

/// The calls of the vault are the steps: after each, what a kill there would leave is a copy of the files as they are.
#[tokio::test]
async fn whichever_step_is_the_last_the_file_opens_with_what_the_vault_has() {
    let mut steps = 0;
    loop {
        let (folder, copy) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let vault = Stumbling { inner: MemoryVault::default(), left: AtomicUsize::new(0) };
        let store = open(folder.path(), &vault.inner).await;
        store.settings_set(&DARK).await.unwrap();
        vault.left.store(steps, Ordering::SeqCst);
        let rekeyed = store.rekey(&vault, &SystemRng).await;
        for (name, bytes) in files(folder.path()) {
            std::fs::write(copy.path().join(name), bytes).unwrap();
        }
        assert_eq!(store.settings().await, Ok(DARK), "the store goes on, step {steps}");
        store.settings_set(&DARK).await.unwrap();
        let stumbled = vault.left.load(Ordering::SeqCst) == 0;

        let killed = open(copy.path(), &vault.inner).await;
        assert_eq!(killed.settings().await, Ok(DARK), "step {steps}");
        killed.close().await;
        store.close().await;
        let again = open(folder.path(), &vault.inner).await;
        assert_eq!(again.settings().await, Ok(DARK), "step {steps}");
        // And it can be done again, from wherever that was left.
        again.rekey(&vault.inner, &SystemRng).await.unwrap();
        assert_eq!(again.settings().await, Ok(DARK), "step {steps}");
        if rekeyed.is_ok() && !stumbled {
            break;
        }
        steps += 1;
    }
    assert_eq!(
        steps, 7,
        "look, keep, keep and remove are six calls, and with a seventh to spare it ends well"
    );
}

/// A vault that forgets what it was given, as a keyring without a disk does.
#[derive(Default)]
struct Forgetful;

#[async_trait]
impl TokenVault for Forgetful {
    async fn load(&self, _: VaultSlot) -> Result<Option<Sensitive>, VaultUnavailable> {
        Ok(None)
    }

    async fn store(&self, _: VaultSlot, _: &Sensitive) -> Result<(), VaultUnavailable> {
        Ok(())
    }

    async fn remove(&self, _: VaultSlot) -> Result<(), VaultUnavailable> {
        Ok(())
    }
}

#[tokio::test]
async fn a_keyring_that_does_not_give_back_what_it_was_given_gets_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let opened = DeviceStore::open(folder.path(), &Forgetful, &SystemRng).await.unwrap();
    assert!(opened.store.in_memory() && opened.set_aside.is_none());
    assert_eq!(files(folder.path()), []);
}

#[tokio::test]
async fn a_key_that_is_not_in_its_place_is_not_changed() {
    let (folder, vault) = (tempfile::tempdir().unwrap(), MemoryVault::default());
    let store = open(folder.path(), &vault).await;
    store.settings_set(&DARK).await.unwrap();
    let key = vault.load(DatabaseKey).await.unwrap().unwrap();
    // As after a change whose end the keyring did not take.
    vault.store(DatabaseKeyNext, &key).await.unwrap();
    vault.store(DatabaseKey, &Sensitive::new("0".repeat(64))).await.unwrap();
    store.rekey(&vault, &SystemRng).await.unwrap_err();
    assert_eq!(vault.load(DatabaseKeyNext).await, Ok(Some(key)), "the one place that has it");
    store.close().await;
    let store = open(folder.path(), &vault).await;
    assert_eq!(store.settings().await, Ok(DARK));
    store.rekey(&vault, &SystemRng).await.unwrap();
}

#[tokio::test]
async fn signing_out_gives_the_space_back() {
    let (folder, vault) = (tempfile::tempdir().unwrap(), MemoryVault::default());
    let store = open(folder.path(), &vault).await;
    let conversation = samples::conversation(1, Side::Seeker).id;
    let long = |seq| samples::message(conversation, seq, Side::Seeker, &"长".repeat(2_000));
    store.messages_put(&(1..=200).map(long).collect::<Vec<_>>()).await.unwrap();
    store.settings_set(&DARK).await.unwrap();
    store.forget_log().await.unwrap();
    let size = || std::fs::metadata(folder.path().join("device.db")).unwrap().len();
    assert!(size() > 1_000_000);
    store.wipe_account(zhitu_domain::time::Timestamp(9)).await.unwrap();
    assert!(size() < 200_000, "{}", size());
    store.close().await;
    assert_eq!(open(folder.path(), &vault).await.settings().await, Ok(DARK));
}
