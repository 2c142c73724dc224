//! A satellite receiver: says where it is on a Unix socket, in the sentences that receivers speak (NMEA 0183).

use std::path::Path;
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::net::UnixListener;
use tokio::task::JoinHandle;
use zhitu_domain::place::Point;

/// A receiver that speaks until it is dropped.
pub struct Receiver(JoinHandle<()>);

impl Receiver {
    /// Listens at once; whoever connects hears where it is, again and again.
    pub fn start(socket: &Path, point: Point) -> Self {
        let listener = UnixListener::bind(socket).unwrap();
        Self(tokio::spawn(async move {
            while let Ok((mut client, _)) = listener.accept().await {
                tokio::spawn(async move {
                    while client.write_all(sentence(point).as_bytes()).await.is_ok() {
                        tokio::time::sleep(Duration::from_millis(50)).await;
                    }
                });
            }
        }))
    }

    /// Listens, and has found no satellite.
    pub fn start_silent(socket: &Path) -> Self {
        let listener = UnixListener::bind(socket).unwrap();
        Self(tokio::spawn(async move {
            let mut clients = Vec::new();
            while let Ok((client, _)) = listener.accept().await {
                clients.push(client);
            }
        }))
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// A GGA sentence: time, degrees with minutes, a fix of eight satellites.
fn sentence(point: Point) -> String {
    let minutes = |degrees: f64| degrees.abs().fract() * 60.0;
    let body = format!(
        "GPGGA,120000.00,{:02}{:09.6},{},{:03}{:09.6},{},1,08,0.9,35.0,M,8.0,M,,",
        point.lat.abs().trunc(),
        minutes(point.lat),
        if point.lat < 0.0 { 'S' } else { 'N' },
        point.lon.abs().trunc(),
        minutes(point.lon),
        if point.lon < 0.0 { 'W' } else { 'E' },
    );
    let checksum = body.bytes().fold(0, |sum, byte| sum ^ byte);
    format!("${body}*{checksum:02X}\r\n")
}

#[test]
fn a_sentence_is_as_receivers_write_it() {
    let text = sentence(Point { lat: -31.5, lon: 121.25 });
    assert_eq!(text, "$GPGGA,120000.00,3130.000000,S,12115.000000,E,1,08,0.9,35.0,M,8.0,M,,*7A\r\n");
}
