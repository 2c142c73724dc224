//! A company's own mailbox, to which the applications to it are mailed beside standing in the app (S-APP-01).

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use zhitu_domain::time::Timestamp;

/// `GET /api/recruiter/mailbox`, and command `mailbox_show`: what all recruiters of the company see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct MailboxView {
    /// Whether this server sends mail.
    pub offered: bool,
    /// Where applications are mailed.
    pub mailbox: Option<Mailbox>,
}

/// A confirmed address that applications are mailed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Mailbox {
    /// It.
    pub email: String,
    /// The name of the recruiter who confirmed it, in whose name copies go; empty when they are no recruiter any more.
    pub set_by: String,
    /// When.
    pub confirmed_at: Timestamp,
    /// Whether something goes there: not once who set it may not recruit for the company any more.
    pub active: bool,
    /// Since when what is sent there does not arrive.
    pub failing_since: Option<Timestamp>,
}

/// `PUT /api/recruiter/mailbox`, and command `mailbox_set`: mails a code to an address that applications shall go to. An
/// address that is confirmed stays until the new one is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MailboxSet {
    /// The address, up to 254 characters.
    pub email: String,
}

/// `POST /api/recruiter/mailbox/confirm`, and command `mailbox_confirm`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MailboxConfirm {
    /// The code that was mailed.
    pub code: String,
}
