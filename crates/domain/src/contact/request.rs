//! One request and what became of it.

use super::ContactItems;
use crate::id::{AccountId, CompanyId, ContactRequestId};
use crate::resume::visibility::{Access, Action};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// The longest reason, in characters.
pub const CONTACT_REASON_MAX_CHARS: usize = 200;

/// For whom real contact data is asked. Nobody else ever gets something by the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ContactAsker {
    /// A company; all of its recruiters read the outcome.
    Company {
        /// Which.
        company: CompanyId,
    },
    /// The platform's own recruiting staff, who may ask as companies do (S-VIS-06).
    Platform,
}

/// Somebody asks a seeker for real contact data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ContactRequest {
    /// Key.
    pub id: ContactRequestId,
    /// For whom it is asked.
    pub asker: ContactAsker,
    /// The account that asks.
    pub asked_by: AccountId,
    /// Why, in the asker's words: 1 to [`CONTACT_REASON_MAX_CHARS`] characters.
    pub reason: String,
    /// What is wanted; never empty.
    pub wanted: ContactItems,
    /// When.
    pub asked_at: Timestamp,
    /// What became of it. The seeker's own to know; the asker reads [`ContactRequest::outcome`].
    pub state: ContactRequestState,
}

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ContactRequestState {
    /// No answer yet.
    Asked,
    /// Yes, to these items (D6).
    Granted {
        /// What the seeker ticked; some of what was wanted.
        items: ContactItems,
        /// When.
        at: Timestamp,
    },
    /// No.
    Refused {
        /// When.
        at: Timestamp,
    },
    /// Not now: the seeker decides later, and is reminded of it.
    Later {
        /// When.
        at: Timestamp,
    },
    /// Put away without an answer: the seeker is not reminded, and can still decide.
    Ignored {
        /// When.
        at: Timestamp,
    },
    /// Granted once, and taken back by the seeker: nothing is shown any more (D6).
    Withdrawn {
        /// What had been granted.
        items: ContactItems,
        /// When it was granted.
        granted_at: Timestamp,
        /// When it was taken back.
        at: Timestamp,
    },
    /// Taken back by who asked, before a decision.
    Retracted {
        /// When.
        at: Timestamp,
    },
    /// The asker asked anew before a decision.
    Superseded {
        /// When.
        at: Timestamp,
    },
}

impl ContactRequestState {
    /// Whether the seeker can still decide.
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Asked | Self::Later { .. } | Self::Ignored { .. })
    }
}

/// What the seeker says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ContactAnswer {
    /// Yes.
    Grant {
        /// To these.
        items: ContactItems,
    },
    /// No.
    Refuse,
    /// Not now.
    Later,
    /// Nothing.
    Ignore,
}

/// All that the asker ever learns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ContactOutcome {
    /// These may be seen now.
    Granted {
        /// Which.
        items: ContactItems,
    },
    /// Not granted, or no more; for whatever reason.
    NotGranted,
}

/// Why a request is not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AskError {
    /// The table does not allow it. To the asker this is "no such résumé" (I3).
    #[error("it may not be asked for")]
    NotAllowed,
    /// Nothing is wanted.
    #[error("nothing is wanted")]
    NoItems,
    /// The reason is empty or longer than [`CONTACT_REASON_MAX_CHARS`].
    #[error("the reason has 1 to {CONTACT_REASON_MAX_CHARS} characters")]
    Reason,
}

/// Why an answer is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AnswerError {
    /// Who asked took the request back.
    #[error("the request was taken back")]
    Retracted,
    /// The asker asked anew; that request is to be answered.
    #[error("there is a newer request")]
    Superseded,
    /// The seeker has decided already. What was granted is taken back with [`ContactRequest::withdraw`].
    #[error("it was answered already")]
    Answered,
    /// A yes to nothing.
    #[error("no item is ticked")]
    NoItems,
    /// A yes to something that nobody asked for.
    #[error("an item was not asked for")]
    NotWanted,
}

