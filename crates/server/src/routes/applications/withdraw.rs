use super::view;
use crate::app::App;
use crate::extract::{Path, SignedIn};
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::ErrorCode;
use zhitu_contract::applications::Application;
use zhitu_domain::id::ApplicationId;

/// Takes an application back; from that moment nobody opens its snapshot (I2). Twice is once.
#[utoipa::path(
    post, path = "/api/applications/{id}/withdraw", tag = "applications", security(("session" = [])),
    params(("id" = ApplicationId, Path, description = "Which application")),
    responses((status = 200, body = Application), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn application_withdraw(
    State(app): State<App>,
    asking: SignedIn,
    Path(id): Path<ApplicationId>,
) -> Answer<Application> {
    if !app.store.application_withdraw(id, asking.account, app.now()).await? {
        return Err(ErrorCode::NotFound.into());
    }
    let withdrawn = app.store.application_get(id).await?.ok_or(ErrorCode::NotFound)?;
    Ok(Json(view(withdrawn)))
}
