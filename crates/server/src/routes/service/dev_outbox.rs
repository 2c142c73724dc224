use crate::app::App;
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::auth::OutboxMessage;

/// The messages that the demo market kept instead of sending, latest first. Only with the development gateway.
#[utoipa::path(
    get, path = "/api/dev/outbox", tag = "service",
    responses((status = 200, body = Vec<OutboxMessage>), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn dev_outbox_show(State(app): State<App>) -> Answer<Vec<OutboxMessage>> {
    Ok(Json(app.sms.outbox().unwrap_or_default()))
}
