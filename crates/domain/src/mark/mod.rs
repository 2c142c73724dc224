//! The marks of a download: which company's account fetched a copy, and when, told from a copy that leaked (S-REC-10).
//!
//! A download has a [`MarkNumber`], random and kept by the server, and all its marks follow from that number and the
//! installation's [`MarkKey`]: the line that everybody can read ([`Mark::code`]), the invisible characters between the
//! words ([`text`]), and the faint dots behind them ([`pattern`]).
//!
//! The two hidden marks have no code of their own that would have to be corrected. Each is a sequence drawn from a
//! keyed pseudo-random function, and a file is compared with the sequences of all downloads there are. For whoever has
//! not the key, a sequence is a row of coin tosses, whatever the file is; so the chance that a file agrees with a
//! download as well as it does *without* coming from it is bounded by how far coin tosses stray ([`chance`]), times the
//! number of downloads it was compared with. [`judge`] calls nothing certain above [`CERTAIN`].

mod chance;
mod code;
pub mod pattern;
pub mod text;
mod verdict;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use siphasher::sip::SipHasher24;
use std::hash::Hasher;

pub use code::codes_in;
pub use verdict::{CERTAIN, Evidence, Finding, LIKELY, MarkKind, Verdict, judge};

/// What a download is known by in its marks; random, and no two downloads of an installation share one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MarkNumber(u64);

impl MarkNumber {
    /// How many bits it has.
    pub const BITS: u32 = 40;

    /// Of five random bytes.
    pub fn from_random(bytes: [u8; 5]) -> Self {
        Self(bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    /// As it is stored; `None` for what is none.
    pub fn from_stored(number: i64) -> Option<Self> {
        u64::try_from(number).ok().filter(|number| number >> Self::BITS == 0).map(Self)
    }

    /// To be stored.
    pub fn to_stored(self) -> i64 {
        // 40 bits always fit.
        i64::try_from(self.0).unwrap_or(i64::MAX)
    }
}

/// The key that all marks of an installation are made with. Without it no mark can be made or read.
#[derive(Clone)]
pub struct MarkKey([u8; 32]);

impl std::fmt::Debug for MarkKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("MarkKey(<redacted>)")
    }
}

impl MarkKey {
    /// Of 32 secret bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The marks of a download.
    pub fn mark(&self, number: MarkNumber) -> Mark {
        let derived = self.derive(b"download", &number.0.to_be_bytes());
        let check = derived.iter().skip(16).take(5).fold(0, |check, byte| check << 8 | u64::from(*byte));
        Mark { number, check, sequence: Sequence::of(&derived), common: self.common() }
    }

    /// What all downloads have in common, by which a page is laid straight before it is compared.
    fn common(&self) -> Sequence {
        Sequence::of(&self.derive(b"common", &[]))
    }

    fn derive(&self, purpose: &[u8], of: &[u8]) -> [u8; 32] {
        let mut padded = hmac::digest::Key::<Hmac<Sha256>>::default();
        padded[..self.0.len()].copy_from_slice(&self.0);
        let mut mac = Hmac::<Sha256>::new(&padded);
        mac.update(&(purpose.len() as u64).to_be_bytes());
        mac.update(purpose);
        mac.update(of);
        mac.finalize().into_bytes().into()
    }
}

/// The marks of one download.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    number: MarkNumber,
    /// Of the readable code: what cannot be guessed by whoever knows a number.
    check: u64,
    sequence: Sequence,
    common: Sequence,
}

impl std::fmt::Debug for Mark {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("Mark").field(&self.number).finish()
    }
}

impl Mark {
    /// Which download.
    pub fn number(&self) -> MarkNumber {
        self.number
    }
}

/// An endless row of coin tosses, one for each place that can be named.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sequence(u64, u64);

impl Sequence {
    fn of(derived: &[u8; 32]) -> Self {
        let (mut first, mut second) = ([0; 8], [0; 8]);
        first.copy_from_slice(&derived[..8]);
        second.copy_from_slice(&derived[8..16]);
        Self(u64::from_be_bytes(first), u64::from_be_bytes(second))
    }

    /// 64 tosses for a place.
    pub(crate) fn at(&self, place: u64) -> u64 {
        let mut hasher = SipHasher24::new_with_keys(self.0, self.1);
        hasher.write(&place.to_le_bytes());
        hasher.finish()
    }
}

#[cfg(test)]
pub(crate) mod samples {
    use super::{Mark, MarkKey, MarkNumber};

    pub(crate) fn key(of: u8) -> MarkKey {
        MarkKey::new([of; 32])
    }

    pub(crate) fn mark(number: u8) -> Mark {
        key(7).mark(MarkNumber::from_random([number, 1, 2, 3, 4]))
    }
}

#[cfg(test)]
mod tests {
    use super::samples::{key, mark};
    use super::*;

    #[test]
    fn a_stored_number_comes_back_and_others_are_none() {
        for bytes in [[0; 5], [255; 5], [1, 2, 3, 4, 5]] {
            let number = MarkNumber::from_random(bytes);
            assert_eq!(MarkNumber::from_stored(number.to_stored()), Some(number));
        }
        assert_eq!(MarkNumber::from_stored(-1), None);
        assert_eq!(MarkNumber::from_stored(1 << MarkNumber::BITS), None);
    }

    #[test]
    fn another_key_makes_other_marks() {
        let number = mark(1).number();
        let (ours, theirs) = (key(7).mark(number), key(8).mark(number));
        assert_ne!(ours.code(), theirs.code());
        assert_ne!(ours.sequence.at(1), theirs.sequence.at(1));
        assert_ne!(key(7).common().at(1), key(8).common().at(1));
    }

    #[test]
    fn a_key_and_a_mark_do_not_show_themselves() {
        assert_eq!(format!("{:?}", key(9)), "MarkKey(<redacted>)");
        let shown = format!("{:?}", mark(1));
        assert!(!shown.contains(&format!("{}", mark(1).sequence.0)), "{shown}");
    }
}
