//! The suite that every store passes, and what only a real file can show.

use super::*;
use crate::rng::SystemRng;
use crate::store::key::Key;
use crate::store::open::{Tried, open_connection};
use sqlx::sqlite::SqliteConnectOptions;
use std::path::Path;
use std::sync::Arc;
use zhitu_contract::auth::Sensitive;
use zhitu_contract::device::{Settings, Theme};
use zhitu_contract::jobs::{JobsSearchRequest, JobsSort};
use zhitu_core::ports::{LocalStore, OutgoingMessage, StoreError, TokenVault as _, UndoStep, VaultSlot};
use zhitu_domain::chat::Side;
use zhitu_domain::id::MessageId;
use zhitu_domain::time::Timestamp;
use zhitu_testing::{MemoryVault, local_store_conformance, samples};

mod canary;
#[cfg(target_os = "linux")]
mod full_disk;
mod kills;
mod measure;
mod migrations;
mod rekey;

const DARK: Settings = Settings { language: None, theme: Theme::Dark };

async fn open(folder: &Path, vault: &MemoryVault) -> DeviceStore {
    DeviceStore::open(folder, vault, &SystemRng).await.unwrap().store
}

/// A file without a key, opened as the others are, so that its pages can be looked through.
async fn open_plain(folder: &Path) -> DeviceStore {
    let options = SqliteConnectOptions::new()
        .filename(folder.join("plain.db"))
        .create_if_missing(true)
        .journal_mode(sqlx::sqlite::SqliteJournalMode::Wal);
    let Tried::Open(connection) = open_connection(options).await.unwrap() else {
        panic!("a plain file can be opened")
    };
    DeviceStore { connection, in_memory: false }
}

#[tokio::test]
async fn a_file_does_all_that_a_store_must() {
    let folder = tempfile::tempdir().unwrap();
    let number = std::sync::atomic::AtomicUsize::new(0);
    local_store_conformance(async || {
        let number = number.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        let store = open(&folder.path().join(number.to_string()), &MemoryVault::default()).await;
        assert!(!store.in_memory());
        Arc::new(store) as Arc<dyn LocalStore>
    })
    .await;
}

#[tokio::test]
async fn memory_does_all_that_a_store_must() {
    local_store_conformance(async || {
        Arc::new(DeviceStore::open_in_memory().await.unwrap()) as Arc<dyn LocalStore>
    })
    .await;
}

#[tokio::test]
async fn what_was_kept_is_there_after_reopening() {
    let (folder, vault) = (tempfile::tempdir().unwrap(), MemoryVault::default());
    let store = open(folder.path(), &vault).await;
    store.settings_set(&DARK).await.unwrap();
    store.close().await;
    assert_eq!(open(folder.path(), &vault).await.settings().await.unwrap(), DARK);
}

fn search(text: &str) -> JobsSearchRequest {
    JobsSearchRequest {
        text: text.to_owned(),
        near: None,
        near_cell: None,
        salary_min: None,
        experience: Vec::new(),
        education: Vec::new(),
        employment_type: Vec::new(),
        remote: false,
        sort: JobsSort::Relevance,
        offset: 0,
        limit: 20,
    }
}

/// Fills each table, so that looking for its words is looking for something that was there.
async fn fill(store: &DeviceStore) {
    let conversation = samples::conversation(1, Side::Seeker);
    store.account_set(&samples::account(1)).await.unwrap();
    store.favourite_put(&samples::job_card(1), Timestamp(1)).await.unwrap();
    store.search_history_add(&search(CANARY), Timestamp(1)).await.unwrap();
    store.resume_edit(&samples::resume(), UndoStep::New, &[CANARY.to_owned()]).await.unwrap();
    store.resume_edit(&samples::resume(), UndoStep::New, &[CANARY.to_owned()]).await.unwrap();
    store.conversations_put(std::slice::from_ref(&conversation)).await.unwrap();
    store.messages_put(&[samples::message(conversation.id, 1, Side::Seeker, CANARY)]).await.unwrap();
    let outgoing = OutgoingMessage {
        id: MessageId(samples::key(7)),
        conversation: conversation.id,
        text: CANARY.to_owned(),
        at: Timestamp(1),
        refused: false,
    };
    store.outgoing_add(&outgoing).await.unwrap();
}

/// A word in Chinese and one in English: stands in no other place of a database.
const CANARY: &str = "金丝雀 canary-7f3a";

/// The bytes of all files in a folder, with their names.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let read = |entry: std::fs::DirEntry| {
        (entry.file_name().to_string_lossy().into_owned(), std::fs::read(entry.path()).unwrap())
    };
    std::fs::read_dir(folder).unwrap().map(|entry| read(entry.unwrap())).collect()
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

