//! Which statements ran on which database, so that a test can say that each ran on both.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

static RUN: Mutex<BTreeSet<(&'static str, &'static str)>> = Mutex::new(BTreeSet::new());

/// Notes a statement; nothing in a release build.
pub(crate) fn ran(dialect: &'static str, query: &'static str) {
    if cfg!(debug_assertions) {
        RUN.lock().unwrap_or_else(PoisonError::into_inner).insert((dialect, query));
    }
}

/// The statements that ran in this process so far, as (`sqlite` or `postgres`, `<feature>/<operation>`).
pub fn queries_run() -> BTreeSet<(&'static str, &'static str)> {
    RUN.lock().unwrap_or_else(PoisonError::into_inner).clone()
}
