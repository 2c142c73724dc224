use crate::app::App;
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::auth::OutboxMessage;

/// The messages that the demo market kept instead of sending, latest first. Only with a development gateway.
#[utoipa::path(
    get, path = "/api/dev/outbox", tag = "service",
    responses((status = 200, body = Vec<OutboxMessage>), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn dev_outbox_show(State(app): State<App>) -> Answer<Vec<OutboxMessage>> {
    let mut kept = app.sms.outbox().unwrap_or_default();
    kept.extend(app.mail.outbox().unwrap_or_default());
    kept.extend(app.telephony.outbox().unwrap_or_default());
    kept.sort_by_key(|message| std::cmp::Reverse(message.at));
    Ok(Json(kept))
}
