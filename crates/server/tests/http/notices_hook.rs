//! Notices to a person's own address: what that must be, what is tried again, and what is not sent any more (I2).

use crate::notices::{COMPANY, ask, choose, quiet, two, until};
use crate::support::{Answer, Person, Server};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};

/// How an address answers.
#[derive(Debug, Clone, Default)]
enum Mood {
    /// 200, and the challenge when it gets one.
    #[default]
    Good,
    /// This status.
    Status(u16),
    /// A redirect there.
    Leads(String),
    /// The challenge and then much more.
    Long,
    /// Another's challenge.
    Wrong,
    /// Never.
    Silent,
}

/// An address of a person's own, which takes what is posted and answers as it is told.
#[derive(Clone, Default)]
pub(crate) struct Own {
    received: Arc<Mutex<Vec<(String, String)>>>,
    mood: Arc<Mutex<Mood>>,
}

impl Own {
    pub(crate) async fn start() -> (Self, String) {
        let own = Self::default();
        let router = axum::Router::new().fallback(take).with_state(own.clone());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/mine", listener.local_addr().unwrap());
        tokio::spawn(axum::serve(listener, router).into_future());
        (own, url)
    }

    fn be(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }

    /// Signatures and bodies.
    pub(crate) fn received(&self) -> Vec<(String, String)> {
        self.received.lock().unwrap().clone()
    }

    pub(crate) fn count(&self) -> usize {
        self.received.lock().unwrap().len()
    }

    pub(crate) fn last(&self) -> Value {
        serde_json::from_str(&self.received.lock().unwrap().last().unwrap().1).unwrap()
    }
}

async fn take(State(own): State<Own>, headers: HeaderMap, body: String) -> Response {
    let signature = headers["zhitu-signature"].to_str().unwrap().to_owned();
    let json: Value = serde_json::from_str(&body).unwrap();
    own.received.lock().unwrap().push((signature, body));
    let challenge = json["challenge"].as_str().unwrap_or_default().to_owned();
    let mood = own.mood.lock().unwrap().clone();
    match mood {
        Mood::Good => challenge.into_response(),
        Mood::Status(status) => (StatusCode::from_u16(status).unwrap(), challenge).into_response(),
        Mood::Leads(there) => (StatusCode::TEMPORARY_REDIRECT, [("location", there)]).into_response(),
        Mood::Long => (challenge + &" ".repeat(5_000) + "x").into_response(),
        Mood::Wrong => "another".into_response(),
        Mood::Silent => std::future::pending().await,
    }
}

pub(crate) async fn hook(server: &Server, person: &Person, url: &str) -> Answer {
    server.ask("PUT", "/api/notices/webhook", Some(&person.token), Some(&json!({ "url": url }))).await
}

/// Nobody has the server call what only it reaches, or has notices sent to a stranger.
#[tokio::test]
async fn an_address_is_used_only_after_it_answered_the_challenge() {
    for server in Server::each().await {
        let (seeker, ..) = two(&server).await;
        let ((own, url), (other, elsewhere)) = (Own::start().await, Own::start().await);
        let refused = async |url: &str| {
            let answer = hook(&server, &seeker, url).await;
            assert_eq!(answer.code(), "webhook_refused", "{url}");
            answer.body["detail"]["reason"].as_str().unwrap().to_owned()
        };
        for (bad, reason) in [
            ("", "form"),
            ("hook.example", "form"),
            ("http://hook.example/", "form"),
            ("http://10.0.0.1/", "form"),
            ("https://user:word@hook.example/", "form"),
            ("https://10.0.0.1/", "private"),
            ("https://169.254.169.254/latest/meta-data", "private"),
            ("https://[fd00::1]/", "private"),
        ] {
            assert_eq!(refused(bad).await, reason, "{bad}");
        }
        assert_eq!(refused(&format!("https://hook.example/{}", "x".repeat(500))).await, "form");
        let nobody = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
        assert_eq!(refused(&format!("http://{nobody}/")).await, "unreachable");
        for mood in [Mood::Status(302), Mood::Status(500), Mood::Leads(elsewhere), Mood::Long, Mood::Wrong] {
            own.be(mood.clone());
            assert_eq!(refused(&url).await, "unconfirmed", "{mood:?}");
        }
        assert_eq!(other.count(), 0, "a redirect is not followed");
        own.be(Mood::Silent);
        assert_eq!(refused(&url).await, "unreachable", "it is not waited for longer than some seconds");
        assert_eq!(server.get(&seeker, "/api/notices").await.ok()["webhook"], Value::Null);

        own.be(Mood::Good);
        let first = hook(&server, &seeker, &url).await.ok();
        assert_eq!(first["settings"]["webhook"]["url"], url);
        assert!(!server.get(&seeker, "/api/notices").await.ok().to_string().contains("secret"), "shown once");
        let second = hook(&server, &seeker, &url).await.ok();
        assert_ne!(first["secret"], second["secret"], "each has its own");
        server.end().await;
    }
}

