use crate::app::App;
use crate::extract::Query;
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::policy::{Policy, PolicyShow};

/// The policy in force (S-POL-01).
#[utoipa::path(
    get, path = "/api/policy", tag = "policy", params(PolicyShow),
    responses((status = 200, body = Policy), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn policy_show(State(app): State<App>, Query(show): Query<PolicyShow>) -> Answer<Policy> {
    Ok(Json(app.policies.get(show.language).clone()))
}
