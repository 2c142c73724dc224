//! A device as a process of its own, that can be killed and started again on its data. The process itself is the
//! program `zhitu-test-device`; the two speak in lines of JSON.

use crate::device::Device;
use anyhow::{Context, Result, bail, ensure};
use serde::{Deserialize, Serialize};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};
use zhitu_domain::id::ConversationId;
use zhitu_testing::FolderVault;

/// What a device is told once, as its first line.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Setup {
    /// How it is listed.
    pub name: String,
    /// Where its data is.
    pub folder: PathBuf,
    /// Where its server is.
    pub server: String,
    /// Whose it is.
    pub phone: String,
    /// The conversation that it writes in.
    pub conversation: ConversationId,
}

impl Setup {
    /// The device, its keyring a folder within its own.
    pub fn device(&self) -> Result<Device> {
        let secrets = self.folder.join("secrets");
        std::fs::create_dir_all(&secrets)?;
        let vault = Arc::new(FolderVault::new(&secrets));
        Ok(Device::new(&self.name, &self.folder.join("data"), vault, &self.server))
    }
}

/// What a device is told to do.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Order {
    /// Writes a message.
    Say {
        /// What it says.
        text: String,
    },
    /// Tells what it has of the conversation.
    Show,
}

/// What a device tells.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "told", rename_all = "snake_case")]
pub enum Told {
    /// It is up and signed in.
    Ready,
    /// `message_send` answered: the message is on the device for good.
    Said {
        /// What it says.
        text: String,
    },
    /// What it has: number and text of each message in order; no number while the server does not have it.
    Shown {
        /// The messages.
        messages: Vec<(Option<u32>, String)>,
    },
    /// It cannot go on.
    Failed {
        /// Why.
        why: String,
    },
}

/// A device that runs, and all that it was told and has told in all its lives.
pub struct DeviceProcess {
    /// What it is told first.
    pub setup: Setup,
    /// Texts that it was told to write, in their order.
    pub ordered: Vec<String>,
    /// Texts that its core accepted, in their order.
    pub accepted: Vec<String>,
    program: PathBuf,
    child: Child,
    orders: ChildStdin,
    told: Receiver<Told>,
}

impl DeviceProcess {
    /// Starts it. Returns before it is up.
    pub fn start(program: &Path, setup: Setup) -> Result<Self> {
        let (child, orders, told) = spawn(program, &setup)?;
        let program = program.to_owned();
        Ok(Self { setup, ordered: Vec::new(), accepted: Vec::new(), program, child, orders, told })
    }

    /// Kills it in the middle of whatever it does. What it told before that counts.
    pub fn kill(&mut self) -> Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        while let Ok(told) = self.told.recv() {
            self.note(&told)?;
        }
        Ok(())
    }

    /// Starts it again on what it had. Returns before it is up.
    pub fn start_again(&mut self) -> Result<()> {
        (self.child, self.orders, self.told) = spawn(&self.program, &self.setup)?;
        Ok(())
    }

    /// Tells it to write, and does not wait for it.
    pub fn say(&mut self, text: &str) -> Result<()> {
        self.ordered.push(text.to_owned());
        self.order(&Order::Say { text: text.to_owned() })
    }

    /// Waits until it has accepted what it was told last.
    pub fn until_accepted(&mut self, limit: Duration) -> Result<()> {
        self.until(limit, |device, _| (device.accepted.last() == device.ordered.last()).then_some(()))
    }

    /// Waits until it is up and signed in.
    pub fn until_ready(&mut self, limit: Duration) -> Result<()> {
        self.until(limit, |_, told| matches!(told, Some(Told::Ready)).then_some(()))
    }

    /// What it has of the conversation now.
    pub fn show(&mut self, limit: Duration) -> Result<Vec<(Option<u32>, String)>> {
        self.order(&Order::Show)?;
        self.until(limit, |_, told| match told {
            Some(Told::Shown { messages }) => Some(messages.clone()),
            _ => None,
        })
    }

    fn order(&mut self, order: &Order) -> Result<()> {
        writeln!(self.orders, "{}", serde_json::to_string(order)?)?;
        Ok(self.orders.flush()?)
    }

    fn note(&mut self, told: &Told) -> Result<()> {
        match told {
            Told::Said { text } => self.accepted.push(text.clone()),
            Told::Failed { why } => bail!("{}: {why}", self.setup.name),
            Told::Ready | Told::Shown { .. } => {}
        }
        Ok(())
    }

    fn until<T>(
        &mut self,
        limit: Duration,
        condition: impl Fn(&Self, Option<&Told>) -> Option<T>,
    ) -> Result<T> {
        if let Some(answer) = condition(self, None) {
            return Ok(answer);
        }
        let end = Instant::now() + limit;
        loop {
            let told = match self.told.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(told) => told,
                Err(RecvTimeoutError::Timeout) => bail!("{} told nothing more", self.setup.name),
                Err(RecvTimeoutError::Disconnected) => bail!("{} ended by itself", self.setup.name),
            };
            self.note(&told)?;
            if let Some(answer) = condition(self, Some(&told)) {
                return Ok(answer);
            }
        }
    }
}

impl Drop for DeviceProcess {
    fn drop(&mut self) {
        // It may have ended already.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn spawn(program: &Path, setup: &Setup) -> Result<(Child, ChildStdin, Receiver<Told>)> {
    let mut child = Command::new(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{} cannot be started", program.display()))?;
    let mut orders = child.stdin.take().context("no way to tell it")?;
    let lines = child.stdout.take().context("no way to hear it")?;
    writeln!(orders, "{}", serde_json::to_string(setup)?)?;
    let (tell, told) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(lines).lines().map_while(Result::ok) {
            // A line that the kill cut off was never told.
            let Ok(one) = serde_json::from_str(&line) else { return };
            if tell.send(one).is_err() {
                return;
            }
        }
    });
    ensure!(child.try_wait()?.is_none(), "the device ended at once");
    Ok((child, orders, told))
}
