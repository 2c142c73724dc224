//! Randomness that is the same in each run.

use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng};
use std::sync::{Mutex, PoisonError};
use zhitu_core::ports::Rng;

/// The same bytes for the same seed.
pub struct SeededRng(Mutex<StdRng>);

impl SeededRng {
    /// Starts from a seed.
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(StdRng::seed_from_u64(seed)))
    }
}

impl Rng for SeededRng {
    fn fill(&self, buffer: &mut [u8]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(buffer);
    }
}
