//! What becomes of the device's database in each state of the keyring: it works, or all is in memory and the file waits.

use super::bus::{called, entry, files, impatient_vault, on_a_private_bus, vault};
use super::prompter::{Person, Prompter};
use crate::own_process::here;
use crate::rng::SystemRng;
use crate::store::{DeviceStore, Opened};
use crate::vault::{KeyringVault, PATIENCE};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::time::Instant;
use zhitu_contract::auth::Sensitive;
use zhitu_contract::device::{Settings, Theme};
use zhitu_core::ports::VaultSlot::{DatabaseKey, DatabaseKeyNext};
use zhitu_core::ports::{LocalStore as _, TokenVault as _};

const OWNER: &str = "default@demo";
const DARK: Settings = Settings { language: None, theme: Theme::Dark };

async fn open(folder: &Path, vault: &KeyringVault) -> Opened {
    DeviceStore::open(folder, vault, &SystemRng).await.unwrap()
}

/// Keeps something in a database and closes it.
async fn fill(folder: &Path, vault: &KeyringVault) {
    let opened = open(folder, vault).await;
    assert!(!opened.store.in_memory() && opened.set_aside.is_none());
    opened.store.settings_set(&DARK).await.unwrap();
    opened.store.close().await;
}

/// All that was kept is there.
async fn is_there(folder: &Path, vault: &KeyringVault) {
    let opened = open(folder, vault).await;
    assert!(!opened.store.in_memory() && opened.set_aside.is_none());
    assert_eq!(opened.store.settings().await.unwrap(), DARK);
    opened.store.close().await;
}

/// The session is in memory, works, and changes no file.
async fn is_in_memory(folder: &Path, vault: &KeyringVault) {
    let before = files(folder);
    let opened = open(folder, vault).await;
    assert!(opened.store.in_memory() && opened.set_aside.is_none());
    assert_eq!(opened.store.settings().await.unwrap(), Settings::default());
    opened.store.settings_set(&DARK).await.unwrap();
    assert_eq!(opened.store.settings().await.unwrap(), DARK);
    opened.store.close().await;
    assert_eq!(files(folder), before);
}

/// The file was set aside as it was, and a new one works.
async fn is_set_aside(folder: &Path, vault: &KeyringVault) {
    let old = std::fs::read(folder.join("device.db")).unwrap();
    let opened = open(folder, vault).await;
    assert!(!opened.store.in_memory());
    assert_eq!(opened.store.settings().await.unwrap(), Settings::default());
    opened.store.settings_set(&DARK).await.unwrap();
    opened.store.close().await;
    assert_eq!(std::fs::read(opened.set_aside.unwrap()).unwrap(), old);
    is_there(folder, vault).await;
}

#[test]
fn present_it_is_a_file_and_there_again() {
    on_a_private_bus(here!(), async |bus| {
        let _keyring = bus.keyring(true);
        let folder = bus.folder("a");
        fill(&folder, &vault(OWNER)).await;
        is_there(&folder, &vault(OWNER)).await;
    });
}

#[test]
fn absent_it_is_in_memory_and_a_file_waits() {
    on_a_private_bus(here!(), async |bus| {
        let folder = bus.folder("a");
        is_in_memory(&folder, &vault(OWNER)).await;
        assert!(!folder.exists(), "nothing at all was written");

        let keyring = bus.keyring(true);
        fill(&folder, &vault(OWNER)).await;
        bus.kill(keyring);
        is_in_memory(&folder, &vault(OWNER)).await;
        let _keyring = bus.keyring(true);
        is_there(&folder, &vault(OWNER)).await;
    });
}

#[test]
fn locked_it_is_in_memory_and_a_file_waits() {
    on_a_private_bus(here!(), async |bus| {
        let keyring = bus.keyring(true);
        let folder = bus.folder("a");
        fill(&folder, &vault(OWNER)).await;
        bus.kill(keyring);
        let keyring = bus.keyring(false);
        is_in_memory(&folder, &vault(OWNER)).await;
        // A file whose key cannot be seen is not one whose key is lost: another owner has no entry in there.
        is_in_memory(&folder, &vault("second@demo")).await;
        bus.kill(keyring);
        let _keyring = bus.keyring(true);
        is_there(&folder, &vault(OWNER)).await;
    });
}

#[test]
fn prompt_dismissed_it_is_in_memory_and_a_file_waits() {
    on_a_private_bus(here!(), async |bus| {
        let keyring = bus.keyring(true);
        let folder = bus.folder("a");
        fill(&folder, &vault(OWNER)).await;
        bus.kill(keyring);
        let prompter = Prompter::start(Person::Dismisses);
        let keyring = bus.keyring(false);
        is_in_memory(&folder, &vault(OWNER)).await;
        assert_eq!(prompter.asked(), 1, "one start, one prompt");
        bus.kill(keyring);
        let _keyring = bus.keyring(true);
        is_there(&folder, &vault(OWNER)).await;
    });
}

