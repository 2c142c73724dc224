use super::views;
use crate::app::App;
use crate::extract::{Body, Path, SignedIn};
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::ErrorCode;
use zhitu_contract::virtual_number::{VirtualNumberSetRequest, VirtualNumberView};
use zhitu_domain::id::VirtualNumberId;

/// Ends a company's virtual numbers of the seeker, or lets it have one again. They are shown to nobody from then on; the
/// provider is told at once, and until it says that it is done (I2).
#[utoipa::path(
    put, path = "/api/virtual-numbers/{id}", tag = "visibility", security(("session" = [])),
    params(("id" = VirtualNumberId, Path, description = "Which channel")), request_body = VirtualNumberSetRequest,
    responses((status = 200, body = Vec<VirtualNumberView>), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn virtual_number_set(
    State(app): State<App>,
    asking: SignedIn,
    Path(id): Path<VirtualNumberId>,
    Body(request): Body<VirtualNumberSetRequest>,
) -> Answer<Vec<VirtualNumberView>> {
    if !app.store.virtual_number_set(asking.account, id, !request.open, app.now()).await? {
        return Err(ErrorCode::NotFound.into());
    }
    Ok(Json(views(&app, asking.account).await?))
}
