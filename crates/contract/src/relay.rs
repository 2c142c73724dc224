//! Contact by e-mail over aliases: the company writes from its own mail program to an address of the operator's domain
//! that stands for the seeker to this company alone, and the seeker answers to one that stands for the recruiter.
//! Source: D3, S-VIS-01, S-VIS-09.

use crate::visibility::CompanyName;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use zhitu_domain::id::RelayId;
use zhitu_domain::time::Timestamp;

/// `POST /api/recruiter/resumes/{id}/relay` and `POST /api/recruiter/applications/{id}/relay`, and commands
/// `resume_relay_open` and `applicant_relay_open`: the alias of a seeker for the asker's company.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct RelayAddress {
    /// The address to write to.
    pub address: String,
    /// The asker's own confirmed address, which their mail is taken from.
    pub from: String,
    /// Until when the address is good, if nothing is written until then.
    pub ends_at: Timestamp,
}

/// `GET /api/relays`, and command `relays_list`: a channel that a company has to the seeker. It shows the company
/// nothing of the seeker's address (D1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct RelayView {
    /// Key.
    pub id: RelayId,
    /// Whose; none for the platform's staff.
    pub company: Option<CompanyName>,
    /// When it was first opened.
    pub created_at: Timestamp,
    /// When a mail last passed, or when the addresses were given.
    pub used_at: Timestamp,
    /// Until when the addresses are good, if nothing is written until then.
    pub ends_at: Timestamp,
    /// Whether the seeker lets mail pass. Closed, the addresses are deleted; opened again, the company gets new ones.
    pub open: bool,
}

/// `PUT /api/relays/{id}`: closes a channel, or lets it be opened again. Holds from the next mail on (I2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RelaySetRequest {
    /// Whether mail may pass.
    pub open: bool,
}

/// Command `relay_set`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RelaySet {
    /// Which channel.
    pub relay: RelayId,
    /// Whether mail may pass.
    pub open: bool,
}

/// `PUT /api/recruiter/work-email`, and command `work_email_set`: mails a code to an address that the asker wants to
/// write from. An address that is confirmed stays until the new one is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WorkEmailSetRequest {
    /// The address, up to 254 characters.
    pub email: String,
}

/// `POST /api/recruiter/work-email/confirm`, and command `work_email_confirm`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WorkEmailConfirmRequest {
    /// The code that was mailed.
    pub code: String,
}

/// The address that the asker writes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct WorkEmail {
    /// It.
    pub email: String,
}
