//! A keyring in memory.

use async_trait::async_trait;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use zhitu_contract::auth::Sensitive;
use zhitu_core::ports::{TokenVault, VaultSlot, VaultUnavailable};

/// Keeps secrets as long as it lives; can be made to fail like a device without keyring.
#[derive(Default)]
pub struct MemoryVault {
    slots: Mutex<HashMap<VaultSlot, Sensitive>>,
    unavailable: AtomicBool,
}

impl MemoryVault {
    /// Whether it fails from now on.
    pub fn set_unavailable(&self, unavailable: bool) {
        self.unavailable.store(unavailable, Ordering::SeqCst);
    }

    fn slots(&self) -> Result<std::sync::MutexGuard<'_, HashMap<VaultSlot, Sensitive>>, VaultUnavailable> {
        if self.unavailable.load(Ordering::SeqCst) {
            return Err(VaultUnavailable("no keyring in this test".to_owned()));
        }
        Ok(self.slots.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[async_trait]
impl TokenVault for MemoryVault {
    async fn load(&self, slot: VaultSlot) -> Result<Option<Sensitive>, VaultUnavailable> {
        Ok(self.slots()?.get(&slot).cloned())
    }

    async fn store(&self, slot: VaultSlot, secret: &Sensitive) -> Result<(), VaultUnavailable> {
        self.slots()?.insert(slot, secret.clone());
        Ok(())
    }

    async fn remove(&self, slot: VaultSlot) -> Result<(), VaultUnavailable> {
        self.slots()?.remove(&slot);
        Ok(())
    }
}
