//! A run without keyring.

use async_trait::async_trait;
use zhitu_contract::auth::Sensitive;
use zhitu_core::ports::{TokenVault, VaultSlot, VaultUnavailable};

/// For a run whose database had to live in memory: the session shall end with it, also when a keyring would take its
/// token later, or hands out nothing but takes nothing either.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoVault;

fn unavailable() -> VaultUnavailable {
    VaultUnavailable("there was none when the app started".to_owned())
}

#[async_trait]
impl TokenVault for NoVault {
    async fn load(&self, _: VaultSlot) -> Result<Option<Sensitive>, VaultUnavailable> {
        Err(unavailable())
    }

    async fn store(&self, _: VaultSlot, _: &Sensitive) -> Result<(), VaultUnavailable> {
        Err(unavailable())
    }

    async fn remove(&self, _: VaultSlot) -> Result<(), VaultUnavailable> {
        Err(unavailable())
    }
}
