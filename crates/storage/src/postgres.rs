//! What is PostgreSQL's own: options, how a writing transaction begins, migrations.

use sqlx::postgres::{PgConnectOptions, PgPoolOptions, PgRow};
use std::str::FromStr;
use std::time::Duration;

pub(crate) type Db = sqlx::Postgres;
pub(crate) type Row = PgRow;

pub(crate) const DIALECT: &str = "postgres";

/// Read committed; operations that depend on a row write it first and so hold its lock.
pub(crate) const BEGIN: &str = "begin";

pub(crate) fn migrator() -> sqlx::migrate::Migrator {
    migrations!("postgres")
}

pub(crate) async fn pool(url: &str) -> crate::Result<sqlx::Pool<Db>> {
    let options = PgConnectOptions::from_str(url)?.application_name("zhitu-server");
    Ok(PgPoolOptions::new()
        .max_connections(16)
        .acquire_timeout(Duration::from_secs(10))
        .connect_with(options)
        .await?)
}

#[path = "shared/mod.rs"]
mod shared;
pub use shared::Store;