/// Whether the first start got its file or lives in memory is the kill's choice; what it said is true at the second.
#[test]
fn dying_while_it_takes_the_key_it_leaves_a_file_that_opens_or_none() {
    on_a_private_bus(here!(), async |bus| {
        let mut keyring = bus.keyring(true);
        // The keyring and its entries for others are there already.
        vault("second@demo").store(DatabaseKey, &Sensitive::new("key".to_owned())).await.unwrap();
        let mut in_memory = 0;
        for round in 1..=8 {
            let (owner, folder) = (format!("{round}@demo"), bus.folder(&round.to_string()));
            // In every other round it dies while it is asked for the key, in the others while it is given one.
            let last_call = if round % 2 == 0 { "CreateItem" } else { "OpenSession" };
            if round % 2 == 1 {
                keyring.signal("STOP");
            }
            let called = called(last_call);
            let start = {
                let (owner, folder) = (owner.clone(), folder.clone());
                tokio::spawn(async move { open(&folder, &vault(&owner)).await })
            };
            called.await;
            bus.kill(keyring);
            let opened = start.await.unwrap();
            assert!(opened.set_aside.is_none());
            opened.store.settings_set(&DARK).await.unwrap();
            opened.store.close().await;

            keyring = bus.keyring(true);
            if opened.store.in_memory() {
                in_memory += 1;
                assert_eq!(files(&folder), []);
                fill(&folder, &vault(&owner)).await;
            }
            is_there(&folder, &vault(&owner)).await;
        }
        assert!(in_memory >= 4, "{in_memory} kills met a call");
    });
}

#[test]
fn wrong_value_sets_the_file_aside_and_the_right_one_would_open_it_still() {
    on_a_private_bus(here!(), async |bus| {
        let _keyring = bus.keyring(true);
        let wrong = [Some("0".repeat(64)), Some("no key at all".to_owned()), None];
        for (number, wrong) in wrong.into_iter().enumerate() {
            let (owner, folder) = (format!("{number}@demo"), bus.folder(&number.to_string()));
            let vault = vault(&owner);
            fill(&folder, &vault).await;
            let right = vault.load(DatabaseKey).await.unwrap().unwrap();
            match wrong {
                Some(wrong) => vault.store(DatabaseKey, &Sensitive::new(wrong)).await.unwrap(),
                None => entry(&owner, DatabaseKey).set_password("not of our form").unwrap(),
            }
            is_set_aside(&folder, &vault).await;

            // Nothing was lost with it: under its own name and with its own key it opens.
            std::fs::remove_file(folder.join("device.db")).unwrap();
            std::fs::rename(folder.join("device.db.1.unreadable"), folder.join("device.db")).unwrap();
            vault.store(DatabaseKey, &right).await.unwrap();
            is_there(&folder, &vault).await;
        }
    });
}

#[test]
fn older_version_of_the_key_opens_the_file() {
    on_a_private_bus(here!(), async |bus| {
        let _keyring = bus.keyring(true);
        let (folder, vault) = (bus.folder("a"), vault(OWNER));
        fill(&folder, &vault).await;
        let entry = entry(OWNER, DatabaseKey);
        let kept = entry.get_password().unwrap();
        let older = kept.strip_prefix("1:").unwrap();
        entry.set_password(older).unwrap();
        is_there(&folder, &vault).await;

        // The next key is written in the form of this version.
        let store = open(&folder, &vault).await.store;
        store.rekey(&vault, &SystemRng).await.unwrap();
        store.close().await;
        let now = entry.get_password().unwrap();
        assert!(now.starts_with("1:") && now != kept);
        is_there(&folder, &vault).await;
    });
}

#[test]
fn newer_version_of_the_key_leaves_file_and_entry_as_they_are() {
    on_a_private_bus(here!(), async |bus| {
        let _keyring = bus.keyring(true);
        let (folder, vault) = (bus.folder("a"), vault(OWNER));
        fill(&folder, &vault).await;
        let entry = entry(OWNER, DatabaseKey);
        let kept = entry.get_password().unwrap();
        entry.set_password("2:of a form to come").unwrap();
        is_in_memory(&folder, &vault).await;
        assert_eq!(entry.get_password().unwrap(), "2:of a form to come");
        entry.set_password(&kept).unwrap();
        is_there(&folder, &vault).await;
    });
}

