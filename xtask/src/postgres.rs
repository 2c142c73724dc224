//! A PostgreSQL cluster that lives as long as the tests.

use crate::setup::is_root;
use crate::workspace::{run, step};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;
use xtask::{running::free_port, wait};

/// The variable in which tests find the cluster.
pub const VARIABLE: &str = "ZHITU_TEST_POSTGRES";

/// The running cluster; it ends and is deleted with this value.
pub struct Cluster {
    server: Child,
    port: u16,
    #[cfg_attr(not(test), expect(dead_code, reason = "kept for its end, which deletes it"))]
    folder: TempDir,
}

impl Cluster {
    /// Makes a cluster in a temporary folder and waits until it answers.
    pub fn start() -> Result<Self> {
        step("starting a throw-away PostgreSQL");
        let programs = programs()?;
        let folder = tempfile::Builder::new().prefix("zhitu-postgres-").tempdir()?;
        let data = folder.path().join("data");
        if is_root() {
            // The server refuses to run as root.
            run(Command::new("chown").arg("postgres:postgres").arg(folder.path()))?;
        }
        let mut initdb = unprivileged(&programs.join("initdb"));
        initdb.args([
            "--username=zhitu",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
            "--pgdata",
        ]);
        run(initdb.arg(&data).current_dir(folder.path()).stdout(Stdio::null()))?;
        let port = free_port()?;
        let mut server = unprivileged(&programs.join("postgres"));
        server.arg("-D").arg(&data).arg("-k").arg(folder.path()).args(["-p", &port.to_string()]);
        // It is thrown away: nothing needs to survive a crash.
        for setting in
            ["listen_addresses=127.0.0.1", "fsync=off", "full_page_writes=off", "max_connections=200"]
        {
            server.args(["-c", setting]);
        }
        let log = std::fs::File::create(folder.path().join("log"))?;
        server.current_dir(folder.path()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(log);
        let mut server = server.spawn().context("cannot start postgres")?;
        let ready = wait::until("PostgreSQL", Duration::from_secs(30), || {
            if let Some(end) = server.try_wait()? {
                bail!("postgres ended with {end}");
            }
            let mut ask = Command::new(programs.join("pg_isready"));
            ask.args(["-q", "-h", "127.0.0.1", "-p", &port.to_string()]);
            Ok(ask.status()?.success().then_some(()))
        });
        if let Err(error) = ready {
            drop(server.kill());
            drop(server.wait());
            let log = std::fs::read_to_string(folder.path().join("log")).unwrap_or_default();
            return Err(error.context(log));
        }
        Ok(Self { server, port, folder })
    }

    /// Its address. Tests make their own databases in it.
    pub fn address(&self) -> String {
        format!("postgres://zhitu@127.0.0.1:{}/postgres", self.port)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // SIGQUIT ends all its processes at once; a kill would leave the workers behind for a moment.
        drop(Command::new("kill").args(["-QUIT", &self.server.id().to_string()]).status());
        drop(self.server.wait());
    }
}

/// A command that does not run as root, and that the kernel ends when we end.
fn unprivileged(program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    if is_root() {
        command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]);
    }
    command.args(["--pdeathsig=QUIT", "--"]).arg(program);
    command
}

/// The folder of the newest installed server's programs, which Debian leaves out of the path.
pub fn programs() -> Result<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").context("PostgreSQL is not installed")?;
    let mut found: Vec<(u32, PathBuf)> = versions
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(_, programs)| programs.join("initdb").is_file())
        .collect();
    found.sort();
    found.pop().map(|(_, programs)| programs).context("PostgreSQL is not installed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cluster_answers_and_leaves_nothing_behind() {
        let cluster = Cluster::start().unwrap();
        let folder = cluster.folder.path().to_owned();
        let mut ask = Command::new(programs().unwrap().join("psql"));
        let answer = ask.args(["-Atc", "select 6 * 7", &cluster.address()]).output().unwrap();
        assert_eq!(answer.stdout, b"42\n");
        drop(cluster);
        assert!(!folder.exists());
    }
}
