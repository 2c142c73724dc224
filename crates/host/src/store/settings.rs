//! Settings of this device.

use super::{Db, failure::Failure, json};
use zhitu_contract::device::Settings;

const TABLE: &str = "settings";

pub async fn show(db: &mut Db) -> Result<Settings, Failure> {
    let text: Option<String> =
        sqlx::query_scalar(include_str!("queries/settings/show.sql")).fetch_optional(db).await?;
    text.map_or_else(|| Ok(Settings::default()), |text| json::read(TABLE, &text))
}

pub async fn set(db: &mut Db, settings: &Settings) -> Result<(), Failure> {
    let text = json::write(TABLE, settings)?;
    sqlx::query(include_str!("queries/settings/set.sql")).bind(text).execute(db).await?;
    Ok(())
}
