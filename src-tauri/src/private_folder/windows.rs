//! Folders of the user's own profile, which Windows closes to others by itself.

use std::io;
use std::path::Path;

/// Makes a folder, with those above it.
pub fn make(folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)
}
