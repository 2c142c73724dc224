use super::request_view;
use crate::app::App;
use crate::extract::SignedIn;
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::visibility::ContactRequestView;

/// Who asked the seeker for real contact data, latest first, and what became of it.
#[utoipa::path(
    get, path = "/api/contact-requests", tag = "visibility", security(("session" = [])),
    responses((status = 200, body = Vec<ContactRequestView>), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn contact_requests_list(
    State(app): State<App>,
    asking: SignedIn,
) -> Answer<Vec<ContactRequestView>> {
    let asked = app.store.contact_requests_to(asking.account).await?;
    Ok(Json(asked.into_iter().map(request_view).collect()))
}
