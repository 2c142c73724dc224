//! Links by which a seeker introduces the résumé to one company or one person.
//!
//! Giving somebody a link is the explicit consent of S-SHR-01: it opens the résumé as [`Action::View`] does, whatever
//! the setting. It stands in the setting's stead and not in that of the rules before it: nobody opens a link of a
//! closed account, a blocked company opens none, and who opens it must be known, since each look is recorded and shown
//! to the seeker (I4). A link that does not open says nothing of why, nor whether there ever was one (I3).

use crate::id::{AccountId, CompanyId, IntroductionId};
use crate::resume::visibility::{Access, Action, Relation, Viewer, Viewing};
use crate::time::Timestamp;

/// The longest a link may last: 90 days, in seconds.
pub const LINK_MAX_SECONDS: i64 = 90 * 24 * 3600;
/// The most openings that a link may have.
pub const LINK_MAX_OPENINGS: u32 = 100;

/// Whom a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Introduced {
    /// Any verified recruiter of this company.
    Company {
        /// Which.
        company: CompanyId,
    },
    /// One person, seeker or verified recruiter: whoever opens it first. A seeker does not know the accounts of others,
    /// so that the link cannot name one before.
    Person {
        /// Who did.
        account: Option<AccountId>,
    },
}

/// A link. What it looks like, and the secret in it, is the server's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Key.
    pub id: IntroductionId,
    /// Whom it is for.
    pub introduced: Introduced,
    /// When it was made.
    pub made_at: Timestamp,
    /// From when on it does not open.
    pub expires_at: Timestamp,
    /// How many times it opens.
    pub max_openings: u32,
    /// How many times it did.
    pub openings: u32,
    /// When the seeker revoked it.
    pub revoked_at: Option<Timestamp>,
}

/// Why a link is not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// It would last no time, or longer than [`LINK_MAX_SECONDS`].
    #[error("a link lasts up to 90 days")]
    Expiry,
    /// No opening, or more than [`LINK_MAX_OPENINGS`].
    #[error("a link opens 1 to {LINK_MAX_OPENINGS} times")]
    Openings,
}

/// The link does not open. There is one such answer, and a link that never was has it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the link does not open")]
pub struct Dead;

/// Who opens a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opener {
    /// The account.
    pub account: AccountId,
    /// The company that it acts for.
    pub company: Option<CompanyId>,
    /// The résumé is its own: looking at that is no viewing, and must not use a link up.
    pub is_seeker: bool,
    /// The facts about it and the seeker.
    pub viewing: Viewing,
}

impl Link {
    /// Makes one. Whether the company is blocked is looked at when it is opened, not now.
    pub fn new(
        id: IntroductionId,
        introduced: Introduced,
        made_at: Timestamp,
        expires_at: Timestamp,
        max_openings: u32,
    ) -> Result<Self, LinkError> {
        let lasts = expires_at.0.saturating_sub(made_at.0);
        if lasts <= 0 || lasts > LINK_MAX_SECONDS * 1_000_000 {
            return Err(LinkError::Expiry);
        }
        if !(1..=LINK_MAX_OPENINGS).contains(&max_openings) {
            return Err(LinkError::Openings);
        }
        Ok(Self { id, introduced, made_at, expires_at, max_openings, openings: 0, revoked_at: None })
    }

    /// Opens it, which counts and, for a person's link, settles whose it is. What it gives is [`Action::View`] and no
    /// channel. Nothing is counted when it does not open.
    pub fn open(&mut self, at: Timestamp, opener: &Opener) -> Result<Access, Dead> {
        if self.is_over(at) || !self.is_for(opener) {
            return Err(Dead);
        }
        if let Introduced::Person { account } = &mut self.introduced {
            *account = Some(opener.account);
        }
        self.openings += 1;
        Ok(Access::nothing().with(Action::View, true))
    }

    /// Whether it opens for nobody any more: by time, by count or by hand.
    pub fn is_over(&self, at: Timestamp) -> bool {
        self.revoked_at.is_some() || at >= self.expires_at || self.openings >= self.max_openings
    }

    /// Whether it would open for somebody, were it not over.
    fn is_for(&self, opener: &Opener) -> bool {
        if opener.is_seeker {
            return false;
        }
        let is_known = match opener.viewing.relation() {
            // Staff look by the setting, with a record of their own.
            Relation::Closed | Relation::Unverified | Relation::Blocked | Relation::Platform => false,
            // Two viewers have this relation; the other seeker is somebody, and may be the one who is introduced.
            Relation::Anonymous => opener.viewing.viewer == Viewer::Seeker,
            Relation::Applied | Relation::InContact | Relation::Employer => true,
        };
        is_known
            && match self.introduced {
                Introduced::Company { company } => opener.company == Some(company),
                Introduced::Person { account } => account.is_none_or(|account| account == opener.account),
            }
    }

    /// Revokes it for good. The first time counts.
    pub fn revoke(&mut self, at: Timestamp) {
        self.revoked_at.get_or_insert(at);
    }
}

#[cfg(test)]
mod tests;
