//! Use-cases on the device and the ports they need: what the app does.
//!
//! A folder is a feature, a file in it one command of `zhitu_contract::commands`: `jobs/search.rs` has
//! `Core::jobs_search`. To add one: write its row there, its file here; the shell's adapter is made from the table.
//!
//! What happens without being asked (keeping the session, the link and the résumé going) is in the feature's
//! `background` or `sync` file and is started by [`Core::start`].

mod applications;
mod attachments;
mod auth;
mod background;
mod backoff;
mod call;
mod chat;
mod clipboard;
mod device;
mod erasure;
mod guarded;
mod introduction;
mod jobs;
mod location;
mod mailbox;
mod notices;
mod permission;
mod places;
mod policy;
pub mod ports;
mod recommendations;
mod record;
mod recruiting;
mod relay;
mod resume;
mod resumes;
mod staff;
mod virtual_number;
mod visibility;

use guarded::Guarded;
use ports::{Clipboard, Clock, Events, Files, LocalStore, Location, Rng, ServerApi, TokenVault};
use std::sync::atomic::{AtomicBool, AtomicU64};
use std::sync::{Arc, Weak};
use tokio::sync::{Mutex, Notify, OnceCell, RwLock, watch};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use zhitu_contract::auth::Account;
use zhitu_domain::id::JobId;
use zhitu_domain::job::JobContent;
use zhitu_domain::permission::{Permission, Permissions};
use zhitu_domain::time::Timestamp;

/// What a core is put together from.
pub struct Parts {
    /// The server.
    pub api: Arc<dyn ServerApi>,
    /// The keyring.
    pub vault: Arc<dyn TokenVault>,
    /// The device's database.
    pub store: Arc<dyn LocalStore>,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub rng: Arc<dyn Rng>,
    /// The way to the page.
    pub events: Arc<dyn Events>,
    /// File dialogs.
    pub files: Arc<dyn Files>,
    /// Where the device is.
    pub location: Arc<dyn Location>,
    /// The system's clipboard.
    pub clipboard: Arc<dyn Clipboard>,
    /// How the device is listed among the signed-in ones; cut to 60 characters.
    pub device: String,
    /// The app's version.
    pub version: String,
    /// The server is the demo market that this app started itself.
    pub demo_market: bool,
    /// The database of the last run could not be read and was set aside: this one is new.
    pub data_set_aside: bool,
}

/// The app's use-cases; one per process, shared by all windows.
pub struct Core {
    /// Itself, for work that goes on beside an answer.
    me: Weak<Self>,
    api: Arc<dyn ServerApi>,
    vault: Arc<dyn TokenVault>,
    store: Arc<dyn LocalStore>,
    clock: Arc<dyn Clock>,
    rng: Arc<dyn Rng>,
    events: Arc<dyn Events>,
    files: Guarded<dyn Files>,
    location: Guarded<dyn Location>,
    clipboard: Guarded<dyn Clipboard>,
    device: String,
    version: String,
    demo_market: bool,
    data_set_aside: bool,

    /// The session's tokens. The lock is held while a refresh is on its way: a refresh token works once.
    tokens: Mutex<auth::session::Tokens>,
    session_looked_for: OnceCell<()>,
    session_in_memory: AtomicBool,
    /// How permissions stand, once read from the store.
    permissions: Mutex<Option<Permissions>>,
    /// Work under way, ended when its permission is taken back.
    pending: std::sync::Mutex<permission::Pending>,
    /// The last position. The lock is held while one is read: a use reads once.
    locating: Mutex<location::Locating>,
    /// What the last run had begun to hand over is in the record.
    record_begun: OnceCell<()>,
    /// Held for writing while personal data is wiped, for reading while it is written: what the server still
    /// answers to an ended session is then not written after the wipe.
    personal: RwLock<()>,
    /// How often it was wiped in this run.
    wipes: AtomicU64,
    /// The signed-in account; holds once the tokens have been looked for.
    account: watch::Sender<Option<Account>>,
    /// Whether the server answered last time.
    online: watch::Sender<bool>,
    /// Cards of jobs seen in this run, so that one can be kept off-line.
    seen_jobs: std::sync::Mutex<jobs::SeenJobs>,
    /// Jobs were kept on this device before the session began and the server was not told yet.
    favourites_unpushed: AtomicBool,
    /// A new posting whose answer has not come: posting the same again is the same posting.
    unanswered_post: std::sync::Mutex<Option<(JobId, JobContent)>>,
    /// The résumé is read, changed and written under this lock.
    resume: Mutex<resume::Working>,
    resume_changed: Notify,
    setting: Arc<resume::Setting>,
    /// A save is one at a time; apart from `resume`, so that typing never waits for the server.
    resume_saving: Mutex<resume::Saving>,
    /// Conversations' heads are read, changed and written under this lock.
    chat: Mutex<chat::Known>,
    outbox_changed: Notify,
    /// The block list goes out and the names beside it are kept under this lock.
    blocks: Mutex<()>,

    tasks: TaskTracker,
    stopping: CancellationToken,
}

impl Core {
    /// Puts a core together. Nothing runs and nothing is read until a command or [`Core::start`].
    pub fn new(parts: Parts) -> Arc<Self> {
        Arc::new_cyclic(|me| Self {
            me: Weak::clone(me),
            api: parts.api,
            vault: parts.vault,
            store: parts.store,
            clock: parts.clock,
            rng: parts.rng,
            events: parts.events,
            files: Guarded::new(Permission::Files, parts.files),
            location: Guarded::new(Permission::Location, parts.location),
            clipboard: Guarded::new(Permission::Clipboard, parts.clipboard),
            device: parts.device.chars().take(60).collect(),
            version: parts.version,
            demo_market: parts.demo_market,
            data_set_aside: parts.data_set_aside,
            tokens: Mutex::default(),
            session_looked_for: OnceCell::new(),
            session_in_memory: AtomicBool::new(false),
            permissions: Mutex::default(),
            pending: std::sync::Mutex::default(),
            locating: Mutex::default(),
            record_begun: OnceCell::new(),
            personal: RwLock::default(),
            wipes: AtomicU64::new(0),
            account: watch::Sender::new(None),
            online: watch::Sender::new(true),
            seen_jobs: std::sync::Mutex::default(),
            favourites_unpushed: AtomicBool::new(false),
            unanswered_post: std::sync::Mutex::default(),
            resume: Mutex::default(),
            resume_changed: Notify::new(),
            setting: Arc::default(),
            resume_saving: Mutex::default(),
            chat: Mutex::default(),
            outbox_changed: Notify::new(),
            blocks: Mutex::default(),
            tasks: TaskTracker::new(),
            stopping: CancellationToken::new(),
        })
    }

    fn now(&self) -> Timestamp {
        self.clock.now()
    }
}
