//! A server of its own for a test, and people who use it over HTTP and WebSocket as devices do.

use crate::server_process::program;
use anyhow::{Context, Result, ensure};
use futures_util::StreamExt;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;
use tempfile::TempDir;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};
use uuid::Uuid;
use zhitu_domain::id::AccountId;
use zhitu_domain::time::Timestamp;
use zhitu_server::attachments::reader::PdfReader;
use zhitu_server::config::{Limits, SmsConfig};
use zhitu_server::ports::{Clock, SystemClock};
use zhitu_server::staff::enrol;
use zhitu_server::{Config, Parts, Running};
use zhitu_storage::Store;

/// Which database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Database {
    /// A file in the test's own folder.
    Sqlite,
    /// A database of the test's own in the cluster that `ZHITU_TEST_POSTGRES` names.
    Postgres,
}

/// The system's time, and on top of it what a test let pass.
#[derive(Debug, Default)]
struct AheadClock(AtomicI64);

impl Clock for AheadClock {
    fn now(&self) -> Timestamp {
        SystemClock.now().plus_seconds(self.0.load(Ordering::SeqCst))
    }
}

/// A running server.
pub struct Market {
    /// It.
    pub server: Running,
    clock: Arc<AheadClock>,
    http: reqwest::Client,
    _folder: TempDir,
}

impl Market {
    /// Starts one; `None` for PostgreSQL where no cluster is named, as in a plain `cargo test`.
    pub async fn start(database: Database) -> Result<Option<Self>> {
        let folder = tempfile::tempdir()?;
        let database_url = match database {
            Database::Sqlite => String::new(),
            Database::Postgres => match std::env::var("ZHITU_TEST_POSTGRES") {
                Ok(cluster) if !cluster.is_empty() => postgres_database(&cluster).await?,
                _ => return Ok(None),
            },
        };
        let config = Config {
            listen: ([127, 0, 0, 1], 0).into(),
            data_dir: folder.path().to_owned(),
            database_url,
            sms: SmsConfig::Development,
            limits: Limits { auth_per_minute: 10_000, requests_per_second: 10_000, ..Limits::default() },
            ..Config::default()
        };
        let clock = Arc::<AheadClock>::default();
        // The reader is the program started anew, and a test is none.
        let pdf = Arc::new(PdfReader::of(program()?));
        let parts = Parts { clock: Arc::clone(&clock) as _, pdf, ..Parts::from_config(&config)? };
        let server = zhitu_server::start(config, parts).await?;
        // Already installed by the server's own client, or by another test of this process.
        drop(rustls::crypto::ring::default_provider().install_default());
        Ok(Some(Self { server, clock, http: reqwest::Client::new(), _folder: folder }))
    }

    /// Lets time pass on the server.
    pub fn let_pass(&self, seconds: i64) {
        self.clock.0.fetch_add(seconds, Ordering::SeqCst);
    }

    /// The server's database.
    pub fn store(&self) -> &Store {
        &self.server.app.store
    }

    /// Signs a number in with the code from the development outbox.
    pub async fn sign_in(&self, phone: &str) -> Result<Person<'_>> {
        let nobody = Person { market: self, token: String::new() };
        let policy = nobody.get("/api/policy?language=zh-CN").await?;
        let version = policy["version"].clone();
        nobody.post("/api/auth/code", json!({ "phone": phone, "policy_version": version })).await?;
        let outbox = nobody.get("/api/dev/outbox").await?;
        // Notices may lie on top of it.
        let mut texts =
            outbox.as_array().into_iter().flatten().filter_map(|message| message["text"].as_str());
        let code = texts.find_map(code_in).context("no code in the outbox")?;
        let signed_in = nobody
            .post(
                "/api/auth/sign-in",
                json!({
                    "phone": phone, "code": code, "device": "test", "policy_version": version,
                    "policy_accepted_at": self.server.app.now().0,
                }),
            )
            .await?;
        let token = signed_in["tokens"]["access_token"].as_str().context("no token")?.to_owned();
        Ok(Person { market: self, token })
    }

    /// Signs a recruiter in, registers and verifies them and their company.
    pub async fn verified_recruiter(&self, phone: &str, company: &str) -> Result<Person<'_>> {
        let recruiter = self.sign_in(phone).await?;
        let account = recruiter
            .put(
                "/api/recruiter",
                json!({
                    "name": "许未", "title": "招聘负责人", "company": company, "industry": "软件",
                    "size": "from100_to499", "address": "演示路 1 号", "introduction": "演示数据",
                }),
            )
            .await?;
        let account: Uuid = serde_json::from_value(account["id"].clone())?;
        self.verify(AccountId(account), company).await?;
        Ok(recruiter)
    }

    /// Verifies a recruiter's person and employment, and the company, and books the résumé search for it, as the
    /// operator does.
    pub async fn verify(&self, recruiter: AccountId, company: &str) -> Result<()> {
        let store = self.store();
        let there = store.company_by_name(company).await?.context("the company was not made")?;
        let now = self.server.app.now();
        ensure!(store.company_verify(there.id, true, "test", now).await?);
        ensure!(store.company_entitle(there.id, true, "test", now).await?);
        ensure!(store.recruiter_verify(recruiter, true, true, "test", now).await?);
        Ok(())
    }

    /// Takes a person into the staff, as the operator does; their recovery codes, each a second factor once.
    pub async fn enrol_staff(&self, account: AccountId) -> Result<Vec<String>> {
        let app = &self.server.app;
        app.store.staff_set(account, true, "test", app.now()).await?;
        let rng = app.rng.as_ref();
        Ok(enrol(&app.store, &app.secret, rng, account, "test", app.now()).await?.recovery_codes)
    }
}

