//! What a seeker and a company have to do with each other, as it changes.

use super::relation::{Viewer, Viewing};
use super::sent::Sent;
use crate::id::ApplicationId;
use std::collections::BTreeMap;

/// Why the seeker's act is refused: the company is blocked. Applying needs an explicit "unblock for this
/// application" (D5), a conversation needs the block lifted (S-CHAT-01).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the company is blocked")]
pub struct Refused;

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
    pub fn apply(&mut self, application: ApplicationId, despite_block: bool) -> Result<(), Refused> {
        if self.applications.contains_key(&application) {
            return Ok(());
        }
        if self.blocked && !despite_block {
            return Err(Refused);
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
    pub fn open_conversation(&mut self) -> Result<(), Refused> {
        if self.blocked {
            return Err(Refused);
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
