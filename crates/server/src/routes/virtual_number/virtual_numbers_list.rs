use super::views;
use crate::app::App;
use crate::extract::SignedIn;
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::virtual_number::VirtualNumberView;

/// The companies that may reach the seeker by a virtual number, latest first, with the calls that there were.
#[utoipa::path(
    get, path = "/api/virtual-numbers", tag = "visibility", security(("session" = [])),
    responses((status = 200, body = Vec<VirtualNumberView>), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn virtual_numbers_list(
    State(app): State<App>,
    asking: SignedIn,
) -> Answer<Vec<VirtualNumberView>> {
    Ok(Json(views(&app, asking.account).await?))
}
