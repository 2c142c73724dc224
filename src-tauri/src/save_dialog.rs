//! The system's save dialog.

use async_trait::async_trait;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager as _};
use tauri_plugin_dialog::DialogExt as _;
use tokio::sync::oneshot;
use zhitu_contract::{Error, ErrorCode, Result};
use zhitu_core::ports::Files;
use zhitu_host::files::write_whole;

/// Asks the person where, by the system's own dialog.
pub struct SaveDialog {
    app: AppHandle,
}

impl SaveDialog {
    /// Over the windows of an app.
    pub fn new(app: AppHandle) -> Self {
        Self { app }
    }
}

#[async_trait]
impl Files for SaveDialog {
    async fn save_as(&self, suggested: &str, bytes: Vec<u8>) -> Result<Option<String>> {
        let (answer, answered) = oneshot::channel();
        let mut dialog = self.app.dialog().file().set_file_name(suggested);
        if let Some(extension) = Path::new(suggested).extension().and_then(|extension| extension.to_str()) {
            dialog = dialog.add_filter(extension.to_uppercase(), &[extension]);
        }
        if let Ok(documents) = self.app.path().document_dir() {
            dialog = dialog.set_directory(documents);
        }
        dialog.save_file(move |chosen| drop(answer.send(chosen)));
        // A dialog that went away without an answer was cancelled.
        let Ok(Some(chosen)) = answered.await else { return Ok(None) };
        let path = chosen
            .into_path()
            .map_err(|error| Error::with_message(ErrorCode::FileNotWritten, error.to_string()))?;
        write(&path, bytes).await.map(Some)
    }
}

/// Answers each dialog with a folder of the command line (`--save-to`) and the suggested name, and shows none: a test
/// cannot press the buttons of a dialog that belongs to the system. The file is written as it always is.
pub struct FixedFolder {
    folder: PathBuf,
}

impl FixedFolder {
    /// Into a folder.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }
}

#[async_trait]
impl Files for FixedFolder {
    async fn save_as(&self, suggested: &str, bytes: Vec<u8>) -> Result<Option<String>> {
        // A suggested name is a name: it must not lead out of the folder.
        let name = Path::new(suggested).file_name().ok_or_else(|| Error::new(ErrorCode::FileNotWritten))?;
        write(&self.folder.join(name), bytes).await.map(Some)
    }
}

async fn write(path: &Path, bytes: Vec<u8>) -> Result<String> {
    write_whole(path, bytes).await?;
    Ok(path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_fixed_folder_takes_the_suggested_name_and_nothing_outside() {
        let folder = tempfile::tempdir().unwrap();
        let files = FixedFolder::new(folder.path().to_owned());
        let name = files.save_as("../../简历.pdf", b"%PDF".to_vec()).await.unwrap();
        assert_eq!(name.as_deref(), Some("简历.pdf"));
        assert_eq!(std::fs::read(folder.path().join("简历.pdf")).unwrap(), b"%PDF");
    }
}
