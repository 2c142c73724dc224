//! Posts to an address that binds: any provider behind a small adapter of the operator's. `deploy/README.md` has the
//! bodies; they are signed as [`crate::gateways::signature`] says.

use super::{Bind, TelephonyError, TelephonyGateway};
use crate::config::HttpTelephonyConfig;
use crate::gateways::signature::{HEADER, SigningSecret};
use crate::ports::Clock;
use anyhow::Context;
use async_trait::async_trait;
use serde::Deserialize;
use std::sync::Arc;
use std::time::Duration;
use zhitu_domain::account::PhoneNumber;
use zhitu_domain::id::BindingId;

/// How often a request is sent that gets no answer, or one of a failure of the other side's.
const TRIES: u32 = 2;

/// The largest answer that is read, in bytes.
const ANSWER_LIMIT: usize = 4 * 1024;

/// The provider.
pub struct Http {
    client: reqwest::Client,
    url: reqwest::Url,
    callback_url: String,
    secret: SigningSecret,
    clock: Arc<dyn Clock>,
}

#[derive(Deserialize)]
struct Bound {
    number: String,
}

impl Http {
    /// The provider of the settings.
    pub fn new(config: &HttpTelephonyConfig, clock: Arc<dyn Clock>) -> anyhow::Result<Self> {
        // Another crate of this process may have installed a provider already; both are the same.
        let _installed = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .timeout(Duration::from_secs(config.timeout_s.clamp(1, 10)))
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build()
            .context("the HTTP client could not be made")?;
        Ok(Self {
            client,
            url: reqwest::Url::parse(&config.url).context("url is no address")?,
            callback_url: config.callback_url.clone(),
            secret: SigningSecret::new(&config.secret).context("secret is empty")?,
            clock,
        })
    }

    async fn post(&self, key: &str, body: &str) -> Result<Vec<u8>, TelephonyError> {
        let mut tries = 1;
        loop {
            match self.post_once(key, body).await {
                Err(TelephonyError::Later(_)) if tries < TRIES => tries += 1,
                answered => return answered,
            }
        }
    }

    async fn post_once(&self, key: &str, body: &str) -> Result<Vec<u8>, TelephonyError> {
        let later = |error: reqwest::Error| TelephonyError::Later(error.without_url().to_string());
        let mut answer = self
            .client
            .post(self.url.clone())
            .header("content-type", "application/json")
            .header("idempotency-key", key)
            .header(HEADER, self.secret.sign(body.as_bytes(), self.clock.now()))
            .body(body.to_owned())
            .send()
            .await
            .map_err(later)?;
        let status = answer.status();
        if !status.is_success() {
            let said = format!("status {}", status.as_u16());
            let may_help = status.is_server_error() || status.as_u16() == 429;
            return Err(if may_help { TelephonyError::Later(said) } else { TelephonyError::Refused(said) });
        }
        let mut read = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(later)? {
            if read.len() + chunk.len() > ANSWER_LIMIT {
                return Err(TelephonyError::Answer);
            }
            read.extend_from_slice(&chunk);
        }
        Ok(read)
    }
}

#[async_trait]
impl TelephonyGateway for Http {
    async fn bind(&self, bind: Bind<'_>) -> Result<PhoneNumber, TelephonyError> {
        let body = serde_json::json!({
            "kind": "bind",
            "binding": bind.binding,
            "a": bind.a,
            "b": bind.b,
            "expires_at": bind.expires_at,
            "callback_url": self.callback_url,
        });
        let answer = self.post(&bind.binding.to_string(), &body.to_string()).await?;
        let bound: Bound = serde_json::from_slice(&answer).map_err(|_| TelephonyError::Answer)?;
        // E.164 and nothing else: a number of digits alone would be taken for one of mainland China.
        let number = Some(bound.number.as_str()).filter(|number| number.starts_with('+'));
        let number = number.and_then(|number| PhoneNumber::parse(number).ok());
        number.filter(|number| number != bind.a && number != bind.b).ok_or(TelephonyError::Answer)
    }

    async fn unbind(&self, binding: BindingId) -> Result<(), TelephonyError> {
        let body = serde_json::json!({ "kind": "unbind", "binding": binding }).to_string();
        match self.post(&format!("{binding}/unbind"), &body).await {
            // What an adapter answers of a binding that it does not have, or not any more.
            Err(TelephonyError::Refused(said)) if said == "status 404" || said == "status 410" => Ok(()),
            answered => answered.map(|_| ()),
        }
    }

    fn is_from_provider(&self, signature: &str, body: &[u8]) -> bool {
        self.secret.signed(signature, body, self.clock.now())
    }
}
