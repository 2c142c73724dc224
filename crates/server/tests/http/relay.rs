//! Contact by e-mail over aliases, from the mail that is handed in to the mail that goes out. Source: D1, D3, S-VIS-01,
//! S-VIS-03, S-VIS-05, S-VIS-09, I1, I2, I3.

use crate::mail::{Taken, dkim, is_signed, mail_server, through};
use crate::support::{CANARY_EMAIL, CANARY_PHONE, Person, Server};
use mail_parser::{Message, MessageParser, MimeHeaders};
use serde_json::{Value, json};
use std::cell::Cell;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use zhitu_domain::id::AccountId;
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_server::gateways::mail::Dkim;
use zhitu_server::ports::Clock;

pub(crate) const HR: &str = "lin.yi@corp.example";
const NOBODY: &str = "550 5.1.1 No such recipient";

/// Hands a mail in, as the operator's mail server does; the last answer.
pub(crate) async fn hand_in(to_server: SocketAddr, from: &str, to: &str, message: &str) -> String {
    let stream = tokio::net::TcpStream::connect(to_server).await.unwrap();
    let (reader, mut writer) = stream.into_split();
    let mut lines = BufReader::new(reader).lines();
    let mut answer = async || loop {
        let line = lines.next_line().await.unwrap().unwrap();
        if line.as_bytes()[3] == b' ' {
            return line;
        }
    };
    answer().await;
    for command in ["EHLO mail.example".to_owned(), format!("MAIL FROM:<{from}>"), format!("RCPT TO:<{to}>")]
    {
        writer.write_all(format!("{command}\r\n").as_bytes()).await.unwrap();
        let said = answer().await;
        if !said.starts_with('2') {
            return said;
        }
    }
    writer.write_all(b"DATA\r\n").await.unwrap();
    let said = answer().await;
    if !said.starts_with('3') {
        return said;
    }
    // A server that has had enough may close while more is on its way.
    let _cut_off = writer.write_all(format!("{message}\r\n.\r\n").as_bytes()).await;
    answer().await
}

pub(crate) fn letter(from: &str, to: &str, text: &str) -> String {
    format!(
        "From: {from}\r\nTo: {to}\r\nSubject: Hello\r\nMessage-ID: <{}@mua.example>\r\n\r\n{text}",
        text.len()
    )
}

/// A server that relays, the mails that it sent, a seeker who is open to all, a recruiter with a confirmed address.
pub(crate) struct Stage {
    pub(crate) server: Server,
    sent: Taken,
    pub(crate) seeker: Person,
    resume: String,
    pub(crate) recruiter: Person,
}

impl Stage {
    pub(crate) async fn each() -> Vec<Self> {
        // One for each server: what the first sends last is none of the second's mail.
        let takers = [mail_server("250 ok").await, mail_server("250 ok").await];
        let started = Cell::new(0);
        let servers = Server::each_with(|config| {
            config.mail = through(takers[started.get()].0);
            config.mail.listen = Some(([127, 0, 0, 1], 0).into());
            started.set(started.get() + 1);
        })
        .await;
        let mut stages = Vec::new();
        for (server, (_, sent)) in servers.into_iter().zip(takers) {
            stages.push(Self::set(server, sent).await);
        }
        stages
    }

    pub(crate) async fn set(server: Server, sent: Taken) -> Self {
        let all = sent.clone();
        Self::set_with(server, sent, async |address| mail_to(&all, address).await.1).await
    }

    /// The same where mails arrive elsewhere.
    pub(crate) async fn set_with(
        server: Server,
        sent: Taken,
        mut arrives: impl AsyncFnMut(&str) -> Vec<u8>,
    ) -> Self {
        let seeker = server.seeker("13900139000", "周予安").await;
        server.choose(&seeker, VisibilitySetting::Public).await;
        let resume = server.resume_of(&seeker).await;
        let recruiter = server.recruiter("13800138000", "招人科技有限公司").await;
        let stage = Self { server, sent, seeker, resume, recruiter };
        stage.ask_code(&stage.recruiter, HR).await;
        let message = arrives(HR).await;
        stage.bring_code(&stage.recruiter, HR, &message).await;
        stage
    }

    pub(crate) fn door(&self) -> SocketAddr {
        self.server.running.mail_address.unwrap()
    }