/// Why there is nothing to withdraw: nothing is granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("nothing is granted")]
pub struct WithdrawError;

/// What taking a request back did. It is not for the asker, who could tell from it whether the seeker had decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retracted {
    /// The seeker cannot answer it any more.
    Now,
    /// It was decided, retracted or superseded before, and stays what it was.
    Already,
}

impl ContactRequest {
    /// Asks. `access` is what the table gives the asker at that moment. Source: S-VIS-06, D7.
    pub fn ask(
        id: ContactRequestId,
        (asker, asked_by): (ContactAsker, AccountId),
        reason: &str,
        wanted: ContactItems,
        asked_at: Timestamp,
        access: Access,
    ) -> Result<Self, AskError> {
        if !access.allows(Action::AskContact) {
            return Err(AskError::NotAllowed);
        }
        if wanted.is_empty() {
            return Err(AskError::NoItems);
        }
        let reason = reason.trim();
        if reason.is_empty() || reason.chars().count() > CONTACT_REASON_MAX_CHARS {
            return Err(AskError::Reason);
        }
        let state = ContactRequestState::Asked;
        Ok(Self { id, asker, asked_by, reason: reason.to_owned(), wanted, asked_at, state })
    }

    /// Takes the seeker's answer.
    pub fn answer(&mut self, answer: ContactAnswer, at: Timestamp) -> Result<(), AnswerError> {
        match self.state {
            ContactRequestState::Retracted { .. } => return Err(AnswerError::Retracted),
            ContactRequestState::Superseded { .. } => return Err(AnswerError::Superseded),
            _ if !self.state.is_open() => return Err(AnswerError::Answered),
            _ => {}
        }
        self.state = match answer {
            ContactAnswer::Grant { items } if items.is_empty() => return Err(AnswerError::NoItems),
            ContactAnswer::Grant { items } if !items.is_subset(&self.wanted) => {
                return Err(AnswerError::NotWanted);
            }
            ContactAnswer::Grant { items } => ContactRequestState::Granted { items, at },
            ContactAnswer::Refuse => ContactRequestState::Refused { at },
            ContactAnswer::Later => ContactRequestState::Later { at },
            ContactAnswer::Ignore => ContactRequestState::Ignored { at },
        };
        Ok(())
    }

    /// The seeker takes back what was granted. The asker has to ask anew. Source: D6.
    pub fn withdraw(&mut self, at: Timestamp) -> Result<(), WithdrawError> {
        let ContactRequestState::Granted { items, at: granted_at } = &mut self.state else {
            return Err(WithdrawError);
        };
        let (items, granted_at) = (std::mem::take(items), *granted_at);
        self.state = ContactRequestState::Withdrawn { items, granted_at, at };
        Ok(())
    }

    /// Whoever asked takes the request back. What was granted stays granted: it is the seeker's to withdraw.
    pub fn retract(&mut self, at: Timestamp) -> Retracted {
        self.close(ContactRequestState::Retracted { at })
    }

    /// The same asker asks anew: this request cannot be answered any more. Whoever stores a request supersedes the
    /// others of that asker with it.
    pub fn supersede(&mut self, at: Timestamp) -> Retracted {
        self.close(ContactRequestState::Superseded { at })
    }

    fn close(&mut self, closed: ContactRequestState) -> Retracted {
        if !self.state.is_open() {
            return Retracted::Already;
        }
        self.state = closed;
        Retracted::Now
    }

    /// What the asker learns. `access` is what the table gives the asker now. Source: S-VIS-06.
    pub fn outcome(&self, access: Access) -> ContactOutcome {
        match &self.state {
            ContactRequestState::Granted { items, .. } if access.allows(Action::AskContact) => {
                ContactOutcome::Granted { items: items.clone() }
            }
            _ => ContactOutcome::NotGranted,
        }
    }
}

#[cfg(test)]
#[path = "request_tests.rs"]
mod tests;
