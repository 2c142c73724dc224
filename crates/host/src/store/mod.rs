//! The device's database: SQLite under SQLCipher, its key in the keyring, nothing legible on the disk.
//!
//! [`DeviceStore::open`] decides where it lives: in a file when the keyring gives or takes the key, in memory when
//! there is no keyring; never in a plain file. A file whose key is lost is set aside, not deleted: the platform
//! has what was in it, but for what was typed and not yet sent. `rekey.rs` gives the file another key.
//!
//! To add something that is kept: a table in a new file of `migrations/` (one that has landed is never edited), its
//! queries as `queries/<noun>/<operation>.sql`, its functions in `<noun>.rs`, the port's methods in
//! `local_store.rs`. Values that only this app reads again as a whole are JSON; when such a form changes so that
//! the old text cannot be read, a migration rewrites it, or empties the table if the server has its content.

mod account;
mod application;
mod block_name;
mod chat;
mod connection;
mod failure;
mod favourite;
mod json;
mod kept_job;
mod key;
mod local_store;
mod look;
mod migrations;
mod open;
mod outgoing;
mod permission;
mod policy;
mod record;
mod rekey;
mod resume;
mod search_history;
mod settings;

use connection::Connection;
use sqlx::SqliteConnection;

pub use open::Opened;

/// The device's database.
///
/// One connection: everything that happens is one transaction after another, and each is on the disk when it
/// answers (`synchronous = FULL`).
#[derive(Debug, Clone)]
pub struct DeviceStore {
    connection: Connection,
    in_memory: bool,
}

impl DeviceStore {
    /// Whether it lives in memory, since there is no keyring: all of it ends with the app.
    pub fn in_memory(&self) -> bool {
        self.in_memory
    }

    /// Ends it. What was answered before is kept.
    pub async fn close(&self) {
        if let Err(error) = self.connection.close().await {
            tracing::warn!(%error, "the database was not closed");
        }
    }

    /// Gives the pages that nothing uses any more back to the disk. They hold nothing: a disk that has no room for
    /// doing this is no reason to fail.
    async fn give_back_space(&self) {
        if let Err(error) = self.connection.run("vacuum").await {
            tracing::warn!(%error, "the database keeps its size");
        }
    }

    /// Empties the write-ahead log, so that what was deleted is not in it any more. `secure_delete` has
    /// overwritten the pages themselves.
    async fn forget_log(&self) -> Result<(), failure::Failure> {
        Ok(self.connection.run("pragma wal_checkpoint(truncate)").await?)
    }
}

/// What the functions of the nouns speak to.
type Db = SqliteConnection;

#[cfg(test)]
mod tests;
