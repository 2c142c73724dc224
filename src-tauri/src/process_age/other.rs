//! How long this process has been running, since `main`.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

static START: OnceLock<Instant> = OnceLock::new();

/// To be called first thing.
pub fn note_start() {
    START.get_or_init(Instant::now);
}

/// The process's age.
pub fn age() -> Duration {
    START.get_or_init(Instant::now).elapsed()
}
