//! A vault for tests that kill the device's process: it must be there when the device is started again.

use async_trait::async_trait;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use zhitu_contract::auth::Sensitive;
use zhitu_core::ports::{TokenVault, VaultSlot, VaultUnavailable};

/// Secrets as files of a test's own folder. Only for tests: the app never keeps a secret in a plain file.
#[derive(Debug, Clone)]
pub struct FolderVault(PathBuf);

impl FolderVault {
    /// The vault in a folder that is there.
    pub fn new(folder: &Path) -> Self {
        Self(folder.to_owned())
    }

    fn file(&self, slot: VaultSlot) -> PathBuf {
        self.0.join(format!("{slot:?}"))
    }
}

fn unavailable(error: &std::io::Error) -> VaultUnavailable {
    VaultUnavailable(error.to_string())
}

#[async_trait]
impl TokenVault for FolderVault {
    async fn load(&self, slot: VaultSlot) -> Result<Option<Sensitive>, VaultUnavailable> {
        match std::fs::read_to_string(self.file(slot)) {
            Ok(secret) => Ok(Some(Sensitive::new(secret))),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(unavailable(&error)),
        }
    }

    async fn store(&self, slot: VaultSlot, secret: &Sensitive) -> Result<(), VaultUnavailable> {
        // Whole or not at all, as a keyring does it.
        let part = self.0.join(format!("{slot:?}.part"));
        std::fs::File::create(&part)
            .and_then(|mut file| file.write_all(secret.expose().as_bytes()).and_then(|()| file.sync_all()))
            .and_then(|()| std::fs::rename(&part, self.file(slot)))
            .map_err(|error| unavailable(&error))
    }

    async fn remove(&self, slot: VaultSlot) -> Result<(), VaultUnavailable> {
        match std::fs::remove_file(self.file(slot)) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(unavailable(&error)),
            _ => Ok(()),
        }
    }
}
