//! A message bus of the test's own.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use zbus::Connection;
use zbus::connection::Builder;
use zbus::fdo::DBusProxy;
use zbus::names::BusName;

/// Long enough that only what never comes runs out of it.
const LONG: Duration = Duration::from_mins(1);

/// A program that ends with the test, also when the test fails.
pub struct Program(Child);

impl Program {
    /// Takes a program over.
    pub fn new(child: Child) -> Self {
        Self(child)
    }

    /// Its process.
    pub fn id(&self) -> u32 {
        self.0.id()
    }

    /// Ends it at once.
    pub fn kill(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A dbus-daemon in a folder of its own, without a service that it could start.
pub struct PrivateBus {
    address: String,
    // The program ends before its folder goes.
    _daemon: Program,
    folder: TempDir,
}

impl PrivateBus {
    /// `None`, said aloud, where the program is not installed.
    pub fn start() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let configuration = folder.path().join("bus.conf");
        std::fs::write(
            &configuration,
            format!(
                "<!DOCTYPE busconfig PUBLIC '-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN' \
                 'http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd'><busconfig>\
                 <listen>unix:path={}</listen><policy context='default'><allow send_destination='*' \
                 eavesdrop='true'/><allow eavesdrop='true'/><allow own='*'/></policy></busconfig>",
                folder.path().join("bus").display()
            ),
        )
        .unwrap();
        let daemon = Command::new("dbus-daemon")
            .arg(format!("--config-file={}", configuration.display()))
            .args(["--nofork", "--nopidfile", "--print-address=1"])
            .stdout(Stdio::piped())
            .spawn();
        let Ok(mut daemon) = daemon else {
            eprintln!("SKIPPED, since dbus-daemon is not installed");
            return None;
        };
        // It says where it listens once it does.
        let mut address = String::new();
        BufReader::new(daemon.stdout.take().unwrap()).read_line(&mut address).unwrap();
        Some(Self { address: address.trim().to_owned(), _daemon: Program::new(daemon), folder })
    }

    /// Its address.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Its folder, for what belongs to it.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// For a connection of the test's own.
    pub fn builder(&self) -> Builder<'_> {
        Builder::address(self.address.as_str()).unwrap()
    }

    /// A connection of the test's own.
    pub async fn connect(&self) -> Connection {
        self.builder().build().await.unwrap()
    }

    /// Returns once a name stands on the bus.
    pub async fn until_owned(&self, name: &str) {
        let connection = self.connect().await;
        let bus = DBusProxy::new(&connection).await.unwrap();
        until(async || bus.name_has_owner(BusName::try_from(name).unwrap()).await.unwrap()).await;
    }
}

/// Returns once a question to the bus is answered with yes.
pub async fn until(mut holds: impl AsyncFnMut() -> bool) {
    let begun = Instant::now();
    while !holds().await {
        assert!(begun.elapsed() < LONG, "it never came to be");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}
