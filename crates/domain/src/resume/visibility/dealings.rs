//! What a seeker and a company have to do with each other, as it changes.

use super::relation::{Viewer, Viewing};
use super::sent::Sent;
use crate::id::ApplicationId;
use std::collections::BTreeMap;

/// The seeker's act is refused, since the company is blocked. Applying needs an explicit "unblock for this
/// application" (D5), a conversation needs the block lifted (S-CHAT-01).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the company is blocked")]
pub struct CompanyBlocked;

/// Block, conversation and applications of one seeker and one company. What the acts below do is all that changes a
/// relation, so whoever keeps this in rows changes the same rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dealings {
    blocked: bool,
    in_contact: bool,
    applications: BTreeMap<ApplicationId, Sent>,
}

impl Dealings {
    /// Blocks the company: the conversation is over, what was unblocked for one application is blocked again. Answers
    /// the applications that the company still has, each of which the seeker is asked about (D5). A second block
    /// changes nothing.
    pub fn block(&mut self) -> Vec<ApplicationId> {
        if !self.blocked {
            self.blocked = true;
            self.in_contact = false;
            for sent in self.applications.values_mut() {
                sent.despite_block = false;
            }
        }
        self.live().map(|(id, _)| id).collect()
    }

    /// Takes the company off the block list. The conversation stays closed: the seeker opens it if it is wanted.
    pub fn unblock(&mut self) {
        self.blocked = false;
    }

    /// Sends an application. `despite_block` is the explicit "unblock for this application"; it says nothing where
    /// there is no block. A repeat under the same key changes nothing.
    pub fn apply(&mut self, application: ApplicationId, despite_block: bool) -> Result<(), CompanyBlocked> {
        if self.applications.contains_key(&application) {
            return Ok(());
        }
        if self.blocked && !despite_block {
            return Err(CompanyBlocked);
        }
        self.applications.insert(application, Sent { withdrawn: false, despite_block: self.blocked });
        Ok(())
    }

    /// Takes an application back, for good.
    pub fn withdraw(&mut self, application: ApplicationId) {
        if let Some(sent) = self.applications.get_mut(&application) {
            sent.withdrawn = true;
        }
    }

    /// The seeker starts a conversation with the company, or accepts one.
    pub fn open_conversation(&mut self) -> Result<(), CompanyBlocked> {
        if self.blocked {
            return Err(CompanyBlocked);
        }
        self.in_contact = true;
        Ok(())
    }

    /// The seeker closes it.
    pub fn close_conversation(&mut self) {
        self.in_contact = false;
    }

    /// An application.
    pub fn sent(&self, application: ApplicationId) -> Option<Sent> {
        self.applications.get(&application).copied()
    }

    /// The applications that were not withdrawn.
    pub fn live(&self) -> impl Iterator<Item = (ApplicationId, Sent)> {
        self.applications.iter().filter(|(_, sent)| !sent.withdrawn).map(|(id, sent)| (*id, *sent))
    }

    /// The facts for a viewer of this company.
    pub fn viewing(&self, viewer: Viewer, account_closed: bool, under_age: bool) -> Viewing {
        Viewing {
            account_closed,
            under_age,
            viewer,
            blocked: self.blocked,
            applied: self.live().next().is_some(),
            in_contact: self.in_contact,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const FIRST: ApplicationId = ApplicationId(Uuid::from_u128(1));
    const SECOND: ApplicationId = ApplicationId(Uuid::from_u128(2));

    fn viewing(dealings: &Dealings) -> Viewing {
        dealings.viewing(Viewer::Recruiter { verified: true }, false, false)
    }

    /// D5
    #[test]
    fn blocking_asks_about_each_application_that_the_company_still_has() {
        let mut dealings = Dealings::default();
        dealings.apply(FIRST, false).unwrap();
        dealings.apply(SECOND, false).unwrap();
        dealings.withdraw(FIRST);
        assert_eq!(dealings.block(), [SECOND]);
        assert_eq!(dealings.block(), [SECOND], "a second block changes nothing");
    }

    /// D5
    #[test]
    fn applying_to_a_blocked_company_needs_to_be_said_explicitly() {
        let mut dealings = Dealings::default();
        dealings.block();
        assert_eq!(dealings.apply(FIRST, false), Err(CompanyBlocked));
        assert_eq!(dealings.sent(FIRST), None);
        dealings.apply(FIRST, true).unwrap();
        assert!(viewing(&dealings).blocked, "the company stays blocked");
        assert_eq!(dealings.sent(FIRST), Some(Sent { withdrawn: false, despite_block: true }));
        dealings.block();
        assert!(dealings.sent(FIRST).unwrap().despite_block, "it is the same block");
        dealings.unblock();
        dealings.block();
        assert!(!dealings.sent(FIRST).unwrap().despite_block, "it is another block");
    }

    /// D5, S-CHAT-01
    #[test]
    fn a_block_ends_the_conversation_for_good() {
        let mut dealings = Dealings::default();
        dealings.open_conversation().unwrap();
        assert!(viewing(&dealings).in_contact);
        dealings.block();
        assert_eq!(dealings.open_conversation(), Err(CompanyBlocked));
        dealings.unblock();
        assert!(!viewing(&dealings).in_contact);
        dealings.open_conversation().unwrap();
        assert!(viewing(&dealings).in_contact);
    }

    #[test]
    fn an_application_that_is_sent_twice_is_one() {
        let mut dealings = Dealings::default();
        dealings.apply(FIRST, true).unwrap();
        assert!(!dealings.sent(FIRST).unwrap().despite_block, "there is none to unblock");
        dealings.withdraw(FIRST);
        dealings.apply(FIRST, false).unwrap();
        assert!(!viewing(&dealings).applied, "a repeat does not bring it back");
    }
}
