//! Contact by phone over a number of a telephony provider's that connects one seeker and one recruiter for a time, so that
//! neither sees the other's. Source: D1, D4, S-VIS-01, S-VIS-09, S-REC-10.

use crate::visibility::CompanyName;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use zhitu_domain::id::{BindingId, VirtualNumberId};
use zhitu_domain::time::Timestamp;

/// `POST /api/recruiter/resumes/{id}/virtual-number` and `POST /api/recruiter/applications/{id}/virtual-number`, and
/// commands `resume_virtual_number_open` and `applicant_virtual_number_open`: the number under which a seeker is reached
/// from the asker's own phone, and from no other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct VirtualNumber {
    /// The number (E.164).
    pub number: String,
    /// Until when it connects.
    pub ends_at: Timestamp,
    /// Calls between the seeker and the company, latest first, at most 20.
    pub calls: Vec<VirtualNumberCall>,
    /// Whether it is a number of the demo's that connects nobody; `dev_call_play` plays a call over it.
    pub development: bool,
}

/// A call over a virtual number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct VirtualNumberCall {
    /// When it began.
    pub began_at: Timestamp,
    /// Its length in seconds, 0 when it was not taken; none while it lasts.
    pub seconds: Option<u32>,
}

/// `GET /api/virtual-numbers`, and command `virtual_numbers_list`: a company that may reach the seeker by a virtual number.
/// It shows the company nothing of the seeker's number (D1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct VirtualNumberView {
    /// Key.
    pub id: VirtualNumberId,
    /// Which; none for the platform's staff.
    pub company: Option<CompanyName>,
    /// When it was first opened.
    pub created_at: Timestamp,
    /// The numbers that connect the two now, one for each of the company's recruiters who asked.
    pub numbers: Vec<BoundNumber>,
    /// Calls, latest first, at most 20.
    pub calls: Vec<VirtualNumberCall>,
    /// Whether the seeker lets the company have a number. Closed, no call is connected any more.
    pub open: bool,
}

/// A number that connects a seeker and a company.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct BoundNumber {
    /// The number (E.164).
    pub number: String,
    /// Until when it connects.
    pub ends_at: Timestamp,
}

/// `PUT /api/virtual-numbers/{id}`: closes a channel, or lets it be opened again. Holds from then on (I2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VirtualNumberSetRequest {
    /// Whether calls may be connected.
    pub open: bool,
}

/// Command `virtual_number_set`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VirtualNumberSet {
    /// Which channel.
    pub id: VirtualNumberId,
    /// Whether calls may be connected.
    pub open: bool,
}

/// `POST /api/telephony/events`: what a telephony provider tells of a call, signed. It names no number, and one that has a
/// field beyond these is refused. The same `id` again is taken once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum TelephonyEvent {
    /// A call began to ring.
    CallBegan {
        /// The provider's key of this event, 1 to 64 ASCII characters.
        id: String,
        /// Over which binding.
        binding: BindingId,
        /// The provider's key of the call, 1 to 64 ASCII characters.
        call: String,
    },
    /// A call ended.
    CallEnded {
        /// The provider's key of this event, 1 to 64 ASCII characters.
        id: String,
        /// Over which binding.
        binding: BindingId,
        /// The provider's key of the call, 1 to 64 ASCII characters.
        call: String,
        /// How long the two were connected, in seconds, up to 86,400.
        seconds: u32,
    },
}

/// `POST /api/dev/calls`, and command `dev_call_play`: plays a call over a number that the asker is bound to by the
/// development gateway. Nobody is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DevCall {
    /// The number.
    pub number: String,
}
