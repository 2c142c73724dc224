//! The person's applications, as last seen.

use super::{Db, failure::Failure, json};
use zhitu_contract::applications::Application;

const TABLE: &str = "application";

pub async fn list(db: &mut Db) -> Result<Vec<Application>, Failure> {
    let texts: Vec<String> =
        sqlx::query_scalar(include_str!("queries/application/list.sql")).fetch_all(db).await?;
    json::read_all(TABLE, &texts)
}

pub async fn replace(db: &mut Db, applications: &[Application]) -> Result<(), Failure> {
    sqlx::query(include_str!("queries/application/clear.sql")).execute(&mut *db).await?;
    for application in applications {
        sqlx::query(include_str!("queries/application/add.sql"))
            .bind(json::write(TABLE, application)?)
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}
