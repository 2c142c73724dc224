//! A private desktop without a screen: own home folder, display (Xvfb), session bus and unlocked keyring. Nothing of
//! the person who runs it is read or written.

use crate::wait;
use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long the parts of a desktop may take to start, on a machine that is busy building.
const START_LIMIT: Duration = Duration::from_secs(30);

/// How long the display must not change to count as standing still.
const STILL: Duration = Duration::from_secs(1);

/// What a desktop is like.
#[derive(Debug, Clone)]
pub struct DesktopOptions {
    /// The display's width in pixels.
    pub width: u32,
    /// The display's height in pixels.
    pub height: u32,
    /// Whether there is a keyring. Without one the app keeps its session in memory only.
    pub keyring: bool,
    /// The system's language, as in `LANG`.
    pub language: String,
}

impl Default for DesktopOptions {
    fn default() -> Self {
        Self { width: 1280, height: 800, keyring: true, language: "zh_CN.UTF-8".to_owned() }
    }
}

/// The desktop. Its programs end with it.
pub struct Desktop {
    folder: TempDir,
    environment: Vec<(&'static str, OsString)>,
    programs: Vec<Child>,
    keyring: Option<Child>,
}

impl Desktop {
    /// Starts display, bus and keyring, and waits until each answers.
    pub fn start(options: &DesktopOptions) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("zhitu-desktop-").tempdir()?;
        let home = folder.path().join("home");
        let run = folder.path().join("run");
        for path in
            [home.join(".local/share/keyrings"), home.join(".config"), home.join(".cache"), run.clone()]
        {
            std::fs::create_dir_all(path)?;
        }
        only_mine(&run)?;
        let environment = vec![
            ("HOME", home.clone().into()),
            ("XDG_DATA_HOME", home.join(".local/share").into()),
            ("XDG_CONFIG_HOME", home.join(".config").into()),
            ("XDG_CACHE_HOME", home.join(".cache").into()),
            ("XDG_RUNTIME_DIR", run.clone().into()),
            ("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}", run.join("bus").display()).into()),
            ("NO_AT_BRIDGE", "1".into()),
            ("GTK_A11Y", "none".into()),
            ("LANG", options.language.clone().into()),
            ("LC_ALL", options.language.clone().into()),
            ("LOCPATH", home.join(".locales").into()),
        ];
        let mut desktop = Self { folder, environment, programs: Vec::new(), keyring: None };
        let language = desktop.make_language(&options.language)?;
        desktop.start_display(options)?;
        desktop.start_bus(&run)?;
        if options.keyring {
            desktop.start_keyring()?;
        }
        if !language.wait_with_output()?.status.success() {
            bail!("localedef could not make the language {}", options.language);
        }
        Ok(desktop)
    }

    /// The home folder of this desktop's person.
    pub fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// Ends the keyring, as when its program crashes.
    pub fn keyring_end(&mut self) {
        if let Some(keyring) = &mut self.keyring {
            // It may have ended by itself; either way it is gone afterwards.
            drop(keyring.kill());
            drop(keyring.wait());
        }
    }

    /// Sets a variable for the programs that are started from now on.
    pub fn variable_set(&mut self, name: &'static str, value: impl Into<OsString>) {
        self.environment.push((name, value.into()));
    }

    /// A folder that goes with the desktop, for a test's own files.
    pub fn scratch(&self) -> &Path {
        self.folder.path()
    }

    /// A command that runs on this desktop.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command.env_remove("WAYLAND_DISPLAY").env_remove("NODE_OPTIONS");
        command
    }

    /// Takes a picture of the whole display; the file's ending says the format.
    pub fn picture(&self, file: &Path) -> Result<()> {
        let status = self.command("import").args(["-window", "root"]).arg(file).status();
        if !status.context("cannot start `import` of imagemagick")?.success() {
            bail!("`import` could not take a picture of the display");
        }
        Ok(())
    }

    /// As [`Self::picture`], once the display has stood still for a second: what a page has drawn reaches the display
    /// some frames later, and without a graphics card these take their time.
    pub fn still_picture(&self, file: &Path) -> Result<()> {
        let mut last = Vec::new();
        let mut since = Instant::now();
        wait::until("the display to stand still", START_LIMIT, || {
            let now = self.command("import").args(["-window", "root", "rgb:-"]).output()?.stdout;
            if now != last {
                last = now;
                since = Instant::now();
            }
            Ok((since.elapsed() > STILL).then_some(()))
        })?;
        self.picture(file)
    }

    /// Begins to make the language's definition: machines without a screen often have English only, and the page takes
    /// its language from the system's.
    fn make_language(&self, language: &str) -> Result<Child> {
        let folder = self.home().join(".locales");
        std::fs::create_dir_all(&folder)?;
        let (name, letters) = language.split_once('.').unwrap_or((language, "UTF-8"));
        let name = if name == "C" { "POSIX" } else { name };
        let mut command = Command::new("localedef");
        command.args(["-i", name, "-f", letters]).arg(folder.join(language));
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().context("cannot start localedef")
    }

    fn start_display(&mut self, options: &DesktopOptions) -> Result<()> {
        let screen = format!("{}x{}x24", options.width, options.height);
        let mut command = self.mortal("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", &screen, "-nolisten", "tcp"]);
        let mut display =
            command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().context("cannot start Xvfb")?;
        let mut line = String::new();
        if let Some(output) = display.stdout.take() {
            BufReader::new(output).read_line(&mut line)?;
        }
        self.programs.push(display);
        if line.trim().is_empty() {
            bail!("Xvfb ended without naming its display");
        }
        self.environment.push(("DISPLAY", format!(":{}", line.trim()).into()));
        Ok(())
    }

    fn start_bus(&mut self, run: &Path) -> Result<()> {
        let socket = run.join("bus");
        let mut command = self.mortal("dbus-daemon");
        command.args(["--session", "--nofork", "--nopidfile"]);
        command.arg(format!("--address=unix:path={}", socket.display()));
        let bus = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        self.programs.push(bus.context("cannot start dbus-daemon")?);
        wait::until("the session bus", START_LIMIT, || Ok(socket.exists().then_some(())))
    }

    fn start_keyring(&mut self) -> Result<()> {
        let mut command = self.mortal("gnome-keyring-daemon");
        command.args(["--foreground", "--unlock", "--components=secrets"]);
        let keyring = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let mut keyring = keyring.context("cannot start gnome-keyring-daemon")?;
        if let Some(mut input) = keyring.stdin.take() {
            input.write_all(b"a password for this desktop's keyring")?;
        }
        self.keyring = Some(keyring);
        wait::until("the keyring on the session bus", START_LIMIT, || {
            let mut ask = self.command("dbus-send");
            ask.args(["--session", "--print-reply=literal", "--dest=org.freedesktop.DBus", "/"]);
            ask.args(["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"]);
            let answer = ask.output().context("cannot start dbus-send")?;
            Ok(String::from_utf8_lossy(&answer.stdout).contains("true").then_some(()))
        })
    }

    /// A command whose process the kernel ends when ours does, however that happens.
    fn mortal(&self, program: &str) -> Command {
        let mut command = self.command("setpriv");
        command.args(["--pdeathsig", "KILL", program]);
        command
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        self.keyring_end();
        for program in self.programs.iter_mut().rev() {
            // It may have ended by itself; either way it is gone afterwards.
            drop(program.kill());
            drop(program.wait());
        }
    }
}

#[cfg(unix)]
fn only_mine(folder: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    Ok(std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))?)
}

#[cfg(not(unix))]
fn only_mine(_: &Path) -> Result<()> {
    bail!("a private desktop needs X11: run this on Linux")
}
