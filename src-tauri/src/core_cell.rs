//! Where commands find the core: it is made behind the window, which is there first.

use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use zhitu_contract::{Error, ErrorCode, Result};
use zhitu_core::Core;

/// How long the core may take to end its tasks when the app ends. What was answered is on the disk already.
const STOP_PATIENCE: Duration = Duration::from_secs(2);

/// The core, once it is made; or why it could not be.
pub struct CoreCell {
    core: watch::Sender<Option<Result<Arc<Core>>>>,
}

impl Default for CoreCell {
    fn default() -> Self {
        Self { core: watch::Sender::new(None) }
    }
}

impl CoreCell {
    /// Puts it in, for those who wait and those who come.
    pub fn set(&self, core: Result<Arc<Core>>) {
        self.core.send_replace(Some(core));
    }

    /// Waits for it.
    pub async fn get(&self) -> Result<Arc<Core>> {
        let mut receiver = self.core.subscribe();
        match receiver.wait_for(Option::is_some).await {
            Ok(core) => core.clone().unwrap_or_else(|| Err(ending())),
            Err(_) => Err(ending()),
        }
    }

    /// Ends the core's tasks, if there is a core.
    pub async fn stop(&self) {
        let core = self.core.borrow().clone();
        if let Some(Ok(core)) = core
            && tokio::time::timeout(STOP_PATIENCE, core.stop()).await.is_err()
        {
            tracing::warn!("the core did not end in time");
        }
    }
}

fn ending() -> Error {
    Error::with_message(ErrorCode::DeviceFailure, "the app is ending")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_command_that_comes_early_waits_and_hears_why_there_is_no_core() {
        let cell = CoreCell::default();
        let (heard, ()) =
            tokio::join!(cell.get(), async { cell.set(Err(Error::new(ErrorCode::StoreNewer))) });
        assert_eq!(heard.err().map(|error| error.code), Some(ErrorCode::StoreNewer));
    }
}
