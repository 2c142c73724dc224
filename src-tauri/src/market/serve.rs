//! Starting `zhitu-server` in this process: the one edge between device and server.

use crate::page_events::say;
use anyhow::Context as _;
use std::path::{Path, PathBuf};
use zhitu_server::config::{SmsConfig, TelephonyConfig, TelephonyGatewayConfig};
use zhitu_server::import::store::{Expired, import};
use zhitu_server::{Config, Parts, Running, app::open_store, demo};

/// Starts a market in `folder`: the demo market, or one filled from `files`.
pub async fn start(folder: &Path, files: &[PathBuf]) -> anyhow::Result<Running> {
    let config = config(folder, files.is_empty());
    let parts = Parts::from_config(&config)?;
    if !files.is_empty() {
        fill(&config, &parts, files).await?;
    }
    zhitu_server::start(config, parts).await
}

/// A market for this machine alone: loopback, a free port, codes shown in the app instead of sent.
fn config(folder: &Path, with_demo: bool) -> Config {
    let config = Config {
        listen: ([127, 0, 0, 1], 0).into(),
        data_dir: folder.to_owned(),
        database_url: format!("sqlite:{}", folder.join("market.db").display()),
        sms: SmsConfig::Development,
        telephony: TelephonyConfig {
            gateway: TelephonyGatewayConfig::Development,
            ..TelephonyConfig::default()
        },
        ..Config::default()
    };
    if with_demo { demo::settings(config) } else { config }
}

async fn fill(config: &Config, parts: &Parts, files: &[PathBuf]) -> anyhow::Result<()> {
    let store = open_store(config).await?;
    store.migrate().await?;
    let told =
        import(&store, files, Expired::Keep, parts.clock.as_ref(), parts.rng.as_ref(), |file, report| {
            say(&format!("import file={}: {report}", file.display()));
        })
        .await;
    let closed = store.close().await;
    say(&format!("import all files: {}", told.context("the files could not be imported")?));
    Ok(closed?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_market_of_this_app_is_for_this_machine_alone() {
        for with_demo in [false, true] {
            let config = config(Path::new("/data/market"), with_demo);
            assert!(config.listen.ip().is_loopback() && config.check().is_ok());
            assert_eq!(config.demo_market, with_demo);
            assert_eq!(config.database_url(), "sqlite:/data/market/market.db");
        }
    }
}
