//! Giving the database another key.
//!
//! The keyring has the new key before the file does, in a slot of its own, and the old one for as long as the file may
//! have it:
//!
//! 1. the new key goes into `DatabaseKeyNext`;
//! 2. `pragma rekey` writes all pages anew, in one transaction;
//! 3. the new key goes into `DatabaseKey`;
//! 4. `DatabaseKeyNext` is emptied.
//!
//! Killed before the transaction of 2 is committed, the file has the key in `DatabaseKey`; killed later, the one in
//! `DatabaseKeyNext`, and opening it does 3 and 4.

use super::DeviceStore;
use super::failure::{Failure, is_wrong_key};
use super::key::Key;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, query_scalar, raw_sql};
use zhitu_core::ports::{Rng, StoreError, StoreResult, TokenVault, VaultSlot, VaultUnavailable};

/// Gives the file of a store another key.
pub async fn rekey(store: &DeviceStore, vault: &dyn TokenVault, rng: &dyn Rng) -> StoreResult<()> {
    if store.in_memory() {
        return Ok(());
    }
    // The one connection there is: from here on nobody else writes.
    let mut slot = store.connection.lock().await;
    let options = slot.options.clone();
    // `DatabaseKeyNext` may be the only place that has the file's key, if 3 failed the last time: not to be overwritten.
    match vault.load(VaultSlot::DatabaseKey).await.map_err(|error| unavailable(&error))?.and_then(Key::kept) {
        Some(present) if fits(&options, &present).await? => {}
        _ => return Err(StoreError::Unavailable("its key is not in its place in the keyring".to_owned())),
    }
    let next = Key::new(rng);
    keep(vault, VaultSlot::DatabaseKeyNext, &next).await.map_err(|error| unavailable(&error))?;
    let statement = AssertSqlSafe(format!("pragma rekey = {}", next.pragma()));
    let answer = raw_sql(statement).execute(slot.get().await.map_err(Failure::from)?).await;
    // SQLCipher answers well also when it failed, and a connection on which it failed would write the new key's pages
    // among those of the old one (`sqlite3_rekey_v2` in its source). So the file is asked, over another connection, and
    // this one ends in either case.
    let changed = fits(&options, &next).await;
    if let Ok(true) = changed {
        slot.options = with_key(&options, &next);
    }
    slot.renew().await.map_err(Failure::from)?;
    drop(slot);
    if !changed? {
        answer.map_err(Failure::from)?;
        return Err(StoreError::Unavailable("the file kept its key".to_owned()));
    }
    // What is still there under the old key are pages that the log has anew.
    store.forget_log().await?;
    settle(vault, &next).await;
    Ok(())
}

/// Puts the key that the file has into its place. What fails here is made up for at the next opening.
pub async fn settle(vault: &dyn TokenVault, key: &Key) {
    let settled = async {
        keep(vault, VaultSlot::DatabaseKey, key).await?;
        vault.remove(VaultSlot::DatabaseKeyNext).await
    };
    if let Err(error) = settled.await {
        tracing::warn!(%error, "the database's key is not in its place in the keyring yet");
    }
}

/// Keeps a key, and makes sure that the keyring has it: a file is made unreadable by one that has not.
pub async fn keep(vault: &dyn TokenVault, slot: VaultSlot, key: &Key) -> Result<(), VaultUnavailable> {
    vault.store(slot, key.secret()).await?;
    if vault.load(slot).await?.as_ref() == Some(key.secret()) {
        Ok(())
    } else {
        Err(VaultUnavailable("it does not give back what it was given".to_owned()))
    }
}

fn with_key(options: &SqliteConnectOptions, key: &Key) -> SqliteConnectOptions {
    options.clone().pragma("key", key.pragma())
}

/// Whether the file can be read with this key.
async fn fits(options: &SqliteConnectOptions, key: &Key) -> Result<bool, Failure> {
    let tried = async {
        let mut connection = with_key(options, key).connect().await?;
        let read =
            query_scalar::<_, i64>("select count(*) from sqlite_schema").fetch_one(&mut connection).await;
        connection.close().await?;
        read
    };
    match tried.await {
        Ok(_) => Ok(true),
        Err(error) if is_wrong_key(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

fn unavailable(error: &VaultUnavailable) -> StoreError {
    StoreError::Unavailable(error.to_string())
}
