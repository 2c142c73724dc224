//! The platform's tables, written once and compiled for SQLite and PostgreSQL.
//!
//! [`Store`] is one of the two databases, chosen by the form of `database_url`. A feature has three places: its types
//! and the table of its operations in `src/<feature>.rs`, what the operations do in `src/shared/<feature>.rs`
//! (compiled once against each database), and its statements in `queries/<feature>/<operation>.sql`. A statement
//! serves both databases; where they must differ, `<operation>.postgres.sql` stands beside it.
//!
//! Storage decides nothing about whether something is allowed. Where an answer depends on what is stored at that very
//! moment (a version, a stage, a number of tries), the caller passes what it expects and gets told what was there.
//! Absence is `Ok(None)`; a row that cannot be read is [`Error::Inconsistent`].
//!
//! To add an operation: write its statement, its function in `shared/`, its row in the feature's `operations!` table,
//! and its use in `tests/conformance`, which runs on both databases.

#![cfg_attr(
    feature = "postgres",
    expect(clippy::duplicate_mod, reason = "the shared source is compiled once against each database")
)]

mod error;
#[macro_use]
mod migrations;
#[macro_use]
mod operations;
#[cfg(feature = "postgres")]
mod postgres;
mod sqlite;
mod trace;

pub mod account;
pub mod application;
pub mod attachment;
pub mod audit;
pub mod code;
pub mod company;
pub mod contact;
pub mod conversation;
pub mod download;
pub mod email_code;
pub mod erasure;
pub mod introduction;
pub mod job;
pub mod look;
pub mod mailbox;
pub mod note;
pub mod notice;
pub mod outbox;
pub mod recruiter;
pub mod relay;
pub mod resume;
#[cfg(feature = "postgres")]
pub mod scratch;
pub mod session;
pub mod staff;
pub mod virtual_number;
pub mod visibility;

pub use error::{Error, Result};
#[doc(hidden)]
pub use trace::queries_run;

/// A database.
#[derive(Debug, Clone)]
pub enum Store {
    /// In a file.
    Sqlite(sqlite::Store),
    /// On a server.
    #[cfg(feature = "postgres")]
    Postgres(postgres::Store),
}

impl Store {
    /// Opens the database that `url` names: `sqlite:PATH` (made when it is not there) or `postgres://…`.
    pub async fn connect(url: &str) -> Result<Self> {
        if url.starts_with("sqlite:") {
            Ok(Self::Sqlite(sqlite::Store::connect(url).await?))
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            #[cfg(feature = "postgres")]
            return Ok(Self::Postgres(postgres::Store::connect(url).await?));
            #[cfg(not(feature = "postgres"))]
            Err(Error::WithoutPostgres)
        } else {
            Err(Error::UnknownDatabase)
        }
    }
}

operations! {
    /// Brings the tables to this program's form. Does nothing when they have it.
    async fn migrate(&self) -> ();
    /// Whether every migration of this program has run.
    async fn is_migrated(&self) -> bool;
    /// Fails when the database does not answer.
    async fn ping(&self) -> ();
    /// Waits for statements under way and closes all connections.
    async fn close(&self) -> ();
}
