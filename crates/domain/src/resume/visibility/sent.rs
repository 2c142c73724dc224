//! What a company may do with one application: the one exception that is outside the table.

use super::access::{Access, Action};
use super::relation::Relation;
use super::setting::VisibilitySetting;
use super::table::decide;

/// An application as far as the rule looks at it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Sent {
    /// The seeker took it back.
    pub withdrawn: bool,
    /// It was sent with "unblock for this application", and the block that stood then stands now (D5). A block that is
    /// made afterwards, also one after an unblocking, makes it false: [`super::Dealings::block`].
    pub despite_block: bool,
}

impl Sent {
    /// What a company may do with this application, given the company's relation to the seeker. It is about the
    /// application alone: what the company may do with the résumé is [`decide`]'s to say.
    ///
    /// Without a block, that is what the table says. Under one the table says nothing, and two things are left:
    ///
    /// - sent before the block, and not withdrawn: the snapshot stays with the company, to be read and no more, since
    ///   blocking closes messages at once;
    /// - sent in spite of it: the snapshot, and messages in that application's conversation, which is what the seeker
    ///   unblocked. Nothing else: no finding, no viewing, no other channel, no asking.
    ///
    /// Neither lets the company be told apart from others in a search: both are reached from the application only.
    ///
    /// Source: the fourth relation's note (I3), D5.
    pub const fn access(self, setting: VisibilitySetting, relation: Relation) -> Access {
        if self.withdrawn {
            return Access::nothing();
        }
        match relation {
            Relation::Blocked => {
                Access::nothing().with(Action::Snapshot, true).with(Action::Message, self.despite_block)
            }
            _ => decide(setting, relation),
        }
    }
}
