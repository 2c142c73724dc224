//! What the vault answers in each state of the keyring.

use super::bus::{called, entry, impatient_vault, on_a_private_bus, until, vault};
use super::prompter::{Person, Prompter};
use crate::own_process::here;
use crate::vault::PATIENCE;
use std::os::unix::fs::PermissionsExt as _;
use std::sync::Arc;
use std::time::Instant;
use zhitu_contract::auth::Sensitive;
use zhitu_core::ports::TokenVault as _;
use zhitu_core::ports::VaultSlot::{DatabaseKey, RefreshToken};

fn secret(text: &str) -> Sensitive {
    Sensitive::new(text.to_owned())
}

#[test]
fn present_a_secret_stays_until_it_is_removed() {
    on_a_private_bus(here!(), async |bus| {
        let _keyring = bus.keyring(true);
        let first = vault("default@demo");
        assert_eq!(first.load(RefreshToken).await, Ok(None));
        first.store(RefreshToken, &secret("一 token")).await.unwrap();
        first.store(RefreshToken, &secret("二 token")).await.unwrap();
        first.store(DatabaseKey, &secret("key")).await.unwrap();

        let again = vault("default@demo");
        assert_eq!(again.load(RefreshToken).await, Ok(Some(secret("二 token"))));
        assert_eq!(again.load(DatabaseKey).await, Ok(Some(secret("key"))));

        again.remove(RefreshToken).await.unwrap();
        again.remove(RefreshToken).await.unwrap();
        assert_eq!(first.load(RefreshToken).await, Ok(None));
        assert_eq!(first.load(DatabaseKey).await, Ok(Some(secret("key"))));
    });
}

#[test]
fn absent_it_is_looked_for_again_at_each_call() {
    on_a_private_bus(here!(), async |bus| {
        let vault = vault("default@demo");
        vault.load(RefreshToken).await.unwrap_err();
        vault.store(RefreshToken, &secret("token")).await.unwrap_err();

        let _keyring = bus.keyring(true);
        vault.store(RefreshToken, &secret("token")).await.unwrap();
        assert_eq!(vault.load(RefreshToken).await, Ok(Some(secret("token"))));
    });
}

#[test]
fn locked_it_neither_gives_nor_takes_nor_says_that_there_is_nothing() {
    on_a_private_bus(here!(), async |bus| {
        let keyring = bus.keyring(true);
        vault("default@demo").store(DatabaseKey, &secret("key")).await.unwrap();
        bus.kill(keyring);

        let _keyring = bus.keyring(false);
        let vault = vault("default@demo");
        vault.load(DatabaseKey).await.unwrap_err();
        vault.load(RefreshToken).await.unwrap_err();
        vault.store(DatabaseKey, &secret("another")).await.unwrap_err();
        vault.remove(DatabaseKey).await.unwrap_err();
    });
}

#[test]
fn prompt_dismissed_is_a_refusal_and_not_asked_twice() {
    on_a_private_bus(here!(), async |bus| {
        let keyring = bus.keyring(true);
        vault("default@demo").store(DatabaseKey, &secret("key")).await.unwrap();
        bus.kill(keyring);

        let prompter = Prompter::start(Person::Dismisses);
        let _keyring = bus.keyring(false);
        let error = vault("default@demo").load(DatabaseKey).await.unwrap_err();
        assert!(error.0.contains("dismissed"), "{error}");
        assert_eq!(prompter.asked(), 1);
    });
}

#[test]
fn prompt_that_nobody_answers_is_given_up() {
    on_a_private_bus(here!(), async |bus| {
        let keyring = bus.keyring(true);
        vault("default@demo").store(DatabaseKey, &secret("key")).await.unwrap();
        bus.kill(keyring);

        let prompter = Prompter::start(Person::IsAway);
        let _keyring = bus.keyring(false);
        let begun = Instant::now();
        let vault = impatient_vault("default@demo");
        let error = vault.load(DatabaseKey).await.unwrap_err();
        assert!(error.0.contains("no answer"), "{error}");
        assert!(begun.elapsed() < PATIENCE);
        until("the prompt", || prompter.asked() == 1);
    });
}

/// The kill meets a write that is on its way; whatever comes of that, a value is there whole, and one that was said to
/// be kept is kept.
#[test]
fn dying_in_the_middle_of_a_write_it_has_the_old_value_or_the_new_one() {
    on_a_private_bus(here!(), async |bus| {
        let mut keyring = bus.keyring(true);
        let vault = Arc::new(vault("default@demo"));
        let mut before = secret("token 0");
        vault.store(RefreshToken, &before).await.unwrap();
        let mut cut_short = 0;
        for round in 1..=12 {
            let next = secret(&format!("token {round}"));
            // In every other round it stands still before, so that it cannot be done in time.
            let last_call = if round % 2 == 0 { "SetSecret" } else { "SearchItems" };
            if round % 2 == 1 {
                keyring.signal("STOP");
            }
            let called = called(last_call);
            let (writer, written) = (Arc::clone(&vault), next.clone());
            let write = tokio::spawn(async move { writer.store(RefreshToken, &written).await });
            called.await;
            bus.kill(keyring);
            let answer = write.await.unwrap();

            keyring = bus.keyring(true);
            let found = vault.load(RefreshToken).await.unwrap().unwrap();
            if answer.is_ok() {
                assert_eq!(found, next, "round {round}: it was said to be kept");
            } else {
                cut_short += 1;
                assert!(found == next || found == before, "round {round}");
            }
            before = found;
        }
        assert!(cut_short >= 6, "{cut_short} kills met a write");
    });
}

