//! How long to wait before trying again.

use crate::ports::Rng;
use std::time::Duration;

const FIRST_MS: u64 = 500;
const LONGEST_MS: u64 = 30_000;

/// Doubles from half a second to half a minute, each a little shorter or longer by chance, so that all devices do
/// not come back in the same moment.
#[derive(Debug, Default)]
pub(crate) struct Backoff {
    tries: u32,
}

impl Backoff {
    pub(crate) fn reset(&mut self) {
        self.tries = 0;
    }

    pub(crate) fn next(&mut self, rng: &dyn Rng) -> Duration {
        let full = (FIRST_MS << self.tries.min(10)).min(LONGEST_MS);
        self.tries = self.tries.saturating_add(1);
        let mut byte = [0_u8; 1];
        rng.fill(&mut byte);
        Duration::from_millis(full * 3 / 4 + full / 2 * u64::from(byte[0]) / 255)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Always(u8);
    impl Rng for Always {
        fn fill(&self, buffer: &mut [u8]) {
            buffer.fill(self.0);
        }
    }

    #[test]
    fn waits_double_up_to_half_a_minute_and_start_over() {
        let mut backoff = Backoff::default();
        let waits: Vec<u128> = (0..9).map(|_| backoff.next(&Always(0)).as_millis()).collect();
        assert_eq!(waits, [375, 750, 1_500, 3_000, 6_000, 12_000, 22_500, 22_500, 22_500]);
        assert_eq!(backoff.next(&Always(255)).as_millis(), 37_500);
        backoff.reset();
        assert_eq!(backoff.next(&Always(0)).as_millis(), 375);
    }
}
