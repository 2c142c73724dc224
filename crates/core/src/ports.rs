//! What the core needs of the device it runs on. `zhitu-host` implements these for real devices, `zhitu-testing`
//! in memory for tests.
//!
//! A port decides nothing about whether something is allowed: it does what it is told or says why it could not.

use async_trait::async_trait;
use jiff::civil::Date;
use serde_json::Value;
use std::time::Duration;
use uuid::Uuid;
use zhitu_contract::applications::Application;
use zhitu_contract::auth::{Account, Sensitive};
use zhitu_contract::chat::{Conversation, Message};
use zhitu_contract::device::Settings;
use zhitu_contract::events::{CoreEvent, LiveEvent};
use zhitu_contract::jobs::{Job, JobCard, JobsSearchRequest, SearchHistoryEntry};
use zhitu_contract::policy::{Language, Policy, PolicyAcceptance};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::id::{BlockId, ConversationId, JobId, LookId, MessageId};
use zhitu_domain::permission::{Permissions, SystemPermission};
use zhitu_domain::place::{Bounds, Point};
use zhitu_domain::record::{Disclosure, Entry, Head, Recorded};
use zhitu_domain::resume::ResumeContent;
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_domain::time::Timestamp;

/// Steps that can be undone; older ones are dropped. The same limit holds for redoing.
pub const UNDO_STEPS: usize = 200;

/// Searches that are remembered; older ones are dropped for good.
pub const SEARCH_HISTORY_ENTRIES: usize = 50;

/// Jobs that are kept for when the server cannot be reached; those seen longest ago are dropped.
pub const KEPT_JOBS: usize = 20_000;

/// The method of a request to the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// GET
    Get,
    /// POST
    Post,
    /// PUT
    Put,
    /// DELETE
    Delete,
}

/// A request to the server.
#[derive(Debug, Clone, PartialEq)]
pub struct ApiRequest {
    /// Method.
    pub method: Method,
    /// Path from the server's root, such as `/api/resume`. Its parts are keys and fixed words: nothing to escape.
    pub path: String,
    /// The query, not yet escaped.
    pub query: Vec<(&'static str, String)>,
    /// JSON body.
    pub body: Option<Value>,
    /// A PDF that is the body itself, where there is no JSON.
    pub pdf: Option<Vec<u8>>,
    /// For `Authorization: Bearer`.
    pub access_token: Option<Sensitive>,
    /// What personal data goes with it; each time it is sent the record gets an entry. Not sent itself.
    pub discloses: Option<Disclosure>,
}

/// The server over HTTP and WebSocket.
#[async_trait]
pub trait ServerApi: Send + Sync {
    /// Sends a request and answers the body of a 2xx answer (`null` for an empty one).
    ///
    /// The server's own error JSON comes back as it is; unreachable, timed out or broken off is
    /// [`ErrorCode::Offline`], with `detail.unsent` true where nothing of the request left the device; an answer that
    /// is no JSON of the contract is [`ErrorCode::ServerIncompatible`].
    async fn send(&self, request: ApiRequest) -> zhitu_contract::Result<Value>;

    /// Opens `GET /api/live`.
    async fn live(&self, access_token: &Sensitive) -> zhitu_contract::Result<Box<dyn LiveLink>>;
}

/// An open WebSocket. Dropping it closes it.
#[async_trait]
pub trait LiveLink: Send {
    /// The next event; `None` once the link is lost. Frames of unknown kinds are passed over. A link that has
    /// been silent for too long (no ping answered) counts as lost.
    async fn next(&mut self) -> Option<LiveEvent>;
}

/// What is kept in the system's keyring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VaultSlot {
    /// The session's refresh token.
    RefreshToken,
    /// The key of the device's database; used by the host when it opens the store.
    DatabaseKey,
    /// The key that the database is just being given, or has been given, if [`LocalStore::rekey`] was cut short.
    DatabaseKeyNext,
}

/// There is no keyring, or it is locked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the keyring cannot be used: {0}")]
pub struct VaultUnavailable(pub String);

/// The system's keyring. A store that failed may come later: each call tries again.
#[async_trait]
pub trait TokenVault: Send + Sync {
    /// What is kept in the slot.
    async fn load(&self, slot: VaultSlot) -> Result<Option<Sensitive>, VaultUnavailable>;
    /// Keeps a secret, in place of the one before. Returns once it is kept for good.
    async fn store(&self, slot: VaultSlot, secret: &Sensitive) -> Result<(), VaultUnavailable>;
    /// Empties the slot; also when it is empty.
    async fn remove(&self, slot: VaultSlot) -> Result<(), VaultUnavailable>;
}

