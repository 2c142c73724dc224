//! How this server and what the operator put beside it sign what they send each other over HTTP.
//!
//! Header `zhitu-signature: t=<seconds>,v1=<hex HMAC-SHA256 of "<seconds>.<body>">`, under a secret that both have.

use crate::secret::{hex, keyed, same};
use hmac::Mac;
use zhitu_contract::auth::Sensitive;
use zhitu_domain::time::Timestamp;

/// The header.
pub const HEADER: &str = "zhitu-signature";

/// Seconds that a signature's time may be away from this server's clock.
pub const WINDOW_S: i64 = 300;

/// A secret that bodies are signed with.
#[derive(Debug, Clone)]
pub struct SigningSecret(Sensitive);

impl SigningSecret {
    /// Takes a secret; an empty one signs nothing.
    pub fn new(secret: &str) -> Option<Self> {
        (!secret.is_empty()).then(|| Self(Sensitive::new(secret.to_owned())))
    }

    /// The secret itself, for whoever is to check signatures.
    pub fn shown(&self) -> Sensitive {
        self.0.clone()
    }

    /// The header's value for a body that is sent now.
    pub fn sign(&self, body: &[u8], now: Timestamp) -> String {
        let seconds = now.0.div_euclid(1_000_000);
        format!("t={seconds},v1={}", hex(&self.mac(&seconds.to_string(), body)))
    }

    /// Whether a header's value is that of a body, made not long before or after now.
    pub fn signed(&self, value: &str, body: &[u8], now: Timestamp) -> bool {
        let Some((seconds, brought)) = value.strip_prefix("t=").and_then(|rest| rest.split_once(",v1="))
        else {
            return false;
        };
        let in_time = seconds
            .parse::<i64>()
            .is_ok_and(|at| at.abs_diff(now.0.div_euclid(1_000_000)) <= WINDOW_S.unsigned_abs());
        in_time && same(hex(&self.mac(seconds, body)).as_bytes(), brought.as_bytes())
    }

    fn mac(&self, seconds: &str, body: &[u8]) -> [u8; 32] {
        let mut mac = keyed(self.0.expose().as_bytes());
        mac.update(seconds.as_bytes());
        mac.update(b".");
        mac.update(body);
        mac.finalize().into_bytes().into()
    }
}

impl From<Sensitive> for SigningSecret {
    /// One of this server's own making, which is not empty.
    fn from(secret: Sensitive) -> Self {
        Self(secret)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_of_one_body_one_secret_and_one_time() {
        let secret = SigningSecret::new("shared").unwrap();
        let now = Timestamp(1_795_000_000_000_000);
        let signature = secret.sign(b"{}", now);
        for seconds in [-WINDOW_S, 0, WINDOW_S] {
            assert!(secret.signed(&signature, b"{}", now.plus_seconds(seconds)), "{seconds}");
        }
        for seconds in [-WINDOW_S - 1, WINDOW_S + 1] {
            assert!(!secret.signed(&signature, b"{}", now.plus_seconds(seconds)), "{seconds}");
        }
        assert!(!secret.signed(&signature, b"{ }", now));
        assert!(!SigningSecret::new("other").unwrap().signed(&signature, b"{}", now));
        for forged in ["", "t=1", "t=,v1=", "v1=00", &signature.replace("t=1795", "t=1796"), &signature[..20]]
        {
            assert!(!secret.signed(forged, b"{}", now), "{forged}");
        }
        assert!(SigningSecret::new("").is_none());
        assert!(!format!("{secret:?}").contains("shared"));
    }
}
