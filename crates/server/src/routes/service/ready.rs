use crate::app::App;
use crate::failure::Failure;
use axum::extract::State;

/// Whether it can answer: the database does, and has this program's form.
#[utoipa::path(
    get, path = "/readyz", tag = "service",
    responses((status = 200, body = String), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn ready_show(State(app): State<App>) -> Result<&'static str, Failure> {
    let ready = app.store.is_migrated().await.inspect_err(|error| tracing::warn!(%error, "not ready"));
    match ready {
        Ok(true) => Ok("ready"),
        Ok(false) | Err(_) => Err(zhitu_contract::ErrorCode::Unavailable.into()),
    }
}