    /// The next mail to an address, with its return address.
    pub(crate) async fn mail_to(&self, address: &str) -> (String, Vec<u8>) {
        mail_to(&self.sent, address).await
    }

    async fn ask_code(&self, person: &Person, email: &str) {
        self.server.clock.advance(61);
        let body = json!({ "email": email });
        self.server.ask("PUT", "/api/recruiter/work-email", Some(&person.token), Some(&body)).await.ok();
    }

    async fn bring_code(&self, person: &Person, email: &str, message: &[u8]) {
        let text = MessageParser::default().parse(message).unwrap().body_text(0).unwrap().into_owned();
        let code: String = text.chars().filter(char::is_ascii_digit).take(6).collect();
        let body = json!({ "code": code });
        let confirmed = self.server.post(person, "/api/recruiter/work-email/confirm", &body).await.ok();
        assert_eq!(confirmed["email"], email);
    }

    pub(crate) async fn confirm(&self, person: &Person, email: &str) {
        self.ask_code(person, email).await;
        let (_, message) = self.mail_to(email).await;
        self.bring_code(person, email, &message).await;
    }

    pub(crate) async fn open(&self, person: &Person) -> crate::support::Answer {
        self.server.post(person, &format!("/api/recruiter/resumes/{}/relay", self.resume), &json!({})).await
    }

    pub(crate) async fn alias(&self) -> String {
        self.open(&self.recruiter).await.ok()["address"].as_str().unwrap().to_owned()
    }

    pub(crate) async fn relays(&self) -> Value {
        self.server.get(&self.seeker, "/api/relays").await.ok()
    }

    pub(crate) async fn set_open(&self, relay: &Value, open: bool) -> crate::support::Answer {
        let path = format!("/api/relays/{}", relay["id"].as_str().unwrap());
        self.server.ask("PUT", &path, Some(&self.seeker.token), Some(&json!({ "open": open }))).await
    }
}

