use super::by_number;
use crate::app::App;
use crate::extract::{Body, SignedIn};
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::ErrorCode;
use zhitu_contract::auth::OutboxMessage;
use zhitu_contract::virtual_number::DevCall;
use zhitu_domain::account::PhoneNumber;
use zhitu_storage::virtual_number::NewTelephonyEvent;

/// The length of a call that is played, in seconds.
const SECONDS: u32 = 180;

/// Plays a call over a number that the asker is bound to, and says what would have happened. Nobody is called. Only with
/// the development gateway.
#[utoipa::path(
    post, path = "/api/dev/calls", tag = "service", security(("session" = [])), request_body = DevCall,
    responses((status = 200, body = OutboxMessage), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn dev_call_play(
    State(app): State<App>,
    asking: SignedIn,
    Body(request): Body<DevCall>,
) -> Answer<OutboxMessage> {
    let number = PhoneNumber::parse(&request.number).map_err(|_| ErrorCode::NotFound)?;
    let binding = by_number(&app, asking.account, &number).await?.ok_or(ErrorCode::NotFound)?;
    let played = app.telephony.play(&number, SECONDS).ok_or(ErrorCode::NotFound)?;
    let key = app.new_id()?.to_string();
    let now = app.now();
    app.store
        .telephony_event_put(&NewTelephonyEvent {
            id: &key,
            fingerprint: key.as_bytes(),
            binding: binding.id,
            call: &key,
            began_at: now.plus_seconds(-i64::from(SECONDS)),
            seconds: Some(SECONDS),
            at: now,
        })
        .await?;
    Ok(Json(played))
}
