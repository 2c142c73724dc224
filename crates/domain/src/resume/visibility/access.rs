//! What a viewer may do.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// One thing that a viewer may do with a résumé, or may not. In the order of the table's columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Be offered it unasked.
    Recommended,
    /// Find it by job terms: position, industry, years, skills, place. Never by name, phone, e-mail or ID.
    Searchable,
    /// Open the online résumé, contact fields masked.
    View,
    /// Open the copy that was submitted.
    Snapshot,
    /// See the real phone number without having been granted it. No cell says yes (I1).
    RealPhone,
    /// See the real e-mail address without having been granted it. No cell says yes (I1).
    RealEmail,
    /// Write first to an alias that stands for the e-mail address (D3).
    RelayEmail,
    /// Write first in the app.
    Message,
    /// Call first over a virtual number (D1).
    VirtualNumber,
    /// Ask for real contact data (D6, D7); see [`crate::contact`].
    AskContact,
}

impl Action {
    /// All, in their order.
    pub const ALL: &[Self] = &[
        Self::Recommended,
        Self::Searchable,
        Self::View,
        Self::Snapshot,
        Self::RealPhone,
        Self::RealEmail,
        Self::RelayEmail,
        Self::Message,
        Self::VirtualNumber,
        Self::AskContact,
    ];

    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// The set of all that a viewer may do.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Access(u16);

impl Access {
    /// None of the actions: the résumé is not there for this viewer (I3).
    pub const fn nothing() -> Self {
        Self(0)
    }

    /// Whether it is [`Access::nothing`].
    pub const fn is_nothing(self) -> bool {
        self.0 == 0
    }

    /// Whether the viewer may.
    pub const fn allows(self, action: Action) -> bool {
        self.0 & action.bit() != 0
    }

    /// The same, with or without one action.
    #[must_use]
    pub const fn with(self, action: Action, allowed: bool) -> Self {
        if allowed { Self(self.0 | action.bit()) } else { Self(self.0 & !action.bit()) }
    }

    /// What is allowed, in the order of [`Action::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Action> {
        Action::ALL.iter().copied().filter(move |action| self.allows(*action))
    }
}

impl std::fmt::Debug for Access {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_set().entries(self.iter()).finish()
    }
}
