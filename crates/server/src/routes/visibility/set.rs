use super::visibility_view;
use crate::app::App;
use crate::extract::{Body, SignedIn};
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::visibility::{VisibilitySetRequest, VisibilityView};
use zhitu_domain::id::ResumeId;

/// Chooses who may see the own résumé. It holds from the next request of anybody (I2).
#[utoipa::path(
    put, path = "/api/visibility", tag = "visibility", security(("session" = [])),
    request_body = VisibilitySetRequest,
    responses((status = 200, body = VisibilityView), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn visibility_set(
    State(app): State<App>,
    asking: SignedIn,
    Body(request): Body<VisibilitySetRequest>,
) -> Answer<VisibilityView> {
    let resume = ResumeId(app.new_id()?);
    app.store.visibility_set(asking.account, resume, request.setting, app.now()).await?;
    Ok(Json(visibility_view(&app, asking.account).await?))
}
