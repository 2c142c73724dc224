use super::resume_view;
use crate::app::App;
use crate::extract::SignedIn;
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::resume::ResumeResponse;

/// The account's résumé.
#[utoipa::path(
    get, path = "/api/resume", tag = "resume", security(("session" = [])),
    responses((status = 200, body = ResumeResponse), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn resume_show(State(app): State<App>, asking: SignedIn) -> Answer<ResumeResponse> {
    Ok(Json(resume_view(&app, asking.account).await?))
}
