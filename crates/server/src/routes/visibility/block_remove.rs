use super::visibility_view;
use crate::app::App;
use crate::extract::{Path, SignedIn};
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::ErrorCode;
use zhitu_contract::visibility::VisibilityView;
use zhitu_domain::id::BlockId;

/// Takes a company off the block list. Conversations that the block ended stay ended until the seeker opens them.
#[utoipa::path(
    delete, path = "/api/visibility/blocks/{id}", tag = "visibility", security(("session" = [])),
    params(("id" = BlockId, Path, description = "Which block")),
    responses((status = 200, body = VisibilityView), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn block_remove(
    State(app): State<App>,
    asking: SignedIn,
    Path(id): Path<BlockId>,
) -> Answer<VisibilityView> {
    if !app.store.block_remove(asking.account, id).await? {
        return Err(ErrorCode::NotFound.into());
    }
    Ok(Json(visibility_view(&app, asking.account).await?))
}