/// Takes the next mail to an address out of those that were sent, with its return address.
async fn mail_to(sent: &Taken, address: &str) -> (String, Vec<u8>) {
    loop {
        let found = {
            let mut sent = sent.lock().unwrap();
            let to = format!("TO:<{address}>");
            sent.iter().position(|(envelope, _)| envelope.contains(&to)).map(|at| sent.remove(at))
        };
        if let Some((envelope, message)) = found {
            return (envelope.split(['<', '>']).nth(1).unwrap().to_owned(), message);
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

pub(crate) fn from_of(message: &[u8]) -> (String, String) {
    let mail: Message<'_> = MessageParser::default().parse(message).unwrap();
    let from = mail.from().unwrap().first().unwrap();
    (from.name().unwrap_or_default().to_owned(), from.address().unwrap().to_owned())
}

#[track_caller]
pub(crate) fn has_none_of(message: &[u8], known: &[&str]) {
    let mail = MessageParser::default().parse(message).unwrap();
    let mut all = String::from_utf8_lossy(message).to_lowercase();
    for part in &mail.parts {
        all.push_str(&String::from_utf8_lossy(part.contents()).to_lowercase());
        all.push_str(part.attachment_name().unwrap_or_default());
    }
    for known in known {
        assert!(!all.contains(known), "{known}: {all}");
    }
}

/// S-VIS-01, S-VIS-09, D1, D3, I1: a letter and its answer, with attachments, and neither side learns the other's address.
#[tokio::test]
async fn a_letter_and_its_answer_go_over_aliases() {
    let zone = Dkim::read("relay.example", &dkim()).unwrap().zone();
    for stage in Stage::each().await {
        let opened = stage.open(&stage.recruiter).await.ok();
        assert_eq!(opened["from"], HR);
        let alias = opened["address"].as_str().unwrap();
        assert_eq!(stage.alias().await, alias, "a repeat is the same");

        let letter = format!(
            "From: Lin Yi <{HR}>\r\nTo: {alias}\r\nSubject: =?utf-8?B?6Z2i6K+V?=\r\nMessage-ID: <1@corp.example>\r\n\
             MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\
             Content-Type: text/plain; charset=utf-8\r\n\r\n周五面试。\r\n-- \r\nLin Yi {HR} 13800138000\r\n--b\r\n\
             Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=map.pdf\r\n\r\n%PDF map\r\n--b--"
        );
        assert_eq!(hand_in(stage.door(), HR, alias, &letter).await, "250 2.0.0 Kept");
        let (_, message) = stage.mail_to(CANARY_EMAIL).await;
        assert!(is_signed(&message, &zone).await);
        has_none_of(&message, &[HR, "corp.example", "13800138000", CANARY_EMAIL]);
        let mail = MessageParser::default().parse(&message).unwrap();
        assert_eq!(mail.subject(), Some("面试"));
        assert!(mail.body_text(0).unwrap().contains("周五面试。"));
        assert_eq!(mail.attachment(0).unwrap().contents(), b"%PDF map");
        let (name, back) = from_of(&message);
        assert_eq!(name, "林一 · 招人科技有限公司");
        assert_ne!(back, alias);

        let answer = format!(
            "From: <{CANARY_EMAIL}>\r\nTo: {back}\r\nSubject: Re\r\nIn-Reply-To: <{}>\r\n\r\n好的。\r\n\
             On Friday <{CANARY_EMAIL}> got:\r\n> 周五面试。\r\n电话 139-1234-5678\r\n",
            mail.message_id().unwrap()
        );
        assert_eq!(hand_in(stage.door(), CANARY_EMAIL, &back, &answer).await, "250 2.0.0 Kept");
        let (_, message) = stage.mail_to(HR).await;
        assert!(is_signed(&message, &zone).await);
        has_none_of(&message, &[CANARY_EMAIL, CANARY_PHONE, "139-1234-5678"]);
        assert_eq!(from_of(&message), ("周予安".to_owned(), alias.to_owned()));

        let listed = stage.relays().await;
        assert_eq!(listed[0]["company"]["name"], "招人科技有限公司");
        assert_eq!((listed.as_array().unwrap().len(), &listed[0]["open"]), (1, &json!(true)));
        stage.server.end().await;
    }
}

/// I2, I3, S-VIS-09: whoever may not write is answered as if there were nobody, from the next mail on.
#[tokio::test]
async fn whoever_may_not_write_finds_nobody() {
    for stage in Stage::each().await {
        let (server, alias) = (&stage.server, stage.alias().await);
        let write = async |from: &str, to: &str| {
            let stage = &stage;
            hand_in(stage.door(), from, to, &letter(from, to, &format!("{}", stage.server.clock.now().0)))
                .await
        };
        assert_eq!(write(HR, &alias).await, "250 2.0.0 Kept");
        let back = from_of(&stage.mail_to(CANARY_EMAIL).await.1).1;
        assert_eq!(write(CANARY_EMAIL, &back).await, "250 2.0.0 Kept");

        let other = server.recruiter("13800138001", "别家科技有限公司").await;
        stage.confirm(&other, "other@else.example").await;
        let not_there = format!("{}@relay.example", "a".repeat(25));
        for (from, to) in [
            (HR, not_there.as_str()),
            (HR, "lin@relay.example"),
            (HR, "an.yu@elsewhere.example"),
            ("other@else.example", &alias),
            ("stranger@example.net", &alias),
            ("other@else.example", &back),
            (HR, &back),
            (CANARY_EMAIL, &alias),
            ("", &alias),
        ] {
            assert_eq!(write(from, to).await, NOBODY, "{from} {to}");
        }

        let both = async |expected: [&str; 2]| {
            assert_eq!([write(HR, &alias).await, write(CANARY_EMAIL, &back).await], expected);
        };
        let setting = async |setting| stage.server.choose(&stage.seeker, setting).await;
        // The seeker may answer whoever wrote; the company may not write first.
        setting(VisibilitySetting::Private).await;
        both([NOBODY, "250 2.0.0 Kept"]).await;
        assert_eq!(stage.open(&stage.recruiter).await.code(), "not_found");
        setting(VisibilitySetting::Public).await;
        both(["250 2.0.0 Kept", "250 2.0.0 Kept"]).await;

        let view = server.block(&stage.seeker, "招人科技").await;
        both([NOBODY, NOBODY]).await;
        assert_eq!(stage.open(&stage.recruiter).await.code(), "not_found");
        let path = format!("/api/visibility/blocks/{}", view["blocks"][0]["id"].as_str().unwrap());
        server.ask("DELETE", &path, Some(&stage.seeker.token), None).await.ok();
        both(["250 2.0.0 Kept", "250 2.0.0 Kept"]).await;

        let account = AccountId(stage.recruiter.account);
        let verify = async |verified| {
            let now = server.clock.now();
            server
                .running
                .app
                .store
                .recruiter_verify(account, verified, verified, "test", now)
                .await
                .unwrap();
        };
        verify(false).await;
        both([NOBODY, NOBODY]).await;
        verify(true).await;

        // Not by the clock of the test, which stands still: by life's.
        let relay = stage.relays().await[0].clone();
        stage.set_open(&relay, false).await.ok();
        let closed = std::time::Instant::now();
        both([NOBODY, NOBODY]).await;
        assert!(closed.elapsed() < Duration::from_secs(1));
        assert_eq!(stage.open(&stage.recruiter).await.code(), "not_found");
        assert_eq!(stage.set_open(&json!({ "id": server.new_id() }), false).await.code(), "not_found");
        let path = format!("/api/relays/{}", relay["id"].as_str().unwrap());
        let foreign = server.ask("PUT", &path, Some(&other.token), Some(&json!({ "open": true }))).await;
        assert_eq!(foreign.code(), "not_found");

        stage.set_open(&relay, true).await.ok();
        let anew = stage.alias().await;
        assert_ne!(anew, alias, "closed addresses stay dead");
        both([NOBODY, NOBODY]).await;
        assert_eq!(write(HR, &anew).await, "250 2.0.0 Kept");
        server.clock.advance(90 * 86_400);
        assert_eq!(write(HR, &anew).await, NOBODY, "aliases end");
        stage.server.end().await;
    }
}

/// S-VIS-03, S-VIS-05: where the table opens no e-mail there is no alias, and nothing says why.
#[tokio::test]
async fn an_alias_is_given_where_the_table_opens_the_channel() {
    for stage in Stage::each().await {
        let server = &stage.server;
        let staff = server.staff("13700137002").await;
        stage.confirm(&staff, "staff@platform.example").await;
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
                    assert!(answer.ok()["address"].as_str().unwrap().ends_with("@relay.example"));
                } else {
                    assert_eq!(answer.code(), "not_found", "{setting:?}");
                }
                let opened = server.open(viewer, &stage.resume).await;
                if opened.status == 200 {
                    assert_eq!(opened.body["relay"], given, "{setting:?}");
                }
            }
        }
        let job = server.job(&stage.recruiter, "后端工程师").await;
        let application = server.apply(&stage.seeker, &job).await.ok();
        let path = format!("/api/recruiter/applications/{}", application["id"].as_str().unwrap());
        assert_eq!(server.get(&stage.recruiter, &path).await.ok()["relay"], true);
        server.post(&stage.recruiter, &format!("{path}/relay"), &json!({})).await.ok();
        stage.server.end().await;
    }
}

