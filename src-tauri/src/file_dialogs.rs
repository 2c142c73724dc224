//! The system's file dialogs.

use async_trait::async_trait;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager as _};
use tauri_plugin_dialog::DialogExt as _;
use tokio::sync::oneshot;
use zhitu_contract::{Error, ErrorCode, Result};
use zhitu_core::ports::{Files, PickedFile};
use zhitu_host::files::{read_whole, write_whole};

/// Asks the person, by the system's own dialogs.
pub struct FileDialogs {
    app: AppHandle,
}

impl FileDialogs {
    /// Over the windows of an app.
    pub fn new(app: AppHandle) -> Self {
        Self { app }
    }
}

#[async_trait]
impl Files for FileDialogs {
    async fn pick(&self, ending: &str, most: usize) -> Result<Option<PickedFile>> {
        let (answer, answered) = oneshot::channel();
        let dialog = self.app.dialog().file().add_filter(ending.to_uppercase(), &[ending]);
        dialog.pick_file(move |chosen| drop(answer.send(chosen)));
        // A dialog that went away without an answer was cancelled.
        let Ok(Some(chosen)) = answered.await else { return Ok(None) };
        let path = chosen
            .into_path()
            .map_err(|error| Error::with_message(ErrorCode::FileNotRead, error.to_string()))?;
        picked(&path, most).await.map(Some)
    }

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

/// Answers each dialog with what the command line says, a folder (`--save-to`) and the suggested name or a file (`--pick`),
/// and shows none: a test cannot press the buttons of a dialog that belongs to the system. Files are written and read as
/// they always are.
pub struct FixedAnswers {
    folder: PathBuf,
    file: Option<PathBuf>,
}

impl FixedAnswers {
    /// Saves into a folder, picks a file or cancels.
    pub fn new(folder: PathBuf, file: Option<PathBuf>) -> Self {
        Self { folder, file }
    }
}

#[async_trait]
impl Files for FixedAnswers {
    async fn pick(&self, _: &str, most: usize) -> Result<Option<PickedFile>> {
        match &self.file {
            Some(path) => picked(path, most).await.map(Some),
            None => Ok(None),
        }
    }

    async fn save_as(&self, suggested: &str, bytes: Vec<u8>) -> Result<Option<String>> {
        // A suggested name is a name: it must not lead out of the folder.
        let name = Path::new(suggested).file_name().ok_or_else(|| Error::new(ErrorCode::FileNotWritten))?;
        write(&self.folder.join(name), bytes).await.map(Some)
    }
}

async fn picked(path: &Path, most: usize) -> Result<PickedFile> {
    Ok(PickedFile { bytes: read_whole(path, most).await?, name: name(path) })
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

async fn write(path: &Path, bytes: Vec<u8>) -> Result<String> {
    write_whole(path, bytes).await?;
    Ok(name(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_fixed_folder_takes_the_suggested_name_and_nothing_outside() {
        let folder = tempfile::tempdir().unwrap();
        let files = FixedAnswers::new(folder.path().to_owned(), None);
        let name = files.save_as("../../简历.pdf", b"%PDF".to_vec()).await.unwrap();
        assert_eq!(name.as_deref(), Some("简历.pdf"));
        assert_eq!(std::fs::read(folder.path().join("简历.pdf")).unwrap(), b"%PDF");
    }

    #[tokio::test]
    async fn a_fixed_file_is_picked_and_none_is_a_dialog_that_was_cancelled() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("简历.pdf");
        std::fs::write(&file, b"%PDF").unwrap();
        let files = FixedAnswers::new(folder.path().to_owned(), Some(file));
        let picked = files.pick("pdf", 4).await.unwrap().unwrap();
        assert_eq!((picked.name.as_str(), picked.bytes.as_slice()), ("简历.pdf", b"%PDF".as_slice()));
        let cancelled = FixedAnswers::new(folder.path().to_owned(), None);
        assert_eq!(cancelled.pick("pdf", 4).await.unwrap(), None);
    }
}
