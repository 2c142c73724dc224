//! A save dialog in which the person always takes the suggested name, or always cancels.

use async_trait::async_trait;
use std::sync::{Mutex, PoisonError};
use zhitu_core::ports::Files;

/// Files written so far.
#[derive(Default)]
pub struct MemoryFiles {
    written: Mutex<Vec<(String, Vec<u8>)>>,
    cancels: Mutex<bool>,
}

impl MemoryFiles {
    /// Whether the person cancels from now on.
    pub fn set_cancels(&self, cancels: bool) {
        *self.cancels.lock().unwrap_or_else(PoisonError::into_inner) = cancels;
    }

    /// Names and contents.
    pub fn written(&self) -> Vec<(String, Vec<u8>)> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

#[async_trait]
impl Files for MemoryFiles {
    async fn save_as(&self, suggested: &str, bytes: Vec<u8>) -> zhitu_contract::Result<Option<String>> {
        if *self.cancels.lock().unwrap_or_else(PoisonError::into_inner) {
            return Ok(None);
        }
        self.written.lock().unwrap_or_else(PoisonError::into_inner).push((suggested.to_owned(), bytes));
        Ok(Some(suggested.to_owned()))
    }
}
