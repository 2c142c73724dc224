//! The live link: `GET /api/live` as a WebSocket.

use super::{CONNECT_TIMEOUT, answer};
use async_trait::async_trait;
use futures_util::{SinkExt as _, StreamExt as _};
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::time::{Instant, MissedTickBehavior, interval_at};
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::tungstenite::http::{HeaderValue, header::AUTHORIZATION};
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{self, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async_with_config};
use zhitu_contract::auth::Sensitive;
use zhitu_contract::events::LiveEvent;
use zhitu_contract::{Error, ErrorCode};
use zhitu_core::ports::LiveLink;

/// How many bytes a frame may have; events are small.
const FRAME_LIMIT: usize = 1024 * 1024;

/// When the link asks whether the other end is there, and when it gives up.
#[derive(Debug, Clone, Copy)]
pub struct LiveTimes {
    /// Between two pings.
    pub ping: Duration,
    /// Without any sign of life the link counts as lost.
    pub silence: Duration,
}

impl Default for LiveTimes {
    fn default() -> Self {
        Self { ping: Duration::from_secs(20), silence: Duration::from_secs(45) }
    }
}

/// An open WebSocket.
pub struct WebSocketLink {
    stream: WebSocketStream<MaybeTlsStream<TcpStream>>,
    pings: tokio::time::Interval,
    silence: Duration,
    heard: Instant,
}

impl WebSocketLink {
    /// Opens the link of a session.
    pub async fn open(
        base: &str,
        access_token: &Sensitive,
        times: LiveTimes,
    ) -> zhitu_contract::Result<Self> {
        let failure =
            |error: &dyn std::fmt::Display| Error::with_message(ErrorCode::DeviceFailure, error.to_string());
        // http becomes ws, https becomes wss.
        let address = format!("{}/api/live", base.replacen("http", "ws", 1));
        let mut request = address.into_client_request().map_err(|error| failure(&error))?;
        let mut bearer = HeaderValue::from_str(&format!("Bearer {}", access_token.expose()))
            .map_err(|_| Error::new(ErrorCode::SignedOut))?;
        bearer.set_sensitive(true);
        request.headers_mut().insert(AUTHORIZATION, bearer);

        let limits =
            WebSocketConfig::default().max_message_size(Some(FRAME_LIMIT)).max_frame_size(Some(FRAME_LIMIT));
        let opening = connect_async_with_config(request, Some(limits), true);
        let (stream, _) = tokio::time::timeout(CONNECT_TIMEOUT, opening)
            .await
            .map_err(|_| Error::new(ErrorCode::Offline))?
            .map_err(|error| refused(&error))?;
        let now = Instant::now();
        let mut pings = interval_at(now + times.ping, times.ping);
        pings.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Ok(Self { stream, pings, silence: times.silence, heard: now })
    }
}

/// What it means that the server did not open the link.
fn refused(error: &tungstenite::Error) -> Error {
    match error {
        tungstenite::Error::Http(response) => {
            let body = response.body().as_deref().unwrap_or_default();
            match answer::decoded(response.status().as_u16(), body) {
                Err(error) => error,
                Ok(_) => {
                    Error::with_message(ErrorCode::ServerIncompatible, "the server does not speak WebSocket")
                }
            }
        }
        _ => Error::new(ErrorCode::Offline),
    }
}

#[async_trait]
impl LiveLink for WebSocketLink {
    async fn next(&mut self) -> Option<LiveEvent> {
        loop {
            tokio::select! {
                frame = self.stream.next() => {
                    let frame = frame?.ok()?;
                    self.heard = Instant::now();
                    match frame {
                        // A server of a later version may say what this app does not know: pass over it.
                        Message::Text(text) => if let Ok(event) = serde_json::from_str(text.as_str()) {
                            return Some(event);
                        },
                        Message::Close(_) => return None,
                        _ => {}
                    }
                }
                _ = self.pings.tick() => self.stream.send(Message::Ping(Vec::new().into())).await.ok()?,
                () = tokio::time::sleep_until(self.heard + self.silence) => return None,
            }
        }
    }
}
