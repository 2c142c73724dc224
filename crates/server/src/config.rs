//! Settings: built-in defaults, then a TOML file, then the environment (`ZHITU_…`, `__` between levels).
//!
//! The defaults are safe: loopback only, no cross-origin access, no message gateway until one is chosen.

mod telephony;

pub use telephony::{HttpTelephonyConfig, TelephonyConfig, TelephonyGatewayConfig};

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
    /// Where people reach this server: `https://…`, or `http` on loopback. Mails lead there; without it none with a link go
    /// out.
    pub public_url: String,
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
    /// E-mail.
    pub mail: MailConfig,
    /// Phone calls.
    pub telephony: TelephonyConfig,
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

/// E-mail under the operator's domain: out, and in for the relay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MailConfig {
    /// The domain of every address that mail goes out from, such as `relay.example.org`. Needed by every gateway.
    pub domain: String,
    /// Which gateway sends.
    pub gateway: MailGatewayConfig,
    /// Signs what goes out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dkim: Option<DkimConfig>,
    /// Where to take mail for the relay (SMTP), on loopback, from the operator's mail server; none: contact by e-mail
    /// is not offered. That server must check the sender (SPF, DKIM, DMARC) and pass on what passed alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listen: Option<SocketAddr>,
    /// The largest mail that is relayed, in bytes.
    pub max_bytes: usize,
    /// The largest head of a mail, in bytes.
    pub max_header_bytes: usize,
    /// Days after its last use that an alias ends.
    pub alias_days: u32,
    /// Mails that a person may send through the relay in an hour.
    pub mails_per_hour: u32,
}

impl Default for MailConfig {
    fn default() -> Self {
        Self {
            domain: String::new(),
            gateway: MailGatewayConfig::default(),
            dkim: None,
            listen: None,
            max_bytes: 10 * 1024 * 1024,
            max_header_bytes: 64 * 1024,
            alias_days: 90,
            mails_per_hour: 30,
        }
    }
}

/// Which gateway sends e-mail.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum MailGatewayConfig {
    /// None: what needs e-mail is not offered.
    #[default]
    None,
    /// Kept in memory and shown at `/api/dev/outbox` instead of being sent. Refused beyond loopback.
    Development,
    /// Handed to a mail server.
    Smtp(SmtpConfig),
}

impl MailGatewayConfig {
    /// Seconds that each of the gateway's answers may take.
    pub fn timeout_s(&self) -> u64 {
        match self {
            Self::None | Self::Development => 1,
            Self::Smtp(smtp) => smtp.timeout_s.clamp(1, 300),
        }
    }
}

/// The mail server that mail is handed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmtpConfig {
    /// Its name.
    pub host: String,
    /// Its port.
    #[serde(default = "submission_port")]
    pub port: u16,
    /// How the connection is sealed.
    #[serde(default)]
    pub tls: MailTls,
    /// A further authority that its certificate may come from (PEM), beside the system's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ca_file: Option<PathBuf>,
    /// Whom to sign in as; empty: nobody.
    #[serde(default)]
    pub user: String,
    /// The password. Never sent without TLS.
    #[serde(default)]
    pub password: String,
    /// Seconds to wait for each of its answers, 1 to 300.
    #[serde(default = "smtp_timeout")]
    pub timeout_s: u64,
}

fn submission_port() -> u16 {
    587
}

fn smtp_timeout() -> u64 {
    30
}

/// How the connection to a mail server is sealed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailTls {
    /// Not at all: only for a server on loopback.
    None,
    /// After `STARTTLS`, without which nothing is sent.
    #[default]
    Starttls,
    /// From the first byte (port 465).
    Implicit,
}

/// The key that signs what goes out (DKIM).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DkimConfig {
    /// The key's name below `_domainkey.` of the domain.
    pub selector: String,
    /// The private key in PEM: RSA of at least 2,048 bits, or Ed25519. `zhitu-server admin dkim` prints its record.
    pub key_file: PathBuf,
}

/// How much one network address (an IPv6 /64) may ask for, and how many numbers one recruiter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Codes, sign-ins and refreshes a minute.
    pub auth_per_minute: u32,
    /// All requests a second.
    pub requests_per_second: u32,
    /// Virtual numbers that one recruiter may have bound in an hour: each costs the operator.
    pub numbers_per_hour: u32,
    /// Seconds that a request may take.
    pub request_timeout_s: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8743)),
            public_url: String::new(),
            data_dir: PathBuf::from("zhitu-data"),
            database_url: String::new(),
            secret_key: String::new(),
            operator: Operator::default(),
            sms: SmsConfig::default(),
            mail: MailConfig::default(),
            telephony: TelephonyConfig::default(),
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
        Self { auth_per_minute: 30, requests_per_second: 50, numbers_per_hour: 60, request_timeout_s: 30 }
    }
}