/// A server that people reach from elsewhere lets no loopback in, whatever it listens on.
#[tokio::test]
async fn a_server_that_is_reached_from_elsewhere_calls_nothing_of_its_own_machine() {
    let (own, url) = Own::start().await;
    for public in [true, false] {
        let server = Server::start(|config| {
            config.behind_proxy = !public;
            if public {
                config.public_url = "https://market.example".to_owned();
            }
        })
        .await;
        let (seeker, ..) = two(&server).await;
        let sealed = url.replace("http:", "https:");
        let named = sealed.replace("127.0.0.1", "localhost");
        for (url, reason) in [(&url, "form"), (&sealed, "private"), (&named, "private")] {
            let refused = hook(&server, &seeker, url).await;
            assert_eq!(
                (refused.code().as_str(), &refused.body["detail"]["reason"]),
                ("webhook_refused", &json!(reason))
            );
        }
        assert_eq!(own.count(), 0);
        server.end().await;
    }
}

/// A notice is tried again under the same id for a day, and then its way is shown as failing until something arrives.
#[tokio::test]
async fn what_was_not_taken_comes_again_under_the_same_id() {
    for server in Server::each().await {
        let (seeker, recruiter, resume) = two(&server).await;
        let (own, url) = Own::start().await;
        hook(&server, &seeker, &url).await.ok();
        choose(&server, &seeker, "look", "webhook", true).await.ok();
        own.be(Mood::Status(500));
        server.open(&recruiter, &resume).await.ok();
        until("the first try", || own.count() == 2).await;
        let first = own.last();
        let mut tries = 2;
        for pause in [60, 300, 1_800, 7_200, 21_600, 21_600, 33_840] {
            put_off(&server, tries - 1).await;
            server.clock.advance(pause + 1);
            tries += 1;
            until("the next try", || own.count() == tries).await;
            assert_eq!(own.last(), first, "the same again");
        }
        quiet(&server, &seeker).await;
        let seeker = server.signed_in("13900139000").await;
        assert!(server.get(&seeker, "/api/notices").await.ok()["webhook"]["failing_since"].is_i64());

        own.be(Mood::Good);
        let recruiter = server.signed_in("13800138000").await;
        server.open(&recruiter, &resume).await.ok();
        until("another", || own.count() == tries + 1).await;
        assert_ne!(own.last()["id"], first["id"]);
        quiet(&server, &seeker).await;
        assert_eq!(server.get(&seeker, "/api/notices").await.ok()["webhook"]["failing_since"], Value::Null);
        server.end().await;
    }
}

