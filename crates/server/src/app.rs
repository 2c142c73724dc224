//! What every route is given, and the parts that are chosen at the start.

use crate::attachments::reader::PdfReader;
use crate::config::{Config, ConfigError, SmsConfig, parse_key};
use crate::gateways::hook::Hook;
use crate::gateways::mail::{self, MailGateway, Mailer};
use crate::gateways::sms::{Development, NoGateway, Sms, Webhook};
use crate::gateways::telephony::{self, TelephonyGateway};
use crate::index::{JobIndex, ResumeSearch};
use crate::limits::Counts;
use crate::live::Hub;
use crate::policy::Policies;
use crate::ports::{Clock, Rng, RngError, SystemClock, SystemRng, new_id};
use crate::secret::{SecretKey, hex};
use anyhow::Context;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;
use zhitu_domain::time::Timestamp;
use zhitu_storage::Store;
use zhitu_typeset::Typesetter;

/// The adapters of the ports.
#[derive(Clone)]
pub struct Parts {
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub rng: Arc<dyn Rng>,
    /// Text messages.
    pub sms: Arc<dyn Sms>,
    /// E-mail.
    pub mail: Arc<dyn MailGateway>,
    /// Phone calls.
    pub telephony: Arc<dyn TelephonyGateway>,
    /// The search index.
    pub index: Option<Arc<dyn JobIndex>>,
    /// The index of résumés.
    pub resumes: Option<Arc<dyn ResumeSearch>>,
    /// Reads uploaded PDFs.
    pub pdf: Arc<PdfReader>,
}

impl Parts {
    /// The parts that the settings choose, with the system's clock and randomness.
    pub fn from_config(config: &Config) -> anyhow::Result<Self> {
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let sms: Arc<dyn Sms> = match &config.sms {
            SmsConfig::None => Arc::new(NoGateway),
            SmsConfig::Development => Arc::new(Development::new(Arc::clone(&clock))),
            SmsConfig::Webhook { url, secret, timeout_s } => {
                Arc::new(Webhook::new(url, secret, *timeout_s, Arc::clone(&clock))?)
            }
        };
        let mail = mail::gateway(&config.mail, &clock)?;
        let telephony = telephony::gateway(&config.telephony, &clock)?;
        let pdf = Arc::new(PdfReader::of(std::env::current_exe()?));
        Ok(Self { clock, rng: Arc::new(SystemRng), sms, mail, telephony, index: None, resumes: None, pdf })
    }
}

/// What every route is given. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

/// The fields of [`App`].
pub struct Inner {
    /// Settings.
    pub config: Config,
    /// The database.
    pub store: Store,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub rng: Arc<dyn Rng>,
    /// Text messages.
    pub sms: Arc<dyn Sms>,
    /// E-mail.
    pub mail: Mailer,
    /// Phone calls.
    pub telephony: Arc<dyn TelephonyGateway>,
    /// The search index.
    pub index: Option<Arc<dyn JobIndex>>,
    /// The index of résumés.
    pub resumes: Option<Arc<dyn ResumeSearch>>,
    /// Reads uploaded PDFs.
    pub pdf: Arc<PdfReader>,
    /// Posts to persons' own addresses.
    pub hook: Hook,
    /// Where it answers, once it does.
    pub url: OnceLock<String>,
    /// The key of numbers and codes.
    pub secret: SecretKey,
    /// The policy in both languages.
    pub policies: Policies,
    /// Sets downloads; its faces are read when the first is set.
    pub setting: OnceLock<Typesetter>,
    /// Counts by network address.
    pub limits: Counts,
    /// The open links.
    pub hub: Hub,
    /// Rung when something was written, so that the outbox is read at once.
    pub written: watch::Sender<()>,
    /// Cancelled when the server ends.
    pub ending: CancellationToken,
}

impl Deref for App {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl App {
    /// Opens the database, brings it to this program's form, and puts the parts together.
    pub async fn open(config: Config, parts: Parts) -> anyhow::Result<Self> {
        config.check()?;
        let store = open_store(&config).await?;
        store.migrate().await.context("the database could not be migrated")?;
        let secret = secret_key(&config, parts.rng.as_ref())?;
        for (company, name) in store.companies_keyless().await? {
            store.company_key_add(company, &secret.company_name(&name)).await?;
        }
        let policies = Policies::read(&config.operator, &config.telephony)?;
        let (clock, rng) = (Arc::clone(&parts.clock), Arc::clone(&parts.rng));
        let mail = Mailer::new(&config.mail, parts.mail, clock, rng)?;
        Ok(Self(Arc::new(Inner {
            limits: Counts::new(config.limits, Arc::clone(&parts.clock)),
            hook: Hook::new(config.is_local(), Arc::clone(&parts.clock))?,
            url: OnceLock::new(),
            config,
            store,
            clock: parts.clock,
            rng: parts.rng,
            sms: parts.sms,
            mail,
            telephony: parts.telephony,
            index: parts.index,
            resumes: parts.resumes,
            pdf: parts.pdf,
            secret,
            policies,
            setting: OnceLock::new(),
            hub: Hub::default(),
            written: watch::Sender::new(()),
            ending: CancellationToken::new(),
        })))
    }

    /// Now.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// A new key.
    pub fn new_id(&self) -> Result<Uuid, RngError> {
        new_id(self.clock.as_ref(), self.rng.as_ref())
    }
}

/// Opens the database of the settings, making its folder when it is a file.
pub async fn open_store(config: &Config) -> anyhow::Result<Store> {
    let url = config.database_url();
    if let Some(path) = url.strip_prefix("sqlite:")
        && let path = path.trim_start_matches("//").split('?').next().unwrap_or_default()
        && let Some(folder) = std::path::Path::new(path).parent()
    {
        std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    Store::connect(&url).await.context("the database cannot be opened")
}

/// The key of the settings, or the one in the data folder, made when there is none.
pub fn secret_key(config: &Config, rng: &dyn Rng) -> anyhow::Result<SecretKey> {
    if !config.secret_key.is_empty() {
        return Ok(SecretKey::new(parse_key(&config.secret_key).ok_or(ConfigError::SecretKey)?));
    }
    std::fs::create_dir_all(&config.data_dir)
        .with_context(|| format!("{} cannot be made", config.data_dir.display()))?;
    let file = config.data_dir.join("secret.key");
    match std::fs::read_to_string(&file) {
        Ok(text) => {
            let key = parse_key(&text).with_context(|| format!("{} does not hold a key", file.display()))?;
            Ok(SecretKey::new(key))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let mut key = [0; 32];
            rng.fill(&mut key)?;
            write_private(&file, &hex(&key))
                .with_context(|| format!("{} cannot be written", file.display()))?;
            Ok(SecretKey::new(key))
        }
        Err(error) => Err(error).with_context(|| format!("{} cannot be read", file.display())),
    }
}

/// Writes a new file that only its owner can read.
fn write_private(file: &std::path::Path, text: &str) -> std::io::Result<()> {
    use std::io::Write;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut written = options.open(file)?;
    written.write_all(text.as_bytes())?;
    written.sync_all()
}
