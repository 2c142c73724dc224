use super::{phone, policy_accepted};
use crate::app::App;
use crate::extract::{Body, ClientAddress};
use crate::failure::Answer;
use crate::routes::code::{BETWEEN_S, MOST, WINDOW_S, stored};
use crate::secret::new_code;
use axum::Json;
use axum::extract::State;
use zhitu_contract::auth::{CodeRequest, CodeResponse};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::account::PhoneNumber;
use zhitu_storage::code::NewCode;

/// Seconds that a code is good.
const GOOD_S: u32 = 300;

/// Asks for a sign-in code (S-AUTH-01).
///
/// Whether the number has an account is not looked up at all, so that neither the answer nor its timing tells.
#[utoipa::path(
    post, path = "/api/auth/code", tag = "auth", request_body = CodeRequest,
    responses((status = 200, body = CodeResponse), (status = "default", body = Error))
)]
pub(super) async fn code_request(
    State(app): State<App>,
    ClientAddress(address): ClientAddress,
    Body(request): Body<CodeRequest>,
) -> Answer<CodeResponse> {
    if let Some(address) = address {
        app.limits.auth(address)?;
    }
    policy_accepted(&app, &request.policy_version)?;
    let phone = phone(&request.phone)?;
    let phone_key = app.secret.phone(&phone);
    let code = new_code(app.rng.as_ref())?;
    let now = app.now();
    let put = app
        .store
        .code_put(&NewCode {
            phone_key: &phone_key,
            code_hash: &app.secret.code(&phone_key, code.expose()),
            at: now,
            expires_at: now.plus_seconds(i64::from(GOOD_S)),
            quiet_since: now.plus_seconds(-i64::from(BETWEEN_S)),
            counted_since: now.plus_seconds(-WINDOW_S),
            most: MOST,
        })
        .await?;
    stored(put, now)?;
    if let Err(error) = app.sms.send_code(&phone, &code).await {
        tracing::warn!(%error, "a code was not sent");
        app.store.code_unsent(&phone_key, now).await?;
        return Err(ErrorCode::GatewayUnavailable.into());
    }
    Ok(Json(CodeResponse { sent_to: spaced(&phone), expires_in_s: GOOD_S, retry_after_s: BETWEEN_S }))
}

/// The number for showing: `+86 138 0013 8000` in mainland China, E.164 elsewhere.
fn spaced(phone: &PhoneNumber) -> String {
    let number = phone.as_e164();
    match number.strip_prefix("+86") {
        Some(local) if local.len() == 11 => format!("+86 {} {} {}", &local[..3], &local[3..7], &local[7..]),
        _ => number.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_shown_in_groups() {
        let shown = |text: &str| spaced(&PhoneNumber::parse(text).unwrap());
        assert_eq!(shown("13800138000"), "+86 138 0013 8000");
        assert_eq!(shown("+1 212 555 0123"), "+12125550123");
    }
}
