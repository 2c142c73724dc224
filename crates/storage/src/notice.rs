//! Notices outside the app: what was chosen, where to, and what is on its way.

use crate::company::CompanyName;
use crate::email_code::EmailCode;
use uuid::Uuid;
use zhitu_domain::account::PhoneNumber;
use zhitu_domain::id::AccountId;
use zhitu_domain::notice::{NoticeChoice, NoticeKind, NoticeWay};
use zhitu_domain::relay::EmailAddress;
use zhitu_domain::time::Timestamp;

/// What an account chose, and where it can be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeSettings {
    /// What it is told by which way.
    pub choices: Vec<NoticeChoice>,
    /// By which clock its digest is due; `None` until there was one.
    pub zone: Option<String>,
    /// The number that it signs in with; a closed account has none.
    pub phone: Option<PhoneNumber>,
    /// The address that it is mailed to.
    pub email: Option<NoticeEmail>,
    /// The address that it is posted to.
    pub webhook: Option<NoticeWebhook>,
}

/// A confirmed address that notices are mailed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeEmail {
    /// It.
    pub email: EmailAddress,
    /// When it was confirmed.
    pub confirmed_at: Timestamp,
    /// Since when nothing arrives there any more.
    pub failing_since: Option<Timestamp>,
}

/// An address that notices are posted to, which answered a challenge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeWebhook {
    /// Key; another address has another, and so another signing key.
    pub id: Uuid,
    /// The address.
    pub url: String,
    /// When it answered.
    pub confirmed_at: Timestamp,
    /// Since when nothing arrives there any more.
    pub failing_since: Option<Timestamp>,
}

/// A notice on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its number, which it keeps until it arrived.
    pub seq: i64,
    /// For whom.
    pub account: AccountId,
    /// About what.
    pub kind: NoticeKind,
    /// How.
    pub way: NoticeWay,
    /// The key of what it is about.
    pub subject: Uuid,
    /// When that happened.
    pub at: Timestamp,
    /// How often it did not arrive.
    pub tries: u32,
    /// When it is looked at next.
    pub next_at: Timestamp,
}

/// A digest that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// Whose.
    pub account: AccountId,
    /// The time zone.
    pub zone: String,
    /// When it was due.
    pub due_at: Timestamp,
}

/// How often somebody looked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LooksOf {
    /// The company; none for all of the platform's staff and persons with a link together.
    pub company: Option<CompanyName>,
    /// How often they opened the résumé or a snapshot.
    pub opened: u32,
    /// How often they downloaded one.
    pub downloaded: u32,
}

operations! {
    /// What an account chose, and where it can be reached.
    async fn notice_settings(&self, account: AccountId) -> NoticeSettings;
    /// Switches a choice on or off, in one transaction with when the next digest is due, if that is to be set, and with
    /// deleting what was on its way.
    async fn notice_choose(&self, account: AccountId, choice: NoticeChoice, on: bool, digest: Option<&Digest>) -> ();
    /// Sets by which clock a digest is due, and when the next is.
    async fn notice_digest_set(&self, digest: &Digest) -> ();
    /// Uses the code up and makes its address the one that notices are mailed to; whether the code was still there.
    async fn notice_email_confirm(&self, account: AccountId, code: &EmailCode, at: Timestamp) -> bool;
    /// Forgets the address that notices are mailed to, a code on its way, and the notices on theirs.
    async fn notice_email_remove(&self, account: AccountId) -> ();
    /// Sets the address that notices are posted to.
    async fn notice_webhook_set(&self, account: AccountId, webhook: &NoticeWebhook) -> ();
    /// Forgets it, and the notices on their way there.
    async fn notice_webhook_remove(&self, account: AccountId) -> ();

    /// Notices whose time has come, earliest first.
    async fn notices_due(&self, now: Timestamp, limit: u32) -> Vec<Notice>;
    /// Takes a notice in hand until a moment; whether nobody else did.
    async fn notice_claim(&self, notice: &Notice, until: Timestamp) -> bool;
    /// Puts a notice in hand off after a try that failed.
    async fn notice_later(&self, notice: &Notice, next_at: Timestamp) -> ();
    /// Deletes a notice that is no matter any more.
    async fn notice_done(&self, notice: &Notice) -> ();
    /// Deletes a notice that arrived: its way works.
    async fn notice_arrived(&self, notice: &Notice) -> ();
    /// Deletes a notice that was given up: its way does not work, since then if not before.
    async fn notice_failed(&self, notice: &Notice, at: Timestamp) -> ();
    /// Counts a notice as a text message, once however often it is tried; whether the account had fewer than `most` since
    /// a moment.
    async fn notice_sms_count(&self, notice: &Notice, since: Timestamp, most: u32, at: Timestamp) -> bool;
    /// Forgets which text messages went out before a moment.
    async fn notice_sms_prune(&self, before: Timestamp) -> ();

    /// Digests that are due and wanted, earliest first.
    async fn digests_due(&self, now: Timestamp, limit: u32) -> Vec<Digest>;
    /// Moves a digest to its next time, and puts it on its ways if there is something to tell, in one transaction. Does
    /// nothing when it was moved since.
    async fn digest_move(&self, digest: &Digest, next: Timestamp, tells: bool) -> ();
    /// Who looked at an account's résumé from a moment on up to another, most often first.
    async fn looks_between(&self, account: AccountId, from: Timestamp, to: Timestamp) -> Vec<LooksOf>;
}
