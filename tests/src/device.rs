//! A real device without a window: the core on the host's own adapters (HTTP and WebSocket, the encrypted database,
//! the system's clock and randomness), and commands as the page gives them.
//!
//! Three ports are not the shell's. What the page is told is written down instead of being shown. Where it is and what
//! was copied, a test says. And the keyring is a
//! vault of `zhitu-testing`: the system's one needs a session bus with an unlocked keyring for each device, which the
//! tests of the real window have and `zhitu-host` tests by itself.

use crate::market::code_in;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use zhitu_contract::auth::{Account, CodeAsk, Sensitive, SignIn};
use zhitu_contract::device::Nothing;
use zhitu_contract::policy::{Language, PolicyAccept, PolicyShow};
use zhitu_contract::{ErrorCode, Result as Answer};
use zhitu_core::ports::TokenVault;
use zhitu_core::{Core, Parts};
use zhitu_host::api::{HttpServer, ServerAddress};
use zhitu_host::clock::SystemClock;
use zhitu_host::rng::SystemRng;
use zhitu_host::store::{DeviceStore, Opened};
use zhitu_testing::{MemoryClipboard, MemoryFiles, MemoryLocation, RecordedEvents};

/// An address at which nobody answers: off-line.
pub const NOBODY: &str = "http://127.0.0.1:9";

/// A device. What it keeps outlives the cores that run on it.
pub struct Device {
    /// Where its server is; can be changed while it runs.
    pub server: ServerAddress,
    /// What its page was told.
    pub events: Arc<RecordedEvents>,
    /// What was saved by the file dialog.
    pub files: Arc<MemoryFiles>,
    /// Where it is: `zhitu-host` tests the system's own service by itself.
    pub location: Arc<MemoryLocation>,
    /// What was copied on it.
    pub clipboard: Arc<MemoryClipboard>,
    folder: PathBuf,
    vault: Arc<dyn TokenVault>,
    name: String,
}

impl Device {
    /// A device that keeps its data in `folder`, secrets in `vault`, and is listed as `name`.
    pub fn new(name: &str, folder: &Path, vault: Arc<dyn TokenVault>, server: &str) -> Self {
        Self {
            server: ServerAddress::known(server),
            events: Arc::default(),
            files: Arc::default(),
            location: Arc::default(),
            clipboard: Arc::default(),
            folder: folder.to_owned(),
            vault,
            name: name.to_owned(),
        }
    }

    /// Starts the app, also again. [`Core::stop`] ends it.
    pub async fn start(&self) -> Result<Arc<Core>> {
        let opened = self.open().await?;
        anyhow::ensure!(opened.set_aside.is_none(), "the database of the last run could not be read");
        Ok(self.run(opened))
    }

    /// Starts the app on a database whose key the keyring has lost.
    pub async fn start_anew(&self) -> Result<Arc<Core>> {
        let opened = self.open().await?;
        anyhow::ensure!(opened.set_aside.is_some(), "the database of the last run could be read");
        Ok(self.run(opened))
    }

    async fn open(&self) -> Result<Opened> {
        Ok(DeviceStore::open(&self.folder, self.vault.as_ref(), &SystemRng).await?)
    }

    fn run(&self, opened: Opened) -> Arc<Core> {
        let core = Core::new(Parts {
            api: Arc::new(HttpServer::new(self.server.clone(), "0.0.0")),
            vault: Arc::clone(&self.vault),
            store: Arc::new(opened.store),
            clock: Arc::new(SystemClock),
            rng: Arc::new(SystemRng),
            events: Arc::clone(&self.events) as _,
            files: Arc::clone(&self.files) as _,
            location: Arc::clone(&self.location) as _,
            clipboard: Arc::clone(&self.clipboard) as _,
            device: self.name.clone(),
            version: "0.0.0".to_owned(),
            demo_market: false,
            data_set_aside: opened.set_aside.is_some(),
        });
        core.start();
        core
    }

    /// The folder with its database.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

/// Shows the policy and accepts it.
pub async fn accept_policy(core: &Core) -> Answer<()> {
    let policy = core.policy_show(PolicyShow { language: Language::ZhCn }).await?;
    core.policy_accept(PolicyAccept { version: policy.version }).await?;
    Ok(())
}

/// Asks for a code and reads it where the development gateway shows it.
pub async fn ask_for_code(core: &Core, phone: &str) -> Result<Sensitive> {
    core.code_request(CodeAsk { phone: Sensitive::new(phone.to_owned()) }).await?;
    let messages = core.dev_outbox_show(Nothing {}).await?;
    // Notices may lie on top of it.
    let found =
        messages.iter().find_map(|message| code_in(&message.text)).context("no code in the outbox")?;
    Ok(Sensitive::new(found))
}

/// Accepts the policy and signs in with a code. A number gets one code a minute: a second one is waited for.
pub async fn sign_in(core: &Core, phone: &str) -> Result<Account> {
    accept_policy(core).await?;
    let sent = crate::wait::until_async("a code", Duration::from_secs(90), async || {
        match ask_for_code(core, phone).await {
            Ok(sent) => Ok(Some(sent)),
            Err(error) if refusal_of(&error) == Some(ErrorCode::CodeTooSoon) => Ok(None),
            Err(error) => Err(error),
        }
    })
    .await?;
    Ok(core.sign_in(SignIn { phone: Sensitive::new(phone.to_owned()), code: sent }).await?)
}

fn refusal_of(error: &anyhow::Error) -> Option<ErrorCode> {
    error.downcast_ref::<zhitu_contract::Error>().map(|error| error.code)
}
