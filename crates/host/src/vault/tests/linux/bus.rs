//! A session bus and a home folder for one test: it starts this program again inside `dbus-run-session`, for itself
//! alone, and there does what it has to do.

use super::keyring::GnomeKeyring;
use crate::IDENTIFIER;
use crate::own_process::{assert_passed, command_line};
use crate::vault::{Keyring, KeyringVault, PATIENCE};
use keyring_core::Entry;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use zbus::blocking::fdo::{DBusProxy, MonitoringProxy};
use zbus::blocking::{Connection, MessageIterator};
use zbus::{MatchRule, Message};
use zhitu_core::ports::VaultSlot;

/// Set where a test runs that was started inside.
const INSIDE: &str = "ZHITU_TEST_ON_A_PRIVATE_BUS";

/// Without folders to start services from the bus starts nothing by itself: no keyring means none.
const CONFIG: &str = "<!DOCTYPE busconfig PUBLIC '-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN' \
    'http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd'><busconfig><type>session</type>\
    <listen>unix:tmpdir=FOLDER</listen><policy context='default'><allow send_destination='*' eavesdrop='true'/>\
    <allow eavesdrop='true'/><allow own='*'/></policy></busconfig>";

/// How long anything may take to come to be.
pub const LIMIT: Duration = Duration::from_secs(30);

/// Does `act` on a bus of its own.
pub fn on_a_private_bus(test: &str, act: impl AsyncFnOnce(Bus)) {
    if std::env::var_os(INSIDE).is_some() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(act(Bus::inside()));
        // A call that was given up may hang for as long as its keyring does.
        runtime.shutdown_background();
    } else {
        start_inside(test);
    }
}

fn start_inside(test: &str) {
    for program in ["dbus-run-session", "gnome-keyring-daemon"] {
        let there =
            Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        if there.is_err() {
            eprintln!("SKIPPED, since {program} is not installed: {test}");
            return;
        }
    }
    let home = tempfile::tempdir().unwrap();
    let folder = |name: &str| {
        let folder = home.path().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        folder
    };
    let config = home.path().join("bus.conf");
    std::fs::write(&config, CONFIG.replace("FOLDER", &folder("bus").to_string_lossy())).unwrap();
    let output = Command::new("dbus-run-session")
        .arg(format!("--config-file={}", config.display()))
        .arg("--")
        .args(command_line(test))
        .env(INSIDE, "1")
        .env("HOME", home.path())
        .env("XDG_RUNTIME_DIR", folder("run"))
        .env("XDG_DATA_HOME", folder("data"))
        .env("XDG_CONFIG_HOME", folder("config"))
        .env("XDG_CACHE_HOME", folder("cache"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap();
    assert_passed(&output);
}

/// Waits for a condition.
pub fn until(what: &str, condition: impl Fn() -> bool) {
    let begun = Instant::now();
    while !condition() {
        assert!(begun.elapsed() < LIMIT, "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// The bus, and the home folder of whoever is on it.
pub struct Bus {
    home: PathBuf,
    connection: Connection,
}

impl Bus {
    fn inside() -> Self {
        let home = std::env::var_os("HOME").unwrap().into();
        Self { home, connection: Connection::session().unwrap() }
    }

    /// Starts the keyring. Locked, it has no way to ask for its password.
    pub fn keyring(&self, unlocked: bool) -> GnomeKeyring {
        let keyring = GnomeKeyring::start(unlocked);
        until("the keyring", || self.has_owner());
        keyring
    }

    /// Ends the keyring as a crash does.
    pub fn kill(&self, keyring: GnomeKeyring) {
        drop(keyring);
        until("the keyring's end", || !self.has_owner());
    }

    fn has_owner(&self) -> bool {
        let bus = DBusProxy::new(&self.connection).unwrap();
        bus.name_has_owner("org.freedesktop.secrets".try_into().unwrap()).unwrap()
    }

    /// Where the keyring keeps its files.
    pub fn keyring_files(&self) -> PathBuf {
        self.home.join("data/keyrings")
    }

    /// A folder for a database.
    pub fn folder(&self, name: &str) -> PathBuf {
        self.home.join("databases").join(name)
    }
}

/// Listens from now on for a call of a method; it ends when such a call is on its way to whom it is for.
pub fn called(method: &'static str) -> impl Future<Output = ()> {
    let connection = Connection::session().unwrap();
    let mut messages = MessageIterator::from(connection.clone());
    let all: [MatchRule<'_>; 0] = [];
    MonitoringProxy::new(&connection).unwrap().become_monitor(&all, 0).unwrap();
    let heard = tokio::task::spawn_blocking(move || {
        let is_it = |message: &Message| message.header().member().is_some_and(|member| *member == method);
        assert!(messages.any(|message| is_it(&message.unwrap())));
    });
    async move { tokio::time::timeout(LIMIT, heard).await.unwrap().unwrap() }
}

/// A vault in the real keyring.
pub fn vault(owner: &str) -> KeyringVault {
    KeyringVault::new(owner)
}

/// A vault that gives up soon, for keyrings that shall not answer.
pub fn impatient_vault(owner: &str) -> KeyringVault {
    let patience = Duration::from_millis(500);
    assert!(patience < PATIENCE);
    KeyringVault::with_keyring(owner, Keyring::SYSTEM, patience)
}

/// The entry of a slot, to write and read behind the vault's back.
pub fn entry(owner: &str, slot: VaultSlot) -> Entry {
    let user = format!("{owner}/{}", crate::vault::slot_name(slot));
    (Keyring::SYSTEM.open)().unwrap().build(IDENTIFIER, &user, None).unwrap()
}

/// The names and bytes of a folder's files; none when there is no folder.
pub fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<_> = entries
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap()))
        .collect();
    files.sort();
    files
}
