//! The account that the personal data here belongs to.

use super::{Db, failure::Failure, json, record};
use zhitu_contract::auth::Account;
use zhitu_domain::time::Timestamp;

const TABLE: &str = "account";

pub async fn show(db: &mut Db) -> Result<Option<Account>, Failure> {
    let text: Option<String> =
        sqlx::query_scalar(include_str!("queries/account/show.sql")).fetch_optional(db).await?;
    text.map(|text| json::read(TABLE, &text)).transpose()
}

pub async fn set(db: &mut Db, account: &Account) -> Result<(), Failure> {
    let text = json::write(TABLE, account)?;
    sqlx::query(include_str!("queries/account/set.sql")).bind(text).execute(db).await?;
    Ok(())
}

pub async fn wipe(db: &mut Db, at: Timestamp) -> Result<(), Failure> {
    sqlx::raw_sql(include_str!("queries/account/wipe.sql")).execute(&mut *db).await?;
    record::clear(db, at).await
}