#[tokio::test]
async fn a_work_address_is_confirmed_by_a_code() {
    for stage in Stage::each().await {
        let server = &stage.server;
        let other = server.recruiter("13800138001", "别家科技有限公司").await;
        assert_eq!(stage.open(&other).await.code(), "work_email_missing");
        let set = async |email: &str| {
            let body = json!({ "email": email });
            stage.server.ask("PUT", "/api/recruiter/work-email", Some(&other.token), Some(&body)).await
        };
        for bad in ["", "no address", "a@relay.example"] {
            assert_eq!(set(bad).await.code(), "invalid_field", "{bad}");
        }
        set("hr@else.example").await.ok();
        assert_eq!(set("hr@else.example").await.code(), "code_too_soon");
        let confirm = async |code: &str| {
            stage.server.post(&other, "/api/recruiter/work-email/confirm", &json!({ "code": code })).await
        };
        for _ in 0..5 {
            assert_eq!(confirm("x").await.code(), "code_wrong");
        }
        let (_, message) = stage.mail_to("hr@else.example").await;
        let text = MessageParser::default().parse(&message).unwrap().body_text(0).unwrap().into_owned();
        let code: String = text.chars().filter(char::is_ascii_digit).take(6).collect();
        assert_eq!(confirm(&code).await.code(), "code_wrong", "out of tries");
        assert_eq!(stage.open(&other).await.code(), "work_email_missing");

        // Whoever has the mailbox has the address.
        stage.confirm(&other, HR).await;
        assert_eq!(stage.open(&stage.recruiter).await.code(), "work_email_missing");
        let body = json!({ "email": "x@else.example" });
        let seeker =
            server.ask("PUT", "/api/recruiter/work-email", Some(&stage.seeker.token), Some(&body)).await;
        assert_eq!(seeker.code(), "not_verified");
        server.ask("DELETE", "/api/recruiter/work-email", Some(&other.token), None).await.ok();
        assert_eq!(stage.open(&other).await.code(), "work_email_missing");
        stage.server.end().await;
    }
}

