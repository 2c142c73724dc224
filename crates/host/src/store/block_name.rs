//! The names under which companies were blocked on this device.

use super::{Db, failure::Failure};
use uuid::Uuid;
use zhitu_domain::id::BlockId;

pub async fn list(db: &mut Db) -> Result<Vec<(BlockId, String)>, Failure> {
    let rows: Vec<(Uuid, String)> =
        sqlx::query_as(include_str!("queries/block_name/list.sql")).fetch_all(db).await?;
    Ok(rows.into_iter().map(|(block, name)| (BlockId(block), name)).collect())
}

pub async fn put(db: &mut Db, names: &[(BlockId, String)]) -> Result<(), Failure> {
    for (block, name) in names {
        sqlx::query(include_str!("queries/block_name/put.sql"))
            .bind(block.0)
            .bind(name)
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

pub async fn remove(db: &mut Db, blocks: &[BlockId]) -> Result<(), Failure> {
    for block in blocks {
        sqlx::query(include_str!("queries/block_name/remove.sql")).bind(block.0).execute(&mut *db).await?;
    }
    Ok(())
}
