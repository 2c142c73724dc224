//! Contact by virtual number, with a provider that is a server of its own. Source: D1, D4, S-VIS-01, S-VIS-03, S-VIS-05,
//! S-VIS-09, S-REC-10, I1, I2, I3.

use crate::support::{Answer, CANARY_EMAIL, CANARY_PHONE, Person, Server, resume_content};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use zhitu_domain::id::AccountId;
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_server::config::{Config, HttpTelephonyConfig, TelephonyGatewayConfig};
use zhitu_server::gateways::signature::SigningSecret;
use zhitu_server::ports::Clock;

pub(crate) const SECRET: &str = "shared with the provider";
pub(crate) const HR_PHONE: &str = "13800138000";

/// How the provider answers.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Mood {
    /// The next free number, or that it ended.
    Well,
    /// This, whatever is asked.
    Says(String),
    /// A failure of its own.
    Down,
    /// Nothing until another mood.
    Waits,
}

/// A provider that binds: an HTTP server on a port of its own.
#[derive(Clone)]
pub(crate) struct Provider {
    pub(crate) url: String,
    asked: Arc<Mutex<Vec<(String, Value)>>>,
    mood: Arc<tokio::sync::watch::Sender<Mood>>,
    given: Arc<Mutex<u32>>,
}

impl Provider {
    pub(crate) async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let provider = Self {
            url: format!("http://{}/zhitu", listener.local_addr().unwrap()),
            asked: Arc::default(),
            mood: Arc::new(tokio::sync::watch::Sender::new(Mood::Well)),
            given: Arc::default(),
        };
        let router = axum::Router::new().fallback(Self::take).with_state(provider.clone());
        tokio::spawn(axum::serve(listener, router).into_future());
        provider
    }

    async fn take(State(provider): State<Self>, headers: HeaderMap, body: String) -> Response {
        let signature = headers["zhitu-signature"].to_str().unwrap();
        let seconds: i64 = signature[2..].split(',').next().unwrap().parse().unwrap();
        let at = zhitu_domain::time::Timestamp(seconds * 1_000_000);
        assert!(SigningSecret::new(SECRET).unwrap().signed(signature, body.as_bytes(), at));
        let asked: Value = serde_json::from_str(&body).unwrap();
        let key = headers["idempotency-key"].to_str().unwrap().to_owned();
        provider.asked.lock().unwrap().push((key, asked.clone()));
        let mut mood = provider.mood.subscribe();
        let mood = mood.wait_for(|mood| *mood != Mood::Waits).await.unwrap().clone();
        match mood {
            Mood::Down => StatusCode::SERVICE_UNAVAILABLE.into_response(),
            Mood::Says(said) => said.into_response(),
            _ if asked["kind"] == "unbind" => StatusCode::NO_CONTENT.into_response(),
            _ => {
                let mut given = provider.given.lock().unwrap();
                *given += 1;
                axum::Json(json!({ "number": format!("+121255501{given:02}") })).into_response()
            }
        }
    }

    pub(crate) fn be(&self, mood: Mood) {
        self.mood.send_replace(mood);
    }

    fn all(&self, kind: &str) -> Vec<Value> {
        let asked = self.asked.lock().unwrap();
        asked.iter().map(|(_, body)| body.clone()).filter(|body| body["kind"] == kind).collect()
    }

    pub(crate) async fn binds(&self, count: usize) -> Vec<Value> {
        while self.all("bind").len() < count {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        self.all("bind")
    }

    /// Waits until a binding was ended here.
    pub(crate) async fn ended(&self, binding: &Value) {
        while !self.all("unbind").iter().any(|body| body["binding"] == *binding) {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

pub(crate) fn through(config: &mut Config, provider: &Provider) {
    config.telephony.gateway = TelephonyGatewayConfig::Http(HttpTelephonyConfig {
        provider: "示例通信有限公司".into(),
        url: provider.url.clone(),
        secret: SECRET.into(),
        callback_url: "https://zhitu.example/api/telephony/events".into(),
        timeout_s: 1,
    });
}

/// A server that binds, its provider, a seeker who is open to all, a recruiter.
pub(crate) struct Stage {
    pub(crate) server: Server,
    pub(crate) provider: Provider,
    pub(crate) seeker: Person,
    pub(crate) recruiter: Person,
    pub(crate) resume: String,
}

impl Stage {
    pub(crate) async fn each() -> Vec<Self> {
        Self::each_with(|_| {}).await
    }

    pub(crate) async fn each_with(change: impl Fn(&mut Config)) -> Vec<Self> {
        let mut stages = Vec::new();
        let provider = Provider::start().await;
        let changed = |config: &mut Config| {
            through(config, &provider);
            change(config);
        };
        for server in Server::each_with(changed).await {
            // Each with one of its own would need its address before the server's: they share, one after the other.
            let seeker = server.seeker("13900139000", "周予安").await;
            server.choose(&seeker, VisibilitySetting::Public).await;
            let resume = server.resume_of(&seeker).await;
            let recruiter = server.recruiter(HR_PHONE, "招人科技有限公司").await;
            stages.push(Self { server, provider: provider.clone(), seeker, recruiter, resume });
        }
        stages
    }

    pub(crate) async fn open(&self, viewer: &Person) -> Answer {
        let path = format!("/api/recruiter/resumes/{}/virtual-number", self.resume);
        let answer = self.server.post(viewer, &path, &json!({})).await;
        shows_no_real_number(&answer);
        answer
    }

    pub(crate) async fn number(&self) -> String {
        self.open(&self.recruiter).await.ok()["number"].as_str().unwrap().to_owned()
    }

    pub(crate) async fn listed(&self) -> Value {
        let answer = self.server.get(&self.seeker, "/api/virtual-numbers").await;
        shows_no_real_number(&answer);
        answer.ok()
    }

    pub(crate) async fn set_open(&self, channel: &Value, open: bool) -> Answer {
        let path = format!("/api/virtual-numbers/{}", channel["id"].as_str().unwrap());
        self.server.ask("PUT", &path, Some(&self.seeker.token), Some(&json!({ "open": open }))).await
    }

    /// The latest binding that the provider was asked for.
    pub(crate) fn latest(&self) -> Value {
        self.provider.all("bind").pop().unwrap()["binding"].clone()
    }
}

#[track_caller]
fn shows_no_real_number(answer: &Answer) {
    let all = format!("{} {:?}", answer.body, answer.headers);
    for real in [CANARY_PHONE, HR_PHONE, CANARY_EMAIL] {
        assert!(!all.contains(real), "{real}: {all}");
    }
}

/// S-VIS-01, S-VIS-09, S-REC-10, D1, D4, I1: one number for one pair, known to both, and the real ones to the provider
/// alone.
#[tokio::test]
async fn a_number_connects_the_two_and_shows_neither() {
    for stage in Stage::each().await {
        let policy = stage.server.ask("GET", "/api/policy?language=zh-CN", None, None).await.ok();
        assert!(policy.to_string().contains("示例通信有限公司"), "the policy names who is told");
        let (server, before) = (&stage.server, stage.provider.all("bind").len());
        let opened = server.get(&stage.recruiter, &format!("/api/recruiter/resumes/{}", stage.resume)).await;
        assert_eq!(opened.ok()["virtual_number"], true);
        let now = server.clock.now();
        let answer = stage.open(&stage.recruiter).await.ok();
        let number = answer["number"].as_str().unwrap();
        assert!(answer["ends_at"].as_i64().unwrap() >= now.plus_seconds(86_400).0);
        assert_eq!((&answer["calls"], &answer["development"]), (&json!([]), &json!(false)));
        assert_eq!(stage.number().await, number, "a repeat is the same");

        let asked = stage.provider.all("bind").split_off(before);
        assert_eq!(asked.len(), 1);
        let real = (format!("+86{CANARY_PHONE}"), format!("+86{HR_PHONE}"));
        assert_eq!((&asked[0]["a"], &asked[0]["b"]), (&json!(real.0), &json!(real.1)));
        assert_eq!(asked[0]["expires_at"], answer["ends_at"]);
        assert_eq!(asked[0]["callback_url"], "https://zhitu.example/api/telephony/events");
        let key = stage.provider.asked.lock().unwrap().last().unwrap().0.clone();
        assert_eq!(json!(key), asked[0]["binding"]);

        let listed = stage.listed().await;
        assert_eq!(listed[0]["company"]["name"], "招人科技有限公司");
        assert_eq!(listed[0]["numbers"], json!([{ "number": number, "ends_at": answer["ends_at"] }]));

        let other = server.recruiter("13800138001", "别家科技有限公司").await;
        let elsewhere = stage.open(&other).await.ok();
        assert_ne!(elsewhere["number"], number, "no number is two companies'");
        assert_eq!(stage.listed().await.as_array().unwrap().len(), 2);

        let job = server.job(&stage.recruiter, "后端工程师").await;
        let application = server.apply(&stage.seeker, &job).await.ok();
        let path = format!("/api/recruiter/applications/{}", application["id"].as_str().unwrap());
        let applicant = server.get(&stage.recruiter, &path).await;
        shows_no_real_number(&applicant);
        assert_eq!(applicant.ok()["virtual_number"], true);
        server.choose(&stage.seeker, VisibilitySetting::Private).await;
        let path = format!("{path}/virtual-number");
        server.post(&stage.recruiter, &path, &json!({})).await.ok();
        assert_eq!(server.post(&other, &path, &json!({})).await.code(), "not_found");
        assert_eq!(server.get(&stage.recruiter, "/api/virtual-numbers").await.ok(), json!([]));
        stage.server.end().await;
    }
}

/// S-VIS-01, S-VIS-03, S-VIS-05: where the table opens no number there is none, and nothing says why.
#[tokio::test]
async fn a_number_is_given_where_the_table_opens_the_channel() {
    for stage in Stage::each().await {
        let server = &stage.server;
        let staff = server.staff("13700137002").await;
        for (setting, employer, platform) in [
            (VisibilitySetting::Public, true, true),
            (VisibilitySetting::Platform, false, true),
            (VisibilitySetting::PlatformAndPartial, false, true),
            (VisibilitySetting::Private, false, false),
            (VisibilitySetting::ContactHidden, false, false),
        ] {
            server.choose(&stage.seeker, setting).await;
            for (viewer, given) in [(&stage.recruiter, employer), (&staff, platform)] {
                let answer = stage.open(viewer).await;
                if given {
                    answer.ok();
                } else {
                    let path = format!("/api/recruiter/resumes/{}/virtual-number", server.new_id());
                    let nowhere = server.post(viewer, &path, &json!({})).await;
                    assert_eq!((answer.status, answer.body), (nowhere.status, nowhere.body), "{setting:?}");
                }
                let opened = server.open(viewer, &stage.resume).await;
                if opened.status == 200 {
                    assert_eq!(opened.body["virtual_number"], given, "{setting:?}");
                }
                let found = server.search(viewer).await.ok();
                if let Some(channels) = found["hits"][0]["channels"].as_array() {
                    assert_eq!(channels.contains(&json!("virtual_number")), given, "{setting:?}");
                }
            }
        }
        assert_eq!(stage.open(&stage.seeker).await.code(), "not_verified");
        stage.server.end().await;
    }
}

/// I2, S-VIS-09: whatever takes the right away ends the number at the provider within a second, and hides it at once.
#[tokio::test]
async fn what_may_not_stay_is_ended_at_once() {
    for stage in Stage::each().await {
        let server = &stage.server;
        let store = &server.running.app.store;
        let account = AccountId(stage.recruiter.account);
        let ends = async |given: &str, why: &str, may_ask: bool| {
            let since = Instant::now();
            let listed = stage.listed().await;
            assert!(!listed.to_string().contains(given), "{why}: {listed}");
            if !may_ask {
                let answer = stage.open(&stage.recruiter).await;
                assert!(
                    ["not_found", "not_verified", "not_entitled"].contains(&answer.code().as_str()),
                    "{why}"
                );
            }
            let binding = stage.latest();
            stage.provider.ended(&binding).await;
            assert!(since.elapsed() < Duration::from_secs(1), "{why}: {:?}", since.elapsed());
        };

        let number = stage.number().await;
        let channel = stage.listed().await[0].clone();
        stage.set_open(&channel, false).await.ok();
        ends(&number, "closed by the seeker", false).await;
        let opened = server.get(&stage.recruiter, &format!("/api/recruiter/resumes/{}", stage.resume)).await;
        assert_eq!(opened.ok()["virtual_number"], false);
        assert_eq!(stage.set_open(&json!({ "id": server.new_id() }), true).await.code(), "not_found");
        let path = format!("/api/virtual-numbers/{}", channel["id"].as_str().unwrap());
        let foreign =
            server.ask("PUT", &path, Some(&stage.recruiter.token), Some(&json!({ "open": true }))).await;
        assert_eq!(foreign.code(), "not_found");
        stage.set_open(&channel, true).await.ok();
        let anew = stage.number().await;
        assert_ne!(anew, number, "a number that was ended stays dead");

        let body = json!({ "setting": VisibilitySetting::Private });
        server.ask("PUT", "/api/visibility", Some(&stage.seeker.token), Some(&body)).await.ok();
        ends(&anew, "another setting", false).await;
        server.choose(&stage.seeker, VisibilitySetting::Public).await;

        let number = stage.number().await;
        let view = server.block(&stage.seeker, "招人科技").await;
        ends(&number, "a block", false).await;
        let path = format!("/api/visibility/blocks/{}", view["blocks"][0]["id"].as_str().unwrap());
        server.ask("DELETE", &path, Some(&stage.seeker.token), None).await.ok();

        let number = stage.number().await;
        store.recruiter_verify(account, false, false, "test", server.clock.now()).await.unwrap();
        ends(&number, "no recruiter any more", false).await;
        store.recruiter_verify(account, true, true, "test", server.clock.now()).await.unwrap();

        let number = stage.number().await;
        let company = store.company_by_name("招人科技有限公司").await.unwrap().unwrap().id;
        store.company_entitle(company, false, "test", server.clock.now()).await.unwrap();
        ends(&number, "no search of people any more", false).await;
        store.company_entitle(company, true, "test", server.clock.now()).await.unwrap();

        let number = stage.number().await;
        let mut content = resume_content("周予安");
        content["basic"]["phone"] = json!("13912345679");
        let body = json!({ "base_version": 1, "content": content });
        server.ask("PUT", "/api/resume", Some(&stage.seeker.token), Some(&body)).await.ok();
        ends(&number, "another phone", true).await;
        assert_ne!(stage.number().await, number);
        assert_eq!(stage.provider.all("bind").pop().unwrap()["a"], "+8613912345679");

        // An application gives what the setting does not, until it is withdrawn.
        server.choose(&stage.seeker, VisibilitySetting::Public).await;
        let job = server.job(&stage.recruiter, "后端工程师").await;
        let body = json!({ "job": job, "resume_version": 2 });
        let application = server.post(&stage.seeker, "/api/applications", &body).await.ok();
        let id = application["id"].as_str().unwrap();
        server.choose(&stage.seeker, VisibilitySetting::Private).await;
        let number = stage.number().await;
        server.post(&stage.seeker, &format!("/api/applications/{id}/withdraw"), &json!({})).await.ok();
        ends(&number, "a withdrawal", false).await;
        let path = format!("/api/recruiter/applications/{id}/virtual-number");
        assert_eq!(server.post(&stage.recruiter, &path, &json!({})).await.code(), "not_found");

        server.choose(&stage.seeker, VisibilitySetting::Public).await;
        let staff = server.staff("13700137002").await;
        stage.open(&staff).await.ok();
        store.account_close(AccountId(staff.account), "test", server.clock.now()).await.unwrap();
        stage.provider.ended(&stage.latest()).await;
        stage.number().await;
        store.account_close(AccountId(stage.seeker.account), "test", server.clock.now()).await.unwrap();
        assert_eq!(stage.open(&stage.recruiter).await.code(), "not_found");
        stage.provider.ended(&stage.latest()).await;
        stage.server.end().await;
    }
}

/// S-VIS-09: a number ends by itself.
#[tokio::test]
async fn a_number_ends_after_its_hours() {
    for stage in Stage::each().await {
        let (server, number) = (&stage.server, stage.number().await);
        let binding = stage.latest();
        // Sessions end sooner than numbers.
        let later = async |seconds| {
            server.clock.advance(seconds);
            let number = {
                let recruiter = server.signed_in(HR_PHONE).await;
                stage.open(&recruiter).await.ok()["number"].as_str().unwrap().to_owned()
            };
            let seeker = server.signed_in("13900139000").await;
            (number, server.get(&seeker, "/api/virtual-numbers").await.ok())
        };
        let (same, listed) = later(86_300).await;
        assert_eq!((&same, &listed[0]["numbers"][0]["number"]), (&number, &json!(number)));
        let (other, listed) = later(100).await;
        stage.provider.ended(&binding).await;
        assert_ne!(other, number);
        assert_eq!(listed[0]["numbers"].as_array().unwrap().len(), 1, "{listed}");
        stage.server.end().await;
    }
}

/// Where nobody binds there is no such channel.
#[tokio::test]
async fn without_a_gateway_the_channel_is_not_offered() {
    let server = Server::start(|_| {}).await;
    let seeker = server.seeker("13900139000", "周予安").await;
    server.choose(&seeker, VisibilitySetting::Public).await;
    let resume = format!("/api/recruiter/resumes/{}", server.resume_of(&seeker).await);
    let recruiter = server.recruiter(HR_PHONE, "招人科技有限公司").await;
    assert_eq!(server.get(&recruiter, &resume).await.ok()["virtual_number"], false);
    let answer = server.post(&recruiter, &format!("{resume}/virtual-number"), &json!({})).await;
    assert_eq!(answer.code(), "not_found");
    let event = json!({ "kind": "call_began", "id": "1", "binding": server.new_id(), "call": "1" });
    let told = server.ask("POST", "/api/telephony/events", None, Some(&event)).await;
    assert_eq!(told.code(), "signature_invalid");
    server.end().await;
}

/// The demo says what would happen, over numbers of fiction, and calls nobody.
#[tokio::test]
async fn the_development_gateway_plays_calls() {
    let server = Server::start(|config| config.telephony.gateway = TelephonyGatewayConfig::Development).await;
    let seeker = server.seeker("13900139000", "周予安").await;
    server.choose(&seeker, VisibilitySetting::Public).await;
    let path = format!("/api/recruiter/resumes/{}/virtual-number", server.resume_of(&seeker).await);
    let recruiter = server.recruiter(HR_PHONE, "招人科技有限公司").await;
    let opened = server.post(&recruiter, &path, &json!({})).await.ok();
    let number = opened["number"].as_str().unwrap();
    assert!(number[5..].starts_with("55501") && opened["development"] == true, "{number}");
    let outbox = server.ask("GET", "/api/dev/outbox", None, None).await;
    shows_no_real_number(&outbox);
    assert!(outbox.ok()[0]["text"].as_str().unwrap().contains(number));

    let play = json!({ "number": number });
    let played = server.post(&seeker, "/api/dev/calls", &play).await.ok();
    assert!(played["text"].as_str().unwrap().contains("演示数据"), "{played}");
    let calls = server.post(&recruiter, &path, &json!({})).await.ok()["calls"].clone();
    assert_eq!((calls.as_array().unwrap().len(), &calls[0]["seconds"]), (1, &json!(180)));
    let listed = server.get(&seeker, "/api/virtual-numbers").await.ok();
    assert_eq!(listed[0]["calls"], calls);
    let stranger = server.signed_in("13700137000").await;
    for (person, number) in [(&stranger, number), (&seeker, "+12125550199"), (&seeker, "x")] {
        let answer = server.post(person, "/api/dev/calls", &json!({ "number": number })).await;
        assert_eq!(answer.code(), "not_found");
    }
    server.end().await;
}
