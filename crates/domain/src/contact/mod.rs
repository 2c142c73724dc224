//! Asking for real contact data, which goes to a company, or to the platform's staff, only item by item and after the
//! seeker's yes to this one.
//!
//! Whoever asks reads [`ContactOutcome`] and nothing else: refused, put off, ignored, taken back and blocked are all
//! "not granted". The server answers asking itself alike in all these states, and tells the asker nothing when one of
//! them turns into another. Source: S-VIS-06, D6, D7, I1.

mod handed_over;
mod request;

pub use handed_over::{RealContact, handed_over, real_contact};
pub use request::{
    AnswerError, AskError, CONTACT_REASON_MAX_CHARS, ContactAnswer, ContactAsker, ContactOutcome,
    ContactRequest, ContactRequestState, Retracted, WithdrawError,
};

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;
use utoipa::ToSchema;

/// One piece of real contact data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ContactItem {
    /// The real phone number.
    Phone,
    /// The real e-mail address.
    Email,
}

impl ContactItem {
    /// All.
    pub const ALL: &[Self] = &[Self::Phone, Self::Email];
}

/// Some of the items.
pub type ContactItems = BTreeSet<ContactItem>;
