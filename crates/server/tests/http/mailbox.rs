//! Applications in a company's own mailbox: what goes there, what does not any more, and who answers from there.
//! Source: S-APP-01, S-APP-02, S-REC-10, S-VIS-09, S-RGT-13, I1, I2, I4.

use crate::downloads::{no_canary, text, unpacked};
use crate::mail::{Taken, dkim, is_signed, mail_server, mail_server_answering, mail_server_at, through};
use crate::notices::{COMPANY, until};
use crate::relay::{from_of, hand_in, has_none_of, letter};
use crate::support::{CANARY_EMAIL, CANARY_PHONE, Person, Server, job_content, registration};
use clap::Parser;
use mail_parser::{MessageParser, MimeHeaders};
use serde_json::{Value, json};
use std::cell::Cell;
use zhitu_domain::id::{AccountId, CompanyId};
use zhitu_domain::relay::EmailAddress;
use zhitu_domain::time::Timestamp;
use zhitu_server::admin::{self, Admin};
use zhitu_server::config::{MailConfig, MailGatewayConfig};
use zhitu_server::gateways::mail::Dkim;
use zhitu_server::ports::Clock;
use zhitu_storage::email_code::{EmailCode, EmailPurpose, NewEmailCode};

const PATH: &str = "/api/recruiter/mailbox";
const MAILBOX: &str = "jobs@corp.example";

/// A mail that was taken for the mailbox.
pub(crate) struct Read {
    raw: Vec<u8>,
    id: String,
    subject: String,
    pub(crate) text: String,
    reply_to: Option<String>,
    /// The name and the bytes of the copy.
    file: Option<(String, Vec<u8>)>,
    /// The same of the applicant's own file.
    pub(crate) own_file: Option<(String, Vec<u8>)>,
}

/// What was taken for the mailbox, codes left out.
pub(crate) fn mails(taken: &Taken) -> Vec<Read> {
    let all = taken.lock().unwrap().clone();
    let to = format!("TO:<{MAILBOX}>");
    let read = |(_, raw): (String, Vec<u8>)| {
        let message = MessageParser::default().parse(&raw).unwrap();
        let file = |number| {
            let file = message.attachment(number)?;
            Some((file.attachment_name().unwrap().to_owned(), file.contents().to_vec()))
        };
        Read {
            id: message.message_id().unwrap().to_owned(),
            subject: message.subject().unwrap().to_owned(),
            text: message.body_text(0).unwrap().into_owned(),
            reply_to: message.reply_to().map(|to| to.first().unwrap().address().unwrap().to_owned()),
            file: file(0),
            own_file: file(1),
            raw: raw.clone(),
        }
    };
    let all = all.into_iter().filter(|(envelope, _)| envelope.contains(&to)).map(read);
    all.filter(|mail| !mail.subject.contains("验证码")).collect()
}

/// The code of a copy, as its mail names it.
fn code_of(mail: &Read) -> String {
    let rest = mail.text.split("ZT-").nth(1).unwrap();
    format!("ZT-{}", &rest[..19])
}

/// Servers that mail by a mail server of their own each, and relay.
pub(crate) async fn mailing() -> Vec<(Server, Taken)> {
    let takers = [mail_server("250 ok").await, mail_server("250 ok").await];
    let started = Cell::new(0);
    let servers = Server::each_with(|config| {
        config.mail = through(takers[started.get()].0);
        config.mail.listen = Some(([127, 0, 0, 1], 0).into());
        started.set(started.get() + 1);
    })
    .await;
    servers.into_iter().zip(takers).map(|(server, (_, taken))| (server, taken)).collect()
}

async fn shown(server: &Server, who: &Person) -> Value {
    server.get(who, PATH).await.ok()["mailbox"].clone()
}

