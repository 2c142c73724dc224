//! Submission to the operator's mail server (RFC 6409).

use super::{Envelope, MailError, MailGateway};
use crate::config::{MailTls, SmtpConfig};
use anyhow::Context;
use async_trait::async_trait;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use std::time::Duration;

/// The mail server.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
}

impl Smtp {
    /// The server of the settings; `domain` is how this one introduces itself.
    pub fn new(config: &SmtpConfig, domain: &str) -> anyhow::Result<Self> {
        let parameters = || -> anyhow::Result<TlsParameters> {
            let mut parameters = TlsParameters::builder(config.host.clone());
            if let Some(file) = &config.ca_file {
                let pem =
                    std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
                parameters = parameters.add_root_certificate(Certificate::from_pem(&pem)?);
            }
            Ok(parameters.build_rustls()?)
        };
        let tls = match config.tls {
            MailTls::None => Tls::None,
            MailTls::Starttls => Tls::Required(parameters()?),
            MailTls::Implicit => Tls::Wrapper(parameters()?),
        };
        let mut transport = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&config.host)
            .port(config.port)
            .tls(tls)
            .hello_name(ClientId::Domain(domain.to_owned()))
            .timeout(Some(Duration::from_secs(config.timeout_s.clamp(1, 300))));
        if !config.user.is_empty() {
            transport = transport.credentials(Credentials::new(config.user.clone(), config.password.clone()));
        }
        Ok(Self { transport: transport.build() })
    }
}

#[async_trait]
impl MailGateway for Smtp {
    async fn deliver(&self, envelope: &Envelope, message: &[u8]) -> Result<(), MailError> {
        let envelope = lettre::address::Envelope::new(envelope.from.clone(), vec![envelope.to.clone()])
            .map_err(|error| MailError::Form(error.to_string()))?;
        match self.transport.send_raw(&envelope, message).await {
            Ok(_) => Ok(()),
            Err(error) if error.is_permanent() => Err(MailError::Refused(said(&error))),
            Err(error) => Err(MailError::Later(said(&error))),
        }
    }
}

/// What of an error may be logged: the code of an answer and never its words.
fn said(error: &Error) -> String {
    match error.status() {
        Some(code) => code.to_string(),
        None if error.is_timeout() => "it did not answer in time".to_owned(),
        None if error.is_tls() => "TLS failed".to_owned(),
        None => "it cannot be reached or breaks the protocol".to_owned(),
    }
}
