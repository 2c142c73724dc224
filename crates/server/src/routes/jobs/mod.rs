//! Jobs: search, type-ahead, detail, favourites. Browsing asks for no account (S-AUTH-05).

mod favourite_set;
mod favourites_list;
mod search;
mod show;
mod suggest;

use crate::app::App;
use crate::failure::Failure;
use crate::index::{IndexError, JobIndex};
use std::sync::Arc;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use zhitu_contract::ErrorCode;

/// Its routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(search::jobs_search))
        .routes(routes!(suggest::jobs_suggest))
        .routes(routes!(show::job_show))
        .routes(routes!(favourites_list::favourites_list))
        .routes(routes!(favourite_set::favourite_put, favourite_set::favourite_remove))
}

/// Asks the index on a thread that may wait.
async fn ask<T: Send + 'static>(
    app: &App,
    question: impl FnOnce(&dyn JobIndex) -> Result<T, IndexError> + Send + 'static,
) -> Result<T, Failure> {
    let index = app.index.clone().ok_or(ErrorCode::Unavailable)?;
    let answer = tokio::task::spawn_blocking(move || question(Arc::as_ref(&index))).await;
    answer.map_err(|error| Failure::internal(&error))?.map_err(|error| Failure::internal(&error))
}
