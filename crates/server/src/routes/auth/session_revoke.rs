use crate::app::App;
use crate::extract::{Path, SignedIn};
use crate::failure::Failure;
use axum::extract::State;
use axum::http::StatusCode;
use zhitu_contract::ErrorCode;
use zhitu_domain::id::SessionId;

/// Signs one of the account's devices out, at once.
#[utoipa::path(
    delete, path = "/api/auth/sessions/{id}", tag = "auth", security(("session" = [])),
    params(("id" = SessionId, Path, description = "Which session")),
    responses((status = 204), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn session_revoke(
    State(app): State<App>,
    asking: SignedIn,
    Path(session): Path<SessionId>,
) -> Result<StatusCode, Failure> {
    if app.store.session_end(asking.account, session, app.now()).await? {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(ErrorCode::NotFound.into())
    }
}
