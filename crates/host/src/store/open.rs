//! Opening the device's database, or finding out where it can live.

use super::connection::Connection;
use super::failure::{Failure, is_wrong_key};
use super::key::Key;
use super::migrations::{self, Migrated};
use super::{DeviceStore, rekey};
use sqlx::ConnectOptions as _;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use std::path::{Path, PathBuf};
use std::time::Duration;
use zhitu_core::ports::{Rng, StoreError, StoreResult, TokenVault, VaultSlot, VaultUnavailable};

/// What a database file is called in its folder.
const FILE: &str = "device.db";

/// A store, and what happened while it was opened.
#[derive(Debug)]
pub struct Opened {
    /// The store.
    pub store: DeviceStore,
    /// Where the file lies now that could not be read, its key being lost.
    pub set_aside: Option<PathBuf>,
}

pub(super) enum Tried {
    Open(Connection),
    WrongKey,
}

/// Why there is no database in a file.
enum Refused {
    /// The keyring neither gives nor takes the key.
    Keyring(VaultUnavailable),
    /// The disk said no, or the file is of a newer version.
    Store(StoreError),
}

impl From<VaultUnavailable> for Refused {
    fn from(error: VaultUnavailable) -> Self {
        Self::Keyring(error)
    }
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl DeviceStore {
    /// Opens the database in `folder`, which is made if need be.
    ///
    /// - The keyring has the key: the file is opened. If no key fits, the file is set aside.
    /// - The keyring has no key: one is made and kept there; a file that is there is set aside.
    /// - No keyring: a database in memory. A file that is there stays untouched for the day the keyring is back.
    pub async fn open(folder: &Path, vault: &dyn TokenVault, rng: &dyn Rng) -> StoreResult<Opened> {
        match Self::open_file(folder, vault, rng).await {
            Ok(opened) => Ok(opened),
            Err(Refused::Store(error)) => Err(error),
            Err(Refused::Keyring(error)) => {
                tracing::warn!(%error, "no keyring: this session is kept in memory only");
                Ok(Opened { store: Self::open_in_memory().await?, set_aside: None })
            }
        }
    }

    /// A database in memory.
    pub async fn open_in_memory() -> StoreResult<Self> {
        let options = SqliteConnectOptions::new().in_memory(true);
        match open_connection(options).await? {
            Tried::Open(connection) => Ok(Self { connection, in_memory: true }),
            Tried::WrongKey => Err(StoreError::Unavailable("memory is no database".to_owned())),
        }
    }

    async fn open_file(folder: &Path, vault: &dyn TokenVault, rng: &dyn Rng) -> Result<Opened, Refused> {
        let kept = vault.load(VaultSlot::DatabaseKey).await?.and_then(Key::kept);
        tokio::fs::create_dir_all(folder).await.map_err(|error| unavailable(&error))?;
        let path = folder.join(FILE);
        let there = tokio::fs::try_exists(&path).await.map_err(|error| unavailable(&error))?;
        if let Some(key) = &kept
            && let Tried::Open(connection) = connect(&path, key).await?
        {
            return Ok(Self::opened(connection, None));
        }
        if there
            && let Some(next) = vault.load(VaultSlot::DatabaseKeyNext).await?.and_then(Key::kept)
            && let Tried::Open(connection) = connect(&path, &next).await?
        {
            // Giving it a new key was cut short after the file had it.
            rekey::settle(vault, &next).await;
            return Ok(Self::opened(connection, None));
        }
        let key = if let Some(key) = kept {
            // It opens nothing here, yet it is as good for a new file as any.
            key
        } else {
            let key = Key::new(rng);
            // Before anything is moved: the old key may come back with a keyring that takes none now. And before the
            // file is made, which would be of no use without its key.
            rekey::keep(vault, VaultSlot::DatabaseKey, &key).await?;
            key
        };
        let mut set_aside = None;
        if there {
            let aside = put_aside(&path).await?;
            tracing::warn!(file = ?aside.file_name(), "the database's key is lost; the file was set aside");
            set_aside = Some(aside);
        }
        match connect(&path, &key).await? {
            Tried::Open(connection) => Ok(Self::opened(connection, set_aside)),
            Tried::WrongKey => Err(StoreError::Unavailable("a new file is no database".to_owned()).into()),
        }
    }

    fn opened(connection: Connection, set_aside: Option<PathBuf>) -> Opened {
        Opened { store: Self { connection, in_memory: false }, set_aside }
    }
}

async fn connect(path: &Path, key: &Key) -> StoreResult<Tried> {
    let options = SqliteConnectOptions::new()
        // The key must be the first thing that is said; sqlx keeps the order for this one.
        .pragma("key", key.pragma())
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal);
    open_connection(options).await
}

pub(super) async fn open_connection(options: SqliteConnectOptions) -> StoreResult<Tried> {
    let options = options
        // Not even slow ones: the first statement holds the key, later ones what somebody wrote.
        .disable_statement_logging()
        .foreign_keys(true)
        .synchronous(SqliteSynchronous::Full)
        .pragma("secure_delete", "on")
        // Temporary tables would be files of their own.
        .pragma("temp_store", "memory")
        // At most 64 MiB, and never more than the file has: a page that is kept is not decrypted again. SQLite's own
        // 2 MB hold a few conversations.
        .pragma("cache_size", "-65536")
        .busy_timeout(Duration::from_secs(5));
    let connection = match Connection::open(options).await {
        Ok(connection) => connection,
        Err(error) if is_wrong_key(&error) => return Ok(Tried::WrongKey),
        Err(error) => return Err(Failure::from(error).into()),
    };
    let migrated = match connection.lock().await.get().await {
        Ok(open) => migrations::run(open).await,
        Err(error) => Err(error.into()),
    };
    match migrated {
        Ok(Migrated::Current) => Ok(Tried::Open(connection)),
        Ok(Migrated::Newer) => Err(StoreError::Newer),
        Err(Failure::Sql(error)) if is_wrong_key(&error) => Ok(Tried::WrongKey),
        Err(failure) => Err(failure.into()),
    }
}

/// Gives the file, with its log, a name under which nothing looks for it, and answers that name.
async fn put_aside(path: &Path) -> StoreResult<PathBuf> {
    let mut number = 1;
    let aside = loop {
        let candidate = with_suffix(path, &format!(".{number}.unreadable"));
        if !tokio::fs::try_exists(&candidate).await.map_err(|error| unavailable(&error))? {
            break candidate;
        }
        number += 1;
    };
    for suffix in ["-wal", "-shm", ""] {
        let moved = tokio::fs::rename(with_suffix(path, suffix), with_suffix(&aside, suffix)).await;
        match moved {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(unavailable(&error)),
            _ => {}
        }
    }
    Ok(aside)
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn unavailable(error: &std::io::Error) -> StoreError {
    if error.kind() == std::io::ErrorKind::StorageFull {
        return StoreError::Full;
    }
    StoreError::Unavailable(error.to_string())
}
