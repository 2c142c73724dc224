//! The system's randomness.

use rand::Rng as _;
use zhitu_core::ports::Rng;

/// A generator seeded by the system, fit for keys.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemRng;

impl Rng for SystemRng {
    #[expect(clippy::disallowed_methods, reason = "this is the adapter through which randomness comes in")]
    fn fill(&self, buffer: &mut [u8]) {
        rand::rng().fill_bytes(buffer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_keys_are_never_alike() {
        let key = || {
            let mut key = [0_u8; 32];
            SystemRng.fill(&mut key);
            key
        };
        assert_ne!(key(), key());
    }
}
