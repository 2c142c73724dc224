use crate::app::App;
use crate::extract::SignedIn;
use crate::failure::Answer;
use crate::routes::job_card::job_card;
use axum::Json;
use axum::extract::State;
use zhitu_contract::jobs::JobCard;

/// The account's kept postings, last kept first, closed ones too (S-SRCH-04).
#[utoipa::path(
    get, path = "/api/favourites", tag = "jobs", security(("session" = [])),
    responses((status = 200, body = Vec<JobCard>), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn favourites_list(State(app): State<App>, asking: SignedIn) -> Answer<Vec<JobCard>> {
    let jobs = app.store.favourites_list(asking.account).await?;
    Ok(Json(jobs.into_iter().map(|job| job_card(job, None)).collect()))
}
