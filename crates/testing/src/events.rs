//! What the page was told.

use std::sync::{Mutex, PoisonError};
use zhitu_contract::events::CoreEvent;
use zhitu_core::ports::Events;

/// Writes down all that the page is told.
#[derive(Default)]
pub struct RecordedEvents {
    events: Mutex<Vec<CoreEvent>>,
    screens: Mutex<Vec<String>>,
}

impl RecordedEvents {
    /// All events so far.
    pub fn all(&self) -> Vec<CoreEvent> {
        self.events.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Forgets the events so far.
    pub fn clear(&self) {
        self.events.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// The screens that were said to be ready.
    pub fn screens(&self) -> Vec<String> {
        self.screens.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Events for RecordedEvents {
    fn emit(&self, event: CoreEvent) {
        self.events.lock().unwrap_or_else(PoisonError::into_inner).push(event);
    }

    fn page_ready(&self, screen: &str) {
        self.screens.lock().unwrap_or_else(PoisonError::into_inner).push(screen.to_owned());
    }
}