/// Sets the mailbox by its code, as a recruiter does.
pub(crate) async fn set(server: &Server, who: &Person, taken: &Taken) {
    let sent = server.ask("PUT", PATH, Some(&who.token), Some(&json!({ "email": MAILBOX }))).await.ok();
    assert_eq!(sent["sent_to"], MAILBOX);
    let (_, raw) = taken.lock().unwrap().last().unwrap().clone();
    let text = MessageParser::default().parse(&raw).unwrap().body_text(0).unwrap().into_owned();
    let code: String = text.chars().filter(char::is_ascii_digit).take(6).collect();
    let confirm = format!("{PATH}/confirm");
    let wrong = json!({ "code": if code == "123456" { "654321" } else { "123456" } });
    assert_eq!(server.post(who, &confirm, &wrong).await.code(), "code_wrong");
    let view = server.post(who, &confirm, &json!({ "code": code })).await.ok();
    assert_eq!((&view["offered"], &view["mailbox"]["email"]), (&json!(true), &json!(MAILBOX)));
    assert_eq!(server.post(who, &confirm, &json!({ "code": code })).await.code(), "code_wrong", "used up");
}

/// The same where no mail server takes the code.
async fn set_in_the_database(server: &Server, who: &Person) -> CompanyId {
    let (store, account, at) = (&server.running.app.store, AccountId(who.account), server.clock.now());
    let company = store.recruiter_get(account).await.unwrap().unwrap().company.id;
    let email = EmailAddress::parse(MAILBOX).unwrap();
    let code = NewEmailCode {
        account,
        purpose: EmailPurpose::Mailbox,
        email: &email,
        email_key: b"key",
        code_hash: b"code",
        at,
        expires_at: at.plus_seconds(60),
        quiet_since: at.plus_seconds(-60),
        counted_since: at.plus_seconds(-60),
        most: 1,
    };
    store.email_code_put(&code).await.unwrap();
    let code = EmailCode { email: email.clone(), email_key: b"key".to_vec(), code_hash: b"code".to_vec() };
    assert!(store.mailbox_confirm(account, company, &code, at).await.unwrap());
    company
}

/// How often each mail on its way was tried.
async fn on_their_way(server: &Server) -> Vec<u32> {
    let due = server.running.app.store.application_mails_due(Timestamp(i64::MAX), 100).await.unwrap();
    due.into_iter().map(|mail| mail.tries).collect()
}

