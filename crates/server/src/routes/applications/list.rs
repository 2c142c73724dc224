use super::view;
use crate::app::App;
use crate::extract::SignedIn;
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::applications::Application;

/// The account's applications, latest first, withdrawn ones too.
#[utoipa::path(
    get, path = "/api/applications", tag = "applications", security(("session" = [])),
    responses((status = 200, body = Vec<Application>), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn applications_list(State(app): State<App>, asking: SignedIn) -> Answer<Vec<Application>> {
    let applications = app.store.applications_of_account(asking.account).await?;
    Ok(Json(applications.into_iter().map(view).collect()))
}
