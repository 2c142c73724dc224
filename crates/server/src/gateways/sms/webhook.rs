//! Posts each message to an address that sends it: any provider behind a small adapter of the operator's.
//!
//! Body: `{"kind":"sign_in_code","to":"+86…","code":"123456","text":"…"}` or `{"kind":"notice","to":"+86…","id":"…",
//! "text":"…"}`, signed as [`crate::gateways::signature`] says. Any 2xx means taken. A notice that comes again has the same
//! `id`.

use super::{Sms, SmsError, SmsNotice, code_text};
use crate::gateways::signature::{HEADER, SigningSecret};
use crate::ports::Clock;
use anyhow::Context;
use async_trait::async_trait;
use std::sync::Arc;
use std::time::Duration;
use zhitu_contract::auth::Sensitive;
use zhitu_domain::account::PhoneNumber;

/// The webhook.
pub struct Webhook {
    client: reqwest::Client,
    url: reqwest::Url,
    secret: SigningSecret,
    clock: Arc<dyn Clock>,
}

impl Webhook {
    /// A webhook at `url`, whose bodies are signed with `secret`.
    pub fn new(url: &str, secret: &str, timeout_s: u64, clock: Arc<dyn Clock>) -> anyhow::Result<Self> {
        // Another crate of this process may have installed a provider already; both are the same.
        let _installed = rustls::crypto::ring::default_provider().install_default();
        let secret = SigningSecret::new(secret).context("sms.secret is empty")?;
        let client = reqwest::Client::builder()
            .timeout(Duration::from_secs(timeout_s.clamp(1, 30)))
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build()
            .context("the HTTP client could not be made")?;
        let url = reqwest::Url::parse(url).context("sms.url is no address")?;
        Ok(Self { client, url, secret, clock })
    }

    async fn post(&self, body: String) -> Result<(), SmsError> {
        let answer = self
            .client
            .post(self.url.clone())
            .header("content-type", "application/json")
            .header(HEADER, self.secret.sign(body.as_bytes(), self.clock.now()))
            .body(body)
            .send()
            .await
            .map_err(|error| SmsError(error.without_url().to_string()))?;
        if answer.status().is_success() {
            Ok(())
        } else {
            Err(SmsError(format!("status {}", answer.status().as_u16())))
        }
    }
}

#[async_trait]
impl Sms for Webhook {
    async fn send_code(&self, phone: &PhoneNumber, code: &Sensitive) -> Result<(), SmsError> {
        let body = serde_json::json!({
            "kind": "sign_in_code",
            "to": phone.as_e164(),
            "code": code.expose(),
            "text": code_text(code),
        });
        self.post(body.to_string()).await
    }

    async fn send_notice(&self, phone: &PhoneNumber, notice: &SmsNotice) -> Result<(), SmsError> {
        let body = serde_json::json!({
            "kind": "notice",
            "to": phone.as_e164(),
            "id": notice.id,
            "text": notice.text,
        });
        self.post(body.to_string()).await
    }
}
