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

#[cfg(test)]
mod tests {
    use super::*;

    const BEFORE: Sent = Sent { withdrawn: false, despite_block: false };
    const DESPITE: Sent = Sent { withdrawn: false, despite_block: true };

    /// S-VIS-08, D5
    #[test]
    fn under_a_block_the_snapshot_stays_and_what_was_sent_despite_it_is_talked_about() {
        for setting in VisibilitySetting::ALL {
            let left = |sent: Sent| sent.access(*setting, Relation::Blocked).iter().collect::<Vec<_>>();
            assert_eq!(left(BEFORE), [Action::Snapshot]);
            assert_eq!(left(DESPITE), [Action::Snapshot, Action::Message]);
        }
    }

    /// D5: withdrawn is withdrawn, block or not.
    #[test]
    fn a_withdrawn_application_leaves_nothing() {
        for setting in VisibilitySetting::ALL {
            for relation in Relation::ALL {
                for sent in [BEFORE, DESPITE] {
                    let withdrawn = Sent { withdrawn: true, ..sent };
                    assert!(withdrawn.access(*setting, *relation).is_nothing());
                }
            }
        }
    }

    /// S-VIS-07: whoever was applied to has the snapshot in every setting; a closed account takes it along, and whoever
    /// loses the verification loses the sight of it.
    #[test]
    fn without_a_block_it_is_as_the_table_says() {
        for setting in VisibilitySetting::ALL {
            assert!(BEFORE.access(*setting, Relation::Applied).allows(Action::Snapshot));
            for relation in [Relation::Closed, Relation::Anonymous, Relation::Unverified] {
                assert!(DESPITE.access(*setting, relation).is_nothing());
            }
        }
    }
}