#[tokio::test]
async fn without_a_relay_the_channel_is_not_offered() {
    let server = Server::start(|_| {}).await;
    let seeker = server.seeker("13900139000", "周予安").await;
    server.choose(&seeker, VisibilitySetting::Public).await;
    let resume = server.resume_of(&seeker).await;
    let recruiter = server.recruiter("13800138000", "招人科技有限公司").await;
    let opened = server.get(&recruiter, &format!("/api/recruiter/resumes/{resume}")).await.ok();
    assert_eq!(opened["relay"], false);
    let path = format!("/api/recruiter/resumes/{resume}/relay");
    assert_eq!(server.post(&recruiter, &path, &json!({})).await.code(), "not_found");
    let body = json!({ "email": HR });
    let set = server.ask("PUT", "/api/recruiter/work-email", Some(&recruiter.token), Some(&body)).await;
    assert_eq!(set.code(), "gateway_unavailable");
    server.end().await;
}

#[tokio::test]
async fn what_is_too_large_is_refused_and_not_kept() {
    for stage in Stage::each().await {
        let alias = stage.alias().await;
        let huge = "X-Head: ".to_owned() + &"x".repeat(10 << 20);
        let head = format!("From: {HR}\r\n{huge}\r\n\r\nhi");
        assert_eq!(
            hand_in(stage.door(), HR, &alias, &head).await,
            "552 5.3.4 The head of the mail is too large"
        );
        let body = letter(HR, &alias, &"x".repeat(10 << 20));
        assert_eq!(hand_in(stage.door(), HR, &alias, &body).await, "552 5.3.4 The mail is too large");
        let declared = format!("{HR}> SIZE=99999999 BODY=8BITMIME");
        let said = hand_in(stage.door(), declared.trim_end_matches('>'), &alias, "").await;
        assert!(said.starts_with('5'), "{said}");
        let due = stage.server.running.app.store.relay_mail_due(stage.server.clock.now(), 9).await.unwrap();
        assert!(due.is_empty() && stage.sent.lock().unwrap().is_empty());
        stage.server.end().await;
    }
}

/// I1, I3: a mail that does not arrive is told to its sender, in words that name nobody.
#[tokio::test]
async fn a_failure_comes_back_without_addresses() {
    for stage in Stage::each().await {
        let alias = stage.alias().await;
        hand_in(stage.door(), HR, &alias, &letter(HR, &alias, "hi")).await;
        let (bounce, _) = stage.mail_to(CANARY_EMAIL).await;
        let report = |action: &str| {
            format!(
                "From: MAILER-DAEMON@mail.example\r\nMIME-Version: 1.0\r\n\
                 Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n\
                 --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mail.example\r\n\r\n\
                 Final-Recipient: rfc822; {CANARY_EMAIL}\r\nAction: {action}\r\n\r\n--b--\r\n"
            )
        };
        for action in ["delayed", "failed", "failed"] {
            assert_eq!(hand_in(stage.door(), "", &bounce, &report(action)).await, "250 2.0.0 Kept");
        }
        let (_, notice) = stage.mail_to(HR).await;
        has_none_of(&notice, &[CANARY_EMAIL, "mailer-daemon", HR]);
        assert!(String::from_utf8_lossy(&notice).contains("Auto-Submitted: auto-replied"));
        assert_eq!(hand_in(stage.door(), HR, &bounce, &letter(HR, &bounce, "x")).await, NOBODY);
        assert_eq!(
            hand_in(stage.door(), "", "noreply@relay.example", &report("failed")).await,
            "250 2.0.0 Kept"
        );
        // One notice, however many reports come.
        let next = letter(HR, &alias, "after it");
        hand_in(stage.door(), HR, &alias, &next).await;
        stage.mail_to(CANARY_EMAIL).await;
        assert!(stage.sent.lock().unwrap().is_empty());
        stage.server.end().await;
    }
}