/// Why the device's database did not do something.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// It cannot be read or written, or a row is broken.
    #[error("the device's database cannot be used: {0}")]
    Unavailable(String),
    /// The disk is full.
    #[error("the device's disk is full")]
    Full,
    /// A newer version of the app wrote it.
    #[error("the device's database was written by a newer version of the app")]
    Newer,
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        let code = match error {
            StoreError::Unavailable(_) => ErrorCode::StoreUnavailable,
            StoreError::Full => ErrorCode::StoreFull,
            StoreError::Newer => ErrorCode::StoreNewer,
        };
        Self::with_message(code, error.to_string())
    }
}

/// What the store answers.
pub type StoreResult<T> = Result<T, StoreError>;

/// The working copy of the résumé.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResumeRow {
    /// The server's version that the working copy is based on; 0 when the server has none.
    pub base_version: u32,
    /// That version's content: what edits made elsewhere are compared with.
    pub base: ResumeContent,
    /// Who may see it, as last heard from the server.
    pub visibility: VisibilitySetting,
    /// The working copy.
    pub content: ResumeContent,
    /// Whether the working copy has something that the server has not acknowledged.
    pub dirty: bool,
    /// Rises with each [`LocalStore::resume_edit`], undo and redo: tells whether something was typed while a save
    /// was on its way.
    pub revision: u64,
    /// Fields that were also changed elsewhere, of the last joining.
    pub clashes: Vec<String>,
    /// Whether there is something to undo; ignored when written.
    pub can_undo: bool,
    /// Whether there is something to redo; ignored when written.
    pub can_redo: bool,
}

/// What can be undone and redone: the whole content as it was at each step.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResumeSteps {
    /// Oldest first; the last one is undone first.
    pub undo: Vec<ResumeContent>,
    /// The last one is redone first.
    pub redo: Vec<ResumeContent>,
}

/// How an edit counts for undoing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UndoStep {
    /// A step of its own.
    New,
    /// Belongs to the last step: somebody goes on typing in one field.
    SameAsLast,
}

/// A message that the server does not have yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutgoingMessage {
    /// Key, and the key under which the server knows a repeat.
    pub id: MessageId,
    /// In which conversation.
    pub conversation: ConversationId,
    /// What it says.
    pub text: String,
    /// When it was written.
    pub at: Timestamp,
    /// The server refused it; it waits for the person.
    pub refused: bool,
}

/// The device's encrypted database. Each method is one transaction, kept for good when it returns.
#[async_trait]
pub trait LocalStore: Send + Sync {
    /// Settings of this device; the default ones until some were kept.
    async fn settings(&self) -> StoreResult<Settings>;
    /// Keeps the settings.
    async fn settings_set(&self, settings: &Settings) -> StoreResult<()>;

    /// How the permissions of this device stood when last written.
    async fn permissions(&self) -> StoreResult<Option<Permissions>>;
    /// Keeps how they stand.
    async fn permissions_set(&self, permissions: &Permissions) -> StoreResult<()>;

    /// Adds an entry to the record of personal data; its number and hash follow from the last one (R8).
    async fn record_append(&self, what: &Recorded, at: Timestamp) -> StoreResult<()>;
    /// Writes down what is about to happen, apart from the record; answers the key for the next two.
    async fn record_begin(&self, what: &Recorded, at: Timestamp) -> StoreResult<i64>;
    /// It has not happened.
    async fn record_drop(&self, on_its_way: i64) -> StoreResult<()>;
    /// It has: the record gets its entry. `None` for all that were begun and neither settled nor dropped, in their
    /// order.
    async fn record_settle(&self, on_its_way: Option<i64>) -> StoreResult<()>;
    /// Up to `limit` entries before a number, newest first; the newest of all without.
    async fn record_page(&self, before: Option<u64>, limit: u32) -> StoreResult<Vec<Entry>>;
    /// The whole record in the order of its numbers, with its head, of one moment.
    async fn record_all(&self) -> StoreResult<(Vec<Entry>, Head)>;
    /// Where the record ends.
    async fn record_head(&self) -> StoreResult<Head>;
    /// Deletes all entries for good; the new record begins with their number. An empty record stays empty.
    async fn record_clear(&self, at: Timestamp) -> StoreResult<()>;

