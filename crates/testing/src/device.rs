//! A device with a core on it, that can be killed and started again.

use crate::{
    FakeClock, FakeServer, MemoryClipboard, MemoryFiles, MemoryLocation, MemoryStore, MemoryVault,
    RecordedEvents, SeededRng,
};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use zhitu_contract::auth::{Account, Sensitive, SignIn};
use zhitu_contract::policy::{Language, PolicyAccept, PolicyShow};
use zhitu_core::ports::LocalStore;
use zhitu_core::{Core, Parts};

/// The ports of one device. What they keep outlives the cores that run on them.
pub struct Device {
    /// The server that its cores talk to.
    pub server: Arc<FakeServer>,
    /// Its time.
    pub clock: Arc<FakeClock>,
    /// Its database.
    pub store: Arc<dyn LocalStore>,
    /// Its keyring.
    pub vault: Arc<MemoryVault>,
    /// What its page was told.
    pub events: Arc<RecordedEvents>,
    /// Its files.
    pub files: Arc<MemoryFiles>,
    /// Where it is.
    pub location: Arc<MemoryLocation>,
    /// What was copied on it.
    pub clipboard: Arc<MemoryClipboard>,
    seed: u64,
    starts: AtomicU64,
}

impl Device {
    /// A new device, its database in memory.
    pub fn new(server: &Arc<FakeServer>) -> Self {
        Self::with_store(server, Arc::new(MemoryStore::default()))
    }

    /// A new device with a database of its own.
    pub fn with_store(server: &Arc<FakeServer>, store: Arc<dyn LocalStore>) -> Self {
        Self {
            server: Arc::clone(server),
            clock: Arc::default(),
            store,
            vault: Arc::default(),
            events: Arc::default(),
            files: Arc::default(),
            location: Arc::default(),
            clipboard: Arc::default(),
            seed: 0,
            starts: AtomicU64::new(0),
        }
    }

    /// Another chance for all that is drawn on this device.
    #[must_use]
    pub fn seeded(self, seed: u64) -> Self {
        Self { seed: seed << 20, ..self }
    }

    /// Starts the app, also again. [`Core::stop`] kills it: what it does ends at whatever it waits for.
    pub fn start(&self) -> Arc<Core> {
        let core = self.core();
        core.start();
        core
    }

    /// The app without what runs in the background.
    pub fn core(&self) -> Arc<Core> {
        // Each start draws other numbers, as a real one does.
        let seed = self.seed + self.starts.fetch_add(1, Ordering::SeqCst) + 1;
        Core::new(Parts {
            api: Arc::clone(&self.server) as _,
            vault: Arc::clone(&self.vault) as _,
            store: Arc::clone(&self.store),
            clock: Arc::clone(&self.clock) as _,
            rng: Arc::new(SeededRng::new(seed)),
            events: Arc::clone(&self.events) as _,
            files: Arc::clone(&self.files) as _,
            location: Arc::clone(&self.location) as _,
            clipboard: Arc::clone(&self.clipboard) as _,
            device: "测试设备".to_owned(),
            version: "0.0.0".to_owned(),
            demo_market: false,
            data_set_aside: false,
        })
    }

    /// Moves the clock on until something is so; fails the test when it never is.
    pub async fn until(&self, what: &str, is_so: impl AsyncFn() -> bool) {
        for _ in 0..2_000 {
            for _ in 0..50 {
                tokio::task::yield_now().await;
            }
            if is_so().await {
                return;
            }
            self.clock.advance_to_next();
        }
        panic!("never came to be: {what}");
    }

    /// Shows and accepts the policy.
    pub async fn accept_policy(&self, core: &Core) {
        let policy =
            core.policy_show(PolicyShow { language: Language::ZhCn }).await.expect("policy is shown");
        core.policy_accept(PolicyAccept { version: policy.version }).await.expect("policy is accepted");
    }

    /// Accepts the policy and signs in.
    pub async fn sign_in(&self, core: &Core, phone: &str) -> Account {
        self.accept_policy(core).await;
        let sign_in =
            SignIn { phone: Sensitive::new(phone.to_owned()), code: Sensitive::new("246810".to_owned()) };
        core.sign_in(sign_in).await.expect("the code is right")
    }
}
