//! A build without a market of its own: it needs `--server`.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use zhitu_host::api::ServerAddress;

/// A market that this app can reach.
pub struct Market {
    /// Under which name this device keeps what belongs to it.
    pub key: &'static str,
    /// It is the demo market.
    pub demo: bool,
}

/// Nothing is uploaded here.
pub fn serve_if_asked() -> Option<ExitCode> {
    None
}

/// There is none.
pub fn open(_: &Path, _: &[PathBuf], _: ServerAddress) -> io::Result<Market> {
    Err(io::Error::new(io::ErrorKind::Unsupported, "this build has no market of its own: name a --server"))
}