/// Makes a database in a cluster that ends with the test run, and answers its address.
pub async fn postgres_database(cluster: &str) -> Result<String> {
    let name = format!("zhitu_flow_{}", key().simple());
    let made = tokio::process::Command::new("psql")
        .args(["--quiet", "--no-psqlrc", "--command", &format!("create database {name}"), cluster])
        .status()
        .await?;
    ensure!(made.success(), "psql could not make a database");
    let (address, _) = cluster.rsplit_once('/').context("no database in ZHITU_TEST_POSTGRES")?;
    Ok(format!("{address}/{name}"))
}

/// The code in a message, if it has one.
pub fn code_in(text: &str) -> Option<String> {
    text.split(|c: char| !c.is_ascii_digit()).find(|run| run.len() == 6).map(str::to_owned)
}

/// Somebody with or without a session.
pub struct Person<'a> {
    market: &'a Market,
    token: String,
}

/// An answer with its status.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    /// Status.
    pub status: u16,
    /// Body; `null` for an empty one.
    pub body: Value,
}

impl Reply {
    /// The error's code; empty for none.
    pub fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }
}

impl Person<'_> {
    /// Sends a request and answers whatever comes back.
    pub async fn send(&self, method: &str, path: &str, body: Option<Value>) -> Result<Reply> {
        let method = reqwest::Method::from_bytes(method.as_bytes())?;
        let mut request = self.market.http.request(method, format!("{}{path}", self.market.server.url));
        if !self.token.is_empty() {
            request = request.bearer_auth(&self.token);
        }
        if let Some(body) = body {
            request = request.json(&body);
        }
        let answer = request.send().await?;
        let status = answer.status().as_u16();
        let text = answer.text().await?;
        let body = if text.is_empty() { Value::Null } else { serde_json::from_str(&text)? };
        Ok(Reply { status, body })
    }

    async fn fine(&self, method: &str, path: &str, body: Option<Value>) -> Result<Value> {
        let reply = self.send(method, path, body).await?;
        ensure!((200..300).contains(&reply.status), "{method} {path}: {reply:?}");
        Ok(reply.body)
    }

    /// Whose it is.
    pub async fn account(&self) -> Result<AccountId> {
        Ok(serde_json::from_value(self.get("/api/account").await?["id"].clone())?)
    }

    /// GET that must succeed.
    pub async fn get(&self, path: &str) -> Result<Value> {
        self.fine("GET", path, None).await
    }

    /// POST that must succeed.
    pub async fn post(&self, path: &str, body: Value) -> Result<Value> {
        self.fine("POST", path, Some(body)).await
    }

    /// PUT that must succeed.
    pub async fn put(&self, path: &str, body: Value) -> Result<Value> {
        self.fine("PUT", path, Some(body)).await
    }

    /// Opens the live link.
    pub async fn live(&self) -> Result<LiveLink> {
        let url = format!("{}/api/live", self.market.server.url.replacen("http", "ws", 1));
        let mut request = url.into_client_request()?;
        request.headers_mut().insert("authorization", format!("Bearer {}", self.token).parse()?);
        let (socket, _) = tokio_tungstenite::connect_async(request).await?;
        Ok(LiveLink(socket))
    }
}

/// A live link.
pub struct LiveLink(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl LiveLink {
    /// The next event; `None` when the link was closed. Fails when nothing came for ten seconds.
    pub async fn next(&mut self) -> Result<Option<Value>> {
        loop {
            let frame = tokio::time::timeout(Duration::from_mins(1), self.0.next()).await;
            match frame.context("nothing came")? {
                Some(Ok(Message::Text(text))) => return Ok(Some(serde_json::from_str(&text)?)),
                Some(Ok(Message::Close(_)) | Err(_)) | None => return Ok(None),
                Some(Ok(_)) => {}
            }
        }
    }
}

/// A posting that is complete.
pub fn posting(title: &str) -> Value {
    json!({
        "content": {
            "title": title, "description": "- 演示数据", "employment_type": "full_time", "experience": "any",
            "education": "any", "tags": ["SQL"],
            "salary": { "min": 1_800_000, "max": 2_600_000, "currency": "CNY", "period": "month", "months": 14 },
            "workplace": { "place": 310_104, "address": "漕河泾", "point": null, "remote": false },
        }
    })
}

/// A new key.
pub fn key() -> Uuid {
    #[expect(clippy::disallowed_methods, reason = "a test's key need not be known beforehand")]
    Uuid::now_v7()
}
