//! The server, over HTTP and WebSocket.

mod address;
mod answer;
mod live;
#[cfg_attr(target_os = "android", path = "roots/bundled.rs")]
#[cfg_attr(not(target_os = "android"), path = "roots/system.rs")]
mod roots;

pub use address::ServerAddress;
pub use live::{LiveTimes, WebSocketLink};

use async_trait::async_trait;
use reqwest::redirect::Policy;
use serde_json::Value;
use std::sync::{Mutex, Once, PoisonError};
use std::time::Duration;
use zhitu_contract::auth::Sensitive;
use zhitu_contract::{Error, ErrorCode};
use zhitu_core::ports::{ApiRequest, LiveLink, Method, ServerApi};

/// How long connecting may take.
pub const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// How long a request may take in all; also how long it waits for an address that is not known yet.
pub const REQUEST_TIMEOUT: Duration = Duration::from_secs(20);
/// The same for a request that carries a file.
pub const UPLOAD_TIMEOUT: Duration = Duration::from_mins(2);
/// How many bytes an answer may have, unpacked.
pub const ANSWER_LIMIT: usize = 16 * 1024 * 1024;

/// The server at an address.
pub struct HttpServer {
    address: ServerAddress,
    user_agent: String,
    times: LiveTimes,
    /// The client, with the address it was made for: loopback needs one without a proxy.
    client: Mutex<Option<(String, reqwest::Client)>>,
}

impl HttpServer {
    /// The server at `address`; `version` is the app's.
    pub fn new(address: ServerAddress, version: &str) -> Self {
        Self::with_times(address, version, LiveTimes::default())
    }

    /// The same with other times for the live link.
    pub fn with_times(address: ServerAddress, version: &str, times: LiveTimes) -> Self {
        install_tls();
        Self { address, user_agent: format!("zhitu/{version}"), times, client: Mutex::new(None) }
    }

    async fn base(&self) -> zhitu_contract::Result<String> {
        let known = tokio::time::timeout(REQUEST_TIMEOUT, self.address.get()).await;
        known.ok().flatten().ok_or_else(|| {
            let message = "The server cannot be reached: its address is not known.";
            answer::unsent(Error::with_message(ErrorCode::Offline, message))
        })
    }

    fn client(&self, base: &str) -> zhitu_contract::Result<reqwest::Client> {
        let mut kept = self.client.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((for_base, client)) = &*kept
            && for_base == base
        {
            return Ok(client.clone());
        }
        let client = client(base, &self.user_agent)?;
        *kept = Some((base.to_owned(), client.clone()));
        Ok(client)
    }
}

/// Whether a server answers at `base`. Used to find a market that another app has started.
pub async fn is_healthy(base: &str) -> bool {
    install_tls();
    let Ok(client) = client(base, "zhitu") else { return false };
    let asked = client.get(format!("{base}/healthz")).timeout(CONNECT_TIMEOUT).send().await;
    asked.is_ok_and(|answer| answer.status().is_success())
}

fn client(base: &str, user_agent: &str) -> zhitu_contract::Result<reqwest::Client> {
    let mut builder = reqwest::Client::builder()
        .user_agent(user_agent)
        .connect_timeout(CONNECT_TIMEOUT)
        .timeout(REQUEST_TIMEOUT)
        // A redirect would carry the token on to wherever it says.
        .redirect(Policy::none());
    if is_loopback(base) {
        builder = builder.no_proxy();
    }
    let client = roots::trusting(builder).and_then(reqwest::ClientBuilder::build);
    client.map_err(|error| Error::with_message(ErrorCode::DeviceFailure, error.to_string()))
}

fn is_loopback(base: &str) -> bool {
    let Ok(url) = reqwest::Url::parse(base) else { return false };
    let Some(host) = url.host_str() else { return false };
    host == "localhost"
        || host
            .trim_matches(['[', ']'])
            .parse::<std::net::IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

/// Chooses ring for TLS, once a process: rustls takes a provider per process, and reqwest and tungstenite share it.
fn install_tls() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // An error says that the process has one already, which then serves as well.
        drop(rustls::crypto::ring::default_provider().install_default());
    });
}

#[async_trait]
impl ServerApi for HttpServer {
    async fn send(&self, request: ApiRequest) -> zhitu_contract::Result<Value> {
        let base = self.base().await?;
        let method = match request.method {
            Method::Get => reqwest::Method::GET,
            Method::Post => reqwest::Method::POST,
            Method::Put => reqwest::Method::PUT,
            Method::Delete => reqwest::Method::DELETE,
        };
        let mut url = reqwest::Url::parse(&format!("{base}{}", request.path))
            .map_err(|error| Error::with_message(ErrorCode::DeviceFailure, error.to_string()))?;
        if !request.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&request.query);
        }
        let mut ask = self.client(&base)?.request(method, url);
        if let Some(body) = &request.body {
            ask = ask.json(body);
        }
        if let Some(pdf) = request.pdf {
            ask = ask
                .header(reqwest::header::CONTENT_TYPE, "application/pdf")
                .timeout(UPLOAD_TIMEOUT)
                .body(pdf);
        }
        if let Some(token) = &request.access_token {
            ask = ask.bearer_auth(token.expose());
        }
        let response = ask.send().await.map_err(|error| answer::not_reached(&error))?;
        let status = response.status().as_u16();
        let body = answer::body(response, ANSWER_LIMIT).await?;
        answer::decoded(status, &body)
    }

    async fn live(&self, access_token: &Sensitive) -> zhitu_contract::Result<Box<dyn LiveLink>> {
        let base = self.base().await?;
        Ok(Box::new(WebSocketLink::open(&base, access_token, self.times).await?))
    }
}

#[cfg(test)]
mod tests;
