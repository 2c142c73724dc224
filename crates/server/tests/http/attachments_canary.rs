//! A file full of contact data against all that leaves the server: it is in the download of whoever it was given to, under
//! the name that it was given with, and nowhere else (I1, S-RES-06).

use crate::attachments::{bytes, download, of, uploaded, withdraw};
use crate::downloads::unpacked;
use crate::mail::{Taken, mail_server, through};
use crate::mailbox::{operator, set, tried};
use crate::notices::{ask, choose, email, quiet, texts, two, until};
use crate::notices_hook::{Own, hook};
use crate::support::{Answer, CANARY_EMAIL, CANARY_PHONE, Person, Server, plain_pdf};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use mail_parser::{MessageParser, MimeHeaders};
use serde_json::{Value, json};
use std::cell::Cell;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use zhitu_testing::MadePdf;

/// What the file is called.
const NAME: &str = "夜航船 13100001111.pdf";

/// What stands in the file or its name: the seeker's own number and address, another's, and words that nothing masks.
pub(crate) const CANARIES: &[&str] = &[
    CANARY_PHONE,
    CANARY_EMAIL,
    "18600001111",
    "Thistledown",
    "quillwort",
    "sandpiper",
    "夜航船",
    "13100001111",
];

/// In its text, in what it says of itself, in a link.
fn file() -> Vec<u8> {
    let own = format!("{CANARY_PHONE}, {CANARY_EMAIL}");
    let lines = ["An Yu, backend engineer, four years at Thistledown", &own, "Referee: 186-0000-1111"];
    let info = "/Author (quillwort@example.org) /Title (Thistledown)";
    MadePdf::of(&lines).info(info).link("mailto:sandpiper@example.org").bytes()
}

/// The bytes of somebody's live link. What the server writes there is neither packed nor masked, so that they can be
/// searched as they are.
struct Heard(Arc<Mutex<Vec<u8>>>);

impl Heard {
    async fn of(server: &Server, person: &Person) -> Self {
        let request = server.request("GET", "/api/live").bearer_auth(&person.token);
        let request = request.header("connection", "upgrade").header("upgrade", "websocket");
        let request = request.header("sec-websocket-version", "13");
        let request = request.header("sec-websocket-key", STANDARD.encode([7; 16]));
        let mut link = request.send().await.unwrap().upgrade().await.unwrap();
        let heard = Self(Arc::default());
        let all = Arc::clone(&heard.0);
        tokio::spawn(async move {
            let mut buffer = [0; 4_096];
            while let Ok(length @ 1..) = link.read(&mut buffer).await {
                all.lock().unwrap().extend_from_slice(&buffer[..length]);
                // An answer to a question whether it lives, masked with zeros: whoever does not answer is cut off.
                if link.write_all(&[0x8A, 0x80, 0, 0, 0, 0]).await.is_err() {
                    return;
                }
            }
        });
        heard
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }

    async fn hears(&self, what: &str) {
        until(what, || self.text().contains(what)).await;
    }
}

/// All that left the server, by where it went.
#[derive(Default)]
struct Left(Vec<(String, String)>);

impl Left {
    fn add(&mut self, whereto: &str, text: impl Into<String>) {
        self.0.push((whereto.to_owned(), text.into()));
    }

    /// Body and headers of an answer.
    fn answer(&mut self, whereto: &str, answer: &Answer) {
        self.add(whereto, format!("{} {:?}", answer.body, answer.headers));
    }

    /// A mail, but for the file that goes along, whose name and bytes are given away there.
    fn mail(&mut self, raw: &[u8], along: &[u8]) {
        let message = MessageParser::default().parse(raw).unwrap();
        let head = raw.windows(4).position(|at| at == b"\r\n\r\n").unwrap();
        self.add("the head of a mail", String::from_utf8_lossy(&raw[..head]));
        self.add("a mail", message.subject().unwrap().to_owned() + &message.body_text(0).unwrap());
        for part in message.attachments().filter(|part| part.contents() != along) {
            self.add("the name of a copy in a mail", part.attachment_name().unwrap());
            self.add("a copy in a mail", String::from_utf8_lossy(&unpacked(part.contents())));
        }
    }

    /// How often something went somewhere that has this in it.
    fn count(&self, whereto: &str, part: &str) -> usize {
        self.0.iter().filter(|(to, text)| to == whereto && text.contains(part)).count()
    }

    #[track_caller]
    fn has_no_canary(&self) {
        for (whereto, text) in &self.0 {
            let text = text.replace([' ', '-', '\u{a0}'], "").to_lowercase();
            for canary in CANARIES {
                assert!(!text.contains(&canary.to_lowercase()), "{canary} is in {whereto}: {text}");
            }
        }
    }
}

