use super::company_name;
use crate::app::App;
use crate::extract::Query;
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::Error;
use zhitu_contract::visibility::{CompaniesFind, CompanyName};

/// How many are answered.
const MOST: u32 = 20;

/// Companies of the platform by a part of their name. No account is needed: who looks for one is not learnt.
#[utoipa::path(
    get, path = "/api/companies", tag = "visibility", params(CompaniesFind),
    responses((status = 200, body = Vec<CompanyName>), (status = "default", body = Error))
)]
pub(super) async fn companies_find(
    State(app): State<App>,
    Query(find): Query<CompaniesFind>,
) -> Answer<Vec<CompanyName>> {
    if find.q.chars().count() > 100 {
        return Err(Error::field("q", "too_long").into());
    }
    if find.q.trim().is_empty() {
        return Ok(Json(Vec::new()));
    }
    let found = app.store.companies_find(&find.q, MOST).await?;
    Ok(Json(found.into_iter().map(company_name).collect()))
}
