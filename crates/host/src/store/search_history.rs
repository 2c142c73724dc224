//! Searches made on this device.

use super::{Db, failure::Failure, json};
use zhitu_contract::jobs::{JobsSearchRequest, SearchHistoryEntry};
use zhitu_core::ports::SEARCH_HISTORY_ENTRIES;
use zhitu_domain::time::Timestamp;

const TABLE: &str = "search_history";

pub async fn list(db: &mut Db) -> Result<Vec<SearchHistoryEntry>, Failure> {
    let rows: Vec<(i64, String)> =
        sqlx::query_as(include_str!("queries/search_history/list.sql")).fetch_all(db).await?;
    rows.into_iter()
        .map(|(at, request)| {
            Ok(SearchHistoryEntry { request: json::read(TABLE, &request)?, at: Timestamp(at) })
        })
        .collect()
}

pub async fn add(db: &mut Db, request: &JobsSearchRequest, at: Timestamp) -> Result<(), Failure> {
    let text = json::write(TABLE, request)?;
    sqlx::query(include_str!("queries/search_history/forget_equal.sql"))
        .bind(&text)
        .execute(&mut *db)
        .await?;
    sqlx::query(include_str!("queries/search_history/add.sql"))
        .bind(at.0)
        .bind(text)
        .execute(&mut *db)
        .await?;
    sqlx::query(include_str!("queries/search_history/trim.sql"))
        .bind(i64::try_from(SEARCH_HISTORY_ENTRIES).unwrap_or(i64::MAX))
        .execute(db)
        .await?;
    Ok(())
}

pub async fn delete(db: &mut Db, at: Option<Timestamp>) -> Result<(), Failure> {
    if let Some(at) = at {
        sqlx::query(include_str!("queries/search_history/delete.sql")).bind(at.0).execute(db).await?;
    } else {
        sqlx::query(include_str!("queries/search_history/delete_all.sql")).execute(&mut *db).await?;
        sqlx::query(include_str!("queries/kept_job/delete_all.sql")).execute(db).await?;
    }
    Ok(())
}
