use super::settings;
use crate::app::App;
use crate::extract::SignedIn;
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::Error;
use zhitu_contract::notices::NoticeSettings;

/// What is told outside the app, and where to.
#[utoipa::path(
    get, path = "/api/notices", tag = "notices", security(("session" = [])),
    responses((status = 200, body = NoticeSettings), (status = "default", body = Error))
)]
pub(super) async fn notices_show(State(app): State<App>, asking: SignedIn) -> Answer<NoticeSettings> {
    Ok(Json(settings(&app, asking.account).await?))
}
