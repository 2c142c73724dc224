use super::tokens::Pair;
use crate::app::App;
use crate::extract::{Body, ClientAddress};
use crate::failure::Answer;
use crate::secret::token_hash;
use axum::Json;
use axum::extract::State;
use zhitu_contract::auth::{RefreshRequest, TokensResponse};
use zhitu_contract::{Error, ErrorCode};
use zhitu_storage::session::Rotation;

/// Gets the next pair of tokens. A refresh token that was used before ends its session: one of the two who have it
/// is not its owner.
#[utoipa::path(
    post, path = "/api/auth/refresh", tag = "auth", request_body = RefreshRequest,
    responses((status = 200, body = TokensResponse), (status = "default", body = Error))
)]
pub(super) async fn session_refresh(
    State(app): State<App>,
    ClientAddress(address): ClientAddress,
    Body(request): Body<RefreshRequest>,
) -> Answer<TokensResponse> {
    if let Some(address) = address {
        app.limits.auth(address)?;
    }
    let now = app.now();
    let pair = Pair::new(&app, now)?;
    let used = token_hash(request.refresh_token.expose());
    match app.store.session_rotate(&used, pair.access(), pair.refresh(), now).await? {
        Rotation::Rotated { session, .. } => Ok(Json(pair.response(session))),
        Rotation::Reused { session } => {
            tracing::warn!(%session, "a used refresh token came again; its session is ended");
            Err(ErrorCode::SignedOut.into())
        }
        // The device has the session's last token: it lost no answer, its session was ended, and it is told so.
        Rotation::Ended => {
            Err(Error::new(ErrorCode::SignedOut).detail(serde_json::json!({ "ended": true })).into())
        }
        Rotation::Unknown => Err(ErrorCode::SignedOut.into()),
    }
}