/// Why settings are refused.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file or the environment has something that is no setting.
    #[error("configuration: {0}")]
    Form(Box<figment::Error>),
    /// Codes would be readable by others than the person at this machine.
    #[error("a development gateway shows codes to whoever asks: only with a loopback `listen`")]
    DevelopmentBeyondLoopback,
    /// Links in mails would lead nowhere.
    #[error("public_url must be https://HOST without a path, or http:// on loopback")]
    PublicUrl,
    /// Mail would come from nowhere.
    #[error("mail.domain must be a domain name such as relay.example.org")]
    MailDomain,
    /// Anybody could hand in mail under anybody's name.
    #[error(
        "mail.listen must be on loopback, behind a mail server that checks senders, and mail must go out too"
    )]
    MailListen,
    /// A limit of the relay is out of bounds.
    #[error(
        "mail.max_bytes must be 64 KiB to 50 MiB, max_header_bytes 4 KiB to 1 MiB, the others at least 1"
    )]
    MailLimits,
    /// Mail, and with it the password, would cross a network in the clear.
    #[error("mail.gateway.tls = \"none\" is only for a mail server on loopback")]
    MailWithoutTls,
    /// Real numbers would cross a network in the clear.
    #[error("telephony.gateway.url and callback_url must be https, or http on loopback")]
    TelephonyWithoutTls,
    /// The policy could not say who is told real numbers.
    #[error("telephony.gateway.provider must name who connects the calls")]
    TelephonyProvider,
    /// Anybody could bind, and say that calls were made.
    #[error("telephony.gateway.secret is empty")]
    TelephonySecret,
    /// A virtual number would end at once, or stay.
    #[error("telephony.binding_hours must be 1 to 720")]
    TelephonyHours,
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
        let development = self.sms == SmsConfig::Development
            || self.mail.gateway == MailGatewayConfig::Development
            || self.telephony.gateway == TelephonyGatewayConfig::Development;
        if development && !self.listen.ip().is_loopback() {
            return Err(ConfigError::DevelopmentBeyondLoopback);
        }
        if !self.public_url.is_empty() && !is_public_url(&self.public_url) {
            return Err(ConfigError::PublicUrl);
        }
        self.mail.check()?;
        self.telephony.check()?;
        if !self.secret_key.is_empty() && parse_key(&self.secret_key).is_none() {
            return Err(ConfigError::SecretKey);
        }
        let Limits { auth_per_minute, requests_per_second, numbers_per_hour, .. } = self.limits;
        if [auth_per_minute, requests_per_second, numbers_per_hour].contains(&0) {
            return Err(ConfigError::Limits);
        }
        Ok(())
    }

    /// Whether it is there for its own machine alone: no proxy and no address leads to it from elsewhere.
    pub fn is_local(&self) -> bool {
        self.listen.ip().is_loopback() && !self.behind_proxy && !self.public_url.starts_with("https:")
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
        if let MailGatewayConfig::Smtp(smtp) = &mut shown.mail.gateway {
            smtp.password = String::new();
        }
        if let TelephonyGatewayConfig::Http(http) = &mut shown.telephony.gateway {
            http.secret = String::new();
        }
        if let Some((scheme, rest)) = shown.database_url.split_once("://")
            && let Some((_, host)) = rest.split_once('@')
        {
            shown.database_url = format!("{scheme}://{host}");
        }
        toml::to_string(&shown)
    }
}

impl MailConfig {
    fn check(&self) -> Result<(), ConfigError> {
        let label = |label: &str| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        // With room for the local part in the 254 bytes of an address (RFC 5321).
        let is_domain =
            self.domain.len() <= 190 && self.domain.contains('.') && self.domain.split('.').all(label);
        let is_needed = self.gateway != MailGatewayConfig::None || self.dkim.is_some();
        if !is_domain && (is_needed || !self.domain.is_empty()) {
            return Err(ConfigError::MailDomain);
        }
        let gateway = self.gateway != MailGatewayConfig::None;
        if self.listen.is_some_and(|listen| !listen.ip().is_loopback() || !gateway) {
            return Err(ConfigError::MailListen);
        }
        let sizes = (64 << 10..=50 << 20).contains(&self.max_bytes)
            && (4 << 10..=1 << 20).contains(&self.max_header_bytes);
        if !sizes || self.alias_days == 0 || self.mails_per_hour == 0 {
            return Err(ConfigError::MailLimits);
        }
        if let MailGatewayConfig::Smtp(smtp) = &self.gateway
            && smtp.tls == MailTls::None
            && !(smtp.host == "localhost"
                || smtp.host.parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback()))
        {
            return Err(ConfigError::MailWithoutTls);
        }
        Ok(())
    }
}

