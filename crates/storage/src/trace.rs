//! Which statements ran on which database, so that a test can say that each ran on both.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

static RUN: Mutex<BTreeMap<(&'static str, &'static str), u64>> = Mutex::new(BTreeMap::new());

/// Notes a statement; nothing in a release build.
pub(crate) fn ran(dialect: &'static str, query: &'static str) {
    if cfg!(debug_assertions) {
        *RUN.lock().unwrap_or_else(PoisonError::into_inner).entry((dialect, query)).or_default() += 1;
    }
}

/// How often each statement was run in this process so far, by (`sqlite` or `postgres`, `<feature>/<operation>`).
pub fn queries_run() -> BTreeMap<(&'static str, &'static str), u64> {
    RUN.lock().unwrap_or_else(PoisonError::into_inner).clone()
}
