use super::relay_views;
use crate::app::App;
use crate::extract::SignedIn;
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::relay::RelayView;

/// The companies that have an alias of the seeker, latest used first.
#[utoipa::path(
    get, path = "/api/relays", tag = "visibility", security(("session" = [])),
    responses((status = 200, body = Vec<RelayView>), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn relays_list(State(app): State<App>, asking: SignedIn) -> Answer<Vec<RelayView>> {
    Ok(Json(relay_views(&app, asking.account).await?))
}
