//! Settings: built-in defaults, then a TOML file, then the environment (`ZHITU_…`, `__` between levels).
//!
//! The defaults are safe: loopback only, no cross-origin access, no message gateway until one is chosen.

use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use serde::{Deserialize, Serialize};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// All settings. `zhitu-server config` prints them as they are in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Where to listen. Beyond loopback, put a TLS proxy in front.
    pub listen: SocketAddr,
    /// Folder for the index, the key and, by default, the database.
    pub data_dir: PathBuf,
    /// `sqlite:PATH` or `postgres://…`; empty: `zhitu.db` in the data folder.
    pub database_url: String,
    /// 64 hexadecimal digits; empty: made once and kept in `secret.key` in the data folder.
    pub secret_key: String,
    /// Who runs this installation, as the policy names them.
    pub operator: Operator,
    /// Text messages.
    pub sms: SmsConfig,
    /// How much an address may ask for.
    pub limits: Limits,
    /// Take the client's address from the last entry of `X-Forwarded-For`: only behind a proxy that sets it.
    pub behind_proxy: bool,
    /// Fill an empty market with invented companies and jobs, and mark what registers here as invented.
    pub demo_market: bool,
    /// What to log, such as `info` or `zhitu_server=debug`.
    pub log: String,
    /// One JSON object a line instead of text.
    pub log_json: bool,
}

/// Who runs this installation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Operator {
    /// Name.
    pub name: String,
    /// How to reach them.
    pub contact: String,
}

/// Which gateway sends text messages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum SmsConfig {
    /// None: asking for a code is answered `gateway_unavailable`.
    #[default]
    None,
    /// Kept in memory and shown at `/api/dev/outbox` instead of being sent. Refused beyond loopback.
    Development,
    /// Posted to an address that sends it.
    Webhook {
        /// `https://…`
        url: String,
        /// The key that the body is signed with.
        secret: String,
        /// Seconds to wait for it.
        #[serde(default = "webhook_timeout")]
        timeout_s: u64,
    },
}

fn webhook_timeout() -> u64 {
    5
}

/// How much one network address (an IPv6 /64) may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Codes, sign-ins and refreshes a minute.
    pub auth_per_minute: u32,
    /// All requests a second.
    pub requests_per_second: u32,
    /// Seconds that a request may take.
    pub request_timeout_s: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8743)),
            data_dir: PathBuf::from("zhitu-data"),
            database_url: String::new(),
            secret_key: String::new(),
            operator: Operator::default(),
            sms: SmsConfig::default(),
            limits: Limits::default(),
            behind_proxy: false,
            demo_market: false,
            log: "info".to_owned(),
            log_json: false,
        }
    }
}

impl Default for Operator {
    fn default() -> Self {
        Self {
            name: "(operator not named in the configuration)".to_owned(),
            contact: "(contact not named in the configuration)".to_owned(),
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self { auth_per_minute: 30, requests_per_second: 50, request_timeout_s: 30 }
    }
}

/// Why settings are refused.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file or the environment has something that is no setting.
    #[error("configuration: {0}")]
    Form(Box<figment::Error>),
    /// Codes would be readable by others than the person at this machine.
    #[error("sms.kind = \"development\" shows sign-in codes to whoever asks: only with a loopback `listen`")]
    DevelopmentBeyondLoopback,
    /// `secret_key` is not 64 hexadecimal digits.
    #[error("secret_key must be 64 hexadecimal digits")]
    SecretKey,
    /// A limit is zero.
    #[error("limits must be at least 1")]
    Limits,
}

impl Config {
    /// Reads the settings: defaults, then the file when one is named, then the environment.
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        let mut figment = Figment::from(Serialized::defaults(Self::default()));
        if let Some(file) = file {
            figment = figment.merge(Toml::file_exact(file));
        }
        let config: Self = figment
            .merge(Env::prefixed("ZHITU_").ignore(&["config", "test_postgres"]).split("__"))
            .extract()
            .map_err(|error| ConfigError::Form(Box::new(error)))?;
        config.check()?;
        Ok(config)
    }

    /// Refuses what would be unsafe or senseless.
    pub fn check(&self) -> Result<(), ConfigError> {
        if self.sms == SmsConfig::Development && !self.listen.ip().is_loopback() {
            return Err(ConfigError::DevelopmentBeyondLoopback);
        }
        if !self.secret_key.is_empty() && parse_key(&self.secret_key).is_none() {
            return Err(ConfigError::SecretKey);
        }
        if self.limits.auth_per_minute == 0 || self.limits.requests_per_second == 0 {
            return Err(ConfigError::Limits);
        }
        Ok(())
    }

    /// The database's address, the default filled in.
    pub fn database_url(&self) -> String {
        if self.database_url.is_empty() {
            format!("sqlite:{}", self.data_dir.join("zhitu.db").display())
        } else {
            self.database_url.clone()
        }
    }

    /// As TOML, with secrets left out; good as a file.
    pub fn to_toml(&self) -> Result<String, toml::ser::Error> {
        let mut shown = self.clone();
        if !shown.secret_key.is_empty() {
            shown.secret_key = String::new();
        }
        if let SmsConfig::Webhook { secret, .. } = &mut shown.sms {
            *secret = String::new();
        }
        if let Some((scheme, rest)) = shown.database_url.split_once("://")
            && let Some((_, host)) = rest.split_once('@')
        {
            shown.database_url = format!("{scheme}://{host}");
        }
        toml::to_string(&shown)
    }
}

/// Reads 64 hexadecimal digits.
pub(crate) fn parse_key(text: &str) -> Option<[u8; 32]> {
    let text = text.trim();
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    let mut key = [0; 32];
    for (byte, at) in key.iter_mut().zip((0..64).step_by(2)) {
        *byte = u8::from_str_radix(text.get(at..at + 2)?, 16).ok()?;
    }
    Some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_are_safe() {
        let config = Config::default();
        assert!(config.listen.ip().is_loopback());
        assert_eq!(config.sms, SmsConfig::None);
        assert!(config.check().is_ok());
    }

    #[test]
    fn codes_are_not_shown_beyond_loopback() {
        let config = Config {
            sms: SmsConfig::Development,
            listen: SocketAddr::from(([0, 0, 0, 0], 80)),
            ..Config::default()
        };
        assert!(matches!(config.check(), Err(ConfigError::DevelopmentBeyondLoopback)));
    }

    #[test]
    fn printed_settings_have_no_secret_and_read_back() {
        let config = Config {
            database_url: "postgres://zhitu:hunter2@db.example/zhitu".into(),
            secret_key: "ab".repeat(32),
            sms: SmsConfig::Webhook {
                url: "https://sms.example".into(),
                secret: "s3cret".into(),
                timeout_s: 5,
            },
            ..Config::default()
        };
        let shown = config.to_toml().unwrap();
        for secret in ["hunter2", "abab", "s3cret"] {
            assert!(!shown.contains(secret), "{shown}");
        }
        let read: Config = toml::from_str(&shown).unwrap();
        assert_eq!(read.listen, config.listen);
    }
}
