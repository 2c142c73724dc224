//! How a viewer stands to a seeker.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// How a viewer stands to a seeker. The first that applies decides, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The account is closed, or the person is under age.
    Closed,
    /// Not signed in, or another seeker.
    Anonymous,
    /// A recruiter who is not verified as person, employee and company (S-REC-04).
    Unverified,
    /// The viewer's company is on the block list (S-VIS-08).
    Blocked,
    /// A live application to the viewer's company.
    Applied,
    /// The seeker started or accepted a conversation with the viewer's company.
    InContact,
    /// The platform's own recruiting staff.
    Platform,
    /// A verified recruiter of a verified company, and none of the above.
    Employer,
}

impl Relation {
    /// All, in their order.
    pub const ALL: &[Self] = &[
        Self::Closed,
        Self::Anonymous,
        Self::Unverified,
        Self::Blocked,
        Self::Applied,
        Self::InContact,
        Self::Platform,
        Self::Employer,
    ];
}

/// Who looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Viewer {
    /// Nobody who is signed in.
    Anonymous,
    /// Another seeker.
    Seeker,
    /// Somebody who acts for a company.
    Recruiter {
        /// All three verifications are there; see [`crate::recruiter::Verification::opens_recruiting`].
        verified: bool,
    },
    /// The platform's own recruiting staff. They are no company: nobody blocks them, applies to them or is in
    /// contact with them, and each look of theirs is recorded (I4).
    Staff,
}

/// The facts that a relation follows from. Those about a company are about the viewer's company and not about the
/// viewer's account: a block, an application and a conversation hold for all of its recruiters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(clippy::struct_excessive_bools, reason = "they are the facts, any of which may hold with any other")]
pub struct Viewing {
    /// The seeker closed the account.
    pub account_closed: bool,
    /// The seeker is under [`crate::account::MINIMUM_AGE`].
    pub under_age: bool,
    /// Who looks.
    pub viewer: Viewer,
    /// The viewer's company is on the seeker's block list.
    pub blocked: bool,
    /// An application to the viewer's company that was not withdrawn.
    pub applied: bool,
    /// A conversation that the seeker started or accepted and did not close.
    pub in_contact: bool,
}

impl Viewing {
    /// The first relation that applies.
    pub const fn relation(&self) -> Relation {
        if self.account_closed || self.under_age {
            return Relation::Closed;
        }
        match self.viewer {
            Viewer::Anonymous | Viewer::Seeker => Relation::Anonymous,
            Viewer::Recruiter { verified: false } => Relation::Unverified,
            Viewer::Recruiter { .. } if self.blocked => Relation::Blocked,
            Viewer::Recruiter { .. } if self.applied => Relation::Applied,
            Viewer::Recruiter { .. } if self.in_contact => Relation::InContact,
            Viewer::Recruiter { .. } => Relation::Employer,
            Viewer::Staff => Relation::Platform,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The order of the relations, in all combinations of facts: read off a list of conditions one after the other.
    #[test]
    fn the_first_relation_that_applies_decides() {
        let viewers = [
            Viewer::Anonymous,
            Viewer::Seeker,
            Viewer::Recruiter { verified: false },
            Viewer::Recruiter { verified: true },
            Viewer::Staff,
        ];
        let mut seen = std::collections::BTreeMap::new();
        for viewer in viewers {
            for facts in 0..32 {
                let fact = |number: u32| facts >> number & 1 == 1;
                let viewing = Viewing {
                    account_closed: fact(0),
                    under_age: fact(1),
                    viewer,
                    blocked: fact(2),
                    applied: fact(3),
                    in_contact: fact(4),
                };
                // What is said of the viewer's company is said of none where there is none.
                let has_company = matches!(viewer, Viewer::Recruiter { .. });
                let conditions = [
                    (Relation::Closed, fact(0) || fact(1)),
                    (Relation::Anonymous, viewer == Viewer::Anonymous || viewer == Viewer::Seeker),
                    (Relation::Unverified, viewer == Viewer::Recruiter { verified: false }),
                    (Relation::Blocked, has_company && fact(2)),
                    (Relation::Applied, has_company && fact(3)),
                    (Relation::InContact, has_company && fact(4)),
                    (Relation::Platform, viewer == Viewer::Staff),
                    (Relation::Employer, true),
                ];
                let first =
                    conditions.into_iter().find(|(_, applies)| *applies).map(|(relation, _)| relation);
                assert_eq!(Some(viewing.relation()), first, "{viewing:?}");
                *seen.entry(viewing.relation()).or_insert(0) += 1;
            }
        }
        let order: Vec<Relation> = seen.keys().copied().collect();
        assert_eq!(order, Relation::ALL);
        assert_eq!(seen[&Relation::Employer], 1, "the last one is what is left");
    }

    /// S-VIS-08: a block is no matter of the platform's own staff.
    #[test]
    fn staff_are_no_company_that_could_be_blocked() {
        let viewing = Viewing {
            account_closed: false,
            under_age: false,
            viewer: Viewer::Staff,
            blocked: true,
            applied: true,
            in_contact: true,
        };
        assert_eq!(viewing.relation(), Relation::Platform);
        assert_eq!(Viewing { under_age: true, ..viewing }.relation(), Relation::Closed, "S-MIN-01");
    }
}
