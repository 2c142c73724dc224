use super::ask;
use crate::app::App;
use crate::extract::Query;
use crate::failure::{Answer, Failure};
use axum::Json;
use axum::extract::State;
use zhitu_contract::Error;
use zhitu_contract::jobs::{JobsSuggest, JobsSuggestResponse};

/// Titles, terms and companies for what was typed: Chinese, English or pinyin.
#[utoipa::path(
    get, path = "/api/jobs/suggest", tag = "jobs", params(JobsSuggest),
    responses((status = 200, body = JobsSuggestResponse), (status = "default", body = Error))
)]
pub(super) async fn jobs_suggest(
    State(app): State<App>,
    Query(typed): Query<JobsSuggest>,
) -> Answer<JobsSuggestResponse> {
    if typed.text.chars().count() > 60 {
        return Err(Failure(Error::field("text", "too_long")));
    }
    let suggestions = ask(&app, move |index| index.suggest(&typed.text)).await?;
    Ok(Json(JobsSuggestResponse { suggestions }))
}
