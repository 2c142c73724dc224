//! What is SQLite's own: options, how a writing transaction begins, migrations.

use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow, SqliteSynchronous,
};
use std::str::FromStr;
use std::time::Duration;

pub(crate) type Db = sqlx::Sqlite;
pub(crate) type Row = SqliteRow;

pub(crate) const DIALECT: &str = "sqlite";

/// Takes the write lock at once: a transaction that read first and then wants to write would be refused when
/// another wrote in between, without waiting.
pub(crate) const BEGIN: &str = "begin immediate";

pub(crate) fn migrator() -> sqlx::migrate::Migrator {
    migrations!("sqlite")
}

pub(crate) async fn pool(url: &str) -> crate::Result<sqlx::Pool<Db>> {
    let options = SqliteConnectOptions::from_str(url)?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // An acknowledged write survives the loss of power.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(10))
        // What was deleted is gone from the file too.
        .pragma("secure_delete", "on")
        .optimize_on_close(true, None);
    Ok(SqlitePoolOptions::new()
        .max_connections(8)
        .acquire_timeout(Duration::from_secs(10))
        .connect_with(options)
        .await?)
}

#[path = "shared/mod.rs"]
mod shared;
pub use shared::Store;
