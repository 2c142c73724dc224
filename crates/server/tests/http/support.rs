//! A server of a test's own, with a clock that the test moves, and people who use it.

use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use uuid::Uuid;
use zhitu_domain::time::Timestamp;
use zhitu_server::attachments::reader::PdfReader;
use zhitu_server::config::{Limits, Operator, SmsConfig};
use zhitu_server::gateways::sms::Development;
use zhitu_server::gateways::telephony;
use zhitu_server::ports::{Clock, Rng, RngError};
use zhitu_server::staff::enrol;
use zhitu_server::{Config, Parts, Running, start};
use zhitu_storage::scratch;
use zhitu_testing::MadePdf;

pub(crate) struct TestClock(AtomicI64);

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        // Each look is a microsecond later, as it is in life.
        Timestamp(self.0.fetch_add(1, Ordering::Relaxed))
    }
}

impl TestClock {
    pub(crate) fn advance(&self, seconds: i64) {
        self.0.fetch_add(seconds * 1_000_000, Ordering::Relaxed);
    }
}

/// A fixed sequence: the same in each run.
pub(crate) struct TestRng(AtomicU64);

impl Rng for TestRng {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), RngError> {
        use sha2::Digest;
        let step = self.0.fetch_add(1, Ordering::Relaxed);
        for (at, chunk) in bytes.chunks_mut(32).enumerate() {
            let block = sha2::Sha256::digest(format!("{step}/{at}"));
            chunk.copy_from_slice(&block[..chunk.len()]);
        }
        Ok(())
    }
}

/// A server, its clock, and a client.
pub(crate) struct Server {
    pub(crate) running: Running,
    pub(crate) clock: Arc<TestClock>,
    client: reqwest::Client,
    postgres: Option<(String, String)>,
    _folder: tempfile::TempDir,
}

/// An answer.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Value,
    pub(crate) headers: reqwest::header::HeaderMap,
}

impl Answer {
    /// The body of a success.
    #[track_caller]
    pub(crate) fn ok(self) -> Value {
        assert!((200..300).contains(&self.status), "{} {}", self.status, self.body);
        self.body
    }

    /// The code of a failure, which has its own status.
    #[track_caller]
    pub(crate) fn code(&self) -> String {
        let error: zhitu_contract::Error = serde_json::from_value(self.body.clone())
            .unwrap_or_else(|_| panic!("{} {}", self.status, self.body));
        assert_eq!(self.status, error.code.status(), "{}", self.body);
        self.body["code"].as_str().unwrap().to_owned()
    }
}

/// Settings that tests start from.
pub(crate) fn config(folder: &std::path::Path) -> Config {
    Config {
        listen: ([127, 0, 0, 1], 0).into(),
        data_dir: folder.to_owned(),
        operator: Operator { name: "示例人才市场".into(), contact: "privacy@example.org".into() },
        sms: SmsConfig::Development,
        limits: Limits { auth_per_minute: 10_000, requests_per_second: 10_000, ..Limits::default() },
        ..Config::default()
    }
}

impl Server {
    /// One server on each database of this run.
    pub(crate) async fn each() -> Vec<Self> {
        Self::each_with(|_| {}).await
    }

    /// The same with changed settings.
    pub(crate) async fn each_with(change: impl Fn(&mut Config)) -> Vec<Self> {
        let mut servers = vec![Self::start(&change).await];
        if let Some(address) = std::env::var("ZHITU_TEST_POSTGRES").ok().filter(|url| !url.is_empty()) {
            let name = format!("zhitu_http_{}_{}", std::process::id(), servers[0].running.address.port());
            let url = scratch::create(&address, &name).await.unwrap();
            let mut started = Self::start(|config| {
                change(config);
                config.database_url = url;
            })
            .await;
            started.postgres = Some((address, name));
            servers.push(started);
        }
        servers
    }

    /// One on SQLite, with changed settings.
    pub(crate) async fn start(change: impl FnOnce(&mut Config)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut config = config(folder.path());
        change(&mut config);
        let clock = Arc::new(TestClock(AtomicI64::new(1_795_000_000_000_000)));
        let mut parts = Parts::from_config(&config).unwrap();
        parts.clock = clock.clone();
        parts.rng = Arc::new(TestRng(AtomicU64::new(0)));
        if config.sms == SmsConfig::Development {
            parts.sms = Arc::new(Development::new(clock.clone()));
        }
        let by_clock: Arc<dyn Clock> = clock.clone();
        parts.telephony = telephony::gateway(&config.telephony, &by_clock).unwrap();
        // The reader is this program started anew, and that of the tests is none.
        parts.pdf = Arc::new(PdfReader::of(env!("CARGO_BIN_EXE_zhitu-server").into()));
        let running = start(config, parts).await.unwrap();
        let _installed_before = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        Self { running, clock, client, postgres: None, _folder: folder }
    }

