//! The app as a process: where its program is, and the lines that it prints.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// How long the app may take to its first usable screen, on a machine that is busy building.
pub const READY_LIMIT: Duration = Duration::from_secs(90);

/// The app's program, as `cargo build -p zhitu` leaves it beside the tests' own.
pub fn program() -> Result<PathBuf> {
    built("zhitu")
}

/// The server's program.
pub fn server_program() -> Result<PathBuf> {
    built("zhitu-server")
}

fn built(name: &str) -> Result<PathBuf> {
    let own = std::env::current_exe()?;
    let found = own.ancestors().skip(1).take(2).map(|folder| folder.join(name)).find(|path| path.is_file());
    found.with_context(|| {
        format!("`{name}` is not built; `cargo xtask test` builds it, or `cargo build -p {name}`")
    })
}

/// The line `ready screen=… ms=…`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ready {
    /// Which screen can be used.
    pub screen: String,
    /// Milliseconds since the process started, by the app's own clock.
    pub app_ms: u64,
}

impl Ready {
    /// Reads the line; `None` for any other line.
    pub fn read(line: &str) -> Option<Self> {
        let rest = line.strip_prefix("ready ")?;
        let field = |name: &str| rest.split(' ').find_map(|word| word.strip_prefix(name)?.strip_prefix('='));
        Some(Self { screen: field("screen")?.to_owned(), app_ms: field("ms")?.parse().ok()? })
    }
}

/// Lines of a process's standard output, as they come.
pub struct Lines {
    arriving: Receiver<String>,
    seen: Vec<String>,
}

impl Lines {
    /// Reads on in a thread, so that the process never waits for a reader.
    pub fn of(output: impl Read + Send + 'static) -> Self {
        let (sender, arriving) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        Self { arriving, seen: Vec::new() }
    }

    /// The first line, past or to come, for which `read` has an answer.
    pub fn find<T>(&mut self, what: &str, limit: Duration, read: impl Fn(&str) -> Option<T>) -> Result<T> {
        if let Some(answer) = self.seen.iter().find_map(|line| read(line)) {
            return Ok(answer);
        }
        let start = Instant::now();
        loop {
            match self.arriving.recv_timeout(limit.saturating_sub(start.elapsed())) {
                Ok(line) => {
                    let answer = read(&line);
                    self.seen.push(line);
                    if let Some(answer) = answer {
                        return Ok(answer);
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    bail!(
                        "waited {} s in vain for {what}; printed so far:\n{}",
                        limit.as_secs(),
                        self.seen.join("\n")
                    )
                }
                Err(RecvTimeoutError::Disconnected) => {
                    bail!("the process ended before {what}; it printed:\n{}", self.seen.join("\n"))
                }
            }
        }
    }
}

/// The running app, without a driver.
pub struct App {
    process: Child,
    lines: Lines,
    started: Instant,
}

impl App {
    /// Starts it with a command that [`crate::Desktop::command`] made.
    pub fn start(mut command: Command) -> Result<Self> {
        let started = Instant::now();
        let spawned = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
        let mut process =
            spawned.with_context(|| format!("cannot start {}", command.get_program().to_string_lossy()))?;
        let Some(output) = process.stdout.take() else { bail!("the app has no standard output") };
        Ok(Self { process, lines: Lines::of(output), started })
    }

    /// Waits until a screen can be used; the time since the process's start.
    pub fn ready(&mut self) -> Result<(Ready, Duration)> {
        let ready = self.lines.find("the first usable screen", READY_LIMIT, Ready::read)?;
        Ok((ready, self.started.elapsed()))
    }

    /// The address of the demo market that the app started.
    pub fn market(&mut self) -> Result<String> {
        self.lines.find("the demo market's address", READY_LIMIT, market)
    }

    /// Its process.
    pub fn id(&self) -> u32 {
        self.process.id()
    }
}

impl Drop for App {
    fn drop(&mut self) {
        // It may have ended by itself; either way it is gone afterwards.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// A port of loopback that nobody listens on now.
pub fn free_port() -> Result<u16> {
    Ok(std::net::TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// Reads the line `market url=…`.
pub fn market(line: &str) -> Option<String> {
    line.strip_prefix("market url=").map(|url| url.trim().to_owned())
}

/// Processes that a process started, and those that these started.
pub fn descendants(id: u32) -> Vec<u32> {
    let Ok(folder) = std::fs::read_dir("/proc") else { return Vec::new() };
    let processes = folder.flatten().filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let parents: Vec<(u32, u32)> =
        processes.filter_map(|process| Some((process, parent(process)?))).collect();
    let mut found = vec![id];
    let mut next = 0;
    while let Some(one) = found.get(next).copied() {
        found.extend(parents.iter().filter(|(_, parent)| *parent == one).map(|(process, _)| *process));
        next += 1;
    }
    found.split_off(1)
}

fn parent(process: u32) -> Option<u32> {
    let stat = std::fs::read_to_string(Path::new("/proc").join(process.to_string()).join("stat")).ok()?;
    // The second field is the program's name in brackets, which may itself hold blanks and brackets.
    stat.rsplit_once(") ")?.1.split(' ').nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ready_line_is_read_and_others_are_not() {
        let ready = Ready { screen: "jobs".to_owned(), app_ms: 812 };
        assert_eq!(Ready::read("ready screen=jobs ms=812"), Some(ready));
        assert_eq!(Ready::read("ready screen=jobs"), None);
        assert_eq!(Ready::read("already screen=jobs ms=1"), None);
    }

    #[test]
    fn a_process_knows_its_descendants() {
        let mut child = Command::new("sleep").arg("60").spawn().unwrap();
        assert!(descendants(std::process::id()).contains(&child.id()));
        child.kill().unwrap();
        child.wait().unwrap();
    }
}
