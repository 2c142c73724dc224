//! What can go wrong between a query and the port.

use sqlx::Error;
use zhitu_core::ports::StoreError;

/// SQLite's codes, the low byte of the extended ones: <https://www.sqlite.org/rescode.html>
const FULL: i32 = 13;
/// "file is not a database": a wrong key, or no database of ours.
const NOT_A_DATABASE: i32 = 26;

/// A failed query, or a broken row.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The database said no.
    #[error(transparent)]
    Sql(#[from] Error),
    /// A row holds what this version cannot read.
    #[error("a broken row of {table}: {problem}")]
    BrokenRow {
        /// In which table.
        table: &'static str,
        /// What is wrong; without the content.
        problem: String,
    },
}

impl From<Failure> for StoreError {
    fn from(failure: Failure) -> Self {
        match &failure {
            Failure::Sql(error) if code(error) == Some(FULL) => Self::Full,
            // A key that is there already names its value: such messages stay out.
            Failure::Sql(Error::Database(error)) if error.is_unique_violation() => {
                Self::Unavailable("a key is there already".to_owned())
            }
            other => Self::Unavailable(other.to_string()),
        }
    }
}

/// Whether a file could not be read with the key that was given.
pub fn is_wrong_key(error: &Error) -> bool {
    code(error) == Some(NOT_A_DATABASE)
}

/// SQLite's primary code of an error.
fn code(error: &Error) -> Option<i32> {
    let code = error.as_database_error()?.code()?.parse::<i32>().ok()?;
    Some(code & 0xff)
}
