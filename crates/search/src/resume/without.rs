//! The résumés that a question rules out.

use zhitu_domain::id::ResumeId;

const BITS: usize = 1 << 16;

/// A set of keys that most other keys are told from by one bit.
pub(super) struct Without {
    /// A bit for the last 16 bits of each key, which are random in a UUIDv7.
    bits: Vec<u64>,
    /// Sorted.
    keys: Vec<(u64, u64)>,
}

impl Without {
    pub(super) fn new(resumes: &[ResumeId]) -> Self {
        let mut keys: Vec<(u64, u64)> = resumes.iter().map(|resume| resume.0.as_u64_pair()).collect();
        keys.sort_unstable();
        let mut bits = vec![0; BITS / 64];
        for (_, low) in &keys {
            let bit = bit(*low);
            bits[bit / 64] |= 1 << (bit % 64);
        }
        Self { bits, keys }
    }

    /// Whether it has a key, given as its two halves; the first one is seldom needed.
    pub(super) fn has(&self, high: impl FnOnce() -> u64, low: u64) -> bool {
        let bit = bit(low);
        self.bits[bit / 64] >> (bit % 64) & 1 == 1 && self.keys.binary_search(&(high(), low)).is_ok()
    }
}

fn bit(low: u64) -> usize {
    usize::from((low & 0xffff) as u16)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn it_has_what_was_put_in_and_nothing_that_looks_alike() {
        let key = |number: u128| ResumeId(Uuid::from_u128(number));
        let without = Without::new(&[key(7 << 64 | 1), key(5), key(5)]);
        let has = |number: u128| {
            let (high, low) = Uuid::from_u128(number).as_u64_pair();
            without.has(|| high, low)
        };
        assert!(has(5) && has(7 << 64 | 1));
        assert!(!has(1) && !has(5 << 64) && !has(5 | 1 << 16) && !has(6));
        assert!(!Without::new(&[]).has(|| 0, 0));
    }
}