#[test]
fn two_accounts_have_two_databases_and_one_that_leaves_takes_nothing_of_the_other() {
    on_a_private_bus(here!(), async |bus| {
        let _keyring = bus.keyring(true);
        let (one, other) = (vault(OWNER), vault("second@demo"));
        // At once, as two windows are.
        let (first, second) = (bus.folder("a"), bus.folder("b"));
        tokio::join!(fill(&first, &one), fill(&second, &other));
        let keys = (one.load(DatabaseKey).await.unwrap(), other.load(DatabaseKey).await.unwrap());
        assert_ne!(keys.0, keys.1);

        let store = open(&first, &one).await.store;
        store.wipe_account(zhitu_domain::time::Timestamp(9)).await.unwrap();
        store.rekey(&one, &SystemRng).await.unwrap();
        store.close().await;
        is_there(&first, &one).await;
        is_there(&second, &other).await;
        assert_ne!(one.load(DatabaseKey).await.unwrap(), keys.0);
        assert_eq!(other.load(DatabaseKey).await.unwrap(), keys.1);
    });
}

#[test]
fn key_lost_sets_the_file_aside_and_begins_anew() {
    on_a_private_bus(here!(), async |bus| {
        let _keyring = bus.keyring(true);
        let (folder, vault) = (bus.folder("a"), vault(OWNER));
        fill(&folder, &vault).await;
        entry(OWNER, DatabaseKey).delete_credential().unwrap();
        is_set_aside(&folder, &vault).await;
        // And a second time, beside the first.
        entry(OWNER, DatabaseKey).delete_credential().unwrap();
        is_set_aside(&folder, &vault).await;
        let names: Vec<String> = files(&folder).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["device.db", "device.db.1.unreadable", "device.db.2.unreadable"]);
    });
}

#[test]
fn read_only_opens_what_is_there_and_moves_nothing_that_it_cannot_replace() {
    on_a_private_bus(here!(), async |bus| {
        let keyring = bus.keyring(true);
        let (folder, lost) = (bus.folder("a"), bus.folder("lost"));
        let (of_lost, of_new, vault) = (vault("lost@demo"), vault("new@demo"), vault(OWNER));
        fill(&folder, &vault).await;
        fill(&lost, &of_lost).await;
        entry("lost@demo", DatabaseKey).delete_credential().unwrap();
        let keys = bus.keyring_files();
        std::fs::set_permissions(&keys, std::fs::Permissions::from_mode(0o500)).unwrap();

        is_there(&folder, &vault).await;
        let store = open(&folder, &vault).await.store;
        store.rekey(&vault, &SystemRng).await.unwrap_err();
        store.settings_set(&DARK).await.unwrap();
        store.close().await;
        is_in_memory(&bus.folder("new"), &of_new).await;
        // Its key may come back, and there is none to begin anew with.
        is_in_memory(&lost, &of_lost).await;

        bus.kill(keyring);
        std::fs::set_permissions(&keys, std::fs::Permissions::from_mode(0o700)).unwrap();
        let _keyring = bus.keyring(true);
        is_there(&folder, &vault).await;
    });
}

#[test]
fn very_slow_it_is_in_memory_and_a_file_waits() {
    on_a_private_bus(here!(), async |bus| {
        let keyring = bus.keyring(true);
        let folder = bus.folder("a");
        fill(&folder, &vault(OWNER)).await;
        keyring.signal("STOP");
        let begun = Instant::now();
        is_in_memory(&folder, &impatient_vault(OWNER)).await;
        assert!(begun.elapsed() < PATIENCE, "one wait and no more");
        keyring.signal("CONT");
        is_there(&folder, &vault(OWNER)).await;
    });
}

#[test]
fn restarted_between_two_steps_of_changing_the_key_the_file_opens() {
    on_a_private_bus(here!(), async |bus| {
        let mut keyring = bus.keyring(true);
        let (folder, vault) = (bus.folder("a"), vault(OWNER));
        fill(&folder, &vault).await;
        bus.kill(keyring);
        keyring = bus.keyring(true);
        is_there(&folder, &vault).await;

        // As a kill leaves it once the file has the new key: the old one is still in its place.
        let old = vault.load(DatabaseKey).await.unwrap().unwrap();
        let store = open(&folder, &vault).await.store;
        store.rekey(&vault, &SystemRng).await.unwrap();
        store.close().await;
        let new = vault.load(DatabaseKey).await.unwrap().unwrap();
        vault.store(DatabaseKeyNext, &new).await.unwrap();
        vault.store(DatabaseKey, &old).await.unwrap();
        bus.kill(keyring);
        let _keyring = bus.keyring(true);
        is_there(&folder, &vault).await;
        assert_eq!(vault.load(DatabaseKey).await, Ok(Some(new)), "the change was carried to its end");
        assert_eq!(vault.load(DatabaseKeyNext).await, Ok(None));
    });
}
