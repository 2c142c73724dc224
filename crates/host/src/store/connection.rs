//! The one connection to the database, which everybody takes in turn.

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _, Error, SqliteConnection};
use std::fmt;
use std::sync::Arc;
use tokio::sync::{Mutex, MutexGuard};

/// The connection, shared. The last one to let go of it waits until SQLite has closed the file: SQLCipher frees its
/// memory when the process ends, and a connection that is being closed on its thread at that moment would use it.
#[derive(Clone)]
pub(super) struct Connection(Arc<Mutex<Slot>>);

/// Where the connection is, when it is there.
pub(super) struct Slot {
    /// How the next connection is made.
    pub(super) options: SqliteConnectOptions,
    open: Option<SqliteConnection>,
    ended: bool,
}

impl fmt::Debug for Connection {
    /// The options hold the key.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Connection").finish_non_exhaustive()
    }
}

impl Slot {
    /// The connection. It is made anew if a change of key has ended the one before.
    pub(super) async fn get(&mut self) -> Result<&mut SqliteConnection, Error> {
        if self.ended {
            return Err(Error::PoolClosed);
        }
        let open = match self.open.take() {
            Some(open) => open,
            None => self.options.connect().await?,
        };
        Ok(self.open.insert(open))
    }

    /// Ends the connection; the next one to ask gets another.
    pub(super) async fn renew(&mut self) -> Result<(), Error> {
        match self.open.take() {
            Some(open) => open.close().await,
            None => Ok(()),
        }
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        if let Some(open) = self.open.take()
            && let Err(error) = futures_executor::block_on(open.close())
        {
            tracing::warn!(%error, "the database was not closed");
        }
    }
}

impl Connection {
    pub(super) async fn open(options: SqliteConnectOptions) -> Result<Self, Error> {
        let open = Some(options.connect().await?);
        Ok(Self(Arc::new(Mutex::new(Slot { options, open, ended: false }))))
    }

    /// Nobody else uses the connection for as long as this is held.
    pub(super) async fn lock(&self) -> MutexGuard<'_, Slot> {
        self.0.lock().await
    }

    /// Ends it: who asks later is refused.
    pub(super) async fn close(&self) -> Result<(), Error> {
        let mut slot = self.lock().await;
        slot.ended = true;
        slot.renew().await
    }

    /// Runs statements outside of a transaction.
    pub(super) async fn run(&self, statements: &'static str) -> Result<(), Error> {
        sqlx::raw_sql(statements).execute(self.lock().await.get().await?).await?;
        Ok(())
    }
}
