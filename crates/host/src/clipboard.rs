//! The clipboard of a desktop, read by the app itself and not by its page (R7, R9).
//!
//! X11 has no clipboard but asks the program that copied, which may be busy or gone: each reading runs on a thread of
//! its own and is given up after [`PATIENCE`].

use async_trait::async_trait;
use std::time::Duration;
use zhitu_contract::auth::Sensitive;
use zhitu_core::ports::{Clipboard, ClipboardUnavailable};

/// How long a reading may take.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// The clipboard of this system.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClipboard;

fn read() -> Result<Option<Sensitive>, ClipboardUnavailable> {
    let text = arboard::Clipboard::new().and_then(|mut clipboard| clipboard.get_text());
    match text {
        Ok(text) => Ok(Some(Sensitive::new(text))),
        // Empty, a picture, or a text that is none.
        Err(arboard::Error::ContentNotAvailable | arboard::Error::ConversionFailure) => Ok(None),
        Err(error) => Err(ClipboardUnavailable(error.to_string())),
    }
}

#[async_trait]
impl Clipboard for SystemClipboard {
    async fn read_text(&self) -> Result<Option<Sensitive>, ClipboardUnavailable> {
        match tokio::time::timeout(PATIENCE, tokio::task::spawn_blocking(read)).await {
            Ok(Ok(text)) => text,
            Ok(Err(panicked)) => Err(ClipboardUnavailable(panicked.to_string())),
            Err(_) => Err(ClipboardUnavailable(format!("no answer within {PATIENCE:?}"))),
        }
    }
}
