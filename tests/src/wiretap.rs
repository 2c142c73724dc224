//! All that a server and one device say to each other, as bytes on the wire.

use anyhow::{Result, ensure};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A proxy between a device and its server that writes down both sides: heads, bodies and frames. Answers are asked for
/// unpacked, so that what they say can be searched.
pub struct Wiretap {
    /// Where the device finds the server.
    pub url: String,
    heard: Arc<Mutex<Vec<Vec<u8>>>>,
    asked: Arc<Mutex<Vec<Vec<u8>>>>,
    serving: JoinHandle<()>,
}

impl Wiretap {
    /// Listens in front of the server at `address`.
    pub async fn start(address: std::net::SocketAddr) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}", listener.local_addr()?);
        let heard: Arc<Mutex<Vec<Vec<u8>>>> = Arc::default();
        let said = Arc::clone(&heard);
        let asked: Arc<Mutex<Vec<Vec<u8>>>> = Arc::default();
        let sent = Arc::clone(&asked);
        let serving = tokio::spawn(async move {
            while let Ok((device, _)) = listener.accept().await {
                let Ok(server) = TcpStream::connect(address).await else { continue };
                let number = {
                    let mut said = said.lock().unwrap_or_else(PoisonError::into_inner);
                    said.push(Vec::new());
                    said.len() - 1
                };
                let (from_device, to_device) = device.into_split();
                let (from_server, to_server) = server.into_split();
                sent.lock().unwrap_or_else(PoisonError::into_inner).push(Vec::new());
                let sent = Arc::clone(&sent);
                tokio::spawn(carry(from_device, to_server, move |bytes: &mut [u8]| {
                    sent.lock().unwrap_or_else(PoisonError::into_inner)[number].extend_from_slice(bytes);
                    without_packing(bytes);
                }));
                let said = Arc::clone(&said);
                tokio::spawn(carry(from_server, to_device, move |bytes: &mut [u8]| {
                    said.lock().unwrap_or_else(PoisonError::into_inner)[number].extend_from_slice(bytes);
                }));
            }
        });
        Ok(Self { url, heard, asked, serving })
    }

    /// All that the device sent so far, a text a connection.
    pub fn asked(&self) -> Vec<String> {
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.iter().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect()
    }

    /// All that was said so far, a text a connection. Fails when some of it was packed or cut into chunks, since
    /// searching it would then find nothing.
    pub fn heard(&self) -> Result<Vec<String>> {
        let heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        let texts: Vec<String> =
            heard.iter().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect();
        for text in &texts {
            for unreadable in ["content-encoding:", "transfer-encoding:"] {
                ensure!(!text.to_ascii_lowercase().contains(unreadable), "the server used {unreadable}");
            }
        }
        Ok(texts)
    }
}

impl Drop for Wiretap {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn carry(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    mut look: impl FnMut(&mut [u8]),
) {
    let mut buffer = vec![0; 64 * 1024];
    while let Ok(length) = from.read(&mut buffer).await
        && length > 0
    {
        let mut bytes = buffer[..length].to_vec();
        look(&mut bytes);
        if to.write_all(&bytes).await.is_err() {
            return;
        }
    }
    // The other end may be gone already.
    drop(to.shutdown().await);
}

/// Takes the permission to pack the body out of a request's head, keeping its length.
fn without_packing(bytes: &mut [u8]) {
    const ASKED: &[u8] = b"accept-encoding: gzip";
    let at = bytes.windows(ASKED.len()).position(|window| window.eq_ignore_ascii_case(ASKED));
    if let Some(at) = at {
        bytes[at + ASKED.len() - 4..at + ASKED.len()].copy_from_slice(b"none");
    }
}
