//! Waiting on conditions that are futures, never on time.

use anyhow::{Result, bail};
use std::time::{Duration, Instant};
use xtask::wait::PAUSE;
pub use xtask::wait::until;

/// As [`until`], for conditions that are futures.
pub async fn until_async<T>(
    what: &str,
    limit: Duration,
    mut condition: impl AsyncFnMut() -> Result<Option<T>>,
) -> Result<T> {
    let start = Instant::now();
    loop {
        if let Some(answer) = condition().await? {
            return Ok(answer);
        }
        if start.elapsed() > limit {
            bail!("waited {} s in vain for {what}", limit.as_secs());
        }
        tokio::time::sleep(PAUSE).await;
    }
}
