use super::tokens::REFRESH_S;
use crate::app::App;
use crate::extract::SignedIn;
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::auth::Session;

/// The devices on which the account is signed in, last used first.
#[utoipa::path(
    get, path = "/api/auth/sessions", tag = "auth", security(("session" = [])),
    responses((status = 200, body = Vec<Session>), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn sessions_list(State(app): State<App>, asking: SignedIn) -> Answer<Vec<Session>> {
    let alive_since = app.now().plus_seconds(-REFRESH_S);
    let sessions = app.store.sessions_list(asking.account, alive_since).await?;
    let view = |session: zhitu_storage::session::Session| Session {
        current: session.id == asking.session,
        id: session.id,
        device: session.device,
        created_at: session.created_at,
        last_used_at: session.last_used_at,
    };
    Ok(Json(sessions.into_iter().map(view).collect()))
}