/// Waits until it was noted that a notice did not arrive so often.
async fn put_off(server: &Server, tries: usize) {
    let store = &server.running.app.store;
    let noted = async || {
        let all = store.notices_due(zhitu_domain::time::Timestamp(i64::MAX), 10).await.unwrap();
        all.iter().any(|notice| notice.tries as usize == tries)
    };
    while !noted().await {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}

/// I2: what is retracted, refused, or a blocked company's by the time it goes is not told any more.
#[tokio::test]
async fn what_is_over_by_the_time_it_goes_is_not_told() {
    for server in Server::each().await {
        let (seeker, recruiter, resume) = two(&server).await;
        let refused = server.recruiter("13800138001", "云栈科技有限公司").await;
        let retracted = server.recruiter("13800138002", "海风数据有限公司").await;
        let other = server.recruiter("13800138003", "青木软件有限公司").await;
        let job = server.job(&recruiter, "后端工程师").await;
        let application = server.apply(&seeker, &job).await.ok();
        let open = json!({ "about": "job", "job": job });
        let talk = server.post(&seeker, "/api/conversations", &open).await.ok()["id"].clone();
        choose(&server, &seeker, "contact_request", "sms", false).await.ok();
        let (own, url) = Own::start().await;
        hook(&server, &seeker, &url).await.ok();
        for kind in ["contact_request", "message", "look", "application"] {
            choose(&server, &seeker, kind, "webhook", true).await.ok();
        }
        own.be(Mood::Status(503));
        let stage = format!("/api/recruiter/applications/{}/stage", application["id"].as_str().unwrap());
        let body = json!({ "stage": "interview" });
        server.ask("PUT", &stage, Some(&recruiter.token), Some(&body)).await.ok();
        server.say(&recruiter, &talk).await.ok();
        server.open(&recruiter, &resume).await.ok();
        ask(&server, &recruiter, &resume).await;
        let asked = ask(&server, &refused, &resume).await;
        let back = ask(&server, &retracted, &resume).await;
        until("all six are tried once", || own.count() == 7).await;

        server.block(&seeker, COMPANY).await;
        let answer = format!("/api/contact-requests/{}/answer", asked["id"].as_str().unwrap());
        let refuse = json!({ "answer": { "kind": "refuse" } });
        server.ask("PUT", &answer, Some(&seeker.token), Some(&refuse)).await.ok();
        let path = format!("/api/recruiter/contact-requests/{}", back["id"].as_str().unwrap());
        server.ask("DELETE", &path, Some(&retracted.token), None).await.ok();
        own.be(Mood::Good);
        server.clock.advance(61);
        quiet(&server, &seeker).await;
        assert_eq!(own.count(), 7, "nothing of it went out again: {}", own.last());
        ask(&server, &other, &resume).await;
        until("what is not over", || own.count() == 8).await;
        assert_eq!(own.last()["by"]["name"], "青木软件有限公司");
        server.end().await;
    }
}

/// A server that is ended in the middle of sending loses nothing: the next sends it again, under the same id.
#[tokio::test]
async fn a_server_that_is_killed_while_it_sends_is_followed_by_one_that_sends_it_again() {
    let key = "5a".repeat(32);
    for mut server in Server::each_with(|config| config.secret_key = key.clone()).await {
        let (seeker, recruiter, resume) = two(&server).await;
        let (own, url) = Own::start().await;
        hook(&server, &seeker, &url).await.ok();
        choose(&server, &seeker, "look", "webhook", true).await.ok();
        own.be(Mood::Silent);
        server.open(&recruiter, &resume).await.ok();
        until("it is being sent", || own.count() == 2).await;
        let first = own.last();

        let database = server.running.app.config.database_url();
        let mut heir = Server::start(|config| {
            config.secret_key = key.clone();
            config.database_url = database;
        })
        .await;
        std::mem::swap(&mut server.running, &mut heir.running);
        let Server { running: killed, clock, .. } = heir;
        // Ends what it has under way at once.
        drop(killed);
        own.be(Mood::Good);
        clock.advance(600);
        until("it is sent again", || own.count() == 3).await;
        assert_eq!(own.last(), first);
        quiet(&server, &seeker).await;
        server.end().await;
    }
}

#[tokio::test]
async fn a_message_of_staff_is_told_as_theirs_while_they_may_write() {
    for server in Server::each().await {
        let (seeker, _, resume) = two(&server).await;
        let (own, url) = Own::start().await;
        hook(&server, &seeker, &url).await.ok();
        choose(&server, &seeker, "message", "webhook", true).await.ok();
        let before = own.count();
        let staff = server.staff("13700137000").await;
        let open = json!({ "about": "resume", "resume": resume, "job": null });
        let talk = server.post(&staff, "/api/conversations", &open).await.ok()["id"].clone();
        server.say(&staff, &talk).await.ok();
        until("the message", || own.count() > before).await;
        assert_eq!(own.last()["kind"], "message");
        assert_eq!(own.last()["by"], json!({ "kind": "platform" }));
        server.end().await;
    }
}
