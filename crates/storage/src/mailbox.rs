//! Companies' own mailboxes for the applications to them, and the mails on their way there (S-APP-01).

use crate::email_code::EmailCode;
use zhitu_domain::id::{AccountId, ApplicationId, CompanyId};
use zhitu_domain::mark::MarkNumber;
use zhitu_domain::relay::EmailAddress;
use zhitu_domain::time::Timestamp;

/// Where a company has its applications mailed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// Whose.
    pub company: CompanyId,
    /// The confirmed address.
    pub email: EmailAddress,
    /// The recruiter who confirmed it.
    pub set_by: AccountId,
    /// When.
    pub confirmed_at: Timestamp,
    /// Since when nothing arrives there any more.
    pub failing_since: Option<Timestamp>,
}

/// A mail on its way to a company's mailbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApplicationMail {
    /// Its number, which it keeps until it arrived.
    pub seq: i64,
    /// Which application.
    pub application: ApplicationId,
    /// To which company.
    pub company: CompanyId,
    /// To which of its jobs.
    pub job_title: String,
    /// The marks of the copy that was mailed, when this tells that the application was withdrawn; none when it is the
    /// application itself.
    pub withdrawn: Option<MarkNumber>,
    /// When the seeker applied, or withdrew.
    pub at: Timestamp,
    /// How often it did not arrive.
    pub tries: u32,
    /// When it is looked at next.
    pub next_at: Timestamp,
}

operations! {
    /// A company's mailbox.
    async fn mailbox_get(&self, company: CompanyId) -> Option<Mailbox>;
    /// Uses the code of a recruiter up and makes its address their company's mailbox, in place of another; whether the
    /// code was still there.
    async fn mailbox_confirm(&self, account: AccountId, company: CompanyId, code: &EmailCode, at: Timestamp) -> bool;
    /// Forgets a company's mailbox, a code of who removes it, and the mails on their way.
    async fn mailbox_remove(&self, account: AccountId, company: CompanyId) -> ();

    /// Mails whose time has come, earliest first.
    async fn application_mails_due(&self, now: Timestamp, limit: u32) -> Vec<ApplicationMail>;
    /// Takes a mail in hand until a moment; whether nobody else did.
    async fn application_mail_claim(&self, mail: &ApplicationMail, until: Timestamp) -> bool;
    /// Puts a mail in hand off after a try that failed.
    async fn application_mail_later(&self, mail: &ApplicationMail, next_at: Timestamp) -> ();
    /// Deletes a mail that is no matter any more.
    async fn application_mail_done(&self, mail: &ApplicationMail) -> ();
    /// Deletes a mail that arrived: the mailbox works.
    async fn application_mail_arrived(&self, mail: &ApplicationMail) -> ();
    /// Deletes a mail that was given up: the mailbox does not work, since then if not before.
    async fn application_mail_failed(&self, mail: &ApplicationMail, at: Timestamp) -> ();
}
