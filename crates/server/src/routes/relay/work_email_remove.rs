use crate::app::App;
use crate::extract::RecruitingSide;
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::device::Nothing;

/// Forgets the address that the asker writes from: no mail is taken from it any more, and none goes to it.
#[utoipa::path(
    delete, path = "/api/recruiter/work-email", tag = "recruiter", security(("session" = [])),
    responses((status = 200, body = Nothing), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn work_email_remove(
    State(app): State<App>,
    RecruitingSide(account): RecruitingSide,
) -> Answer<Nothing> {
    app.store.work_email_remove(account).await?;
    Ok(Json(Nothing {}))
}
