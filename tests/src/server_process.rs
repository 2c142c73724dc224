//! The server as a process of its own, that can be killed and started again on its port and data.

use anyhow::{Context, Result, ensure};
use std::fs::OpenOptions;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use zhitu_host::api::is_healthy;

/// How long starting may take on a busy machine.
const START_LIMIT: Duration = Duration::from_mins(1);

/// A server that runs, or was killed.
pub struct ServerProcess {
    /// Where it answers, also after it was started again.
    pub url: String,
    address: SocketAddr,
    folder: PathBuf,
    database_url: String,
    child: Child,
}

impl ServerProcess {
    /// Starts it with its data in `folder` and its tables in the database, a file in the folder when that is empty.
    pub async fn start(folder: &Path, database_url: &str) -> Result<Self> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port()?));
        let child = spawn(address, folder, database_url)?;
        let mut server = Self {
            url: format!("http://{address}"),
            address,
            folder: folder.to_owned(),
            database_url: database_url.to_owned(),
            child,
        };
        server.until_it_answers().await?;
        Ok(server)
    }

    /// Kills it in the middle of whatever it does.
    pub fn kill(&mut self) -> Result<()> {
        // On unix this is SIGKILL: the process runs not one instruction more.
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// Starts it again where it was.
    pub async fn start_again(&mut self) -> Result<()> {
        self.child = spawn(self.address, &self.folder, &self.database_url)?;
        self.until_it_answers().await
    }

    /// Runs another command of the program on the same data: `["admin", "verify", …]`.
    pub fn command(&self, arguments: &[&str]) -> Result<()> {
        let mut command = command(self.address, &self.folder, &self.database_url)?;
        let status = command.args(arguments).stdout(Stdio::null()).status()?;
        ensure!(status.success(), "zhitu-server {arguments:?} ended with {status}");
        Ok(())
    }

    async fn until_it_answers(&mut self) -> Result<()> {
        crate::wait::until_async("the server to answer", START_LIMIT, async || {
            if let Some(status) = self.child.try_wait()? {
                let log = std::fs::read_to_string(self.folder.join("server.log")).unwrap_or_default();
                anyhow::bail!("the server ended with {status}:\n{log}");
            }
            Ok(is_healthy(&self.url).await.then_some(()))
        })
        .await
    }
}

impl Drop for ServerProcess {
    fn drop(&mut self) {
        // It may have ended already.
        drop(self.kill());
    }
}

fn spawn(address: SocketAddr, folder: &Path, database_url: &str) -> Result<Child> {
    let log = OpenOptions::new().create(true).append(true).open(folder.join("server.log"))?;
    let mut command = command(address, folder, database_url)?;
    Ok(command.arg("serve").stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn()?)
}

fn command(address: SocketAddr, folder: &Path, database_url: &str) -> Result<Command> {
    let mut command = Command::new(program()?);
    // What the test itself was told is no setting of the server.
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("ZHITU_") {
            command.env_remove(name);
        }
    }
    command
        .env("ZHITU_LISTEN", address.to_string())
        .env("ZHITU_DATA_DIR", folder)
        .env("ZHITU_DATABASE_URL", database_url)
        .env("ZHITU_SMS__KIND", "development")
        .env("ZHITU_LIMITS__AUTH_PER_MINUTE", "100000")
        .env("ZHITU_LIMITS__REQUESTS_PER_SECOND", "100000")
        .env("ZHITU_LOG", "warn");
    Ok(command)
}

/// The program, beside the folder of the test that runs.
pub(crate) fn program() -> Result<PathBuf> {
    let test = std::env::current_exe()?;
    let folder = test.parent().and_then(Path::parent).context("the test is in no target folder")?;
    let program = folder.join(format!("zhitu-server{}", std::env::consts::EXE_SUFFIX));
    ensure!(program.exists(), "{} is not there: cargo build -p zhitu-server", program.display());
    Ok(program)
}

/// A port that is free now, and stays so while the server is down: not one of those that the system gives to outgoing
/// connections, since a device that keeps trying to connect could then be given the server's own.
fn port() -> Result<u16> {
    let first = 15_000 + u16::try_from(std::process::id() % 10_000)?;
    (first..first + 500)
        .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
        .context("no free port")
}
