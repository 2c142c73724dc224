use crate::app::App;
use crate::extract::{Path, SignedIn};
use crate::failure::Failure;
use axum::extract::State;
use axum::http::StatusCode;
use zhitu_contract::ErrorCode;
use zhitu_domain::id::JobId;

/// Keeps a posting. Keeping it twice keeps it once.
#[utoipa::path(
    put, path = "/api/favourites/{id}", tag = "jobs", security(("session" = [])),
    params(("id" = String, Path, format = Uuid)),
    responses((status = 204), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn favourite_put(
    State(app): State<App>,
    asking: SignedIn,
    Path(id): Path<JobId>,
) -> Result<StatusCode, Failure> {
    set(&app, asking, id, true).await
}

/// Keeps a posting no longer.
#[utoipa::path(
    delete, path = "/api/favourites/{id}", tag = "jobs", security(("session" = [])),
    params(("id" = String, Path, format = Uuid)),
    responses((status = 204), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn favourite_remove(
    State(app): State<App>,
    asking: SignedIn,
    Path(id): Path<JobId>,
) -> Result<StatusCode, Failure> {
    set(&app, asking, id, false).await
}

async fn set(app: &App, asking: SignedIn, job: JobId, on: bool) -> Result<StatusCode, Failure> {
    if app.store.favourite_set(asking.account, job, on, app.now()).await? {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(ErrorCode::NotFound.into())
    }
}
