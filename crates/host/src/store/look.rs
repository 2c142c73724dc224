//! Which looks of others the record has an entry of.

use super::{Db, failure::Failure, record};
use zhitu_domain::id::LookId;
use zhitu_domain::record::Recorded;
use zhitu_domain::time::Timestamp;

pub async fn is_recorded(db: &mut Db, look: LookId) -> Result<bool, Failure> {
    Ok(sqlx::query_scalar(include_str!("queries/look/show.sql")).bind(look.0).fetch_one(db).await?)
}

pub async fn record(db: &mut Db, look: LookId, what: &Recorded, at: Timestamp) -> Result<bool, Failure> {
    let added = sqlx::query(include_str!("queries/look/add.sql"))
        .bind(look.0)
        .execute(&mut *db)
        .await?
        .rows_affected();
    if added > 0 {
        record::append(db, what, at).await?;
    }
    Ok(added > 0)
}