    pub(crate) async fn end(self) {
        self.running.shutdown().await.unwrap();
        if let Some((address, name)) = self.postgres {
            scratch::delete(&address, &name).await.unwrap();
        }
    }

    /// A request; `body` as JSON when it is one.
    pub(crate) async fn ask(
        &self,
        method: &str,
        path: &str,
        token: Option<&str>,
        body: Option<&Value>,
    ) -> Answer {
        let method = reqwest::Method::from_bytes(method.as_bytes()).unwrap();
        let mut request = self.client.request(method, format!("{}{path}", self.running.url));
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        if let Some(body) = body {
            request = request.header("content-type", "application/json").body(body.to_string());
        }
        self.send(request).await
    }

    /// Uploads a file under a key.
    pub(crate) async fn upload(&self, person: &Person, id: &str, name: &str, pdf: Vec<u8>) -> Answer {
        let mut url = reqwest::Url::parse(&format!("{}/api/attachments/{id}", self.running.url)).unwrap();
        url.query_pairs_mut().append_pair("name", name);
        let request = self.client.put(url).bearer_auth(&person.token);
        self.send(request.header("content-type", "application/pdf").body(pdf)).await
    }

    /// A request built otherwise.
    pub(crate) fn request(&self, method: &str, path: &str) -> reqwest::RequestBuilder {
        let method = reqwest::Method::from_bytes(method.as_bytes()).unwrap();
        self.client.request(method, format!("{}{path}", self.running.url))
    }

    pub(crate) async fn send(&self, request: reqwest::RequestBuilder) -> Answer {
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let text = response.text().await.unwrap();
        let body = serde_json::from_str(&text).unwrap_or(Value::String(text));
        Answer { status, body, headers }
    }

    pub(crate) async fn policy_version(&self) -> String {
        let policy = self.ask("GET", "/api/policy?language=zh-CN", None, None).await.ok();
        policy["version"].as_str().unwrap().to_owned()
    }

    /// Asks for a code and reads it in the development outbox.
    pub(crate) async fn code(&self, phone: &str) -> String {
        let version = self.policy_version().await;
        let ask = json!({ "phone": phone, "policy_version": version });
        self.ask("POST", "/api/auth/code", None, Some(&ask)).await.ok();
        let outbox = self.ask("GET", "/api/dev/outbox", None, None).await.ok();
        // Notices may lie on top of it.
        let texts = outbox.as_array().unwrap().iter().map(|message| message["text"].as_str().unwrap());
        let text = texts.into_iter().find(|text| text.contains("验证码")).unwrap().to_owned();
        text.chars().skip_while(|character| !character.is_ascii_digit()).take(6).collect()
    }

    pub(crate) async fn sign_in_request(&self, phone: &str, code: &str) -> Value {
        json!({
            "phone": phone,
            "code": code,
            "device": "测试机",
            "policy_version": self.policy_version().await,
            "policy_accepted_at": self.clock.now().0,
        })
    }

    /// Signs in by code.
    pub(crate) async fn signed_in(&self, phone: &str) -> Person {
        let code = self.code(phone).await;
        let request = self.sign_in_request(phone, &code).await;
        let answer = self.ask("POST", "/api/auth/sign-in", None, Some(&request)).await.ok();
        Person {
            token: answer["tokens"]["access_token"].as_str().unwrap().to_owned(),
            refresh: answer["tokens"]["refresh_token"].as_str().unwrap().to_owned(),
            account: answer["account"]["id"].as_str().unwrap().parse().unwrap(),
            staff: false,
        }
    }

    /// Signs in, registers and is verified.
    pub(crate) async fn recruiter(&self, phone: &str, company: &str) -> Person {
        let person = self.signed_in(phone).await;
        self.ask("PUT", "/api/recruiter", Some(&person.token), Some(&registration(company))).await.ok();
        self.verify(&person, company).await;
        person
    }

    /// Verifies all three, and books the résumé search.
    pub(crate) async fn verify(&self, person: &Person, company: &str) {
        let store = &self.running.app.store;
        let now = self.clock.now();
        let company = store.company_by_name(company).await.unwrap().unwrap();
        assert!(store.company_verify(company.id, true, "test", now).await.unwrap());
        assert!(store.company_entitle(company.id, true, "test", now).await.unwrap());
        let account = zhitu_domain::id::AccountId(person.account);
        assert!(store.recruiter_verify(account, true, true, "test", now).await.unwrap());
    }

    /// The same session with new tokens, once the clock has gone past the old ones.
    pub(crate) async fn renewed(&self, person: &Person) -> Person {
        let body = json!({ "refresh_token": person.refresh });
        let tokens = self.ask("POST", "/api/auth/refresh", None, Some(&body)).await.ok();
        let token = |name: &str| tokens[name].as_str().unwrap().to_owned();
        Person { token: token("access_token"), refresh: token("refresh_token"), ..person.clone() }
    }

