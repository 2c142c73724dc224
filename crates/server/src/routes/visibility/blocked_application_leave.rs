use super::visibility_view;
use crate::app::App;
use crate::extract::{Path, SignedIn};
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::ErrorCode;
use zhitu_contract::visibility::VisibilityView;
use zhitu_domain::id::ApplicationId;

/// Leaves an application with a company that was blocked since: the seeker was asked and is not asked again until the
/// company is blocked anew (D5). It can still be withdrawn as any other.
#[utoipa::path(
    post, path = "/api/visibility/blocked-applications/{id}/leave", tag = "visibility", security(("session" = [])),
    params(("id" = ApplicationId, Path, description = "Which application")),
    responses((status = 200, body = VisibilityView), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn blocked_application_leave(
    State(app): State<App>,
    asking: SignedIn,
    Path(id): Path<ApplicationId>,
) -> Answer<VisibilityView> {
    if !app.store.application_leave(id, asking.account).await? {
        return Err(ErrorCode::NotFound.into());
    }
    Ok(Json(visibility_view(&app, asking.account).await?))
}
