//! The chain that makes a change to the record visible.

use super::Recorded;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use ts_rs::TS;

/// What stands before the first entry.
const BEGIN: &str = "zhitu-record-1";

/// An entry as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number, from 1 without a gap.
    pub seq: u64,
    /// When it happened, by the device's clock.
    pub at: Timestamp,
    /// What, as JSON of [`Recorded`]: the text itself is hashed, so that a later version's way of writing it changes
    /// nothing.
    pub body: String,
    /// SHA-256 over the hash before, number, time and text, in hexadecimal.
    pub hash: String,
}

/// Where the chain ends. Kept apart from the entries: without it the newest ones could be cut off unseen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// The last entry's number; 0 before the first.
    pub seq: u64,
    /// Its hash; empty before the first.
    pub hash: String,
}

impl Head {
    /// The entry that follows, and the head that is then.
    pub fn append(&self, at: Timestamp, what: &Recorded) -> serde_json::Result<(Entry, Self)> {
        let body = serde_json::to_string(what)?;
        let seq = self.seq + 1;
        let hash = hash(&self.hash, seq, at, &body);
        Ok((Entry { seq, at, body, hash: hash.clone() }, Self { seq, hash }))
    }
}

/// Where a chain does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RecordBroken {
    /// The entry of this number is not what was written, or does not follow the one before it.
    Changed {
        /// Its number.
        #[ts(type = "number")]
        seq: u64,
    },
    /// There is no entry of this number.
    Missing {
        /// The number.
        #[ts(type = "number")]
        seq: u64,
    },
}

/// The first place where the chain does not hold. `entries` are in the order of their numbers.
pub fn verify<'a>(entries: impl IntoIterator<Item = &'a Entry>, head: &Head) -> Option<RecordBroken> {
    let mut last = Head::default();
    for entry in entries {
        let expected = last.seq + 1;
        if entry.seq != expected {
            return Some(RecordBroken::Missing { seq: expected });
        }
        if entry.hash != hash(&last.hash, entry.seq, entry.at, &entry.body) {
            return Some(RecordBroken::Changed { seq: entry.seq });
        }
        last = Head { seq: entry.seq, hash: entry.hash.clone() };
    }
    if last.seq < head.seq {
        return Some(RecordBroken::Missing { seq: last.seq + 1 });
    }
    (last != *head).then_some(RecordBroken::Changed { seq: last.seq })
}

fn hash(before: &str, seq: u64, at: Timestamp, body: &str) -> String {
    let mut digest = Sha256::new();
    // One field a line; only the last may hold line breaks, and it goes to the end.
    for part in [BEGIN, before, &seq.to_string(), &at.0.to_string()] {
        digest.update(part);
        digest.update("\n");
    }
    digest.update(body);
    digest.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a String cannot fail.
        let _written = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::permission::Permission;

    fn chain(length: u64) -> (Vec<Entry>, Head) {
        let mut head = Head::default();
        let mut entries = Vec::new();
        for number in 0..length {
            let what = Recorded::Withdrawn { permission: Permission::Location };
            let (entry, next) = head.append(Timestamp(i64::try_from(number).unwrap()), &what).unwrap();
            entries.push(entry);
            head = next;
        }
        (entries, head)
    }

    /// R8
    #[test]
    fn an_untouched_record_holds() {
        let (entries, head) = chain(20);
        assert_eq!(verify(&entries, &head), None);
        assert_eq!(verify(&[], &Head::default()), None);
    }

    /// R8
    #[test]
    fn a_changed_entry_is_named() {
        let (untouched, head) = chain(20);
        for index in 0..untouched.len() {
            let seq = untouched[index].seq;
            let mut entries = untouched.clone();
            entries[index].body = entries[index].body.replace("location", "camera");
            assert_eq!(verify(&entries, &head), Some(RecordBroken::Changed { seq }));
            let mut entries = untouched.clone();
            entries[index].at = Timestamp(999);
            assert_eq!(verify(&entries, &head), Some(RecordBroken::Changed { seq }));
        }
    }

    /// R8
    #[test]
    fn a_missing_entry_is_named() {
        let (untouched, head) = chain(20);
        for index in 0..untouched.len() {
            let seq = untouched[index].seq;
            let mut entries = untouched.clone();
            entries.remove(index);
            assert_eq!(verify(&entries, &head), Some(RecordBroken::Missing { seq }));
        }
    }

    /// R8
    #[test]
    fn an_entry_rewritten_with_its_hash_breaks_the_next() {
        let (mut entries, head) = chain(3);
        entries[1].body.push(' ');
        entries[1].hash = hash(&entries[0].hash, 2, entries[1].at, &entries[1].body);
        assert_eq!(verify(&entries, &head), Some(RecordBroken::Changed { seq: 3 }));
        entries.pop();
        let cut = Head { seq: 2, hash: head.hash };
        assert_eq!(verify(&entries, &cut), Some(RecordBroken::Changed { seq: 2 }));
    }
}
