use super::session;
use crate::app::App;
use anyhow::Context;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

/// Connections at once; more wait to be taken.
const CONNECTIONS: usize = 32;

/// Seconds that a connection may take in all.
const CONNECTION_S: u64 = 600;

/// Where mail is handed in.
pub struct Listener {
    /// The address, the port chosen.
    pub address: SocketAddr,
    listener: TcpListener,
}

/// Listens where the settings say.
pub async fn listen(address: SocketAddr) -> anyhow::Result<Listener> {
    let listener =
        TcpListener::bind(address).await.with_context(|| format!("{address} cannot be listened on"))?;
    Ok(Listener { address: listener.local_addr()?, listener })
}

impl Listener {
    /// Takes mail until the server ends.
    pub async fn run(self, app: App) {
        let free = Arc::new(Semaphore::new(CONNECTIONS));
        let mut connections = JoinSet::new();
        loop {
            let taken = tokio::select! {
                () = app.ending.cancelled() => break,
                Some(_ended) = connections.join_next(), if !connections.is_empty() => continue,
                taken = self.take(&free) => taken,
            };
            let Some((stream, permit)) = taken else { continue };
            let app = app.clone();
            connections.spawn(async move {
                let held = session::run(&app, stream);
                if tokio::time::timeout(Duration::from_secs(CONNECTION_S), held).await.is_err() {
                    tracing::warn!("a mail connection took too long");
                }
                drop(permit);
            });
        }
        while connections.join_next().await.is_some() {}
    }

    async fn take(&self, free: &Arc<Semaphore>) -> Option<(TcpStream, tokio::sync::OwnedSemaphorePermit)> {
        // The semaphore is never closed.
        let permit = Arc::clone(free).acquire_owned().await.ok()?;
        match self.listener.accept().await {
            Ok((stream, _)) => Some((stream, permit)),
            Err(error) => {
                tracing::warn!(%error, "a mail connection could not be taken");
                tokio::time::sleep(Duration::from_millis(100)).await;
                None
            }
        }
    }
}
