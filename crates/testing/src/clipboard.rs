//! A clipboard that holds what a test copied.

use async_trait::async_trait;
use std::sync::{Mutex, MutexGuard, PoisonError};
use zhitu_contract::auth::Sensitive;
use zhitu_core::ports::{Clipboard, ClipboardUnavailable};

/// Counts how often it is read.
#[derive(Default)]
pub struct MemoryClipboard {
    held: Mutex<Held>,
}

#[derive(Default)]
struct Held {
    text: Option<String>,
    reads: usize,
}

impl MemoryClipboard {
    /// Copies a text.
    pub fn copy(&self, text: &str) {
        self.held().text = Some(text.to_owned());
    }

    /// How often it was read (R7: not without the act).
    pub fn reads(&self) -> usize {
        self.held().reads
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Clipboard for MemoryClipboard {
    async fn read_text(&self) -> Result<Option<Sensitive>, ClipboardUnavailable> {
        let mut held = self.held();
        held.reads += 1;
        Ok(held.text.clone().map(Sensitive::new))
    }
}
