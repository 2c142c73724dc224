//! Text messages.

mod development;
mod webhook;

pub use development::Development;
pub use webhook::Webhook;

use async_trait::async_trait;
use zhitu_contract::auth::{OutboxMessage, Sensitive};
use zhitu_domain::account::PhoneNumber;

/// The gateway did not take the message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the gateway did not take the message: {0}")]
pub struct SmsError(pub String);

/// A notice as a text message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmsNotice {
    /// The same at every try, so that a gateway sends it once.
    pub id: String,
    /// What it says.
    pub text: String,
}

/// Sends text messages. Only codes that somebody asked for, and notices that they chose: that a company wants to talk, and
/// how an application goes (S-OUT-01).
#[async_trait]
pub trait Sms: Send + Sync + 'static {
    /// Sends a sign-in code.
    async fn send_code(&self, phone: &PhoneNumber, code: &Sensitive) -> Result<(), SmsError>;

    /// Sends a notice.
    async fn send_notice(&self, phone: &PhoneNumber, notice: &SmsNotice) -> Result<(), SmsError>;

    /// Whether messages can go out at all.
    fn is_there(&self) -> bool {
        true
    }

    /// What was kept instead of being sent, latest first; `None` for gateways that send.
    fn outbox(&self) -> Option<Vec<OutboxMessage>> {
        None
    }
}

/// The words of a code's message.
fn code_text(code: &Sensitive) -> String {
    format!("【职途】验证码 {}，5 分钟内有效。请勿告诉他人。Zhitu code, good for 5 minutes.", code.expose())
}

/// No gateway: nothing is sent, and it says so.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoGateway;

#[async_trait]
impl Sms for NoGateway {
    async fn send_code(&self, _phone: &PhoneNumber, _code: &Sensitive) -> Result<(), SmsError> {
        Err(SmsError("no gateway is configured".to_owned()))
    }

    async fn send_notice(&self, _phone: &PhoneNumber, _notice: &SmsNotice) -> Result<(), SmsError> {
        Err(SmsError("no gateway is configured".to_owned()))
    }

    fn is_there(&self) -> bool {
        false
    }
}
