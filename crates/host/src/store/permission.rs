//! How the permissions of this device stand.

use super::{Db, failure::Failure, json};
use zhitu_domain::permission::Permissions;

const TABLE: &str = "permission";

pub async fn show(db: &mut Db) -> Result<Option<Permissions>, Failure> {
    let text: Option<String> =
        sqlx::query_scalar(include_str!("queries/permission/show.sql")).fetch_optional(db).await?;
    text.map(|text| json::read(TABLE, &text)).transpose()
}

pub async fn set(db: &mut Db, permissions: &Permissions) -> Result<(), Failure> {
    let text = json::write(TABLE, permissions)?;
    sqlx::query(include_str!("queries/permission/set.sql")).bind(text).execute(db).await?;
    Ok(())
}
