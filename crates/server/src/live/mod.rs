//! `GET /api/live`: what happens, told to the devices of those it concerns while it happens.
//!
//! An event is a hint. Nothing is lost with a link: messages have numbers, and a device that comes back asks for
//! those after the last one it has.

mod hub;
mod reader;

pub use hub::Hub;
pub use reader::LiveReader;

use crate::app::App;
use crate::extract::SignedIn;
use crate::failure::Failure;
use axum::extract::State;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::response::Response;
use std::time::Duration;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use zhitu_contract::events::LiveEvent;

/// How often a link is asked whether it lives; one that did not answer the last question is closed.
const PING: Duration = Duration::from_secs(20);

/// A frame that a device may send; it has nothing to say, so this is for answers to pings.
const FRAME_MAX: usize = 1_024;

/// The route.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(live))
}

/// Opens the link. Frames are [`LiveEvent`]s as JSON texts.
#[utoipa::path(get, path = "/api/live", tag = "live", security(("session" = [])), responses((status = 101, description = "switches to WebSocket; each text frame is a LiveEvent"), (status = "default", body = zhitu_contract::Error)))]
async fn live(
    State(app): State<App>,
    asker: SignedIn,
    upgrade: Result<WebSocketUpgrade, axum::extract::ws::rejection::WebSocketUpgradeRejection>,
) -> Result<Response, Failure> {
    let upgrade = upgrade.map_err(|refused| {
        zhitu_contract::Error::with_message(zhitu_contract::ErrorCode::InvalidRequest, refused.body_text())
    })?;
    Ok(upgrade.max_message_size(FRAME_MAX).on_upgrade(move |socket| serve(app, asker, socket)))
}

async fn serve(app: App, asker: SignedIn, mut socket: WebSocket) {
    let mut listener = app.hub.listen(asker.account, asker.session);
    // Looked up once the link listens, so that registering meanwhile is not missed. Verified or not: that is asked for
    // each event, so that a link which was there before hears of its company from the moment of the verification.
    match app.store.recruiter_get(asker.account).await {
        Ok(Some(recruiter)) => app.hub.company_set(asker.account, recruiter.company.id),
        Ok(None) => {}
        Err(error) => {
            tracing::warn!(%error, "a link could not be opened");
            return;
        }
    }
    match app.store.is_staff(asker.account).await {
        Ok(true) => app.hub.staff_set(asker.account),
        Ok(false) => {}
        Err(error) => {
            tracing::warn!(%error, "a link could not be opened");
            return;
        }
    }
    let mut ping = tokio::time::interval(PING);
    let mut heard = true;
    loop {
        tokio::select! {
            () = app.ending.cancelled() => break,
            event = listener.events.recv() => {
                let Some(event) = event else { break };
                let ended = event == LiveEvent::SessionEnded;
                let Ok(text) = serde_json::to_string(&event) else { break };
                if socket.send(Message::Text(text.into())).await.is_err() || ended {
                    break;
                }
            }
            frame = socket.recv() => match frame {
                Some(Ok(Message::Close(_)) | Err(_)) | None => break,
                Some(Ok(_)) => heard = true,
            },
            _ = ping.tick() => {
                if !heard {
                    break;
                }
                heard = false;
                if socket.send(Message::Ping(axum::body::Bytes::new())).await.is_err() {
                    break;
                }
            }
        }
    }
    // The other side may be gone already.
    drop(socket.send(Message::Close(None)).await);
}
