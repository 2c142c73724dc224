use super::ConfigError;
use serde::{Deserialize, Serialize};

/// Phone calls over virtual numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TelephonyConfig {
    /// Which gateway binds.
    pub gateway: TelephonyGatewayConfig,
    /// Hours that a virtual number is good, 1 to 720.
    pub binding_hours: u32,
}

impl Default for TelephonyConfig {
    fn default() -> Self {
        Self { gateway: TelephonyGatewayConfig::default(), binding_hours: 24 }
    }
}

/// Which gateway binds people to virtual numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum TelephonyGatewayConfig {
    /// None: contact by virtual number is not offered.
    #[default]
    None,
    /// Nobody is bound; what would happen is shown at `/api/dev/outbox`. Refused beyond loopback.
    Development,
    /// Posted to an address that binds.
    Http(HttpTelephonyConfig),
}

/// The address that binds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HttpTelephonyConfig {
    /// Who connects the calls, as the policy names them: they are told real numbers.
    pub provider: String,
    /// `https://…`; it is told real numbers, so without TLS only on loopback.
    pub url: String,
    /// The key that bodies are signed with, both ways.
    pub secret: String,
    /// `/api/telephony/events` of this server, as the provider reaches it.
    pub callback_url: String,
    /// Seconds to wait for an answer, 1 to 10.
    #[serde(default = "timeout")]
    pub timeout_s: u64,
}

fn timeout() -> u64 {
    5
}

impl TelephonyConfig {
    pub(super) fn check(&self) -> Result<(), ConfigError> {
        if !(1..=720).contains(&self.binding_hours) {
            return Err(ConfigError::TelephonyHours);
        }
        let TelephonyGatewayConfig::Http(http) = &self.gateway else { return Ok(()) };
        if http.provider.trim().is_empty() {
            return Err(ConfigError::TelephonyProvider);
        }
        if http.secret.is_empty() {
            return Err(ConfigError::TelephonySecret);
        }
        let sealed = [&http.url, &http.callback_url].into_iter().all(|url| {
            reqwest::Url::parse(url).is_ok_and(|url| {
                let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
                let here = host == "localhost"
                    || host.parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback());
                url.scheme() == "https" || (url.scheme() == "http" && here)
            })
        });
        if sealed { Ok(()) } else { Err(ConfigError::TelephonyWithoutTls) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn real_numbers_go_over_a_sealed_and_signed_way() {
        let check = |url: &str, secret: &str| {
            let http = HttpTelephonyConfig {
                provider: "示例通信".into(),
                url: url.into(),
                secret: secret.into(),
                callback_url: "https://zhitu.example/api/telephony/events".into(),
                timeout_s: 5,
            };
            let gateway = TelephonyGatewayConfig::Http(http);
            TelephonyConfig { gateway, ..TelephonyConfig::default() }.check()
        };
        for good in
            ["https://calls.example/bind", "http://127.0.0.1:9000/", "http://[::1]/", "http://localhost/"]
        {
            assert!(check(good, "s").is_ok(), "{good}");
        }
        for bad in ["http://calls.example/", "calls.example", "ftp://127.0.0.1/", ""] {
            assert!(matches!(check(bad, "s"), Err(ConfigError::TelephonyWithoutTls)), "{bad}");
        }
        assert!(matches!(check("https://calls.example/", ""), Err(ConfigError::TelephonySecret)));
        for binding_hours in [0, 721] {
            let config = TelephonyConfig { binding_hours, ..TelephonyConfig::default() };
            assert!(matches!(config.check(), Err(ConfigError::TelephonyHours)));
        }
    }
}
