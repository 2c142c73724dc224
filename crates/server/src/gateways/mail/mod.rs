//! E-mail: what goes out. [`Mailer`] composes, signs and hands over; a [`MailGateway`] is where it hands over to.
//!
//! What comes in is `crate::relay`'s.

mod compose;
mod development;
mod dkim;
mod smtp;

pub use compose::{Attachment, Mail};
pub use development::Development;
pub use dkim::{Dkim, DkimError};
pub use smtp::Smtp;

use crate::config::{MailConfig, MailGatewayConfig};
use crate::ports::{Clock, Rng};
use anyhow::Context;
use async_trait::async_trait;
use lettre::Address;
use std::sync::Arc;
use zhitu_contract::auth::OutboxMessage;

/// The gateway did not take a mail. Never holds an address: what a mail server answers often repeats one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// No gateway is configured.
    #[error("no mail gateway is configured")]
    NoGateway,
    /// It cannot be reached, or says to come again.
    #[error("the mail gateway cannot take the mail now: {0}")]
    Later(String),
    /// It will never take this mail.
    #[error("the mail gateway refuses the mail: {0}")]
    Refused(String),
    /// The mail cannot be composed or signed.
    #[error("the mail cannot be composed: {0}")]
    Form(String),
}

impl MailError {
    /// Whether trying the same again may help.
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::Later(_) | Self::NoGateway)
    }
}

/// Who a message comes from and goes to, as mail servers see it (RFC 5321), whatever its headers say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// Where reports of failure go; `None` for reports themselves.
    pub from: Option<Address>,
    /// Whom it is for.
    pub to: Address,
}

/// Takes composed messages.
#[async_trait]
pub trait MailGateway: Send + Sync + 'static {
    /// Hands over a message (RFC 5322). `Ok` means that the other side has it.
    async fn deliver(&self, envelope: &Envelope, message: &[u8]) -> Result<(), MailError>;

    /// Whether mail can go out at all.
    fn is_there(&self) -> bool {
        true
    }

    /// What was kept instead of being sent, latest first; `None` for gateways that send.
    fn outbox(&self) -> Option<Vec<OutboxMessage>> {
        None
    }
}

/// No gateway: nothing is sent, and it says so.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoGateway;

#[async_trait]
impl MailGateway for NoGateway {
    async fn deliver(&self, _envelope: &Envelope, _message: &[u8]) -> Result<(), MailError> {
        Err(MailError::NoGateway)
    }

    fn is_there(&self) -> bool {
        false
    }
}

/// The gateway that the settings choose.
pub fn gateway(config: &MailConfig, clock: &Arc<dyn Clock>) -> anyhow::Result<Arc<dyn MailGateway>> {
    Ok(match &config.gateway {
        MailGatewayConfig::None => Arc::new(NoGateway),
        MailGatewayConfig::Development => Arc::new(Development::new(Arc::clone(clock))),
        MailGatewayConfig::Smtp(smtp) => {
            Arc::new(Smtp::new(smtp, &config.domain).context("mail.gateway cannot be used")?)
        }
    })
}

/// Sends mail under the operator's domain.
pub struct Mailer {
    gateway: Arc<dyn MailGateway>,
    dkim: Option<Dkim>,
    domain: String,
    clock: Arc<dyn Clock>,
    rng: Arc<dyn Rng>,
}

impl Mailer {
    /// Reads the key of the settings, when there is one.
    pub fn new(
        config: &MailConfig,
        gateway: Arc<dyn MailGateway>,
        clock: Arc<dyn Clock>,
        rng: Arc<dyn Rng>,
    ) -> anyhow::Result<Self> {
        let dkim = match &config.dkim {
            Some(dkim) => Some(Dkim::read(&config.domain, dkim).context("mail.dkim cannot be used")?),
            None => None,
        };
        Ok(Self { gateway, dkim, domain: config.domain.clone(), clock, rng })
    }

    /// Whether mail can go out at all.
    pub fn is_there(&self) -> bool {
        self.gateway.is_there()
    }

    /// What was kept instead of being sent, latest first; `None` where mail is sent.
    pub fn outbox(&self) -> Option<Vec<OutboxMessage>> {
        self.gateway.outbox()
    }

    /// Sends a mail of the platform's own, from `noreply@` its domain. Nobody reads reports of its failure.
    pub async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        if !self.is_there() {
            return Err(MailError::NoGateway);
        }
        let to = mail.to.parse().map_err(|_| MailError::Form("the recipient is no address".to_owned()))?;
        let message = compose::compose(mail, &self.domain, self.clock.as_ref(), self.rng.as_ref())?;
        let from = Address::new("noreply", &self.domain)
            .map_err(|_| MailError::Form("mail.domain is no domain".to_owned()))?;
        self.hand_over(&Envelope { from: Some(from), to }, &message).await
    }

    /// Signs a composed message and hands it over.
    pub async fn hand_over(&self, envelope: &Envelope, message: &[u8]) -> Result<(), MailError> {
        match &self.dkim {
            None => self.gateway.deliver(envelope, message).await,
            Some(dkim) => {
                let mut signed = dkim.header(message)?.into_bytes();
                signed.extend_from_slice(message);
                self.gateway.deliver(envelope, &signed).await
            }
        }
    }
}