fn is_public_url(text: &str) -> bool {
    let Ok(url) = reqwest::Url::parse(text) else { return false };
    let bare = url.path() == "/" && !text.ends_with('/') && url.query().is_none() && url.fragment().is_none();
    let Some(host) = url.host_str() else { return false };
    let address = host.trim_matches(['[', ']']).parse();
    let loopback = host == "localhost" || address.is_ok_and(|host: std::net::IpAddr| host.is_loopback());
    bare && url.username().is_empty() && (url.scheme() == "https" || (url.scheme() == "http" && loopback))
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
    fn links_in_mails_lead_over_tls_to_this_server_alone() {
        let check = |public_url: &str| {
            let config = Config { public_url: public_url.into(), ..Config::default() };
            (config.check().is_ok(), config.is_local())
        };
        assert_eq!(check(""), (true, true));
        assert_eq!(check("https://market.example"), (true, false), "a proxy leads here");
        assert_eq!(check("http://127.0.0.1:8743"), (true, true));
        for bad in [
            "market.example",
            "http://market.example",
            "https://market.example/",
            "https://market.example/app",
            "https://market.example?x=1",
            "https://a:b@market.example",
            "ftp://localhost",
        ] {
            assert!(!check(bad).0, "{bad}");
        }
    }

    #[test]
    fn mail_needs_a_domain_and_a_sealed_way() {
        let mail = |domain: &str, host: &str, tls| {
            let gateway = MailGatewayConfig::Smtp(SmtpConfig {
                host: host.into(),
                port: 25,
                tls,
                ca_file: None,
                user: String::new(),
                password: String::new(),
                timeout_s: 5,
            });
            MailConfig { domain: domain.into(), gateway, ..MailConfig::default() }.check()
        };
        assert!(mail("relay.example.org", "mail.example.org", MailTls::Starttls).is_ok());
        assert!(mail("relay.example.org", "127.0.0.1", MailTls::None).is_ok());
        assert!(matches!(
            mail("relay.example.org", "mail.example.org", MailTls::None),
            Err(ConfigError::MailWithoutTls)
        ));
        for domain in ["", "localhost", "relay..org", "-relay.org", "relay.example.org\r\n", "招聘.example"]
        {
            assert!(
                matches!(mail(domain, "localhost", MailTls::None), Err(ConfigError::MailDomain)),
                "{domain}"
            );
        }
    }

    #[test]
    fn mail_is_taken_on_loopback_alone() {
        let listen = |address: &str| {
            MailConfig {
                domain: "relay.example.org".into(),
                gateway: MailGatewayConfig::Development,
                listen: Some(address.parse().unwrap()),
                ..MailConfig::default()
            }
            .check()
        };
        assert!(listen("127.0.0.1:2525").is_ok());
        assert!(matches!(listen("0.0.0.0:2525"), Err(ConfigError::MailListen)));
        let without_a_way_out =
            MailConfig { listen: Some(SocketAddr::from(([127, 0, 0, 1], 2525))), ..MailConfig::default() };
        assert!(matches!(without_a_way_out.check(), Err(ConfigError::MailListen)));
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
            mail: MailConfig {
                domain: "relay.example.org".into(),
                gateway: MailGatewayConfig::Smtp(SmtpConfig {
                    host: "mail.example.org".into(),
                    port: 465,
                    tls: MailTls::Implicit,
                    ca_file: None,
                    user: "zhitu".into(),
                    password: "passw0rd".into(),
                    timeout_s: 5,
                }),
                dkim: Some(DkimConfig { selector: "z1".into(), key_file: "dkim.pem".into() }),
                ..MailConfig::default()
            },
            ..Config::default()
        };
        let shown = config.to_toml().unwrap();
        for secret in ["hunter2", "abab", "s3cret", "passw0rd"] {
            assert!(!shown.contains(secret), "{shown}");
        }
        let read: Config = toml::from_str(&shown).unwrap();
        assert_eq!(
            (read.listen, &read.mail.domain, &read.mail.dkim),
            (config.listen, &config.mail.domain, &config.mail.dkim)
        );
    }
}
