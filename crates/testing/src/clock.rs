//! A clock that stands until a test moves it.

use async_trait::async_trait;
use jiff::civil::{Date, date};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::oneshot;
use zhitu_core::ports::Clock;
use zhitu_domain::time::Timestamp;

/// Stands at 2026-11-23T08:00:00Z at first.
pub struct FakeClock {
    state: Mutex<State>,
}

struct State {
    now: Timestamp,
    sleepers: BTreeMap<(Timestamp, u64), oneshot::Sender<()>>,
    next: u64,
}

impl Default for FakeClock {
    fn default() -> Self {
        Self {
            state: Mutex::new(State {
                now: Timestamp(1_795_420_800_000_000),
                sleepers: BTreeMap::new(),
                next: 0,
            }),
        }
    }
}

impl FakeClock {
    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Moves on and wakes who slept until then.
    pub fn advance(&self, by: Duration) {
        let mut state = self.state();
        let to = later(state.now, by);
        state.wake_until(to);
    }

    /// Moves on to when the next sleeper wakes; stays when nobody sleeps.
    pub fn advance_to_next(&self) {
        let mut state = self.state();
        state.sleepers.retain(|_, sleeper| !sleeper.is_closed());
        if let Some(&(at, _)) = state.sleepers.keys().next() {
            state.wake_until(at);
        }
    }
}

impl State {
    fn wake_until(&mut self, to: Timestamp) {
        self.now = self.now.max(to);
        while let Some(entry) = self.sleepers.first_entry() {
            if entry.key().0 > to {
                break;
            }
            // One that no longer waits has gone away.
            entry.remove().send(()).ok();
        }
    }
}

fn later(now: Timestamp, by: Duration) -> Timestamp {
    Timestamp(now.0 + i64::try_from(by.as_micros()).unwrap_or(i64::MAX / 2))
}

#[async_trait]
impl Clock for FakeClock {
    fn now(&self) -> Timestamp {
        self.state().now
    }

    fn today(&self) -> Date {
        let days = self.now().0.div_euclid(86_400_000_000);
        date(1970, 1, 1).saturating_add(jiff::Span::new().days(days))
    }

    async fn sleep(&self, duration: Duration) {
        let woken = {
            let mut state = self.state();
            let (wake, woken) = oneshot::channel();
            let key = (later(state.now, duration), state.next);
            state.next += 1;
            state.sleepers.insert(key, wake);
            woken
        };
        if woken.await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