/// Those who play.
struct Cast {
    seeker: Person,
    recruiter: Person,
    rival: Person,
    resume: String,
    job: String,
}

/// Servers that mail by a mail server of their own each, to people and to companies.
pub(crate) async fn mailing() -> Vec<(Server, Taken)> {
    let takers = [mail_server("250 ok").await, mail_server("250 ok").await];
    let started = Cell::new(0);
    let servers = Server::each_with(|config| {
        config.mail = through(takers[started.get()].0);
        config.mail.listen = Some(([127, 0, 0, 1], 0).into());
        "http://127.0.0.1:9".clone_into(&mut config.public_url);
        started.set(started.get() + 1);
    })
    .await;
    servers.into_iter().zip(takers).map(|(server, (_, taken))| (server, taken)).collect()
}

/// What the company asks for and gets about an application, but for the file that came with it; and what another company
/// gets that asks for the same.
async fn asked(server: &Server, cast: &Cast, application: &Value, left: &mut Left) {
    let Cast { recruiter, rival, resume, job, .. } = cast;
    let mut opened = server.get(recruiter, &of(application)).await;
    let name = opened.body["attachment"]["name"].take();
    assert_eq!(name, application["attachment"]["name"], "what was given goes by its name");
    left.answer("the applicant", &opened);
    let copy = json!({ "id": server.new_id(), "language": "zh-CN" });
    let mut copied = server.post(recruiter, &format!("{}/downloads", of(application)), &copy).await;
    let pdf = STANDARD.decode(copied.body["pdf"].take().as_str().unwrap()).unwrap();
    left.add("the marked copy", String::from_utf8_lossy(&unpacked(&pdf)));
    left.answer("the marked copy's name", &copied);
    for path in [
        "/api/recruiter/jobs".to_owned(),
        format!("/api/recruiter/jobs/{job}/applicants"),
        format!("/api/recruiter/jobs/{job}/recommendations"),
        format!("/api/recruiter/resumes/{resume}"),
        "/api/conversations".to_owned(),
    ] {
        let answer = server.get(recruiter, &path).await;
        assert_eq!(answer.status, 200, "{path}");
        left.answer(&path, &answer);
        left.answer(&path, &server.get(rival, &path).await);
    }
    for word in ["Thistledown", "18600001111", "夜航船"] {
        let search = json!({ "text": word, "limit": 20 });
        let found = server.post(recruiter, "/api/recruiter/resumes/search", &search).await;
        assert_eq!(found.body["hits"], json!([]), "{word} finds nobody");
    }
    left.answer("a search", &server.search(recruiter).await);
    assert_eq!(server.get(rival, &of(application)).await.code(), "not_found");
    assert_eq!(download(server, rival, application).await.code(), "not_found");
}

/// Waits until nothing is on its way any more, neither to the company nor to the seeker, who is told of the former.
async fn settled(server: &Server, cast: &Cast) {
    tried(server, &[]).await;
    quiet(server, &cast.seeker).await;
}

