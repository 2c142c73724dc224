use super::look_view;
use crate::app::App;
use crate::extract::{Query, SignedIn};
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::visibility::{Look, LooksList};

/// How many are answered at once.
const PAGE: u32 = 50;

/// Who looked at the own résumé, latest first (I4).
#[utoipa::path(
    get, path = "/api/visibility/looks", tag = "visibility", security(("session" = [])), params(LooksList),
    responses((status = 200, body = Vec<Look>), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn looks_list(
    State(app): State<App>,
    asking: SignedIn,
    Query(list): Query<LooksList>,
) -> Answer<Vec<Look>> {
    let looks = app.store.looks_of(asking.account, list.before, PAGE).await?;
    Ok(Json(looks.into_iter().map(look_view).collect()))
}
