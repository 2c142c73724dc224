//! What can go wrong with a database.

/// Why an operation failed. Never holds a value of a row.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database refused or cannot be reached.
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    /// A migration failed, or the database has been migrated by a newer program.
    #[error("migration: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// A row breaks what the tables promise.
    #[error("column {column} holds what it cannot")]
    Inconsistent {
        /// The column.
        column: &'static str,
    },
    /// A value cannot be stored as JSON.
    #[error("json: {0}")]
    Json(#[from] serde_json::Error),
    /// The URL names neither SQLite nor PostgreSQL.
    #[error("database_url is neither sqlite: nor postgres:")]
    UnknownDatabase,
    /// The URL names PostgreSQL, and the program is built without it.
    #[cfg(not(feature = "postgres"))]
    #[error("this program is built without PostgreSQL")]
    WithoutPostgres,
}

impl Error {
    /// Whether trying again later may help: the database is busy, full of connections or away.
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Database(error) => match error {
                sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => true,
                // SQLITE_BUSY and SQLITE_LOCKED; serialization failure, deadlock, shutting down, starting up.
                sqlx::Error::Database(refusal) => refusal.code().is_some_and(|code| {
                    matches!(code.as_ref(), "5" | "6" | "261" | "517" | "40001" | "40P01" | "57P01" | "57P03")
                }),
                _ => false,
            },
            _ => false,
        }
    }
}

/// A result of storage.
pub type Result<T, E = Error> = std::result::Result<T, E>;
