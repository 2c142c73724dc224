//! The clipboard of a phone: the official plugin, called from Rust. The page has no permission of the plugin.
//!
//! Type-checked for Android by `cargo xtask check android`; never run.

use async_trait::async_trait;
use std::sync::Arc;
use tauri::{AppHandle, Wry};
use tauri_plugin_clipboard_manager::ClipboardExt as _;
use zhitu_contract::auth::Sensitive;
use zhitu_core::ports::{Clipboard, ClipboardUnavailable};

/// The port for a phone.
pub fn clipboard(app: &AppHandle<Wry>) -> Arc<dyn Clipboard> {
    Arc::new(PhoneClipboard { app: app.clone() })
}

struct PhoneClipboard {
    app: AppHandle<Wry>,
}

#[async_trait]
impl Clipboard for PhoneClipboard {
    async fn read_text(&self) -> Result<Option<Sensitive>, ClipboardUnavailable> {
        let app = self.app.clone();
        let read = tokio::task::spawn_blocking(move || app.clipboard().read_text()).await;
        let text = read.map_err(|error| ClipboardUnavailable(error.to_string()))?;
        let text = text.map_err(|error| ClipboardUnavailable(error.to_string()))?;
        Ok(Some(text).filter(|text| !text.is_empty()).map(Sensitive::new))
    }
}
