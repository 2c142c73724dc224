use super::visibility_view;
use crate::app::App;
use crate::extract::SignedIn;
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::visibility::VisibilityView;

/// Who may see the own résumé.
#[utoipa::path(
    get, path = "/api/visibility", tag = "visibility", security(("session" = [])),
    responses((status = 200, body = VisibilityView), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn visibility_show(State(app): State<App>, asking: SignedIn) -> Answer<VisibilityView> {
    Ok(Json(visibility_view(&app, asking.account).await?))
}
