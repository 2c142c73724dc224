//! The audit log of staff, chained so that a change to it is seen.
//!
//! Each entry has a seal over its own text and the seal before it. Whoever writes to the database alone cannot make a
//! seal: the caller seals with a key that is not in it. What no chain shows is a log put back as a whole to what it was
//! once; the operator notes number and seal of the last entry elsewhere for that.

use super::StaffReason;
use crate::id::{AccountId, ContactRequestId, ConversationId, ResumeId};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// What staff did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Audited {
    /// Searched for people.
    Searched {
        /// Why.
        reason: StaffReason,
        /// For what, as JSON of the request.
        search: String,
    },
    /// Opened a résumé, or tried to: whether there is one that opens is looked up after this is written.
    Opened {
        /// Why.
        reason: StaffReason,
        /// Which.
        resume: ResumeId,
    },
    /// Asked a seeker for contact data, or tried to. The reason is the one that the seeker reads.
    ContactAsked {
        /// Which request.
        request: ContactRequestId,
        /// Whom, by the résumé.
        resume: ResumeId,
    },
    /// Opened a conversation with a seeker, or tried to.
    ConversationOpened {
        /// Whom, by the résumé.
        resume: ResumeId,
    },
    /// Listed the conversations of the staff, with the last message of each.
    ConversationsListed,
    /// Read or wrote in a conversation of the staff, or was told of a message in it.
    ConversationRead {
        /// Which.
        conversation: ConversationId,
    },
    /// Asked for the address of a seeker's channel by e-mail, or tried to.
    RelayOpened {
        /// Whose, by the résumé.
        resume: ResumeId,
    },
    /// Asked for a virtual number of a seeker's, or tried to.
    VirtualNumberOpened {
        /// Whose, by the résumé.
        resume: ResumeId,
    },
}

/// An entry as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// Its number, from 1 without a gap.
    pub seq: u64,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub account: AccountId,
    /// What, as JSON of [`Audited`]: the text itself is sealed, so that a later way of writing it changes nothing.
    pub body: String,
    /// The seal, in hexadecimal.
    pub seal: String,
}

/// Where the log ends. Kept apart from the entries: without it the newest ones could be cut off unseen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditHead {
    /// The last entry's number; 0 before the first.
    pub seq: u64,
    /// Its seal; empty before the first.
    pub seal: String,
}

impl AuditHead {
    /// What is sealed of the entry that follows. One field a line; only the last may hold line breaks, and it goes to
    /// the end.
    pub fn sealed_text(&self, at: Timestamp, account: AccountId, body: &str) -> String {
        format!("zhitu-audit-1\n{}\n{}\n{}\n{account}\n{body}", self.seal, self.seq + 1, at.0)
    }
}

/// Where a log does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AuditBroken {
    /// The entry of this number is not what was written, or does not follow the one before it.
    #[error("entry {seq} was changed")]
    Changed {
        /// Its number.
        seq: u64,
    },
    /// There is no entry of this number.
    #[error("entry {seq} is missing")]
    Missing {
        /// The number.
        seq: u64,
    },
}

/// Checks a log piece by piece, so that it need not be in memory as a whole.
#[derive(Debug, Clone, Default)]
pub struct AuditCheck {
    last: AuditHead,
}

impl AuditCheck {
    /// Takes the next entry in the order of their numbers.
    pub fn entry(&mut self, entry: &AuditEntry, seal: impl Fn(&str) -> String) -> Result<(), AuditBroken> {
        let expected = self.last.seq + 1;
        if entry.seq != expected {
            return Err(AuditBroken::Missing { seq: expected });
        }
        if entry.seal != seal(&self.last.sealed_text(entry.at, entry.account, &entry.body)) {
            return Err(AuditBroken::Changed { seq: entry.seq });
        }
        self.last = AuditHead { seq: entry.seq, seal: entry.seal.clone() };
        Ok(())
    }

    /// Ends where the log says that it ends.
    pub fn end(self, head: &AuditHead) -> Result<(), AuditBroken> {
        if self.last.seq < head.seq {
            return Err(AuditBroken::Missing { seq: self.last.seq + 1 });
        }
        if self.last == *head { Ok(()) } else { Err(AuditBroken::Changed { seq: self.last.seq }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};
    use uuid::Uuid;

    fn seal(text: &str) -> String {
        format!("{:?}", Sha256::digest(format!("key/{text}")))
    }

    fn log(length: u64) -> (Vec<AuditEntry>, AuditHead) {
        let mut head = AuditHead::default();
        let mut entries = Vec::new();
        for number in 1..=length {
            let (at, account) = (Timestamp(7), AccountId(Uuid::from_u128(1)));
            let body = format!("looked {number}\nand again");
            let seal = seal(&head.sealed_text(at, account, &body));
            head = AuditHead { seq: number, seal: seal.clone() };
            entries.push(AuditEntry { seq: number, at, account, body, seal });
        }
        (entries, head)
    }

    fn check(entries: &[AuditEntry], head: &AuditHead) -> Result<(), AuditBroken> {
        let mut check = AuditCheck::default();
        for entry in entries {
            check.entry(entry, seal)?;
        }
        check.end(head)
    }

    #[test]
    fn what_is_changed_added_or_cut_off_is_named() {
        let (untouched, head) = log(12);
        assert_eq!(check(&untouched, &head), Ok(()));
        assert_eq!(check(&[], &AuditHead::default()), Ok(()));
        for at in 0..untouched.len() {
            let seq = untouched[at].seq;
            let broken = |change: &dyn Fn(&mut Vec<AuditEntry>)| {
                let mut entries = untouched.clone();
                change(&mut entries);
                check(&entries, &head)
            };
            let changed = Err(AuditBroken::Changed { seq });
            assert_eq!(broken(&|entries| entries[at].body.push('.')), changed);
            assert_eq!(broken(&|entries| entries[at].at = Timestamp(8)), changed);
            assert_eq!(broken(&|entries| entries[at].account = AccountId(Uuid::from_u128(2))), changed);
            assert_eq!(broken(&|entries| drop(entries.remove(at))), Err(AuditBroken::Missing { seq }));
        }
        let cut = untouched.len() - 1;
        assert_eq!(check(&untouched[..cut], &head), Err(AuditBroken::Missing { seq: 12 }));
        let (longer, _) = log(13);
        assert_eq!(check(&longer, &head), Err(AuditBroken::Changed { seq: 13 }));
    }
}
