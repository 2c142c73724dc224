//! A change of the key that the disk has no room for. The kernel plays the full disk: it lets no file grow.

use super::kills::{add, conversation};
use super::open;
use crate::own_process::{assert_passed, command_line, here};
use crate::rng::SystemRng;
use std::process::Command;
use zhitu_core::ports::VaultSlot::DatabaseKey;
use zhitu_core::ports::{LocalStore as _, TokenVault as _};
use zhitu_testing::MemoryVault;

#[test]
fn a_key_that_the_disk_has_no_room_to_change_stays_and_the_file_is_whole() {
    let name = "a_key_that_the_disk_has_no_room_to_change_stays_and_the_file_is_whole";
    let within = here!().replace(name, "within::changes_its_key_without_room");
    // A process that ignores the signal gets an error from the write instead.
    let output = Command::new("bash")
        .args(["-c", "trap '' XFSZ; exec \"$@\"", "within"])
        .args(command_line(&within))
        .output()
        .unwrap();
    assert_passed(&output);
}

/// Lets no file of this process grow beyond so many bytes.
fn limit_files(bytes: &str) {
    let limit = format!("--fsize={bytes}:unlimited");
    let set = Command::new("prlimit").args(["--pid", &std::process::id().to_string(), &limit]).status();
    assert!(set.unwrap().success());
}

mod within {
    use super::*;

    #[tokio::test]
    #[ignore = "is the process whose files may not grow"]
    async fn changes_its_key_without_room() {
        let (folder, vault) = (tempfile::tempdir().unwrap(), MemoryVault::default());
        let store = open(folder.path(), &vault).await;
        add(&store, 1, 2_000).await;
        store.forget_log().await.unwrap();
        let key = vault.load(DatabaseKey).await.unwrap();
        for _ in 0..2 {
            limit_files("300000");
            store.rekey(&vault, &SystemRng).await.unwrap_err();
            limit_files("unlimited");
            assert_eq!(vault.load(DatabaseKey).await.unwrap(), key);
            // What is written now must be under the key of the pages that are there.
            let last = store.messages_last_seq(conversation()).await.unwrap();
            add(&store, last + 1, last + 100).await;
        }
        assert_eq!(store.messages(conversation()).await.unwrap().len(), 2_200);
        store.close().await;

        let store = open(folder.path(), &vault).await;
        assert_eq!(store.messages(conversation()).await.unwrap().len(), 2_200);
        let whole: String = sqlx::query_scalar("pragma integrity_check")
            .fetch_one(store.connection.lock().await.get().await.unwrap())
            .await
            .unwrap();
        assert_eq!(whole, "ok");
        store.rekey(&vault, &SystemRng).await.unwrap();
        assert_ne!(vault.load(DatabaseKey).await.unwrap(), key, "with room it can be changed");
    }
}
