use crate::app::App;
use crate::extract::SignedByProvider;
use crate::failure::Answer;
use crate::secret::token_hash;
use axum::Json;
use axum::extract::State;
use zhitu_contract::device::Nothing;
use zhitu_contract::virtual_number::TelephonyEvent;
use zhitu_contract::{Error, ErrorCode};
use zhitu_storage::virtual_number::NewTelephonyEvent;

/// The longest call that is believed, in seconds.
const LONGEST_S: u32 = 86_400;

/// What the telephony provider tells of a call. Signed by the header `zhitu-signature`; the answer is the same whether
/// there is such a binding or not.
#[utoipa::path(
    post, path = "/api/telephony/events", tag = "service", request_body = TelephonyEvent,
    params(("zhitu-signature" = String, Header, description = "`t=<seconds>,v1=<hex HMAC-SHA256 of \"<seconds>.<body>\">`")),
    responses((status = 200, body = Nothing), (status = "default", body = Error))
)]
pub(super) async fn telephony_event_take(
    State(app): State<App>,
    SignedByProvider(event, body): SignedByProvider<TelephonyEvent>,
) -> Answer<Nothing> {
    let (id, binding, call, seconds) = match &event {
        TelephonyEvent::CallBegan { id, binding, call } => (id, *binding, call, None),
        TelephonyEvent::CallEnded { id, binding, call, seconds } => (id, *binding, call, Some(*seconds)),
    };
    for (field, key) in [("id", id), ("call", call)] {
        if !(1..=64).contains(&key.len()) || !key.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(Error::field(field, "form").into());
        }
    }
    if seconds.is_some_and(|seconds| seconds > LONGEST_S) {
        return Err(Error::field("seconds", "range").into());
    }
    let now = app.now();
    let taken = app
        .store
        .telephony_event_put(&NewTelephonyEvent {
            id,
            fingerprint: &token_hash(&body),
            binding,
            call,
            began_at: now.plus_seconds(-i64::from(seconds.unwrap_or_default())),
            seconds,
            at: now,
        })
        .await?;
    if taken { Ok(Json(Nothing {})) } else { Err(ErrorCode::IdempotencyMismatch.into()) }
}
