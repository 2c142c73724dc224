//! A gnome-keyring that belongs to one test.

use std::io::Write as _;
use std::os::unix::fs::MetadataExt as _;
use std::process::{Child, Command, Stdio};

/// The daemon. It ends with the test.
pub struct GnomeKeyring(Child);

impl GnomeKeyring {
    /// Starts it on the keyring of before, or on a new one.
    pub fn start(unlocked: bool) -> Self {
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "KILL"]);
        // Files that root may not write are files that it may write all the same, unless that power is dropped.
        if std::fs::metadata("/proc/self").unwrap().uid() == 0 {
            command.args(["--inh-caps=-all", "--bounding-set=-dac_override,-dac_read_search"]);
        }
        command.args(["gnome-keyring-daemon", "--foreground", "--components=secrets"]);
        if unlocked {
            command.arg("--unlock");
        }
        let input = if unlocked { Stdio::piped() } else { Stdio::null() };
        let mut child = command.stdin(input).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        if let Some(mut input) = child.stdin.take() {
            input.write_all(b"a password for this test's keyring").unwrap();
        }
        Self(child)
    }

    /// Sends a signal, by its name without `SIG`.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([format!("-{name}"), self.0.id().to_string()]).status();
        assert!(sent.unwrap().success());
    }
}

impl Drop for GnomeKeyring {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}