    /// The last acceptance of the policy on this device.
    async fn policy_acceptance(&self) -> StoreResult<Option<PolicyAcceptance>>;
    /// Keeps an acceptance in place of the last one.
    async fn policy_acceptance_set(&self, acceptance: &PolicyAcceptance) -> StoreResult<()>;
    /// The policy's text as last seen in a language.
    async fn policy_text(&self, language: Language) -> StoreResult<Option<Policy>>;
    /// Keeps a text in place of the last one of its language.
    async fn policy_text_set(&self, policy: &Policy) -> StoreResult<()>;

    /// The favourites, latest first.
    async fn favourites(&self) -> StoreResult<Vec<JobCard>>;
    /// Adds a favourite; one that is there already gets the new card and stays in its place.
    async fn favourite_put(&self, card: &JobCard, at: Timestamp) -> StoreResult<()>;
    /// Takes a favourite out; also when it is none.
    async fn favourite_remove(&self, job: JobId) -> StoreResult<()>;

    /// Keeps open jobs as they were seen, without their distances; one that is kept already gets the new card and time.
    /// What goes beyond [`KEPT_JOBS`] goes, the one seen longest ago first.
    async fn kept_jobs_put(&self, cards: &[JobCard], at: Timestamp) -> StoreResult<()>;
    /// Keeps a posting that was opened, with its card. One that is closed is found by its key only.
    async fn kept_job_put(&self, job: &Job, card: &JobCard, at: Timestamp) -> StoreResult<()>;
    /// Keeps a posting no longer; also when it is not kept.
    async fn kept_job_remove(&self, job: JobId) -> StoreResult<()>;
    /// A posting as it was when last opened.
    async fn kept_job(&self, job: JobId) -> StoreResult<Option<Job>>;
    /// The open kept jobs whose title or company has each of the words ([`zhitu_domain::job::words`]), in any order.
    async fn kept_jobs(&self, words: &[String]) -> StoreResult<Vec<JobCard>>;
    /// The same of those that are in a rectangle, by [`zhitu_domain::place::position`]: keys and positions.
    async fn kept_jobs_within(&self, bounds: Bounds, words: &[String]) -> StoreResult<Vec<(JobId, Point)>>;
    /// The cards of keys, in their order; what is not kept is left out.
    async fn kept_jobs_get(&self, jobs: &[JobId]) -> StoreResult<Vec<JobCard>>;
    /// Titles of open kept jobs that have a text in them ([`zhitu_domain::job::folded`]), and how many have each: those
    /// that begin with it first, then the most frequent, up to `limit`.
    async fn kept_titles(&self, text: &str, limit: u32) -> StoreResult<Vec<(String, u32)>>;
    /// The same for companies.
    async fn kept_companies(&self, text: &str, limit: u32) -> StoreResult<Vec<(String, u32)>>;

    /// Searches made on this device, latest first (S-SRCH-03).
    async fn search_history(&self) -> StoreResult<Vec<SearchHistoryEntry>>;
    /// Remembers a search; an equal one moves to the new time instead of standing there twice, and what goes
    /// beyond [`SEARCH_HISTORY_ENTRIES`] goes for good. No two entries have one time: a taken `at` is raised.
    async fn search_history_add(&self, request: &JobsSearchRequest, at: Timestamp) -> StoreResult<()>;
    /// Deletes the entry of a time, or all with the kept jobs, which tell what was looked for; for good: also from the
    /// database's free pages and its log (S-SRCH-03).
    async fn search_history_delete(&self, at: Option<Timestamp>) -> StoreResult<()>;

    /// The working copy; `None` until something was typed or fetched.
    async fn resume(&self) -> StoreResult<Option<ResumeRow>>;
    /// Writes an edited working copy: keeps the content before as a step to undo (with [`UndoStep::New`]; capped at
    /// [`UNDO_STEPS`], oldest dropped), drops what could be redone, sets `dirty`, raises `revision`, replaces
    /// `clashes`. Without a working copy the content before is the empty one and the base is version 0.
    async fn resume_edit(
        &self,
        content: &ResumeContent,
        step: UndoStep,
        clashes: &[String],
    ) -> StoreResult<()>;
    /// Takes the last step back (sets `dirty`, raises `revision`); false when there is none.
    async fn resume_undo(&self) -> StoreResult<bool>;
    /// Makes the last undone step again (sets `dirty`, raises `revision`); false when there is none.
    async fn resume_redo(&self) -> StoreResult<bool>;
    /// The server acknowledged `content` as `version`: it becomes the base, `clashes` are replaced, and `dirty` goes
    /// if the working copy still has that `revision`.
    async fn resume_saved(
        &self,
        version: u32,
        content: &ResumeContent,
        revision: u64,
        clashes: &[String],
    ) -> StoreResult<()>;
    /// All steps.
    async fn resume_steps(&self) -> StoreResult<ResumeSteps>;
    /// Replaces the working copy and all steps: after edits made elsewhere were joined in. `revision` is written as
    /// given.
    async fn resume_replace(&self, row: &ResumeRow, steps: &ResumeSteps) -> StoreResult<()>;