#[tokio::test]
async fn a_repeat_is_one_mail_and_too_many_wait() {
    for stage in Stage::each().await {
        let alias = stage.alias().await;
        for _ in 0..3 {
            let same = letter(HR, &alias, "same");
            assert_eq!(hand_in(stage.door(), HR, &alias, &same).await, "250 2.0.0 Kept");
        }
        for number in 1..30 {
            let other = letter(HR, &alias, &"x".repeat(number));
            assert_eq!(hand_in(stage.door(), HR, &alias, &other).await, "250 2.0.0 Kept");
        }
        let one_more = letter(HR, &alias, &"x".repeat(40));
        assert!(hand_in(stage.door(), HR, &alias, &one_more).await.starts_with("452 4.7.1"));
        for _ in 0..30 {
            stage.mail_to(CANARY_EMAIL).await;
        }
        assert!(stage.sent.lock().unwrap().is_empty());
        stage.server.clock.advance(3_601);
        assert_eq!(hand_in(stage.door(), HR, &alias, &one_more).await, "250 2.0.0 Kept");
        stage.server.end().await;
    }
}

#[tokio::test]
async fn what_goes_in_circles_or_comes_from_machines_is_refused() {
    let stage = Stage::each().await.remove(0);
    let alias = stage.alias().await;
    for (head, answer) in [
        ("X-Zhitu-Relay: 1", "554 5.4.6"),
        ("Auto-Submitted: auto-replied", "550 5.7.1"),
        ("List-Id: <all.corp.example>", "550 5.7.1"),
        ("From: other@corp.example", "550 5.7.1"),
    ] {
        let mail = format!("{head}\r\n{}", letter(HR, &alias, "hi"));
        let said = hand_in(stage.door(), HR, &alias, &mail).await;
        assert!(said.starts_with(answer), "{head}: {said}");
    }
    assert!(stage.sent.lock().unwrap().is_empty());
    stage.server.end().await;
}

/// I2: a mail that waits is decided about once more before it goes.
#[tokio::test]
async fn a_mail_that_waits_goes_when_it_can_and_only_if_it_still_may() {
    let (port, sent) = mail_server("250 ok").await;
    let server = Server::start(|config| {
        config.mail = through(port);
        config.mail.listen = Some(([127, 0, 0, 1], 0).into());
    })
    .await;
    let stage = Stage::set(server, sent).await;
    let alias = stage.alias().await;
    let store = &stage.server.running.app.store;
    // One whose time has not come yet.
    let ahead = stage.server.clock.now().plus_seconds(40);
    assert_eq!(hand_in(stage.door(), HR, &alias, &letter(HR, &alias, "first")).await, "250 2.0.0 Kept");
    stage.mail_to(CANARY_EMAIL).await;
    let relay = stage.relays().await[0].clone();
    let id = zhitu_domain::id::RelayMailId(stage.server.running.app.new_id().unwrap());
    let bounce = zhitu_server::relay::new_name(&stage.server.running.app).unwrap();
    let put = zhitu_storage::relay::NewRelayMail {
        id,
        relay: relay["id"].as_str().unwrap().parse().unwrap(),
        recruiter: AccountId(stage.recruiter.account),
        to_seeker: true,
        message: b"From: x@relay.example\r\n\r\nwaits\r\n",
        bounce: &bounce,
        fingerprint: b"waits",
        at: ahead,
        counted_since: ahead,
        most: 9,
    };
    store.relay_mail_put(&put).await.unwrap();
    stage.server.block(&stage.seeker, "招人科技").await;
    stage.server.clock.advance(60);
    let (_, notice) = stage.mail_to(HR).await;
    has_none_of(&notice, &[CANARY_EMAIL, "waits"]);
    assert!(stage.sent.lock().unwrap().is_empty());
    stage.server.end().await;
}