/// S-SRCH-03
#[tokio::test]
async fn a_deleted_search_is_in_no_page_of_the_database() {
    let folder = tempfile::tempdir().unwrap();
    let store = open_plain(folder.path()).await;
    let legible = || files(folder.path()).iter().any(|(_, bytes)| holds(bytes, CANARY));
    let request = search(CANARY);
    store.search_history_add(&request, Timestamp(1)).await.unwrap();
    store.forget_log().await.unwrap();
    assert!(legible(), "the search is there before it is deleted");
    store.search_history_delete(Some(Timestamp(1))).await.unwrap();
    assert!(!legible());
}

/// S-SRCH-03
#[tokio::test]
async fn deleting_for_good_empties_the_log() {
    let (folder, vault) = (tempfile::tempdir().unwrap(), MemoryVault::default());
    let store = open(folder.path(), &vault).await;
    fill(&store).await;
    let log = || std::fs::metadata(folder.path().join("device.db-wal")).unwrap().len();
    assert!(log() > 0);
    store.search_history_delete(None).await.unwrap();
    assert_eq!(log(), 0);
    fill(&store).await;
    store.wipe_account(Timestamp(9)).await.unwrap();
    assert_eq!(log(), 0);
}

#[tokio::test]
async fn without_a_keyring_nothing_is_written_and_the_file_waits() {
    let (folder, vault) = (tempfile::tempdir().unwrap(), MemoryVault::default());
    let store = open(folder.path(), &vault).await;
    store.settings_set(&DARK).await.unwrap();
    store.close().await;
    let before = files(folder.path());

    vault.set_unavailable(true);
    let store = open(folder.path(), &vault).await;
    assert!(store.in_memory());
    fill(&store).await;
    store.close().await;
    assert_eq!(files(folder.path()), before);

    vault.set_unavailable(false);
    let store = open(folder.path(), &vault).await;
    assert!(!store.in_memory());
    assert_eq!(store.settings().await.unwrap(), DARK);
}

#[tokio::test]
async fn a_file_whose_key_is_lost_is_set_aside_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let kept = || std::fs::read(folder.path().join("device.db")).unwrap();
    for (number, wrong) in [(1, None), (2, Some("no key at all")), (3, Some(&*"0".repeat(64)))] {
        let store = open(folder.path(), &MemoryVault::default()).await;
        store.settings_set(&DARK).await.unwrap();
        store.close().await;
        let old = kept();

        let vault = MemoryVault::default();
        if let Some(key) = wrong {
            vault.store(VaultSlot::DatabaseKey, &Sensitive::new(key.to_owned())).await.unwrap();
        }
        let opened = DeviceStore::open(folder.path(), &vault, &SystemRng).await.unwrap();
        assert_eq!(opened.store.settings().await.unwrap(), Settings::default());
        opened.store.settings_set(&DARK).await.unwrap();
        opened.store.close().await;
        let aside = opened.set_aside.unwrap();
        assert!(aside.to_string_lossy().ends_with(".unreadable"), "{}", aside.display());
        assert_eq!(std::fs::read(&aside).unwrap(), old, "case {number}");
        // And the new key opens the new file.
        assert_eq!(open(folder.path(), &vault).await.settings().await.unwrap(), DARK);
    }
}

/// What was acknowledged last may be in the log alone, if the app was killed.
#[tokio::test]
async fn the_log_is_set_aside_with_its_file() {
    let (folder, vault) = (tempfile::tempdir().unwrap(), MemoryVault::default());
    let killed = folder.path().join("killed");
    let store = open(&folder.path().join("running"), &vault).await;
    store.settings_set(&DARK).await.unwrap();
    std::fs::create_dir(&killed).unwrap();
    for (name, bytes) in files(&folder.path().join("running")) {
        std::fs::write(killed.join(name), bytes).unwrap();
    }
    assert!(std::fs::metadata(killed.join("device.db-wal")).unwrap().len() > 0);

    let opened = DeviceStore::open(&killed, &MemoryVault::default(), &SystemRng).await.unwrap();
    opened.store.close().await;
    let aside = opened.set_aside.unwrap();
    std::fs::rename(&aside, killed.join("device.db")).unwrap();
    let log = aside.with_extension("unreadable-wal");
    if log.exists() {
        std::fs::rename(log, killed.join("device.db-wal")).unwrap();
    }
    assert_eq!(open(&killed, &vault).await.settings().await, Ok(DARK));
}

