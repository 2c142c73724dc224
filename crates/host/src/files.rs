//! Writing files whole or not at all, and reading those that are not too large.

use std::io::{self, Read as _, Write as _};
use std::path::Path;
use zhitu_contract::{Error, ErrorCode};

/// Writes `bytes` to `path`: whole or not at all, in place of what was there.
///
/// They go to a neighbour first, which then takes the name: a full disk or a crash leaves the old file as it was.
pub async fn write_whole(path: &Path, bytes: Vec<u8>) -> zhitu_contract::Result<()> {
    let path = path.to_owned();
    let written = tokio::task::spawn_blocking(move || write_and_rename(&path, &bytes)).await;
    match written {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(Error::with_message(ErrorCode::FileNotWritten, error.to_string())),
        Err(panicked) => Err(Error::with_message(ErrorCode::DeviceFailure, panicked.to_string())),
    }
}

/// Reads the file at `path`, if it has at most `most` bytes.
pub async fn read_whole(path: &Path, most: usize) -> zhitu_contract::Result<Vec<u8>> {
    let path = path.to_owned();
    let read = tokio::task::spawn_blocking(move || {
        let mut bytes = Vec::new();
        // One more than may be, whatever its size is said to be.
        let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
        std::fs::File::open(&path)?.take(limit).read_to_end(&mut bytes)?;
        Ok::<_, io::Error>(bytes)
    });
    match read.await {
        Ok(Ok(bytes)) if bytes.len() > most => Err(Error::new(ErrorCode::PayloadTooLarge)),
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(error)) => Err(Error::with_message(ErrorCode::FileNotRead, error.to_string())),
        Err(panicked) => Err(Error::with_message(ErrorCode::DeviceFailure, panicked.to_string())),
    }
}

fn write_and_rename(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
    let mut part = name.to_owned();
    part.push(".part");
    let part = path.with_file_name(part);
    let written = std::fs::File::create(&part)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(&part, path));
    if written.is_err() {
        // Best effort: the error that matters is the first one.
        drop(std::fs::remove_file(&part));
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("简历.pdf");
        std::fs::write(&path, "a longer text that was there before").unwrap();
        write_whole(&path, b"new".to_vec()).await.unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[tokio::test]
    async fn a_file_is_read_up_to_a_size() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("简历.pdf");
        std::fs::write(&path, b"%PDF").unwrap();
        assert_eq!(read_whole(&path, 4).await.unwrap(), b"%PDF");
        assert_eq!(read_whole(&path, 3).await.unwrap_err().code, ErrorCode::PayloadTooLarge);
        let none = read_whole(&folder.path().join("no.pdf"), 4).await.unwrap_err();
        assert_eq!(none.code, ErrorCode::FileNotRead);
    }

    #[tokio::test]
    async fn a_folder_that_is_not_there_is_an_error_with_its_code() {
        let folder = tempfile::tempdir().unwrap();
        let error = write_whole(&folder.path().join("no/such.pdf"), Vec::new()).await.unwrap_err();
        assert_eq!(error.code, ErrorCode::FileNotWritten);
    }
}
