//! The market in this process, for the demo and for `--import`.
//!
//! Several apps on one machine (one per profile) share one market: whoever holds the lock of its folder runs it and
//! writes its address there; the others find it, and when it ends with its app, one of them takes over.
//!
//! ```text
//! <data>/market/lock        held by the app that runs it
//! <data>/market/url         where it listens, once it does
//! <data>/market/market.db   its database
//! ```

#[path = "serve.rs"]
mod serve;

pub use zhitu_server::attachments::reader::serve_if_asked;

use crate::page_events::say;
use crate::private_folder;
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;
use zhitu_host::api::{ServerAddress, is_healthy};

/// Between two looks for the address of a market that another app is starting.
const LOOK_AGAIN: Duration = Duration::from_millis(100);

/// A market that this app can reach.
pub struct Market {
    /// Under which name this device keeps what belongs to it.
    pub key: &'static str,
    /// It is of this app's own making: nobody outside this machine is on it, and codes are shown instead of sent.
    pub demo: bool,
}

/// Finds or starts the market in the background; `address` is told when it is up. With `import` it is one of its own,
/// filled from these files.
pub fn open(data: &Path, import: &[PathBuf], address: ServerAddress) -> io::Result<Market> {
    let key = if import.is_empty() { "market" } else { "market-imported" };
    let folder = data.join(key);
    private_folder::make(&folder)?;
    let lock = OpenOptions::new().create(true).truncate(false).write(true).open(folder.join("lock"))?;
    let place = Place { folder, import: import.to_vec(), address };
    // A thread, not a task: waiting for another app's lock blocks, for as long as that app runs.
    std::thread::Builder::new().name("market".to_owned()).spawn(move || keep(&place, lock))?;
    Ok(Market { key, demo: true })
}

struct Place {
    folder: PathBuf,
    import: Vec<PathBuf>,
    address: ServerAddress,
}

impl Place {
    fn url_file(&self) -> PathBuf {
        self.folder.join("url")
    }
}

/// Runs the market, or uses another app's for as long as that app runs it and then takes over.
fn keep(place: &Place, lock: File) {
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            let finding = tauri::async_runtime::spawn(find(place.url_file(), place.address.clone()));
            let waited = lock.lock();
            finding.abort();
            if let Err(error) = waited {
                tracing::error!(%error, "the market's lock cannot be waited for");
                return;
            }
            tracing::info!("the app that ran the market has ended; this one takes over");
        }
        Err(TryLockError::Error(error)) => {
            tracing::error!(%error, "the market's lock cannot be taken");
            return;
        }
    }
    // An address left by an app that ended is nobody's now.
    drop(std::fs::remove_file(place.url_file()));
    if let Err(error) = tauri::async_runtime::block_on(run(place)) {
        place.address.give_up();
        tracing::error!(error = format!("{error:#}"), "the market is not running");
        say(&format!("market failed: {error:#}"));
    }
    // The lock is held to here: until the process ends, or the market could not start.
    drop(lock);
}

/// Starts the market, tells where it is, and keeps it running.
async fn run(place: &Place) -> anyhow::Result<()> {
    let mut market = serve::start(&place.folder, &place.import).await?;
    tell(place, &market.url)?;
    Err(market.failed().await)
}

fn tell(place: &Place, url: &str) -> io::Result<()> {
    // Written whole under another name first, so that nobody reads half of it.
    let part = place.folder.join("url.part");
    std::fs::write(&part, url)?;
    std::fs::rename(part, place.url_file())?;
    place.address.set(url);
    say(&format!("market url={url}"));
    Ok(())
}

/// Waits until another app's market has written its address and answers there.
async fn find(file: PathBuf, address: ServerAddress) {
    loop {
        if let Ok(url) = tokio::fs::read_to_string(&file).await
            && is_healthy(&url).await
        {
            address.set(&url);
            say(&format!("market url={url}"));
            return;
        }
        tokio::time::sleep(LOOK_AGAIN).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::AsyncWriteExt as _;
    use tokio::net::TcpListener;

    #[tokio::test]
    async fn another_apps_market_is_found_once_it_answers() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("url");
        let address = ServerAddress::pending();
        let finding = tokio::spawn(find(file.clone(), address.clone()));

        // An address that nobody answers at any more, as an app that was killed leaves it.
        let gone = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
        std::fs::write(&file, format!("http://{gone}")).unwrap();
        let market = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", market.local_addr().unwrap());
        std::fs::write(&file, &url).unwrap();
        let (mut stream, _) = market.accept().await.unwrap();
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").await.unwrap();
        finding.await.unwrap();
        assert_eq!(address.get().await, Some(url));
    }

    #[test]
    fn a_market_that_cannot_start_is_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        // A folder where the database's file should be.
        std::fs::create_dir_all(folder.path().join("market/market.db")).unwrap();
        let address = ServerAddress::pending();
        open(folder.path(), &[], address.clone()).unwrap();
        assert_eq!(tauri::async_runtime::block_on(address.get()), None);
    }
}