    /// All conversations, latest `updated_at` first.
    async fn conversations(&self) -> StoreResult<Vec<Conversation>>;
    /// One conversation.
    async fn conversation(&self, conversation: ConversationId) -> StoreResult<Option<Conversation>>;
    /// Writes conversations as given, in place of what was there under their keys.
    async fn conversations_put(&self, conversations: &[Conversation]) -> StoreResult<()>;
    /// Deletes a conversation, with the server's messages of it and its read mark, for good: also from the database's free
    /// pages and its log. What waits to go out stays.
    async fn conversation_forget(&self, conversation: ConversationId) -> StoreResult<()>;
    /// The server's messages of a conversation by number.
    async fn messages(&self, conversation: ConversationId) -> StoreResult<Vec<Message>>;
    /// The highest number kept of a conversation; 0 when there is none.
    async fn messages_last_seq(&self, conversation: ConversationId) -> StoreResult<u32>;
    /// Adds the server's messages (one that is there already stays once) and takes those of the same keys out of
    /// the outgoing queue, in one transaction: a message is never in both, and never in neither.
    async fn messages_put(&self, messages: &[Message]) -> StoreResult<()>;

    /// Adds a message at the queue's end. An id that is there already changes nothing.
    async fn outgoing_add(&self, message: &OutgoingMessage) -> StoreResult<()>;
    /// All messages the server does not have yet, in the order in which they go out.
    async fn outgoing(&self) -> StoreResult<Vec<OutgoingMessage>>;
    /// The server refused it.
    async fn outgoing_refuse(&self, message: MessageId) -> StoreResult<()>;
    /// Puts a refused one at the queue's end to go out again; false when there is no such message.
    async fn outgoing_retry(&self, message: MessageId) -> StoreResult<bool>;
    /// Takes a message out; false when there is no such message.
    async fn outgoing_remove(&self, message: MessageId) -> StoreResult<bool>;

    /// Notes that a conversation was read up to a number, to be told to the server; never goes back.
    async fn read_mark_set(&self, conversation: ConversationId, seq: u32) -> StoreResult<()>;
    /// Marks that the server was not told yet.
    async fn read_marks(&self) -> StoreResult<Vec<(ConversationId, u32)>>;
    /// The server was told of this number; a higher one that came since stays.
    async fn read_mark_done(&self, conversation: ConversationId, seq: u32) -> StoreResult<()>;

    /// The person's applications as last seen, in the server's order.
    async fn applications(&self) -> StoreResult<Vec<Application>>;
    /// Replaces them.
    async fn applications_replace(&self, applications: &[Application]) -> StoreResult<()>;

    /// The names under which companies were blocked on this device.
    async fn block_names(&self) -> StoreResult<Vec<(BlockId, String)>>;
    /// Keeps names.
    async fn block_names_put(&self, names: &[(BlockId, String)]) -> StoreResult<()>;
    /// Forgets names; also those that are not there.
    async fn block_names_remove(&self, blocks: &[BlockId]) -> StoreResult<()>;

    /// Whether a look was recorded.
    async fn look_is_recorded(&self, look: LookId) -> StoreResult<bool>;
    /// Adds a look's entry to the record and notes that it is there; false, and nothing, when it was recorded before.
    /// A record that is cleared keeps what was noted: a look does not come back.
    async fn look_record(&self, look: LookId, what: &Recorded, at: Timestamp) -> StoreResult<bool>;

    /// The account that the personal data here belongs to, as last seen.
    async fn account(&self) -> StoreResult<Option<Account>>;
    /// Keeps the account.
    async fn account_set(&self, account: &Account) -> StoreResult<()>;
    /// Deletes all that is personal, for good: account, favourites, kept jobs (they are public, what somebody looked at
    /// is not), résumé and its steps, conversations, messages, queue, marks, applications, names of blocks, noted looks,
    /// and the record, whose new one begins at `at`. Settings, permissions, the policy and
    /// its acceptance, and the search history are the device's and stay.
    async fn wipe_account(&self, at: Timestamp) -> StoreResult<()>;
    /// Gives the database another key, and the vault the key. However it ends, also by a kill, the database opens with
    /// a key that the vault has. One that has no key, since it lives in memory, stays as it is.
    async fn rekey(&self, vault: &dyn TokenVault, rng: &dyn Rng) -> StoreResult<()>;
}