#[test]
fn wrong_value_counts_as_lost_and_is_replaced() {
    on_a_private_bus(here!(), async |bus| {
        let _keyring = bus.keyring(true);
        let vault = vault("default@demo");
        for wrong in ["", "not of our form", "1:not base64!", "1:/w=="] {
            entry("default@demo", RefreshToken).set_password(wrong).unwrap();
            assert_eq!(vault.load(RefreshToken).await, Ok(None), "{wrong}");
            vault.store(RefreshToken, &secret("token")).await.unwrap();
            assert_eq!(vault.load(RefreshToken).await, Ok(Some(secret("token"))));
        }
        // Not even text.
        entry("default@demo", RefreshToken).set_secret(&[0xff, 0x00, 0xfe]).unwrap();
        assert_eq!(vault.load(RefreshToken).await, Ok(None));
    });
}

#[test]
fn older_version_is_read_and_written_anew() {
    on_a_private_bus(here!(), async |bus| {
        let _keyring = bus.keyring(true);
        let vault = vault("default@demo");
        let entry = entry("default@demo", RefreshToken);
        entry.set_password("dG9rZW4=").unwrap();
        assert_eq!(vault.load(RefreshToken).await, Ok(Some(secret("token"))));
        assert_eq!(entry.get_password().unwrap(), "dG9rZW4=", "reading changes nothing");
        vault.store(RefreshToken, &secret("token")).await.unwrap();
        assert_eq!(entry.get_password().unwrap(), "1:dG9rZW4=");
    });
}

#[test]
fn newer_version_is_left_as_it_is() {
    on_a_private_bus(here!(), async |bus| {
        let _keyring = bus.keyring(true);
        let vault = vault("default@demo");
        let entry = entry("default@demo", RefreshToken);
        entry.set_password("2:of a form to come").unwrap();
        let refusals = [
            vault.load(RefreshToken).await.map(drop),
            vault.store(RefreshToken, &secret("token")).await,
            vault.remove(RefreshToken).await,
        ];
        for refusal in refusals {
            assert!(refusal.unwrap_err().0.contains("newer version"));
        }
        assert_eq!(entry.get_password().unwrap(), "2:of a form to come");
    });
}

#[test]
fn two_accounts_do_not_see_each_others() {
    on_a_private_bus(here!(), async |bus| {
        let _keyring = bus.keyring(true);
        let (one, other) = (vault("default@demo"), vault("second@demo"));
        one.store(RefreshToken, &secret("one")).await.unwrap();
        assert_eq!(other.load(RefreshToken).await, Ok(None));
        other.store(RefreshToken, &secret("other")).await.unwrap();
        one.remove(RefreshToken).await.unwrap();
        assert_eq!(one.load(RefreshToken).await, Ok(None));
        assert_eq!(other.load(RefreshToken).await, Ok(Some(secret("other"))));
    });
}

#[test]
fn read_only_it_gives_what_it_has_and_says_that_it_takes_nothing() {
    on_a_private_bus(here!(), async |bus| {
        let keyring = bus.keyring(true);
        let vault = vault("default@demo");
        vault.store(RefreshToken, &secret("old")).await.unwrap();
        let folder = bus.keyring_files();
        std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o500)).unwrap();
        assert_eq!(vault.load(RefreshToken).await, Ok(Some(secret("old"))));
        vault.store(RefreshToken, &secret("new")).await.unwrap_err();
        vault.store(DatabaseKey, &secret("key")).await.unwrap_err();

        // And it did not take it in secret.
        bus.kill(keyring);
        let _keyring = bus.keyring(true);
        assert_eq!(vault.load(RefreshToken).await, Ok(Some(secret("old"))));
        assert_eq!(vault.load(DatabaseKey).await, Ok(None));
    });
}

#[test]
fn very_slow_it_is_waited_for_and_then_given_up() {
    on_a_private_bus(here!(), async |bus| {
        let keyring = bus.keyring(true);
        let patient = vault("default@demo");
        patient.store(RefreshToken, &secret("token")).await.unwrap();
        keyring.signal("STOP");
        let (loaded, ()) = tokio::join!(patient.load(RefreshToken), async { keyring.signal("CONT") });
        assert_eq!(loaded, Ok(Some(secret("token"))), "late, but in time");

        keyring.signal("STOP");
        let impatient = impatient_vault("default@demo");
        let error = impatient.load(RefreshToken).await.unwrap_err();
        assert!(error.0.contains("no answer"), "{error}");
        impatient.store(RefreshToken, &secret("given up")).await.unwrap_err();
        keyring.signal("CONT");
        // A call that was given up does not stand in the way of the next, and writes nothing late.
        assert_eq!(patient.load(RefreshToken).await, Ok(Some(secret("token"))));
        assert_eq!(impatient.load(RefreshToken).await, Ok(Some(secret("token"))));
    });
}

#[test]
fn restarted_it_is_found_by_the_very_next_call() {
    on_a_private_bus(here!(), async |bus| {
        let mut keyring = bus.keyring(true);
        let vault = vault("default@demo");
        vault.store(RefreshToken, &secret("1")).await.unwrap();
        bus.kill(keyring);
        keyring = bus.keyring(true);
        assert_eq!(vault.load(RefreshToken).await, Ok(Some(secret("1"))));
        bus.kill(keyring);
        let _keyring = bus.keyring(true);
        vault.store(RefreshToken, &secret("2")).await.unwrap();
        assert_eq!(vault.load(RefreshToken).await, Ok(Some(secret("2"))));
    });
}
