use super::request_view;
use crate::app::App;
use crate::extract::{Path, SignedIn};
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::visibility::ContactRequestView;
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::id::ContactRequestId;

/// Takes back what was granted: it is shown no more from the next request on (D6, I2).
#[utoipa::path(
    post, path = "/api/contact-requests/{id}/withdraw", tag = "visibility", security(("session" = [])),
    params(("id" = ContactRequestId, Path, description = "Which request")),
    responses((status = 200, body = ContactRequestView), (status = "default", body = Error))
)]
pub(super) async fn contact_consent_withdraw(
    State(app): State<App>,
    asking: SignedIn,
    Path(id): Path<ContactRequestId>,
) -> Answer<ContactRequestView> {
    let mut asked = app
        .store
        .contact_request_get(id)
        .await?
        .filter(|asked| asked.seeker == asking.account)
        .ok_or(ErrorCode::NotFound)?;
    let mut withdrawn = asked.request.clone();
    let granted = withdrawn.withdraw(app.now()).is_ok();
    if granted && app.store.contact_request_set(&asked, &withdrawn.state, app.now()).await? {
        asked.request = withdrawn;
        return Ok(Json(request_view(asked)));
    }
    let detail = serde_json::json!({ "reason": "not_granted" });
    Err(Error::new(ErrorCode::ContactRequestClosed).detail(detail).into())
}
