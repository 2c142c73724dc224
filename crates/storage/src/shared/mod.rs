//! Written once, compiled twice: `super::Db` is SQLite in `sqlite`, PostgreSQL in `postgres`.

use super::{BEGIN, DIALECT, Db, Row, migrator, pool};
use crate::Result;

/// The statement `queries/<name>.sql`.
macro_rules! sql {
    ($name:literal) => {{
        $crate::trace::ran(super::DIALECT, $name);
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/queries/", $name, ".sql"))
    }};
}

mod account;
mod application;
mod attachment;
mod audit;
mod code;
mod columns;
mod company;
mod contact;
mod conversation;
mod download;
mod email_code;
mod erasure;
mod introduction;
mod job;
mod look;
mod mailbox;
mod note;
mod notice;
mod outbox;
mod recruiter;
mod relay;
mod resume;
mod session;
mod staff;
mod virtual_number;
mod visibility;
mod work_email;

use columns::{Columns, word};

/// A pool of connections to one database.
#[derive(Debug, Clone)]
pub struct Store {
    pool: sqlx::Pool<Db>,
}

/// A transaction that writes.
type Transaction = sqlx::Transaction<'static, Db>;

impl Store {
    pub(crate) async fn connect(url: &str) -> Result<Self> {
        Ok(Self { pool: pool(url).await? })
    }

    pub(crate) async fn migrate(&self) -> Result<()> {
        Ok(migrator().run(&self.pool).await?)
    }

    pub(crate) async fn is_migrated(&self) -> Result<bool> {
        use sqlx::migrate::Migrate;
        let migrator = migrator();
        let mut connection = self.pool.acquire().await?;
        connection.ensure_migrations_table(&migrator.table_name).await?;
        let applied = connection.list_applied_migrations(&migrator.table_name).await?;
        Ok(migrator.iter().all(|wanted| applied.iter().any(|there| there.version == wanted.version)))
    }

    pub(crate) async fn ping(&self) -> Result<()> {
        sqlx::query(sql!("store/ping")).fetch_one(&self.pool).await?;
        Ok(())
    }

    pub(crate) async fn close(&self) -> Result<()> {
        self.pool.close().await;
        Ok(())
    }

    /// Begins a transaction that will write.
    ///
    /// On a task of its own, which ends even if nobody waits for it any more: sqlx rolls back a transaction that is
    /// dropped, but not one whose beginning was cut off, and whoever got that connection next would write into it.
    async fn write(&self) -> Result<Transaction> {
        let pool = self.pool.clone();
        let begun = tokio::spawn(async move { pool.begin_with(BEGIN).await });
        // Only the end of the program ends the task.
        Ok(begun.await.map_err(|_| sqlx::Error::PoolClosed)??)
    }
}
