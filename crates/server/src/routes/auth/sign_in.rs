use super::tokens::Pair;
use super::{phone, policy_accepted};
use crate::app::App;
use crate::extract::{Body, ClientAddress};
use crate::failure::Answer;
use crate::routes::account::account_view;
use crate::secret::same;
use axum::Json;
use axum::extract::State;
use zhitu_contract::auth::{SignInRequest, SignInResponse};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::id::{AccountId, SessionId};
use zhitu_storage::session::{SignIn, SignedIn};

/// Tries that a code has.
const TRIES: u32 = 5;
/// Characters of a device's name.
const DEVICE_MAX: usize = 60;

/// Signs in with a code; a number without an account gets one (S-AUTH-02).
#[utoipa::path(
    post, path = "/api/auth/sign-in", tag = "auth", request_body = SignInRequest,
    responses((status = 200, body = SignInResponse), (status = "default", body = Error))
)]
pub(super) async fn sign_in(
    State(app): State<App>,
    ClientAddress(address): ClientAddress,
    Body(request): Body<SignInRequest>,
) -> Answer<SignInResponse> {
    if let Some(address) = address {
        app.limits.auth(address)?;
    }
    policy_accepted(&app, &request.policy_version)?;
    let phone = phone(&request.phone)?;
    let device = request.device.trim();
    if device.is_empty() {
        return Err(Error::field("device", "missing").into());
    }
    if device.chars().count() > DEVICE_MAX {
        return Err(Error::field("device", "too_long").into());
    }
    let now = app.now();
    let phone_key = app.secret.phone(&phone);
    let brought = app.secret.code(&phone_key, request.code.expose().trim());
    let wanted = app.store.code_try(&phone_key, TRIES, now).await?;
    if !wanted.is_some_and(|wanted| same(&wanted, &brought)) {
        return Err(ErrorCode::CodeWrong.into());
    }
    let pair = Pair::new(&app, now)?;
    let session = SessionId(app.new_id()?);
    let signed_in = app
        .store
        .sign_in(&SignIn {
            phone_key: &phone_key,
            phone: &phone,
            code_hash: &brought,
            account: AccountId(app.new_id()?),
            session,
            device,
            access: pair.access(),
            refresh: pair.refresh(),
            policy_version: &request.policy_version,
            // A device's clock may be wrong; it cannot have been accepted after now.
            policy_accepted_at: request.policy_accepted_at.min(now),
            at: now,
        })
        .await?;
    let SignedIn::Done { account, created } = signed_in else {
        return Err(ErrorCode::CodeWrong.into());
    };
    let account = account_view(&app, account).await?;
    Ok(Json(SignInResponse { tokens: pair.response(session), account, created }))
}
