//! The folders of this app's data.
//!
//! ```text
//! <data>/profiles/<profile>/<server>/device.db    what this profile keeps of a server, encrypted
//! <data>/profiles/<profile>/log/                  what happened, without anything personal
//! <data>/profiles/<profile>/lock                  held by the one app that runs on the profile
//! <data>/market/                                  the demo market, shared by all profiles
//! ```

use crate::options::Options;
use crate::private_folder;
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use tauri::{App, Manager};

/// The folders, and the lock that keeps another app off the profile.
pub struct DataFolders {
    /// Of everything.
    pub root: PathBuf,
    /// Of the profile.
    pub profile: PathBuf,
    /// Of the log.
    pub logs: PathBuf,
    _lock: File,
}

/// Why there are no folders.
#[derive(Debug, thiserror::Error)]
pub enum DataError {
    /// Two apps on one database and one refresh token would end each other's session.
    #[error("another window of the app is open on the profile `{0}`; take another --profile")]
    ProfileInUse(String),
    /// The disk said no.
    #[error("the data folder cannot be used: {0}")]
    Io(#[from] io::Error),
    /// The system names no folder for data.
    #[error("the system names no data folder: {0}")]
    NoFolder(#[from] tauri::Error),
}

impl DataFolders {
    /// Makes what is not there, and takes the profile.
    pub fn open(app: &App, options: &Options) -> Result<Self, DataError> {
        let root = match &options.data_dir {
            Some(folder) => std::path::absolute(folder)?,
            None => app.path().app_data_dir()?,
        };
        Self::open_in(root, &options.profile)
    }

    fn open_in(root: PathBuf, profile: &str) -> Result<Self, DataError> {
        let folder = root.join("profiles").join(profile);
        let logs = folder.join("log");
        private_folder::make(&folder)?;
        private_folder::make(&logs)?;
        let lock = OpenOptions::new().create(true).truncate(false).write(true).open(folder.join("lock"))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { root, profile: folder, logs, _lock: lock }),
            Err(TryLockError::WouldBlock) => Err(DataError::ProfileInUse(profile.to_owned())),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

/// Under which name the keyring keeps what belongs to this profile and server. Data in a folder of its own has a
/// database of its own, and so a name of its own: one app giving its database another key would lock out the other.
pub fn keyring_owner(options: &Options, server: &str) -> String {
    let owner = format!("{}@{server}", options.profile);
    match options.data_dir.as_deref().map(std::path::absolute) {
        Some(Ok(folder)) => format!("{owner} in {}", folder.display()),
        _ => owner,
    }
}

/// A folder's name for a server's address: its letters and digits, the rest as `-`.
pub fn folder_name(address: &str) -> String {
    let kept = |c: char| if c.is_ascii_alphanumeric() || c == '.' { c.to_ascii_lowercase() } else { '-' };
    let name: String = address.trim_end_matches('/').chars().map(kept).collect();
    Path::new(&name)
        .file_name()
        .map_or_else(|| "server".to_owned(), |name| name.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser as _;

    #[test]
    fn one_profile_is_one_app() {
        let root = tempfile::tempdir().unwrap();
        let open = |profile: &str| DataFolders::open_in(root.path().to_owned(), profile);
        let first = open("default").unwrap();
        assert!(matches!(open("default"), Err(DataError::ProfileInUse(_))));
        let _second = open("second").unwrap();
        drop(first);
        open("default").unwrap();
    }

    #[test]
    fn each_database_has_a_name_of_its_own_in_the_keyring() {
        let owner = |line: &[&str], server: &str| {
            keyring_owner(&Options::try_parse_from([&["zhitu"], line].concat()).unwrap(), server)
        };
        assert_eq!(owner(&[], "demo"), "default@demo");
        let owners = [
            owner(&[], "demo"),
            owner(&[], "jobs.example.org"),
            owner(&["--profile", "second"], "demo"),
            owner(&["--data-dir", "/a"], "demo"),
            owner(&["--data-dir", "/b"], "demo"),
        ];
        let different: std::collections::HashSet<&String> = owners.iter().collect();
        assert_eq!(different.len(), owners.len(), "{owners:?}");
    }

    #[test]
    fn an_address_is_one_folder() {
        assert_eq!(folder_name("https://Jobs.Example.org:8443/"), "https---jobs.example.org-8443");
        assert_eq!(folder_name(".."), "server");
    }
}