#[tokio::test]
async fn a_file_of_a_newer_version_is_left_as_it_is() {
    let (folder, vault) = (tempfile::tempdir().unwrap(), MemoryVault::default());
    let store = open(folder.path(), &vault).await;
    sqlx::raw_sql("pragma user_version = 1000")
        .execute(store.connection.lock().await.get().await.unwrap())
        .await
        .unwrap();
    store.close().await;
    let before = files(folder.path());
    let error = DeviceStore::open(folder.path(), &vault, &SystemRng).await.unwrap_err();
    assert_eq!(error, StoreError::Newer);
    let after = files(folder.path());
    assert_eq!(
        after.iter().find(|(name, _)| name == "device.db"),
        before.iter().find(|(name, _)| name == "device.db")
    );
}

#[tokio::test]
async fn a_full_disk_is_said_and_loses_nothing_that_was_there() {
    let (folder, vault) = (tempfile::tempdir().unwrap(), MemoryVault::default());
    let store = open(folder.path(), &vault).await;
    store.settings_set(&DARK).await.unwrap();
    // SQLite answers as on a full disk when a file may not grow.
    let pages: i64 = sqlx::query_scalar("pragma page_count")
        .fetch_one(store.connection.lock().await.get().await.unwrap())
        .await
        .unwrap();
    let bound = format!("pragma max_page_count = {pages}");
    sqlx::raw_sql(sqlx::AssertSqlSafe(bound))
        .execute(store.connection.lock().await.get().await.unwrap())
        .await
        .unwrap();
    let conversation = samples::conversation(1, Side::Seeker).id;
    let long = samples::message(conversation, 1, Side::Seeker, &"长".repeat(100_000));
    assert_eq!(store.messages_put(&[long]).await.unwrap_err(), StoreError::Full);
    assert_eq!(store.messages(conversation).await.unwrap(), []);
    assert_eq!(store.settings().await.unwrap(), DARK);
}

#[tokio::test]
async fn a_broken_row_is_an_error_that_does_not_quote_it() {
    let store = DeviceStore::open_in_memory().await.unwrap();
    store.settings_set(&DARK).await.unwrap();
    sqlx::query("update settings set settings = $1")
        .bind(format!("{{\"theme\":\"{CANARY}\"}}"))
        .execute(store.connection.lock().await.get().await.unwrap())
        .await
        .unwrap();
    let error = store.settings().await.unwrap_err().to_string();
    assert!(error.contains("settings") && !error.contains("canary"), "{error}");
}

#[tokio::test]
async fn the_file_is_as_careful_as_it_claims() {
    let (folder, vault) = (tempfile::tempdir().unwrap(), MemoryVault::default());
    let store = open(folder.path(), &vault).await;
    for (pragma, value) in [
        ("pragma journal_mode", "wal"),
        ("pragma synchronous", "2"),
        ("pragma secure_delete", "1"),
        ("pragma foreign_keys", "1"),
        ("pragma temp_store", "2"),
    ] {
        let mut slot = store.connection.lock().await;
        let open = slot.get().await.unwrap();
        let found: String = match sqlx::query_scalar::<_, String>(pragma).fetch_one(&mut *open).await {
            Ok(text) => text,
            Err(_) => sqlx::query_scalar::<_, i64>(pragma).fetch_one(&mut *open).await.unwrap().to_string(),
        };
        assert_eq!(found, value, "{pragma}");
    }
    let cipher: String = sqlx::query_scalar("pragma cipher_version")
        .fetch_one(store.connection.lock().await.get().await.unwrap())
        .await
        .unwrap();
    assert!(cipher.starts_with('4'), "{cipher}");
    let kept = vault.load(VaultSlot::DatabaseKey).await.unwrap().and_then(Key::kept);
    assert!(kept.is_some(), "the keyring has the key");
}

/// Collects what is logged, at every level.
#[derive(Clone, Default)]
struct Logged(Arc<std::sync::Mutex<Vec<u8>>>);

impl std::io::Write for Logged {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn neither_key_nor_content_is_logged_at_any_level() {
    let logged = Logged::default();
    let writer = logged.clone();
    tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .init();
    let (folder, vault) = (tempfile::tempdir().unwrap(), MemoryVault::default());
    let store = open(folder.path(), &vault).await;
    fill(&store).await;
    let shown = format!("{store:?}");
    store.close().await;
    tracing::info!("this is heard");

    let key = vault.load(VaultSlot::DatabaseKey).await.unwrap().unwrap();
    let log = logged.0.lock().unwrap();
    assert!(holds(&log, "this is heard"));
    for secret in [key.expose(), CANARY] {
        assert!(!holds(&log, secret) && !shown.contains(secret));
    }
}
