//! Posts to addresses that persons gave: signed, to the public Internet only, and with nothing of the answer told on but
//! whether it was one.
//!
//! The server must not be made to call what only it can reach. So an address is `https`, and the names in it are looked
//! up here: a connection is made to public addresses alone, also when a name changes its mind between two looks, and
//! redirects are not followed. A server that is there for its own machine alone, as the demo market is, lets loopback in,
//! over `http` too.

mod public;

use crate::gateways::signature::{HEADER, SigningSecret};
use crate::ports::Clock;
use anyhow::Context;
use public::is_public;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use zhitu_contract::notices::WEBHOOK_URL_MAX_BYTES;

/// How long an address may take to answer.
const TIMEOUT: Duration = Duration::from_secs(5);
/// How long an answer may be, in bytes; of a longer one no more is read.
const ANSWER_MAX_BYTES: usize = 4_096;

/// Why nothing was posted, or not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HookError {
    /// It is no address that may be posted to.
    #[error("not an address for notices")]
    Form,
    /// It lies in a network that is nobody else's to reach.
    #[error("not on the public Internet")]
    Private,
    /// Nobody answers.
    #[error("nobody answers")]
    Unreachable,
    /// It answered otherwise than with 2xx.
    #[error("answered {0}")]
    Status(u16),
}

/// The way out to persons' own addresses.
pub struct Hook {
    client: reqwest::Client,
    loopback: bool,
    clock: Arc<dyn Clock>,
}

/// Looks names up and keeps what may be reached.
struct PublicOnly {
    loopback: bool,
}

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        let loopback = self.loopback;
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let may = |address: &SocketAddr| may_reach(address.ip(), loopback);
            let found: Vec<SocketAddr> = found.filter(may).collect();
            if found.is_empty() {
                return Err(HookError::Private.into());
            }
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

fn may_reach(address: IpAddr, loopback: bool) -> bool {
    is_public(address) || (loopback && address.is_loopback())
}

impl Hook {
    /// A way out; with loopback for a server that is there for its own machine alone.
    pub fn new(loopback: bool, clock: Arc<dyn Clock>) -> anyhow::Result<Self> {
        // Another crate of this process may have installed a provider already; both are the same.
        let _installed = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .timeout(TIMEOUT)
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .dns_resolver(Arc::new(PublicOnly { loopback }))
            .build()
            .context("the HTTP client could not be made")?;
        Ok(Self { client, loopback, clock })
    }

    /// The address of a text, if it may be posted to as far as it says so itself.
    pub fn address(&self, text: &str) -> Result<reqwest::Url, HookError> {
        if text.len() > WEBHOOK_URL_MAX_BYTES {
            return Err(HookError::Form);
        }
        let url = reqwest::Url::parse(text.trim()).map_err(|_| HookError::Form)?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(HookError::Form);
        }
        let host = url.host_str().ok_or(HookError::Form)?;
        let literal: Option<IpAddr> = host.trim_matches(['[', ']']).parse().ok();
        let is_loopback = host == "localhost" || literal.is_some_and(|address| address.is_loopback());
        match url.scheme() {
            "https" => {}
            "http" if self.loopback && is_loopback => {}
            _ => return Err(HookError::Form),
        }
        // A number is not looked up, so that the resolver never sees it.
        if literal.is_some_and(|address| !may_reach(address, self.loopback)) {
            return Err(HookError::Private);
        }
        Ok(url)
    }

    /// Posts a signed body; what was answered, nothing if that was too long.
    pub async fn post(&self, url: &str, secret: &SigningSecret, body: String) -> Result<String, HookError> {
        let url = self.address(url)?;
        let request = self
            .client
            .post(url)
            .header("content-type", "application/json")
            .header(HEADER, secret.sign(body.as_bytes(), self.clock.now()))
            .body(body);
        let mut answer = request.send().await.map_err(|error| refusal(&error))?;
        if !answer.status().is_success() {
            return Err(HookError::Status(answer.status().as_u16()));
        }
        let mut read = Vec::new();
        while read.len() <= ANSWER_MAX_BYTES
            && let Some(chunk) = answer.chunk().await.map_err(|_| HookError::Unreachable)?
        {
            read.extend_from_slice(&chunk);
        }
        if read.len() > ANSWER_MAX_BYTES {
            read.clear();
        }
        Ok(String::from_utf8_lossy(&read).into_owned())
    }
}

/// Whether the resolver refused, somewhere below what the client says.
fn refusal(error: &reqwest::Error) -> HookError {
    let mut cause: Option<&dyn std::error::Error> = Some(error);
    while let Some(one) = cause {
        if let Some(HookError::Private) = one.downcast_ref::<HookError>() {
            return HookError::Private;
        }
        cause = one.source();
    }
    HookError::Unreachable
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::SystemClock;

    #[test]
    fn an_address_is_https_and_public() {
        let out = Hook::new(false, Arc::new(SystemClock)).unwrap();
        assert!(out.address("https://hook.example/path?x=1").is_ok());
        assert!(out.address("https://93.184.215.14/").is_ok());
        for (text, refused) in [
            ("http://hook.example/", HookError::Form),
            ("ftp://hook.example/", HookError::Form),
            ("https://user:pass@hook.example/", HookError::Form),
            ("hook.example", HookError::Form),
            ("", HookError::Form),
            ("https://127.0.0.1/", HookError::Private),
            ("https://2130706433/", HookError::Private),
            ("https://0x7f.1/", HookError::Private),
            ("https://[::1]/", HookError::Private),
            ("https://[::ffff:10.0.0.1]/", HookError::Private),
            ("https://169.254.169.254/latest/meta-data", HookError::Private),
        ] {
            assert_eq!(out.address(text).err(), Some(refused), "{text}");
        }
        assert_eq!(out.address(&format!("https://hook.example/{}", "x".repeat(500))), Err(HookError::Form));
        let demo = Hook::new(true, Arc::new(SystemClock)).unwrap();
        assert!(demo.address("http://127.0.0.1:8080/").is_ok() && demo.address("http://localhost/").is_ok());
        assert_eq!(demo.address("http://10.0.0.1/").err(), Some(HookError::Form));
        assert_eq!(demo.address("https://10.0.0.1/").err(), Some(HookError::Private));
    }

    #[tokio::test]
    async fn a_name_that_leads_to_a_private_network_is_refused() {
        let out = Hook::new(false, Arc::new(SystemClock)).unwrap();
        let secret = SigningSecret::new("s").unwrap();
        assert_eq!(out.post("https://localhost/", &secret, String::new()).await, Err(HookError::Private));
    }
}
