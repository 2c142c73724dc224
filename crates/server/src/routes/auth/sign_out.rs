use crate::app::App;
use crate::extract::SignedIn;
use crate::failure::Failure;
use axum::extract::State;
use axum::http::StatusCode;

/// Ends the session that asks.
#[utoipa::path(
    post, path = "/api/auth/sign-out", tag = "auth", security(("session" = [])),
    responses((status = 204), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn sign_out(State(app): State<App>, asking: SignedIn) -> Result<StatusCode, Failure> {
    app.store.session_end(asking.account, asking.session, app.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}
