//! Contact by phone without telling a number: a telephony provider binds a seeker and a recruiter to a number of its own,
//! which connects them to each other and nobody else. Source: D1, D4, S-VIS-01, S-VIS-09.
//!
//! A binding is of one pair and ends some time after it was made, and at once when the seeker closes the channel or the
//! table of visibility says no (I2).

use crate::account::PhoneNumber;
use crate::time::Timestamp;

/// Seconds after which a binding whose answer never came is taken for lost.
pub const ANSWER_S: i64 = 60;

/// How a binding stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// The virtual number; none until the provider answered, and once it was released.
    pub number: Option<PhoneNumber>,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
    /// It is to end, and is shown to nobody any more, whatever the provider knows of it.
    pub ending: bool,
}

impl Binding {
    /// Whether its number connects the two.
    pub fn is_good(&self, now: Timestamp) -> bool {
        self.number.is_some() && !self.ending && now < self.expires_at
    }

    /// Whether the provider's answer may still come.
    pub fn is_awaited(&self, now: Timestamp) -> bool {
        self.number.is_none() && !self.ending && now < self.answer_until()
    }

    /// Until when the provider's answer may come.
    pub fn answer_until(&self) -> Timestamp {
        self.asked_at.plus_seconds(ANSWER_S)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// S-VIS-09: virtual numbers end.
    #[test]
    fn a_binding_is_good_from_the_answer_to_its_end() {
        let at = |seconds| Timestamp(0).plus_seconds(seconds);
        let asked = Binding { number: None, asked_at: at(0), expires_at: at(600), ending: false };
        assert!(asked.is_awaited(at(59)) && !asked.is_awaited(at(60)) && !asked.is_good(at(1)));
        let bound = Binding { number: PhoneNumber::parse("+12125550123").ok(), ..asked };
        assert!(bound.is_good(at(599)) && !bound.is_good(at(600)) && !bound.is_awaited(at(1)));
        let ending = Binding { ending: true, ..bound };
        assert!(!ending.is_good(at(1)) && !ending.is_awaited(at(1)));
        assert!(!format!("{ending:?}").contains("555"), "a virtual number is no matter of a log's");
    }
}