    /// Takes a person into the staff, who enrols and shows the second factor.
    pub(crate) async fn staff(&self, phone: &str) -> Person {
        let mut person = self.signed_in(phone).await;
        let codes = self.enrolled(&person).await;
        let code = codes.generate(self.seconds()).to_string();
        self.step_up(&person, &code).await.ok();
        person.staff = true;
        person
    }

    /// Takes a person into the staff; what makes their codes.
    pub(crate) async fn enrolled(&self, person: &Person) -> totp_rs::Totp {
        let (app, account) = (&self.running.app, zhitu_domain::id::AccountId(person.account));
        app.store.staff_set(account, true, "test", self.clock.now()).await.unwrap();
        let rng = app.rng.as_ref();
        let made = enrol(&app.store, &app.secret, rng, account, "test", self.clock.now()).await.unwrap();
        totp_rs::Totp::from_url(made.uri).unwrap()
    }

    /// The second that it is on the server, since 1970.
    pub(crate) fn seconds(&self) -> u64 {
        u64::try_from(self.clock.now().0 / 1_000_000).unwrap()
    }

    pub(crate) async fn step_up(&self, person: &Person, code: &str) -> Answer {
        let body = json!({ "code": code });
        self.ask("POST", "/api/staff/second-factor", Some(&person.token), Some(&body)).await
    }

    /// A posting of the recruiter's company.
    pub(crate) async fn job(&self, recruiter: &Person, title: &str) -> String {
        let id = self.new_id();
        let path = format!("/api/recruiter/jobs/{id}");
        let body = json!({ "content": job_content(title) });
        self.ask("PUT", &path, Some(&recruiter.token), Some(&body)).await.ok();
        id
    }

    /// A seeker with a résumé that can be sent.
    pub(crate) async fn seeker(&self, phone: &str, name: &str) -> Person {
        let person = self.signed_in(phone).await;
        let body = json!({ "base_version": 0, "content": resume_content(name) });
        self.ask("PUT", "/api/resume", Some(&person.token), Some(&body)).await.ok();
        person
    }

    pub(crate) async fn apply(&self, seeker: &Person, job: &str) -> Answer {
        let body = json!({ "job": job, "resume_version": 1 });
        self.ask("POST", "/api/applications", Some(&seeker.token), Some(&body)).await
    }

    /// The same with a copy of a file, handing over what of contact data it shows.
    pub(crate) async fn apply_with(
        &self,
        seeker: &Person,
        job: &str,
        attachment: &str,
        contact: &[&str],
    ) -> Answer {
        let body = json!({
            "job": job, "resume_version": 1, "attachment": attachment, "attachment_contact": contact,
        });
        self.ask("POST", "/api/applications", Some(&seeker.token), Some(&body)).await
    }

    pub(crate) fn new_id(&self) -> String {
        self.running.app.new_id().unwrap().to_string()
    }
}

/// Who is signed in.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub(crate) token: String,
    pub(crate) refresh: String,
    pub(crate) account: Uuid,
    /// Searches and looks by the routes of staff.
    pub(crate) staff: bool,
}

pub(crate) fn registration(company: &str) -> Value {
    json!({
        "name": "林一",
        "title": "招聘经理",
        "company": company,
        "industry": "软件",
        "size": "from20_to99",
        "address": "示例路 1 号",
        "introduction": "演示数据",
    })
}

pub(crate) fn job_content(title: &str) -> Value {
    json!({
        "title": title,
        "description": "写代码，写得清楚。",
        "salary": { "min": 1_500_000, "max": 2_400_000, "currency": "CNY", "period": "month", "months": 14 },
        "workplace": { "place": 310_104, "address": "", "point": null, "remote": false },
        "employment_type": "full_time",
        "experience": "any",
        "education": "any",
        "tags": ["Rust"],
    })
}

/// Why staff look.
pub(crate) fn reason() -> Value {
    json!({ "kind": "support", "text": "求职者来电求助，核对简历", "case_number": "K-17" })
}

/// A résumé with canary values where contact data stands.
pub(crate) fn resume_content(name: &str) -> Value {
    json!({
        "basic": { "name": name, "phone": CANARY_PHONE, "email": CANARY_EMAIL },
        "intention": { "position": "后端工程师", "places": [310_104] },
        "education": [{
            "id": Uuid::from_u128(1).to_string(),
            "school": "东陆大学",
            "degree": "bachelor",
            "start": "2017-09",
        }],
        "work": [{
            "id": Uuid::from_u128(2).to_string(),
            "company": "示例科技",
            "position": "工程师",
            "start": "2021-07",
            "current": true,
            "description": "联系我：13912345678，canary@example.com",
        }],
        "self_assessment": "写得清楚",
    })
}

/// A file that shows no contact data.
pub(crate) fn plain_pdf() -> Vec<u8> {
    MadePdf::of(&["An Yu", "Backend engineer, four years of clear code"]).bytes()
}

pub(crate) const CANARY_PHONE: &str = "13912345678";
pub(crate) const CANARY_EMAIL: &str = "canary@example.com";
