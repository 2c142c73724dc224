//! Kept jobs.

use super::{Db, failure::Failure, json};
use zhitu_contract::jobs::JobCard;
use zhitu_domain::id::JobId;
use zhitu_domain::time::Timestamp;

const TABLE: &str = "favourite";

pub async fn list(db: &mut Db) -> Result<Vec<JobCard>, Failure> {
    let cards: Vec<String> =
        sqlx::query_scalar(include_str!("queries/favourite/list.sql")).fetch_all(db).await?;
    json::read_all(TABLE, &cards)
}

pub async fn put(db: &mut Db, card: &JobCard, at: Timestamp) -> Result<(), Failure> {
    sqlx::query(include_str!("queries/favourite/put.sql"))
        .bind(card.id.0)
        .bind(json::write(TABLE, card)?)
        .bind(at.0)
        .execute(db)
        .await?;
    Ok(())
}

pub async fn remove(db: &mut Db, job: JobId) -> Result<(), Failure> {
    sqlx::query(include_str!("queries/favourite/remove.sql")).bind(job.0).execute(db).await?;
    Ok(())
}
