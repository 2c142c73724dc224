use super::settings;
use crate::app::App;
use crate::extract::SignedIn;
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::Error;
use zhitu_contract::notices::NoticeSettings;

/// Forgets the address that notices are posted to, and what was on its way there.
#[utoipa::path(
    delete, path = "/api/notices/webhook", tag = "notices", security(("session" = [])),
    responses((status = 200, body = NoticeSettings), (status = "default", body = Error))
)]
pub(super) async fn notice_webhook_remove(
    State(app): State<App>,
    asking: SignedIn,
) -> Answer<NoticeSettings> {
    app.store.notice_webhook_remove(asking.account).await?;
    Ok(Json(settings(&app, asking.account).await?))
}
