//! The policy: its acceptance and its texts.

use super::{Db, failure::Failure, json};
use zhitu_contract::policy::{Language, Policy, PolicyAcceptance};

const ACCEPTANCE: &str = "policy_acceptance";
const TEXT: &str = "policy_text";

pub async fn acceptance(db: &mut Db) -> Result<Option<PolicyAcceptance>, Failure> {
    let text: Option<String> =
        sqlx::query_scalar(include_str!("queries/policy/acceptance_show.sql")).fetch_optional(db).await?;
    text.map(|text| json::read(ACCEPTANCE, &text)).transpose()
}

pub async fn acceptance_set(db: &mut Db, acceptance: &PolicyAcceptance) -> Result<(), Failure> {
    let text = json::write(ACCEPTANCE, acceptance)?;
    sqlx::query(include_str!("queries/policy/acceptance_set.sql")).bind(text).execute(db).await?;
    Ok(())
}

pub async fn text(db: &mut Db, language: Language) -> Result<Option<Policy>, Failure> {
    let text: Option<String> = sqlx::query_scalar(include_str!("queries/policy/text_show.sql"))
        .bind(json::write(TEXT, &language)?)
        .fetch_optional(db)
        .await?;
    text.map(|text| json::read(TEXT, &text)).transpose()
}

pub async fn text_set(db: &mut Db, policy: &Policy) -> Result<(), Failure> {
    sqlx::query(include_str!("queries/policy/text_set.sql"))
        .bind(json::write(TEXT, &policy.language)?)
        .bind(json::write(TEXT, policy)?)
        .execute(db)
        .await?;
    Ok(())
}
