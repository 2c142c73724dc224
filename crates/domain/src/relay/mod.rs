//! Contact by e-mail without telling an address: for each pair of seeker and company the operator's domain has aliases
//! that stand for one side to the other. Source: D3, S-VIS-01, S-VIS-09.
//!
//! An alias belongs to one pair and is never used for another. It ends some time after its last use, and at once when
//! the seeker closes the channel. Whether a mail passes is decided anew for each, by the table of visibility (I2).

mod address;
mod alias;
mod known;

pub use address::{EmailAddress, EmailAddressError};
pub use alias::{ALIAS_BYTES, AliasName};
pub use known::KnownContact;

use crate::time::Timestamp;

/// How a channel stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Channel {
    /// When a mail last passed, or when the aliases were made.
    pub used_at: Timestamp,
    /// The seeker closed it.
    pub closed: bool,
}

impl Channel {
    /// Whether its aliases are good, when they are kept for `days` after their last use.
    pub fn is_open(self, days: u32, now: Timestamp) -> bool {
        !self.closed && now < self.ends_at(days)
    }

    /// When its aliases end, if nothing is written until then.
    pub fn ends_at(self, days: u32) -> Timestamp {
        self.used_at.plus_seconds(i64::from(days) * 86_400)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// S-VIS-09: aliases end.
    #[test]
    fn a_channel_ends_so_many_days_after_its_last_use_or_when_it_is_closed() {
        let channel = Channel { used_at: Timestamp(0), closed: false };
        let day = |day: i64| Timestamp(0).plus_seconds(day * 86_400);
        assert!(channel.is_open(90, day(89)));
        assert!(!channel.is_open(90, day(90)));
        assert!(Channel { used_at: day(1), ..channel }.is_open(90, day(90)));
        assert!(!Channel { closed: true, ..channel }.is_open(90, day(0)));
    }
}