/// Uploads the file, sends another one along and then this one, is dealt with in each way that somebody is told of, and
/// closes the account.
pub(crate) async fn story(server: &Server, taken: &Taken) {
    let (seeker, recruiter, resume) = two(server).await;
    let rival = server.recruiter("13800138001", "海风数据有限公司").await;
    set(server, &recruiter, taken).await;
    let (own, url) = Own::start().await;
    hook(server, &seeker, &url).await.ok();
    email(server, &seeker, taken).await;
    for kind in ["contact_request", "message", "look", "application", "weekly_digest"] {
        for way in ["mail", "webhook"] {
            choose(server, &seeker, kind, way, true).await.ok();
        }
    }
    choose(server, &seeker, "application", "sms", true).await.ok();
    let links = [
        Heard::of(server, &seeker).await,
        Heard::of(server, &recruiter).await,
        Heard::of(server, &rival).await,
    ];
    let job = server.job(&recruiter, "后端工程师").await;
    let mut cast = Cast { seeker, recruiter, rival, resume, job };
    let mut left = Left::default();

    // Kept, and not given: no yes, or not to all that it shows; then another file goes.
    let kept = server.new_id();
    let made = server.upload(&cast.seeker, &kept, NAME, file()).await.ok();
    assert_eq!((&made["name"], &made["shows"]), (&json!(NAME), &json!(["phone", "email"])));
    for items in [&[][..], &["phone"], &["email"]] {
        let refused = server.apply_with(&cast.seeker, &cast.job, &kept, items).await;
        assert_eq!(refused.body["detail"]["problem"], "not_agreed");
    }
    let plain = uploaded(server, &cast.seeker, "简历.pdf", plain_pdf()).await;
    let sent = server.apply_with(&cast.seeker, &cast.job, &plain, &[]).await.ok();
    links[1].hears("\"submitted\"").await;
    asked(server, &cast, &sent, &mut left).await;
    left.answer("the other file", &download(server, &cast.recruiter, &sent).await);
    withdraw(server, &cast.seeker, &sent).await;
    settled(server, &cast).await;
    for (_, raw) in taken.lock().unwrap().drain(..) {
        left.mail(&raw, &plain_pdf());
    }

    // Given: to be downloaded, and nothing else.
    let sent = server.apply_with(&cast.seeker, &cast.job, &kept, &["phone", "email"]).await.ok();
    assert_eq!(sent["attachment"]["name"], NAME);
    asked(server, &cast, &sent, &mut left).await;
    let given = download(server, &cast.recruiter, &sent).await;
    assert_eq!((&given.body["name"], bytes(&given.body)), (&json!(NAME), file()));
    left.add("the head of the download", format!("{:?}", given.headers));
    ask(server, &cast.recruiter, &cast.resume).await;
    let open = json!({ "about": "application", "application": sent["id"] });
    let talk = server.post(&cast.recruiter, "/api/conversations", &open).await.ok()["id"].clone();
    left.answer("a message", &server.say(&cast.recruiter, &talk).await);
    let stage = json!({ "stage": "interview" });
    let path = format!("{}/stage", of(&sent));
    left.answer("a stage", &server.ask("PUT", &path, Some(&cast.recruiter.token), Some(&stage)).await);
    settled(server, &cast).await;
    // The clock of the tests begins on a Wednesday.
    server.clock.advance(6 * 86_400);
    until("the digest", || own.last()["kind"] == "weekly_digest").await;
    cast.seeker = server.signed_in("13900139000").await;
    cast.recruiter = server.signed_in("13800138000").await;
    settled(server, &cast).await;

    // Taken back by closing the account, and told to whoever had it.
    operator(server, &["close", "--account", "13900139000"]).await;
    tried(server, &[]).await;
    let erasures = server.get(&cast.recruiter, "/api/recruiter/erasures").await;
    assert_eq!(erasures.body[0]["attachments"].as_array().unwrap().len(), 2, "{}", erasures.body);
    left.answer("what is to be deleted", &erasures);
    left.add("what the operator sees of it", operator(server, &["erasures"]).await);
    left.answer("what was withdrawn", &server.get(&cast.recruiter, &of(&sent)).await);

    let all = std::mem::take(&mut *taken.lock().unwrap());
    let with = |raw: &[u8]| {
        let message = MessageParser::default().parse(raw).unwrap();
        let is = |part: &mail_parser::MessagePart<'_>| {
            part.contents() == file() && part.attachment_name() == Some(NAME)
        };
        message.attachments().any(is)
    };
    assert_eq!(all.iter().filter(|(_, raw)| with(raw)).count(), 1, "to the company's mailbox, once");
    for (_, raw) in &all {
        left.mail(raw, &file());
    }
    let posts: Vec<Value> =
        own.received().iter().map(|(_, body)| serde_json::from_str(body).unwrap()).collect();
    for kind in ["contact_request", "message", "look", "application", "weekly_digest"] {
        assert!(posts.iter().any(|post| post["kind"] == kind), "{kind}: {posts:?}");
    }
    for look in ["attachment_downloaded", "downloaded", "snapshot_opened", "opened", "mailed"] {
        assert!(posts.iter().any(|post| post["look"] == look), "{look}: {posts:?}");
    }
    // The first asks whether the address is theirs.
    assert_eq!(left.count("the head of a mail", "List-Unsubscribe: "), posts.len() - 1, "each by mail too");
    assert_eq!(left.count("a copy in a mail", "%PDF-"), 2, "of each application");
    left.add("the seeker's own address", json!(posts).to_string());
    let texts = texts(server).await;
    assert!(texts.len() > 1, "{texts:?}");
    left.add("text messages", texts.concat());
    links[0].hears("\"attachment_downloaded\"").await;
    for (whose, link) in ["the seeker's", "the recruiter's", "the rival's"].iter().zip(&links) {
        left.add(&format!("{whose} live link"), link.text());
    }
    left.has_no_canary();
}

/// I1, S-RES-06, S-APP-01: notices by each way, live events, lists, searches, copies, the company's mailbox and what is told
/// of a closed account have nothing of a file, of what it says of itself, or of its name, but for the file as it was given.
#[tokio::test]
async fn nothing_of_a_file_leaves_but_the_file_that_was_given() {
    for (server, taken) in mailing().await {
        story(&server, &taken).await;
        server.end().await;
    }
}
