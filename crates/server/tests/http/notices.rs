//! Notices outside the app: each kind by each way, and with nothing in them that is nobody's to send.
//! Source: S-VIS-06, S-VIS-10, S-OUT-02, I1, I2.

use crate::mail::{Taken, dkim, is_signed, mail_server, through};
use crate::notices_hook::{Own, hook};
use crate::support::{Answer, CANARY_EMAIL, CANARY_PHONE, Person, Server};
use mail_parser::MessageParser;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};
use zhitu_domain::id::AccountId;
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_domain::time::Timestamp;
use zhitu_server::gateways::mail::Dkim;
use zhitu_server::gateways::signature::SigningSecret;
use zhitu_server::ports::Clock;

pub(crate) const COMPANY: &str = "示例科技有限公司";
const ADDRESS: &str = "an.yu@example.org";

/// Waits for a condition.
#[track_caller]
pub(crate) fn until(what: &str, mut holds: impl FnMut() -> bool) -> impl Future<Output = ()> {
    let what = what.to_owned();
    async move {
        let begun = Instant::now();
        while !holds() {
            assert!(begun.elapsed() < Duration::from_secs(20), "never: {what}");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

pub(crate) async fn choose(server: &Server, person: &Person, kind: &str, way: &str, on: bool) -> Answer {
    let body = json!({ "kind": kind, "way": way, "on": on });
    server.ask("PUT", "/api/notices/choices", Some(&person.token), Some(&body)).await
}

/// A seeker whom employers find, a recruiter, and the seeker's résumé.
pub(crate) async fn two(server: &Server) -> (Person, Person, String) {
    let recruiter = server.recruiter("13800138000", COMPANY).await;
    let seeker = server.seeker("13900139000", "周予安").await;
    server.choose(&seeker, VisibilitySetting::Public).await;
    let resume = server.resume_of(&seeker).await;
    (seeker, recruiter, resume)
}

/// A request for contact data with what must not be passed on in its reason.
pub(crate) async fn ask(server: &Server, recruiter: &Person, resume: &str) -> Value {
    let path = format!("/api/recruiter/resumes/{resume}/contact-requests");
    let reason = format!("请打 {CANARY_PHONE} 找我，或写 {CANARY_EMAIL}");
    let body = json!({ "id": server.new_id(), "reason": reason, "wanted": ["phone", "email"] });
    server.post(recruiter, &path, &body).await.ok()
}

/// Waits until nothing is on its way to a person any more, however late it is due.
pub(crate) async fn quiet(server: &Server, person: &Person) {
    let begun = Instant::now();
    let (store, account) = (&server.running.app.store, AccountId(person.account));
    while store
        .notices_due(Timestamp(i64::MAX), 1_000)
        .await
        .unwrap()
        .iter()
        .any(|one| one.account == account)
    {
        assert!(begun.elapsed() < Duration::from_secs(20), "something stays on its way");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// The text messages that the development gateway kept, latest first; codes left out.
pub(crate) async fn texts(server: &Server) -> Vec<String> {
    let outbox = server.ask("GET", "/api/dev/outbox", None, None).await.ok();
    let texts = outbox.as_array().unwrap().iter().map(|message| message["text"].as_str().unwrap().to_owned());
    texts.filter(|text| text.starts_with("【职途】") && !text.contains("验证码")).collect()
}

/// A mail that was taken: its headers, its subject and its text.
#[derive(Debug)]
struct Read {
    raw: Vec<u8>,
    subject: String,
    text: String,
    id: String,
    link: Option<String>,
}

fn read((envelope, raw): (String, Vec<u8>)) -> Read {
    assert!(envelope.contains(&format!("TO:<{ADDRESS}>")), "{envelope}");
    let message = MessageParser::default().parse(&raw).unwrap();
    let header = |name: &str| message.header_raw(name).map(|value| value.trim().to_owned());
    let link = header("List-Unsubscribe").map(|value| {
        assert_eq!(header("List-Unsubscribe-Post").as_deref(), Some("List-Unsubscribe=One-Click"));
        value.strip_prefix('<').unwrap().strip_suffix('>').unwrap().to_owned()
    });
    Read {
        subject: message.subject().unwrap().to_owned(),
        text: message.body_text(0).unwrap().into_owned(),
        id: message.message_id().unwrap().to_owned(),
        link,
        raw: raw.clone(),
    }
}

fn mails(taken: &Taken) -> Vec<Read> {
    let all = taken.lock().unwrap().clone();
    all.into_iter().map(read).filter(|mail| mail.link.is_some()).collect()
}

pub(crate) async fn email(server: &Server, person: &Person, taken: &Taken) {
    let body = json!({ "email": ADDRESS });
    let sent = server.ask("PUT", "/api/notices/email", Some(&person.token), Some(&body)).await.ok();
    assert_eq!(sent["sent_to"], ADDRESS);
    let mail = read(taken.lock().unwrap().last().unwrap().clone());
    let code: String = mail.text.chars().skip_while(|letter| !letter.is_ascii_digit()).take(6).collect();
    let wrong = json!({ "code": if code == "123456" { "654321" } else { "123456" } });
    let confirm = "/api/notices/email/confirm";
    assert_eq!(server.post(person, confirm, &wrong).await.code(), "code_wrong");
    let settings = server.post(person, confirm, &json!({ "code": code })).await.ok();
    assert_eq!(settings["email"]["email"], ADDRESS);
    assert_eq!(server.post(person, confirm, &json!({ "code": code })).await.code(), "code_wrong", "used up");
}

/// A server that mails by a mail server of the test's, and what that took.
async fn mailing() -> Vec<(Server, Taken)> {
    let (port, taken) = mail_server("250 ok").await;
    let servers = Server::each_with(|config| {
        config.mail = through(port);
        "http://127.0.0.1:9".clone_into(&mut config.public_url);
    });
    let mut all = Vec::new();
    for server in servers.await {
        all.push((server, taken.clone()));
    }
    all
}

/// S-VIS-06, S-VIS-10, I1: each kind by each way, signed, and with no word and no contact data of anybody.
#[tokio::test]
async fn each_kind_arrives_by_each_way_and_says_no_more_than_that_it_happened() {
    for (server, taken) in mailing().await {
        taken.lock().unwrap().clear();
        let (seeker, recruiter, resume) = two(&server).await;
        let (own, url) = Own::start().await;
        let secret = hook(&server, &seeker, &url).await.ok()["secret"].as_str().unwrap().to_owned();
        email(&server, &seeker, &taken).await;
        for kind in ["contact_request", "message", "look", "application", "weekly_digest"] {
            for way in ["mail", "webhook"] {
                choose(&server, &seeker, kind, way, true).await.ok();
            }
        }
        choose(&server, &seeker, "application", "sms", true).await.ok();
        let job = server.job(&recruiter, "后端工程师").await;
        let application = server.apply(&seeker, &job).await.ok();
        let open = json!({ "about": "job", "job": job });
        let talk = server.post(&seeker, "/api/conversations", &open).await.ok()["id"].clone();

        let arrived = async |count: usize, kind: &str, subject: &str| {
            until(kind, || own.count() > count && mails(&taken).len() == count).await;
            assert_eq!(own.last()["kind"], kind);
            let mail = mails(&taken).pop().unwrap();
            assert!(mail.subject.contains(COMPANY) && mail.subject.contains(subject), "{}", mail.subject);
            assert_eq!(own.last()["by"], json!({ "kind": "company", "name": COMPANY }));
        };
        server.open(&recruiter, &resume).await.ok();
        arrived(1, "look", "opened your résumé").await;
        assert_eq!(own.last()["look"], "opened");
        ask(&server, &recruiter, &resume).await;
        arrived(2, "contact_request", "索要您的联系方式").await;
        server.say(&recruiter, &talk).await.ok();
        arrived(3, "message", "sent you a message").await;
        let stage = format!("/api/recruiter/applications/{}/stage", application["id"].as_str().unwrap());
        let body = json!({ "stage": "interview" });
        server.ask("PUT", &stage, Some(&recruiter.token), Some(&body)).await.ok();
        arrived(4, "application", "moved on").await;
        quiet(&server, &seeker).await;
        let mut text = texts(&server).await;
        assert!(text.pop().unwrap().contains("索要您的联系方式"), "a new account has chosen that");
        assert!(text.pop().unwrap().contains("有新进展") && text.is_empty());

        // The clock of the tests begins on a Wednesday.
        server.clock.advance(6 * 86_400);
        until("the digest", || own.last()["kind"] == "weekly_digest" && mails(&taken).len() == 5).await;
        let looks = json!({ "by": { "kind": "company", "name": COMPANY }, "opened": 1, "downloaded": 0 });
        assert_eq!(own.last()["looks"], json!([looks]));
        assert!(mails(&taken)[4].text.contains(&format!("- {COMPANY}: opened 1, downloaded 0")));

        let zone = Dkim::read("relay.example", &dkim()).unwrap().zone();
        for mail in mails(&taken) {
            assert!(is_signed(&mail.raw, &zone).await, "with the headers that mail programs act on");
            let altered =
                String::from_utf8_lossy(&mail.raw).replacen("List-Unsubscribe: <", "List-Unsubscribe: <x", 1);
            assert!(!is_signed(altered.as_bytes(), &zone).await);
        }
        let ids: BTreeSet<String> = mails(&taken).into_iter().map(|mail| mail.id).collect();
        assert_eq!(ids.len(), 5, "each has a Message-ID of its own");
        let secret = SigningSecret::new(&secret).unwrap();
        for (signature, body) in own.received() {
            let at: i64 = signature[2..].split(',').next().unwrap().parse().unwrap();
            assert!(secret.signed(&signature, body.as_bytes(), Timestamp(at * 1_000_000)), "{body}");
            let later = server.clock.now().plus_seconds(86_400);
            assert!(!secret.signed(&signature, body.as_bytes(), later), "an old one is not taken again");
        }
        let said = mails(&taken).iter().map(|mail| mail.text.clone() + &mail.subject).collect::<String>()
            + &texts(&server).await.concat()
            + &own.received().into_iter().map(|(_, body)| body).collect::<String>();
        for canary in
            [CANARY_PHONE, CANARY_EMAIL, "13800138000", "13900139000", "林一", "周予安", "请打", "您好"]
        {
            assert!(!said.contains(canary), "{canary} is in {said}");
        }
        server.end().await;
    }
}

/// S-OUT-02: one click of a mail program ends a kind, and a link that is dead says nothing.
#[tokio::test]
async fn one_click_ends_a_kind_of_mail() {
    for (server, taken) in mailing().await {
        taken.lock().unwrap().clear();
        let (seeker, recruiter, resume) = two(&server).await;
        email(&server, &seeker, &taken).await;
        for kind in ["look", "weekly_digest"] {
            choose(&server, &seeker, kind, "mail", true).await.ok();
        }
        server.open(&recruiter, &resume).await.ok();
        until("a mail", || !mails(&taken).is_empty()).await;
        let mail = mails(&taken).pop().unwrap();
        let link = mail.link.unwrap();
        assert!(mail.text.contains(&link) && link.len() < 200);
        let path = link.strip_prefix("http://127.0.0.1:9").unwrap().to_owned();
        let looks = json!({ "kind": "look", "way": "mail" });
        let choices = async || server.get(&seeker, "/api/notices").await.ok()["choices"].clone();
        let is_on = async || choices().await.as_array().unwrap().contains(&looks);
        let click = async |path: &str| {
            let post =
                server.request("POST", path).header("content-type", "application/x-www-form-urlencoded");
            server.send(post.body("List-Unsubscribe=One-Click")).await
        };

        let page = server.ask("GET", &path, None, None).await;
        assert_eq!(page.status, 200);
        let locked = page.headers["content-security-policy"].to_str().unwrap();
        assert!(locked.contains("default-src 'none'") && page.body.as_str().unwrap().contains("<form"));
        assert!(is_on().await, "programs follow links that nobody clicked");

        let mut altered = path.clone().into_bytes();
        let last = altered.len() - 2;
        altered[last] = if altered[last] == b'A' { b'B' } else { b'A' };
        let altered = String::from_utf8(altered).unwrap();
        let short = &path[..path.len() - 8];
        let mut dead = Vec::new();
        for path in [&altered, short, "/api/notices/unsubscribe/x", "/api/notices/unsubscribe/%E4%BD%A0"] {
            dead.push(crate::visibility::told(&click(path).await));
        }
        assert!(is_on().await);
        let good = crate::visibility::told(&click(&path).await);
        assert!(dead.iter().all(|one| *one == good), "it says nothing: {dead:?}");
        assert!(!is_on().await);
        let rest = choices().await.to_string();
        assert!(rest.contains("weekly_digest") && rest.contains("sms"), "only this kind: {rest}");
        assert_eq!(click(&path).await.status, 200, "twice is once");
        server.open(&recruiter, &resume).await.ok();
        quiet(&server, &seeker).await;
        assert_eq!(mails(&taken).len(), 1);

        choose(&server, &seeker, "look", "mail", true).await.ok();
        server.ask("DELETE", "/api/notices/email", Some(&seeker.token), None).await.ok();
        assert_eq!(crate::visibility::told(&click(&path).await), good);
        assert!(is_on().await, "the link was of that address");
        server.end().await;
    }
}

/// S-VIS-06: whoever chose nothing hears of a request, five times a day at most.
#[tokio::test]
async fn a_number_gets_five_text_messages_a_day() {
    for server in Server::each().await {
        let (seeker, recruiter, resume) = two(&server).await;
        for count in [1, 2, 3, 4, 5, 5] {
            ask(&server, &recruiter, &resume).await;
            quiet(&server, &seeker).await;
            assert_eq!(texts(&server).await.len(), count);
        }
        let outbox = server.ask("GET", "/api/dev/outbox", None, None).await.ok();
        assert_eq!(outbox[0]["to_tail"], "00", "the number that they sign in with");
        server.clock.advance(86_400);
        let recruiter = server.signed_in("13800138000").await;
        ask(&server, &recruiter, &resume).await;
        quiet(&server, &seeker).await;
        assert_eq!(texts(&server).await.len(), 6);
        server.end().await;
    }
}

/// What a server does not have is not chosen, and is switched off all the same.
#[tokio::test]
async fn only_what_is_there_can_be_chosen() {
    for server in Server::each().await {
        let (seeker, ..) = two(&server).await;
        let there = server.get(&seeker, "/api/notices").await.ok();
        let offered = there["offered"].as_array().unwrap();
        let by = |way: &str| offered.iter().filter(|one| one["way"] == way).count();
        assert_eq!((by("mail"), by("sms"), by("webhook")), (0, 2, 5));
        assert_eq!(there["choices"], json!([{ "kind": "contact_request", "way": "sms" }]));
        assert_eq!((&there["phone_tail"], &there["zone"]), (&json!("00"), &json!("Asia/Shanghai")));
        for kind in ["message", "look", "weekly_digest"] {
            let refused = choose(&server, &seeker, kind, "sms", true).await;
            assert_eq!(
                (refused.code().as_str(), &refused.body["detail"]["field"]),
                ("invalid_field", &json!("way"))
            );
        }
        assert_eq!(choose(&server, &seeker, "look", "mail", true).await.code(), "gateway_unavailable");
        choose(&server, &seeker, "look", "mail", false).await.ok();
        let body = json!({ "email": ADDRESS });
        let refused = server.ask("PUT", "/api/notices/email", Some(&seeker.token), Some(&body)).await;
        assert_eq!(refused.code(), "gateway_unavailable");
        for email in ["", "an.yu", "an@", "an yu@example.org"] {
            let body = json!({ "email": email });
            let refused = server.ask("PUT", "/api/notices/email", Some(&seeker.token), Some(&body)).await;
            assert_eq!(refused.code(), "invalid_field", "{email}");
        }
        for zone in ["", "Mars/Olympus", "+08:00", "../etc/passwd", &"A".repeat(61)] {
            let body = json!({ "zone": zone });
            let refused = server.ask("PUT", "/api/notices/zone", Some(&seeker.token), Some(&body)).await;
            assert_eq!(
                (refused.code().as_str(), &refused.body["detail"]["field"]),
                ("invalid_field", &json!("zone")),
                "{zone}"
            );
        }
        let zone = json!({ "zone": "europe/berlin" });
        let set = server.ask("PUT", "/api/notices/zone", Some(&seeker.token), Some(&zone)).await.ok();
        assert_eq!(set["zone"], "Europe/Berlin");
        server.end().await;
    }
}

/// A mail server that will never take a mail for an address is not asked again, and the person sees it.
#[tokio::test]
async fn an_address_that_is_refused_for_good_is_shown_as_failing() {
    let (port, _) = mail_server("550 no such mailbox").await;
    let change = |config: &mut zhitu_server::Config| {
        config.mail = through(port);
        config.public_url = "https://market.example".to_owned();
    };
    for server in Server::each_with(change).await {
        let (seeker, recruiter, resume) = two(&server).await;
        let (store, account) = (&server.running.app.store, AccountId(seeker.account));
        let email = zhitu_domain::relay::EmailAddress::parse(ADDRESS).unwrap();
        confirmed(&server, account, &email).await;
        choose(&server, &seeker, "look", "mail", true).await.ok();
        server.open(&recruiter, &resume).await.ok();
        quiet(&server, &seeker).await;
        assert!(store.notice_settings(account).await.unwrap().email.unwrap().failing_since.is_some());
        assert!(server.get(&seeker, "/api/notices").await.ok()["email"]["failing_since"].is_i64());
        server.end().await;
    }
}

/// An address as one that answered a code, which this mail server takes none of.
async fn confirmed(server: &Server, account: AccountId, email: &zhitu_domain::relay::EmailAddress) {
    use zhitu_storage::email_code::{EmailCode, EmailPurpose, NewEmailCode};
    let (store, now) = (&server.running.app.store, server.clock.now());
    let purpose = EmailPurpose::Notices;
    let (email_key, code_hash) = (b"key".to_vec(), b"code".to_vec());
    let code = NewEmailCode {
        account,
        purpose,
        email,
        email_key: &email_key,
        code_hash: &code_hash,
        at: now,
        expires_at: now.plus_seconds(60),
        quiet_since: now.plus_seconds(-60),
        counted_since: now.plus_seconds(-60),
        most: 1,
    };
    store.email_code_put(&code).await.unwrap();
    let code = EmailCode { email: email.clone(), email_key, code_hash };
    assert!(store.notice_email_confirm(account, &code, now).await.unwrap());
}

/// S-VIS-10: on Monday at nine in the person's time zone, and only when somebody looked.
#[tokio::test]
async fn the_weekly_digest_comes_on_monday_at_nine_when_somebody_looked() {
    for server in Server::each().await {
        let (seeker, recruiter, resume) = two(&server).await;
        let (own, url) = Own::start().await;
        hook(&server, &seeker, &url).await.ok();
        choose(&server, &seeker, "weekly_digest", "webhook", true).await.ok();
        server.open(&recruiter, &resume).await.ok();
        server.open(&recruiter, &resume).await.ok();
        // 2026-11-18, 19:06:40 in Shanghai: nine on Monday is 4 days, 13 hours, 53 minutes and 20 seconds away.
        let due = 4 * 86_400 + 13 * 3_600 + 53 * 60 + 20;
        server.clock.advance(due - 30 * 60);
        let waits = server.running.app.store.digests_due(server.clock.now(), 10).await.unwrap();
        assert_eq!((waits.len(), own.count()), (0, 1), "not before nine");
        server.clock.advance(60 * 60);
        until("the digest", || own.count() == 2).await;
        let told = own.last();
        assert_eq!((&told["kind"], &told["looks"][0]["opened"]), (&json!("weekly_digest"), &json!(2)));

        // A quiet week, then one with a look of a company that is blocked by Monday and one of another.
        server.clock.advance(8 * 86_400);
        let recruiter = server.signed_in("13800138000").await;
        let other = server.recruiter("13800138001", "海风数据有限公司").await;
        let seeker = server.signed_in("13900139000").await;
        server.open(&recruiter, &resume).await.ok();
        server.open(&other, &resume).await.ok();
        server.block(&seeker, COMPANY).await;
        server.clock.advance(7 * 86_400);
        until("the next digest", || own.count() == 3).await;
        let by = json!({ "kind": "company", "name": "海风数据有限公司" });
        assert_eq!(own.last()["looks"], json!([{ "by": by, "opened": 1, "downloaded": 0 }]));
        server.end().await;
    }
}
