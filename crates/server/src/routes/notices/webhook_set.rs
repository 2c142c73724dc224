use super::settings;
use crate::app::App;
use crate::extract::{Body, ClientAddress, SignedIn};
use crate::failure::{Answer, Failure};
use crate::gateways::hook::HookError;
use crate::secret::{new_token, same};
use axum::Json;
use axum::extract::State;
use zhitu_contract::notices::{NoticeWebhookAdded, NoticeWebhookSet};
use zhitu_contract::{Error, ErrorCode};
use zhitu_storage::notice::NoticeWebhook;

/// Sets where notices are posted to, once the address answered a challenge. Counts as signing in does, since it makes the
/// server call somebody. The secret is in this answer alone.
#[utoipa::path(
    put, path = "/api/notices/webhook", tag = "notices", security(("session" = [])), request_body = NoticeWebhookSet,
    responses((status = 200, body = NoticeWebhookAdded), (status = "default", body = Error))
)]
pub(super) async fn notice_webhook_set(
    State(app): State<App>,
    asking: SignedIn,
    ClientAddress(address): ClientAddress,
    Body(request): Body<NoticeWebhookSet>,
) -> Answer<NoticeWebhookAdded> {
    let url = app.hook.address(&request.url).map_err(|error| refused(reason(error)))?;
    if let Some(address) = address {
        app.limits.auth(address)?;
    }
    let webhook = NoticeWebhook {
        id: app.new_id()?,
        url: url.to_string(),
        confirmed_at: app.now(),
        failing_since: None,
    };
    let secret = app.secret.webhook(webhook.id);
    let challenge = new_token(app.rng.as_ref())?;
    let body = serde_json::json!({ "kind": "confirm", "challenge": challenge.expose() }).to_string();
    let answer = app.hook.post(&webhook.url, &secret, body).await;
    let answer = answer.map_err(|error| refused(reason(error)))?;
    if !same(answer.trim().as_bytes(), challenge.expose().as_bytes()) {
        return Err(refused("unconfirmed"));
    }
    app.store.notice_webhook_set(asking.account, &webhook).await?;
    let settings = settings(&app, asking.account).await?;
    Ok(Json(NoticeWebhookAdded { secret: secret.shown(), settings }))
}

fn reason(error: HookError) -> &'static str {
    match error {
        HookError::Form => "form",
        HookError::Private => "private",
        HookError::Unreachable => "unreachable",
        HookError::Status(_) => "unconfirmed",
    }
}

fn refused(reason: &str) -> Failure {
    Error::new(ErrorCode::WebhookRefused).detail(serde_json::json!({ "reason": reason })).into()
}
