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
use zhitu_contract::jobs::JobCard;
use zhitu_storage::job::Job;

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

/// A posting as a list shows it.
fn card(job: Job, distance_km: Option<f64>) -> JobCard {
    let content = job.content;
    JobCard {
        id: job.id,
        title: content.title,
        company: job.company.name,
        demo: job.company.demo,
        salary: content.salary,
        place: content.workplace.place,
        address: content.workplace.address,
        point: content.workplace.point,
        remote: content.workplace.remote,
        employment_type: content.employment_type,
        experience: content.experience,
        education: content.education,
        tags: content.tags,
        posted_at: job.posted_at,
        distance_km,
    }
}
