//! File dialogs in which the person always takes the suggested name and picks the prepared file, or always cancels.

use async_trait::async_trait;
use std::sync::{Mutex, PoisonError};
use zhitu_contract::ErrorCode;
use zhitu_core::ports::{Files, PickedFile};

/// Files written so far.
#[derive(Default)]
pub struct MemoryFiles {
    written: Mutex<Vec<(String, Vec<u8>)>>,
    picks: Mutex<Option<PickedFile>>,
    cancels: Mutex<bool>,
}

impl MemoryFiles {
    /// Whether the person cancels from now on.
    pub fn set_cancels(&self, cancels: bool) {
        *self.cancels.lock().unwrap_or_else(PoisonError::into_inner) = cancels;
    }

    /// The file that the person picks from now on.
    pub fn set_picks(&self, name: &str, bytes: &[u8]) {
        let file = PickedFile { name: name.to_owned(), bytes: bytes.to_owned() };
        *self.picks.lock().unwrap_or_else(PoisonError::into_inner) = Some(file);
    }

    /// Names and contents.
    pub fn written(&self) -> Vec<(String, Vec<u8>)> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

#[async_trait]
impl Files for MemoryFiles {
    async fn pick(&self, _: &str, most: usize) -> zhitu_contract::Result<Option<PickedFile>> {
        if *self.cancels.lock().unwrap_or_else(PoisonError::into_inner) {
            return Ok(None);
        }
        let picked = self.picks.lock().unwrap_or_else(PoisonError::into_inner).clone();
        match picked {
            Some(file) if file.bytes.len() > most => Err(ErrorCode::PayloadTooLarge.into()),
            picked => Ok(picked),
        }
    }

    async fn save_as(&self, suggested: &str, bytes: Vec<u8>) -> zhitu_contract::Result<Option<String>> {
        if *self.cancels.lock().unwrap_or_else(PoisonError::into_inner) {
            return Ok(None);
        }
        self.written.lock().unwrap_or_else(PoisonError::into_inner).push((suggested.to_owned(), bytes));
        Ok(Some(suggested.to_owned()))
    }
}