/// Waits until the mails on their way are these tries.
pub(crate) async fn tried(server: &Server, tries: &[u32]) {
    let begun = std::time::Instant::now();
    loop {
        let mut there = on_their_way(server).await;
        there.sort_unstable();
        if there == tries {
            return;
        }
        assert!(begun.elapsed() < std::time::Duration::from_secs(20), "{there:?} instead of {tries:?}");
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}

async fn preview(server: &Server, seeker: &Person, job: &str) -> bool {
    let path = format!("/api/applications/preview/{job}");
    server.get(seeker, &path).await.ok()["mailed"].as_bool().unwrap()
}

async fn apply(server: &Server, seeker: &Person, job: &str) -> String {
    server.apply(seeker, job).await.ok()["id"].as_str().unwrap().to_owned()
}

async fn withdraw(server: &Server, seeker: &Person, application: &str) {
    server.post(seeker, &format!("/api/applications/{application}/withdraw"), &json!({})).await.ok();
}

async fn looks(server: &Server, seeker: &Person) -> Value {
    server.get(seeker, "/api/visibility/looks").await.ok()
}

#[derive(Parser)]
struct Line {
    #[command(subcommand)]
    admin: Admin,
}

pub(crate) async fn operator(server: &Server, words: &[&str]) -> String {
    let app = &server.running.app;
    let line = Line::try_parse_from([&["admin"], words].concat()).unwrap();
    admin::run(&app.config, line.admin, app.clock.as_ref(), app.rng.as_ref()).await.unwrap()
}

/// S-APP-01, S-APP-02, S-REC-10, I1, I4: the copy that was shown, marked in the name of who set the mailbox, with what was
/// ticked for this company and no other contact data; the seeker sees that it went there.
#[tokio::test]
async fn an_application_reaches_the_mailbox_as_a_marked_copy() {
    let folder = tempfile::tempdir().unwrap();
    let zone = Dkim::read("relay.example", &dkim()).unwrap().zone();
    for (server, taken) in mailing().await {
        let recruiter = server.recruiter("13800138000", COMPANY).await;
        let colleague = server.recruiter("13800138001", COMPANY).await;
        let seeker = server.seeker("13900139000", "周予安").await;
        let job = server.new_id();
        let mut content = job_content("后端工程师");
        content["form_contact"] = json!(["phone", "email"]);
        let path = format!("/api/recruiter/jobs/{job}");
        server.ask("PUT", &path, Some(&recruiter.token), Some(&json!({ "content": content }))).await.ok();
        assert_eq!(shown(&server, &colleague).await, json!(null));
        assert!(!preview(&server, &seeker, &job).await);
        set(&server, &recruiter, &taken).await;
        let seen = shown(&server, &colleague).await;
        assert_eq!((&seen["email"], &seen["set_by"]), (&json!(MAILBOX), &json!("林一")));
        assert_eq!((&seen["active"], &seen["failing_since"]), (&json!(true), &json!(null)));
        assert!(preview(&server, &seeker, &job).await);

        let body = json!({ "job": job, "resume_version": 1, "form_contact": ["phone"] });
        for _ in 0..2 {
            server.post(&seeker, "/api/applications", &body).await.ok();
        }
        until("the mail", || !mails(&taken).is_empty()).await;
        tried(&server, &[]).await;
        let [mail] = mails(&taken).try_into().ok().unwrap();
        assert!(mail.subject.contains("后端工程师") && mail.subject.contains("周予安"), "{}", mail.subject);
        assert!(is_signed(&mail.raw, &zone).await);
        assert_eq!(mail.own_file, None);
        let altered = String::from_utf8_lossy(&mail.raw).replacen("Reply-To: ", "Reply-To: x", 1);
        assert!(!is_signed(altered.as_bytes(), &zone).await, "where answers go is signed");
        assert!(mail.text.contains(CANARY_PHONE), "ticked for this company: {}", mail.text);
        let (name, pdf) = mail.file.as_ref().unwrap();
        assert_eq!(name, "周予安-后端工程师.pdf");
        no_canary(&unpacked(pdf));
        let read = text(pdf, folder.path());
        no_canary(read.as_bytes());
        let code = code_of(&mail);
        for part in ["周予安", COMPANY, "林一", "站内消息", "北京时间", &code] {
            assert!(read.contains(part), "{part}: {read}");
        }
        let alias = mail.reply_to.clone().unwrap();
        assert!(alias.ends_with("@relay.example") && !alias.starts_with("noreply"), "{alias}");
        has_none_of(&mail.raw, &[CANARY_EMAIL, "13900139000", "13800138000"]);

        let seen = looks(&server, &seeker).await;
        assert_eq!((seen.as_array().unwrap().len(), &seen[0]["kind"]), (1, &json!("mailed")));
        assert_eq!((&seen[0]["company"]["name"], &seen[0]["job"]), (&json!(COMPANY), &json!("后端工程师")));
        let mine = server.get(&seeker, "/api/applications").await.ok();
        assert_eq!(
            (&mine[0]["stage"], &mine[0]["first_viewed_at"]),
            (&json!("submitted"), &json!(null)),
            "nobody opened it with that"
        );

        let leaked = folder.path().join("leaked.pdf");
        std::fs::write(&leaked, pdf).unwrap();
        let said = operator(&server, &["trace", leaked.to_str().unwrap()]).await;
        for part in ["certain: download", COMPANY, "林一", &recruiter.account.to_string(), &code, "mailed to"]
        {
            assert!(said.contains(part), "{part}: {said}");
        }
        assert!(!said.contains("周予安") && !said.contains(&colleague.account.to_string()));
        server.end().await;
    }
}

/// S-VIS-09, D3: an answer from the mailbox reaches the applicant over the relay, and theirs the mailbox; neither side learns
/// the other's address, and nobody else writes there.
#[tokio::test]
async fn answering_the_mail_reaches_the_applicant_over_the_relay() {
    for (server, taken) in mailing().await {
        let recruiter = server.recruiter("13800138000", COMPANY).await;
        let seeker = server.seeker("13900139000", "周予安").await;
        let job = server.job(&recruiter, "后端工程师").await;
        set(&server, &recruiter, &taken).await;
        apply(&server, &seeker, &job).await;
        until("the mail", || !mails(&taken).is_empty()).await;
        let alias = mails(&taken)[0].reply_to.clone().unwrap();
        let door = server.running.mail_address.unwrap();
        let write =
            async |from: &str, to: &str, words: &str| hand_in(door, from, to, &letter(from, to, words)).await;

        let nobody = "550 5.1.1 No such recipient";
        assert_eq!(write("other@corp.example", &alias, "hello").await, nobody);
        let words = format!("Friday? {MAILBOX}");
        assert_eq!(write(MAILBOX, &alias, &words).await, "250 2.0.0 Kept");
        let to_seeker =
            |(envelope, _): &(String, Vec<u8>)| envelope.contains(&format!("TO:<{CANARY_EMAIL}>"));
        until("the letter", || taken.lock().unwrap().iter().any(to_seeker)).await;
        let (_, message) = taken.lock().unwrap().iter().find(|one| to_seeker(one)).unwrap().clone();
        has_none_of(&message, &[MAILBOX, "corp.example", "13800138000"]);
        let (name, back) = from_of(&message);
        assert_eq!(name, format!("林一 · {COMPANY}"));

        let before = mails(&taken).len();
        assert_eq!(write(CANARY_EMAIL, &back, "Friday it is.").await, "250 2.0.0 Kept");
        until("the answer", || mails(&taken).len() > before).await;
        let answer = mails(&taken).pop().unwrap();
        assert_eq!(from_of(&answer.raw).1, alias);
        has_none_of(&answer.raw, &[CANARY_EMAIL]);

        // The channel is the seeker's to close, and the mailbox any colleague's to take away.
        let relay = server.get(&seeker, "/api/relays").await.ok()[0]["id"].as_str().unwrap().to_owned();
        let path = format!("/api/relays/{relay}");
        server.ask("PUT", &path, Some(&seeker.token), Some(&json!({ "open": false }))).await.ok();
        assert_eq!(write(MAILBOX, &alias, "hello again").await, nobody);
        let other = server.job(&recruiter, "测试工程师").await;
        let before = mails(&taken).len();
        apply(&server, &seeker, &other).await;
        until("the next mail", || mails(&taken).len() > before).await;
        let mail = mails(&taken).pop().unwrap();
        assert!(mail.reply_to.is_none() && mail.text.contains("没有人收"), "{}", mail.text);
        server.ask("PUT", &path, Some(&seeker.token), Some(&json!({ "open": true }))).await.ok();
        let third = server.job(&recruiter, "数据工程师").await;
        let before = mails(&taken).len();
        apply(&server, &seeker, &third).await;
        until("one more", || mails(&taken).len() > before).await;
        let alias = mails(&taken).pop().unwrap().reply_to.unwrap();
        assert_eq!(write(MAILBOX, &alias, "and again").await, "250 2.0.0 Kept");
        server.ask("DELETE", PATH, Some(&recruiter.token), None).await.ok();
        assert_eq!(write(MAILBOX, &alias, "once more").await, nobody);
        server.end().await;
    }
}

/// I2: it is decided about when it goes. What was withdrawn, is to a company that is blocked by then, or in the name of a
/// recruiter who may not recruit any more, is mailed to nobody.
#[tokio::test]
async fn what_may_not_go_any_more_is_not_mailed() {
    let ports = [free().await, free().await];
    let started = Cell::new(0);
    let servers = Server::each_with(|config| {
        config.mail = through(ports[started.get()]);
        started.set(started.get() + 1);
    });
    for (server, port) in servers.await.into_iter().zip(ports) {
        let recruiter = server.recruiter("13800138000", COMPANY).await;
        let rival = server.recruiter("13800138001", "海风数据有限公司").await;
        let jobs = [server.job(&recruiter, "后端工程师").await, server.job(&rival, "数据分析师").await];
        set_in_the_database(&server, &recruiter).await;
        let people = [
            server.seeker("13900139000", "周予安").await,
            server.seeker("13900139001", "何其然").await,
            server.seeker("13900139002", "沈知微").await,
            server.seeker("13900139003", "陆明川").await,
        ];
        server.block(&people[3], COMPANY).await;
        let withdrawn = apply(&server, &people[0], &jobs[0]).await;
        apply(&server, &people[0], &jobs[1]).await;
        apply(&server, &people[1], &jobs[0]).await;
        apply(&server, &people[2], &jobs[0]).await;
        let despite = json!({ "job": jobs[0], "resume_version": 1, "despite_block": true });
        server.post(&people[3], "/api/applications", &despite).await.ok();
        // The mail server is away, and the other company has no mailbox.
        tried(&server, &[1, 1, 1, 1]).await;
        withdraw(&server, &people[0], &withdrawn).await;
        server.block(&people[1], COMPANY).await;
        tried(&server, &[1, 1, 1, 1]).await;

        let (_, taken) = mail_server_at(port, "250 ok").await;
        server.clock.advance(61);
        // The first try recorded a copy of what was withdrawn since: the mailbox is asked to delete it should it have it.
        until("what may go", || mails(&taken).len() == 3).await;
        tried(&server, &[]).await;
        let said: String = mails(&taken).iter().map(|mail| mail.subject.clone() + &mail.text).collect();
        assert!(said.contains("沈知微") && said.contains("陆明川"), "{said}");
        assert!(!said.contains("周予安") && !said.contains("何其然"), "{said}");
        assert_eq!(mails(&taken).iter().filter(|mail| mail.file.is_none()).count(), 1);

        // Taken back of who set it, nothing goes, and the seeker is told that nothing will.
        let (store, account) = (&server.running.app.store, AccountId(recruiter.account));
        store.recruiter_verify(account, true, false, "test", server.clock.now()).await.unwrap();
        assert!(!preview(&server, &people[0], &jobs[0]).await);
        let colleague = server.recruiter("13800138002", COMPANY).await;
        let seen = shown(&server, &colleague).await;
        assert_eq!((&seen["active"], &seen["set_by"]), (&json!(false), &json!("林一")));
        apply(&server, &people[0], &jobs[0]).await;
        tried(&server, &[]).await;
        // And so when they recruit for another company.
        let elsewhere = registration("别家科技有限公司");
        server.ask("PUT", "/api/recruiter", Some(&recruiter.token), Some(&elsewhere)).await.ok();
        server.verify(&recruiter, "别家科技有限公司").await;
        assert_eq!(shown(&server, &colleague).await["active"], json!(false));
        assert_eq!(shown(&server, &recruiter).await, json!(null), "it is the company's and not theirs");
        assert_eq!(mails(&taken).len(), 3);
        server.end().await;
    }
}

async fn free() -> u16 {
    tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port()
}

/// A mailbox that takes nothing for a day is shown as failing, and as working once something arrives; one that never will is
/// not tried again.
#[tokio::test]
async fn a_mailbox_that_takes_nothing_is_tried_for_a_day_and_shown_as_failing() {
    let ports = [free().await, free().await];
    let started = Cell::new(0);
    let servers = Server::each_with(|config| {
        config.mail = through(ports[started.get()]);
        started.set(started.get() + 1);
    });
    for (server, port) in servers.await.into_iter().zip(ports) {
        let recruiter = server.recruiter("13800138000", COMPANY).await;
        let company = set_in_the_database(&server, &recruiter).await;
        let job = server.job(&recruiter, "后端工程师").await;
        let other = server.job(&recruiter, "测试工程师").await;
        let seeker = server.seeker("13900139000", "周予安").await;
        apply(&server, &seeker, &job).await;
        let store = &server.running.app.store;
        let failing = async || store.mailbox_get(company).await.unwrap().unwrap().failing_since;
        for (at, pause) in [60, 300, 1_800, 7_200, 21_600, 21_600, 33_840].into_iter().enumerate() {
            tried(&server, &[u32::try_from(at).unwrap() + 1]).await;
            assert_eq!(failing().await, None);
            server.clock.advance(pause + 1);
        }
        tried(&server, &[]).await;
        let recruiter = server.signed_in("13800138000").await;
        assert!(shown(&server, &recruiter).await["failing_since"].is_i64());
        let seeker = server.signed_in("13900139000").await;
        let seen = looks(&server, &seeker).await;
        assert_eq!(seen.as_array().unwrap().len(), 1, "however often it was tried");

        let (_, taken) = mail_server_at(port, "250 ok").await;
        apply(&server, &seeker, &other).await;
        until("the mail", || mails(&taken).len() == 1).await;
        tried(&server, &[]).await;
        assert_eq!(failing().await, None);
        server.end().await;
    }
    let (port, _) = mail_server("550 no such mailbox").await;
    for server in Server::each_with(|config| config.mail = through(port)).await {
        let recruiter = server.recruiter("13800138000", COMPANY).await;
        let company = set_in_the_database(&server, &recruiter).await;
        let job = server.job(&recruiter, "后端工程师").await;
        let seeker = server.seeker("13900139000", "周予安").await;
        apply(&server, &seeker, &job).await;
        tried(&server, &[]).await;
        let mailbox = server.running.app.store.mailbox_get(company).await.unwrap().unwrap();
        assert!(mailbox.failing_since.is_some(), "at once");
        server.end().await;
    }
}

/// A server that is ended in the middle of sending is followed by one that sends the same again: the same Message-ID, the
/// same copy, one look.
#[tokio::test]
async fn a_server_that_is_killed_while_it_mails_is_followed_by_one_that_mails_the_same() {
    let key = "5a".repeat(32);
    // Take the message and never say so.
    let mute =
        [mail_server_answering(0, "250 ok", None).await, mail_server_answering(0, "250 ok", None).await];
    let started = Cell::new(0);
    let servers = Server::each_with(|config| {
        config.mail = through(mute[started.get()].0);
        config.secret_key.clone_from(&key);
        started.set(started.get() + 1);
    });
    for (mut server, (_, first)) in servers.await.into_iter().zip(&mute) {
        let recruiter = server.recruiter("13800138000", COMPANY).await;
        set_in_the_database(&server, &recruiter).await;
        let job = server.job(&recruiter, "后端工程师").await;
        let seeker = server.seeker("13900139000", "周予安").await;
        apply(&server, &seeker, &job).await;
        until("it is being sent", || mails(first).len() == 1).await;

        let database = server.running.app.config.database_url();
        let (port, taken) = mail_server("250 ok").await;
        let mut heir = Server::start(|config| {
            config.secret_key.clone_from(&key);
            config.database_url = database;
            config.mail = through(port);
        })
        .await;
        std::mem::swap(&mut server.running, &mut heir.running);
        let Server { running: killed, clock, .. } = heir;
        // Ends what it has under way at once.
        drop(killed);
        clock.advance(600);
        until("it is sent again", || mails(&taken).len() == 1).await;
        tried(&server, &[]).await;
        let (before, after) = (mails(first).pop().unwrap(), mails(&taken).pop().unwrap());
        assert_eq!((&before.id, code_of(&before)), (&after.id, code_of(&after)));
        assert_eq!(looks(&server, &seeker).await.as_array().unwrap().len(), 1);
        server.end().await;
    }
}

/// S-RGT-13: what was mailed cannot be called back, so the mailbox is told which copy to delete: when the application is
/// withdrawn, and when the account is closed; without a word about the person.
#[tokio::test]
async fn withdrawing_has_the_mailbox_told_which_copy_to_delete() {
    for (server, taken) in mailing().await {
        let recruiter = server.recruiter("13800138000", COMPANY).await;
        let seeker = server.seeker("13900139000", "周予安").await;
        let job = server.job(&recruiter, "后端工程师").await;
        set(&server, &recruiter, &taken).await;
        let mut codes = Vec::new();
        for round in 0..2 {
            let application = apply(&server, &seeker, &job).await;
            until("the mail", || mails(&taken).len() == 2 * round + 1).await;
            tried(&server, &[]).await;
            let code = code_of(&mails(&taken)[2 * round]);
            assert!(!codes.contains(&code), "each sending is a copy of its own");
            codes.push(code.clone());
            if round == 0 {
                withdraw(&server, &seeker, &application).await;
            } else {
                operator(&server, &["close", "--account", "13900139000"]).await;
            }
            until("it is told", || mails(&taken).len() == 2 * round + 2).await;
            tried(&server, &[]).await;
            let told = mails(&taken).pop().unwrap();
            assert!(told.text.contains(&code) && told.subject.contains("后端工程师"), "{}", told.text);
            assert!(told.file.is_none() && told.reply_to.is_none());
            has_none_of(&told.raw, &["周予安", CANARY_EMAIL, CANARY_PHONE]);
        }
        assert_eq!(mails(&taken).iter().filter(|mail| mail.text.contains(&codes[0])).count(), 2, "told once");
        let erasures = server.get(&recruiter, "/api/recruiter/erasures").await.ok();
        let copies = erasures[0]["copies"].as_array().unwrap();
        let listed: Vec<_> =
            copies.iter().map(|copy| (copy["code"].clone(), copy["mailed"].clone())).collect();
        assert_eq!(listed, codes.into_iter().map(|code| (json!(code), json!(true))).collect::<Vec<_>>());
        server.end().await;
    }
}

/// The mailbox is the company's: a colleague may take it away or set another, a recruiter of another company sees and
/// changes nothing of it; and addresses that mail cannot go to are refused.
#[tokio::test]
async fn a_mailbox_is_its_companys_alone() {
    for (server, taken) in mailing().await {
        let recruiter = server.recruiter("13800138000", COMPANY).await;
        let colleague = server.recruiter("13800138001", COMPANY).await;
        let rival = server.recruiter("13800138002", "海风数据有限公司").await;
        let seeker = server.seeker("13900139000", "周予安").await;
        set(&server, &recruiter, &taken).await;
        assert_eq!(shown(&server, &rival).await, json!(null));
        server.ask("DELETE", PATH, Some(&rival.token), None).await.ok();
        assert_eq!(shown(&server, &recruiter).await["email"], MAILBOX);
        assert_eq!(server.get(&seeker, PATH).await.code(), "not_verified");
        let job = server.job(&rival, "数据分析师").await;
        apply(&server, &seeker, &job).await;
        tried(&server, &[]).await;
        assert_eq!(mails(&taken).len(), 0, "it gets no other company's applications");

        for email in ["", "jobs", "jobs@", "jobs box@corp.example", "jobs@relay.example"] {
            let body = json!({ "email": email });
            let refused = server.ask("PUT", PATH, Some(&colleague.token), Some(&body)).await;
            let refused = (refused.code(), refused.body["detail"]["field"].clone());
            assert_eq!(refused, ("invalid_field".to_owned(), json!("email")), "{email}");
        }
        let gone = server.ask("DELETE", PATH, Some(&colleague.token), None).await.ok();
        assert_eq!(gone, json!({ "offered": true, "mailbox": null }));
        assert_eq!(
            server.ask("DELETE", PATH, Some(&colleague.token), None).await.ok(),
            gone,
            "twice is once"
        );
        let job = server.job(&recruiter, "后端工程师").await;
        apply(&server, &seeker, &job).await;
        tried(&server, &[]).await;
        assert_eq!(mails(&taken).len(), 0);
        server.end().await;
    }
}

/// A server that sends no mail says so, and the demo market shows what it would have sent.
#[tokio::test]
async fn without_mail_there_is_no_mailbox_and_the_demo_shows_what_it_would_send() {
    for server in Server::each().await {
        let recruiter = server.recruiter("13800138000", COMPANY).await;
        assert_eq!(server.get(&recruiter, PATH).await.ok(), json!({ "offered": false, "mailbox": null }));
        let body = json!({ "email": MAILBOX });
        let refused = server.ask("PUT", PATH, Some(&recruiter.token), Some(&body)).await;
        assert_eq!(refused.code(), "gateway_unavailable");
        server.end().await;
    }
    let development = MailConfig {
        domain: "relay.example".into(),
        gateway: MailGatewayConfig::Development,
        ..MailConfig::default()
    };
    let server = Server::start(|config| config.mail = development).await;
    let recruiter = server.recruiter("13800138000", COMPANY).await;
    set_in_the_database(&server, &recruiter).await;
    let job = server.job(&recruiter, "后端工程师").await;
    let seeker = server.seeker("13900139000", "周予安").await;
    apply(&server, &seeker, &job).await;
    tried(&server, &[]).await;
    let outbox = server.ask("GET", "/api/dev/outbox", None, None).await.ok();
    let shown = outbox.as_array().unwrap().iter().find(|one| one["to_tail"] == "@corp.example").unwrap();
    let text = shown["text"].as_str().unwrap();
    assert!(text.contains("[附件 · Attachment: 周予安-后端工程师.pdf, "), "{text}");
    server.end().await;
}
