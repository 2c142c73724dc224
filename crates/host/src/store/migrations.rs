//! The tables' versions. `user_version` of the file counts the migrations it has had.

use super::Db;
use super::failure::Failure;
use sqlx::{AssertSqlSafe, Connection as _};

/// In their order. One that has landed is never edited.
pub(super) const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_begin.sql"),
    include_str!("migrations/0002_permissions_and_record.sql"),
    include_str!("migrations/0003_messages_side_by_side.sql"),
    include_str!("migrations/0004_block_names_and_looks.sql"),
    include_str!("migrations/0005_kept_jobs.sql"),
];

/// What became of bringing a database up to date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Migrated {
    /// It is of this version now.
    Current,
    /// A newer version of the app wrote it; nothing was touched.
    Newer,
}

/// Brings a database up to date; each step whole or not at all.
pub async fn run(db: &mut Db) -> Result<Migrated, Failure> {
    let version: i64 = sqlx::query_scalar("pragma user_version").fetch_one(&mut *db).await?;
    let Ok(done) = usize::try_from(version) else { return Ok(Migrated::Newer) };
    if done > MIGRATIONS.len() {
        return Ok(Migrated::Newer);
    }
    for (index, migration) in MIGRATIONS.iter().enumerate().skip(done) {
        let mut transaction = db.begin().await?;
        sqlx::raw_sql(*migration).execute(&mut *transaction).await?;
        let mark = format!("pragma user_version = {}", index + 1);
        sqlx::raw_sql(AssertSqlSafe(mark)).execute(&mut *transaction).await?;
        transaction.commit().await?;
    }
    Ok(Migrated::Current)
}
