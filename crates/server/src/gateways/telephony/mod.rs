//! Phone calls over virtual numbers: a telephony provider binds two people to a number of its own (AXB), and whichever of
//! them calls it is connected to the other. The provider is told both real numbers, and nobody else is.

mod development;
mod http;

pub use development::Development;
pub use http::Http;

use crate::config::{TelephonyConfig, TelephonyGatewayConfig};
use crate::ports::Clock;
use anyhow::Context;
use async_trait::async_trait;
use std::sync::Arc;
use zhitu_contract::auth::OutboxMessage;
use zhitu_domain::account::PhoneNumber;
use zhitu_domain::id::BindingId;
use zhitu_domain::time::Timestamp;

/// The provider did not do it. Never holds a number, nor what the provider said.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TelephonyError {
    /// No gateway is configured.
    #[error("no telephony gateway is configured")]
    NoGateway,
    /// It cannot be reached, or failed.
    #[error("the telephony gateway cannot be used now: {0}")]
    Later(String),
    /// It refuses.
    #[error("the telephony gateway refuses: {0}")]
    Refused(String),
    /// It answered what is no virtual number.
    #[error("the telephony gateway answered no number that can be used")]
    Answer,
}

/// What a provider is asked to connect.
#[derive(Debug, Clone, Copy)]
pub struct Bind<'a> {
    /// Its key; the same key again is the same binding.
    pub binding: BindingId,
    /// One person's real number.
    pub a: &'a PhoneNumber,
    /// The other's.
    pub b: &'a PhoneNumber,
    /// When it ends by itself.
    pub expires_at: Timestamp,
}

/// Binds pairs of people to virtual numbers.
#[async_trait]
pub trait TelephonyGateway: Send + Sync + 'static {
    /// Binds two people to a virtual number.
    async fn bind(&self, bind: Bind<'_>) -> Result<PhoneNumber, TelephonyError>;

    /// Ends a binding. `Ok` means that calls are connected no more, also when there was none.
    async fn unbind(&self, binding: BindingId) -> Result<(), TelephonyError>;

    /// Whether what was posted here comes from the provider, by the signature that it brought.
    fn is_from_provider(&self, _signature: &str, _body: &[u8]) -> bool {
        false
    }

    /// Whether people can be bound at all.
    fn is_there(&self) -> bool {
        true
    }

    /// Plays a call over a number instead of connecting one, and says what would have happened; `None` for gateways that
    /// connect.
    fn play(&self, _number: &PhoneNumber, _seconds: u32) -> Option<OutboxMessage> {
        None
    }

    /// What was kept instead of being done, latest first; `None` for gateways that connect.
    fn outbox(&self) -> Option<Vec<OutboxMessage>> {
        None
    }
}

/// No gateway: nobody is bound, and it says so.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoGateway;

#[async_trait]
impl TelephonyGateway for NoGateway {
    async fn bind(&self, _bind: Bind<'_>) -> Result<PhoneNumber, TelephonyError> {
        Err(TelephonyError::NoGateway)
    }

    async fn unbind(&self, _binding: BindingId) -> Result<(), TelephonyError> {
        Err(TelephonyError::NoGateway)
    }

    fn is_there(&self) -> bool {
        false
    }
}

/// The gateway that the settings choose.
pub fn gateway(
    config: &TelephonyConfig,
    clock: &Arc<dyn Clock>,
) -> anyhow::Result<Arc<dyn TelephonyGateway>> {
    Ok(match &config.gateway {
        TelephonyGatewayConfig::None => Arc::new(NoGateway),
        TelephonyGatewayConfig::Development => Arc::new(Development::new(Arc::clone(clock))),
        TelephonyGatewayConfig::Http(http) => {
            Arc::new(Http::new(http, Arc::clone(clock)).context("telephony.gateway cannot be used")?)
        }
    })
}
