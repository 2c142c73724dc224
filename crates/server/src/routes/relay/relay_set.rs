use super::relay_views;
use crate::app::App;
use crate::extract::{Body, Path, SignedIn};
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::ErrorCode;
use zhitu_contract::relay::{RelaySetRequest, RelayView};
use zhitu_domain::id::RelayId;

/// Closes a channel to a company, or lets it be opened again. Closing deletes the aliases and what waits to be sent; it
/// holds from the next mail on (I2).
#[utoipa::path(
    put, path = "/api/relays/{id}", tag = "visibility", security(("session" = [])),
    params(("id" = RelayId, Path, description = "Which channel")), request_body = RelaySetRequest,
    responses((status = 200, body = Vec<RelayView>), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn relay_set(
    State(app): State<App>,
    asking: SignedIn,
    Path(id): Path<RelayId>,
    Body(request): Body<RelaySetRequest>,
) -> Answer<Vec<RelayView>> {
    if !app.store.relay_set(asking.account, id, !request.open).await? {
        return Err(ErrorCode::NotFound.into());
    }
    Ok(Json(relay_views(&app, asking.account).await?))
}