/// Time. Tests own it.
#[async_trait]
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
    /// Today's date where the device is.
    fn today(&self) -> Date;
    /// Returns once `duration` has passed on this clock.
    async fn sleep(&self, duration: Duration);
}

/// Randomness, fit for keys. Tests own it.
pub trait Rng: Send + Sync {
    /// Fills a buffer.
    fn fill(&self, buffer: &mut [u8]);

    /// A new key, sortable by its time.
    fn uuid_v7(&self, now: Timestamp) -> Uuid {
        let mut random = [0_u8; 10];
        self.fill(&mut random);
        let millis = u64::try_from(now.0 / 1_000).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }
}

/// The way to the page.
pub trait Events: Send + Sync {
    /// Tells every window. Never waits; without a window nobody hears it.
    fn emit(&self, event: CoreEvent);
    /// The page said that a screen can be used.
    fn page_ready(&self, screen: &str);
}

/// A file that the person picked. Its `Debug` shows neither its name nor what is in it.
#[derive(Clone, PartialEq, Eq)]
pub struct PickedFile {
    /// Its name without its folder.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for PickedFile {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("PickedFile(<redacted>)")
    }
}

/// The system's file dialogs.
#[async_trait]
pub trait Files: Send + Sync {
    /// Lets the person pick a file of an ending such as `pdf`, and reads it; `None` when the person cancelled. One of more
    /// than `most` bytes is [`ErrorCode::PayloadTooLarge`], one that cannot be read [`ErrorCode::FileNotRead`].
    async fn pick(&self, ending: &str, most: usize) -> zhitu_contract::Result<Option<PickedFile>>;
    /// Lets the person choose where, and writes. Answers the chosen name without its folder, `None` when the person
    /// cancelled. A file that could not be written whole is [`ErrorCode::FileNotWritten`] and not left behind.
    async fn save_as(&self, suggested: &str, bytes: Vec<u8>) -> zhitu_contract::Result<Option<String>>;
}

/// Why the clipboard was not read. Without what was on it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the clipboard cannot be read: {0}")]
pub struct ClipboardUnavailable(pub String);

/// The system's clipboard (R7). Each call reads once and keeps nothing; whether it may be called is the core's to decide.
#[async_trait]
pub trait Clipboard: Send + Sync {
    /// The text on it; `None` when it holds none.
    async fn read_text(&self) -> Result<Option<Sensitive>, ClipboardUnavailable>;
}

/// How exactly a position is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Accuracy {
    /// Some kilometres: enough for what is nearby (R6).
    Coarse,
    /// As exactly as the device can; only where the person asked for it.
    Exact,
}

/// Where the device is. Its `Debug` shows no position.
#[derive(Clone, Copy, PartialEq)]
pub struct Fix {
    /// The position; always valid ([`Point::is_valid`]).
    pub point: Point,
    /// Radius in metres within which the device probably is; `None` where the source does not say.
    pub accuracy_m: Option<f64>,
    /// When the position was taken, as the source says; `None` where it does not.
    pub at: Option<Timestamp>,
}

impl std::fmt::Debug for Fix {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Fix(<redacted>)")
    }
}

/// Why there is no position.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LocationError {
    /// The person refused in the system's prompt or settings, or the system's agent did in their place.
    #[error("the system refuses the position")]
    Denied,
    /// The device's owner forbids it.
    #[error("the device's owner forbids the position")]
    Restricted,
    /// The system has no location service.
    #[error("the system has no location service")]
    Unsupported,
    /// The service knows no position: no receiver, no network to tell one from, or none of the accuracy asked for.
    #[error("nothing on this device knows the position")]
    NoSource,
    /// No answer in time: of the service, of the person at the system's prompt, or of the receiver.
    #[error("no position in time")]
    TimedOut,
    /// The service failed; for the log, without a position in it.
    #[error("the location service failed: {0}")]
    Unavailable(String),
}

/// Where the device is (S-LOC-01, S-LOC-03).
///
/// Each call reads once and keeps nothing: the source runs only while `locate` waits, and is stopped before it answers,
/// also with an error. Dropping the future stops the source as well. Whether it may be called is the core's to decide.
#[async_trait]
pub trait Location: Send + Sync {
    /// What the system says, without reading a position and without a prompt.
    async fn system_permission(&self) -> SystemPermission;
    /// Reads the position once. On systems that have one, this may raise the system's prompt, and waits for the person.
    async fn locate(&self, accuracy: Accuracy) -> Result<Fix, LocationError>;
}
