//! Contact by e-mail over aliases: the addresses that recruiters write from, the channels, the mails on their way.

use crate::company::CompanyName;
use crate::email_code::EmailCode;
use zhitu_domain::account::PhoneNumber;
use zhitu_domain::id::{AccountId, CompanyId, RelayId, RelayMailId};
use zhitu_domain::relay::{AliasName, Channel, EmailAddress};
use zhitu_domain::time::Timestamp;

/// A channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relay {
    /// Key.
    pub id: RelayId,
    /// The seeker's side.
    pub seeker: AccountId,
    /// The company's side; none for the platform's staff.
    pub company: Option<CompanyId>,
    /// How it stands.
    pub channel: Channel,
}

/// An alias.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alias {
    /// Of which channel.
    pub relay: Relay,
    /// Which recruiter it stands for; none when it stands for the seeker.
    pub recruiter: Option<AccountId>,
}

/// A channel as the seeker sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelayOf {
    /// The channel.
    pub relay: Relay,
    /// The company; none for the platform's staff.
    pub company: Option<CompanyName>,
    /// When it was first opened.
    pub created_at: Timestamp,
}

/// Opening a channel.
#[derive(Debug, Clone)]
pub struct RelayOpen<'a> {
    /// Key of a new one.
    pub id: RelayId,
    /// The seeker's side.
    pub seeker: AccountId,
    /// The company's side.
    pub company: Option<CompanyId>,
    /// Who opens it.
    pub recruiter: AccountId,
    /// A name for the seeker's side, taken when there is none.
    pub seeker_name: &'a AliasName,
    /// A name for the recruiter's side, taken when there is none.
    pub recruiter_name: &'a AliasName,
    /// Aliases that were last used before are replaced.
    pub ended_before: Timestamp,
    /// Now.
    pub at: Timestamp,
}

/// The aliases of a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The channel.
    pub relay: Relay,
    /// What stands for the seeker.
    pub seeker: AliasName,
    /// What stands for the recruiter.
    pub recruiter: AliasName,
}

/// A mail to be kept.
#[derive(Debug, Clone)]
pub struct NewRelayMail<'a> {
    /// Key.
    pub id: RelayMailId,
    /// Through which channel.
    pub relay: RelayId,
    /// The recruiter who writes or is written to.
    pub recruiter: AccountId,
    /// Which way.
    pub to_seeker: bool,
    /// The message as it will go out.
    pub message: &'a [u8],
    /// Where reports of its failure go.
    pub bounce: &'a AliasName,
    /// Equal for the same mail sent twice.
    pub fingerprint: &'a [u8],
    /// Now.
    pub at: Timestamp,
    /// Mails of the same sender are counted since then.
    pub counted_since: Timestamp,
    /// How many of them may be.
    pub most: u32,
}

/// What became of keeping a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RelayMailPut {
    /// It is kept now, or was before.
    Kept,
    /// The sender sent too many.
    TooMany,
    /// The channel was closed in between.
    Closed,
}

/// A mail on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelayMail {
    /// Key.
    pub id: RelayMailId,
    /// Through which channel.
    pub relay: Relay,
    /// The recruiter who writes or is written to.
    pub recruiter: AccountId,
    /// Which way.
    pub to_seeker: bool,
    /// It is a notice that a mail of its recipient's did not arrive.
    pub notice: bool,
    /// The message; none once it is out of hand.
    pub message: Option<Vec<u8>>,
    /// Where reports of its failure go.
    pub bounce: AliasName,
    /// How often it was tried.
    pub tries: u32,
    /// When it is tried next.
    pub next_at: Timestamp,
    /// When it was accepted.
    pub accepted_at: Timestamp,
}

/// A notice to the sender of a mail that did not arrive.
#[derive(Debug, Clone)]
pub struct NewNotice<'a> {
    /// Key.
    pub id: RelayMailId,
    /// The notice itself.
    pub message: &'a [u8],
    /// Where reports of its own failure go.
    pub bounce: &'a AliasName,
}

/// How mail reaches a person, and what must not pass. Its `Debug` shows none.
#[derive(Clone, PartialEq, Eq)]
pub struct OwnContact {
    /// The résumé's address.
    pub resume_email: Option<EmailAddress>,
    /// The address that they recruit from.
    pub work_email: Option<EmailAddress>,
    /// The résumé's number and the account's own, as they were typed.
    pub phones: Vec<String>,
    /// The résumé's number, if it can be called.
    pub resume_phone: Option<PhoneNumber>,
    /// The account's own.
    pub account_phone: Option<PhoneNumber>,
}

impl std::fmt::Debug for OwnContact {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("OwnContact(<redacted>)")
    }
}

operations! {
    /// Uses the code up and makes its address the account's, and nobody else's; whether the code was still there.
    async fn work_email_confirm(&self, account: AccountId, code: &EmailCode, at: Timestamp) -> bool;
    /// The confirmed address of an account.
    async fn work_email_get(&self, account: AccountId) -> Option<EmailAddress>;
    /// Whose address it is.
    async fn work_email_owner(&self, email_key: &[u8]) -> Option<AccountId>;
    /// Forgets the address of an account, and a code on its way.
    async fn work_email_remove(&self, account: AccountId) -> ();
    /// The aliases of a pair, made when there are none; `None` when the seeker closed the channel.
    async fn relay_open(&self, open: &RelayOpen<'_>) -> Option<Opened>;
    /// What a name stands for.
    async fn relay_alias(&self, name: &AliasName) -> Option<Alias>;
    /// The aliases of a channel and one of its recruiters.
    async fn relay_names(&self, relay: RelayId, recruiter: AccountId) -> Option<(AliasName, AliasName)>;
    /// Whether the seeker closed the channel of a pair.
    async fn relay_is_closed(&self, seeker: AccountId, company: Option<CompanyId>) -> bool;
    /// The channels of a seeker, latest used first.
    async fn relays_of(&self, seeker: AccountId) -> Vec<RelayOf>;
    /// Closes a channel of a seeker's, or lets it be opened again; whether it is theirs. Closing deletes the aliases and
    /// all mails that wait, in one transaction.
    async fn relay_set(&self, seeker: AccountId, relay: RelayId, closed: bool) -> bool;
    /// Keeps a mail, and counts the channel as used. That a recruiter was written to is noted with the alias, and stays
    /// when mail and alias are gone.
    async fn relay_mail_put(&self, mail: &NewRelayMail<'_>) -> RelayMailPut;
    /// The mails that are to be tried now, those that wait longest first.
    async fn relay_mail_due(&self, now: Timestamp, limit: u32) -> Vec<RelayMail>;
    /// Takes a mail in hand until `until`; whether nobody else did.
    async fn relay_mail_claim(&self, mail: &RelayMail, until: Timestamp) -> bool;
    /// Tries a mail again at a time.
    async fn relay_mail_later(&self, mail: RelayMailId, next_at: Timestamp) -> ();
    /// Deletes the message of a mail that is out of hand, delivered or given up, and keeps the notice to its sender.
    async fn relay_mail_done(&self, mail: &RelayMail, notice: Option<&NewNotice<'_>>, at: Timestamp) -> ();
    /// The mail that a report of failure is about.
    async fn relay_mail_by_bounce(&self, bounce: &AliasName) -> Option<RelayMail>;
    /// Deletes mails that were accepted before.
    async fn relay_mails_prune(&self, before: Timestamp) -> ();
    /// How mail reaches an account, and what of it must not pass.
    async fn own_contact(&self, account: AccountId) -> Option<OwnContact>;
}
