//! `cargo xtask fuzz http`: schemathesis over the server's own document, looking for answers of 500 and above.
//!
//! The program comes from PyPI into a folder of its own beside the build; the server is a throw-away one on loopback.

use crate::app;
use crate::workspace::{self, run as run_command, step};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// What schemathesis is to know beside the document.
const HOOKS: &str = include_str!("hooks.py");

/// What to look for, and for how long.
#[derive(clap::Args)]
pub struct Args {
    /// Seconds for each role.
    #[arg(long, default_value_t = 120)]
    seconds: u32,
}

/// A server that ends with this value.
struct Server {
    process: Child,
    url: String,
    data: tempfile::TempDir,
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

impl Server {
    fn start(program: &Path) -> Result<Self> {
        let data = tempfile::tempdir()?;
        let mut process = settings(Command::new(program), data.path())
            .args(["serve", "--demo"])
            .stderr(Stdio::piped())
            .spawn()
            .context("cannot start zhitu-server")?;
        let log = process.stderr.take().context("the server has no log")?;
        let mut lines = BufReader::new(log).lines();
        let url = loop {
            let line = lines.next().context("the server ended before it listened")??;
            if let Some(url) = serde_json::from_str::<Value>(&line)
                .ok()
                .and_then(|line| line.pointer("/fields/url")?.as_str().map(str::to_owned))
            {
                break url;
            }
        };
        // Goes on reading, so that the server never waits for its log to be read.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(Self { process, url, data })
    }

    fn call(&self, method: &str, path: &str, token: &str, body: Option<&Value>) -> Result<Value> {
        let mut curl = Command::new("curl");
        curl.args(["--silent", "--show-error", "--fail-with-body", "--request", method]);
        curl.args(["--header", "content-type: application/json"]);
        if !token.is_empty() {
            curl.args(["--header", &format!("authorization: Bearer {token}")]);
        }
        if let Some(body) = body {
            curl.args(["--data", &body.to_string()]);
        }
        let text = workspace::output(curl.arg(format!("{}{path}", self.url)))?;
        Ok(if text.is_empty() { Value::Null } else { serde_json::from_str(&text)? })
    }

    /// Signs a number in with the code that the development outbox shows.
    fn sign_in(&self, phone: &str) -> Result<String> {
        let policy = self.call("GET", "/api/policy?language=en", "", None)?;
        let version = policy.get("version").context("no policy")?;
        let ask = json!({ "phone": phone, "policy_version": version });
        self.call("POST", "/api/auth/code", "", Some(&ask))?;
        let outbox = self.call("GET", "/api/dev/outbox", "", None)?;
        // Notices may lie on top of it.
        let texts = outbox.as_array().into_iter().flatten().filter_map(|message| message["text"].as_str());
        let mut runs = texts.flat_map(|text| text.split(|c: char| !c.is_ascii_digit()));
        let code = runs.find(|run| run.len() == 6).context("no code in the outbox")?;
        let sign_in = json!({
            "phone": phone, "code": code, "device": "fuzz", "policy_version": version, "policy_accepted_at": 0,
        });
        let answer = self.call("POST", "/api/auth/sign-in", "", Some(&sign_in))?;
        let token = answer.pointer("/tokens/access_token").and_then(Value::as_str).context("no token")?;
        Ok(token.to_owned())
    }

    /// A verified recruiter's token.
    fn recruiter(&self, program: &Path) -> Result<String> {
        let phone = "+8613800138902";
        let token = self.sign_in(phone)?;
        let register = json!({
            "name": "Fuzz", "title": "", "company": "Fuzz Ltd", "industry": "", "size": "up_to19", "address": "",
            "introduction": "",
        });
        self.call("PUT", "/api/recruiter", &token, Some(&register))?;
        for subject in [["--company", "Fuzz Ltd"], ["--recruiter", phone]] {
            run_command(
                settings(Command::new(program), self.data.path()).args(["admin", "verify"]).args(subject),
            )?;
        }
        Ok(token)
    }
}

fn settings(mut command: Command, data: &Path) -> Command {
    command
        .env("ZHITU_LISTEN", "127.0.0.1:0")
        .env("ZHITU_DATA_DIR", data)
        .env("ZHITU_LOG_JSON", "true")
        .env("ZHITU_SMS__KIND", "development")
        .env("ZHITU_LIMITS__AUTH_PER_MINUTE", "1000000")
        .env("ZHITU_LIMITS__REQUESTS_PER_SECOND", "1000000");
    command
}

/// Runs it for nobody, a person and a recruiter; fails when anything was answered with 500 or above.
pub fn run(args: &Args) -> Result<()> {
    let program = app::build(&["zhitu-server"])?.join("zhitu-server");
    let schemathesis = schemathesis()?;
    let mut failed = Vec::new();
    for role in ["nobody", "person", "recruiter"] {
        step(&format!("as {role}, for {} s", args.seconds));
        let server = Server::start(&program)?;
        let token = match role {
            "person" => server.sign_in("+8613800138901")?,
            "recruiter" => server.recruiter(&program)?,
            _ => String::new(),
        };
        let mut fuzz = Command::new(&schemathesis);
        // It keeps notes in the folder it runs in.
        fuzz.current_dir(server.data.path());
        let hooks = server.data.path().join("hooks.py");
        std::fs::write(&hooks, HOOKS)?;
        fuzz.env("SCHEMATHESIS_HOOKS", &hooks);
        fuzz.args(["run", &format!("{}/api/openapi.json", server.url)]);
        fuzz.args(["--checks", "not_a_server_error", "--phases", "fuzzing", "--warnings", "off"]);
        fuzz.args(["--continue-on-failure", "--max-time", &args.seconds.to_string()]);
        // These would end the session or the verification that the rest needs.
        fuzz.args(["--exclude-path-regex", "^/api/(live|auth/sign-out|recruiter)$"]);
        if !token.is_empty() {
            fuzz.args(["--header", &format!("Authorization: Bearer {token}")]);
        }
        if run_command(&mut fuzz).is_err() {
            failed.push(role);
        }
    }
    if failed.is_empty() { Ok(()) } else { bail!("schemathesis found something as {}", failed.join(", ")) }
}

/// The program, installed from PyPI when it is not there.
fn schemathesis() -> Result<PathBuf> {
    let folder = workspace::target()?.join("schemathesis");
    let program = folder.join("bin/schemathesis");
    if !program.exists() {
        step("installing schemathesis from PyPI");
        run_command(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
        run_command(Command::new(folder.join("bin/pip")).args([
            "install",
            "--quiet",
            "schemathesis==4.32.5",
        ]))?;
    }
    Ok(program)
}
