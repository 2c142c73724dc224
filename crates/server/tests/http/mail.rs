//! Mail on its way out: to a mail server over SMTP, signed, or into the development outbox.

use crate::support::Server;
use mail_auth::common::parse::TxtRecordParser;
use mail_auth::common::verify::DomainKey;
use mail_auth::hickory_resolver::config::{ResolverConfig, ResolverOpts};
use mail_auth::{AuthenticatedMessage, DkimResult, MessageAuthenticator, Parameters, ResolverCache, Txt};
use std::borrow::Borrow;
use std::hash::Hash;
use std::sync::{Arc, Mutex};
use std::time::Instant;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use zhitu_server::config::{DkimConfig, MailConfig, MailGatewayConfig, MailTls, SmtpConfig};
use zhitu_server::gateways::mail::{Dkim, Mail, MailError};

const KEY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/dkim-for-tests-only.pem");

pub(crate) fn dkim() -> DkimConfig {
    DkimConfig { selector: "z1".into(), key_file: KEY.into() }
}

/// A name server that knows one record.
struct Zone(Arc<DomainKey>);

impl ResolverCache<Box<str>, Txt> for Zone {
    fn get<Q>(&self, _name: &Q) -> Option<Txt>
    where
        Box<str>: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        Some(Txt::DomainKey(Arc::clone(&self.0)))
    }

    fn remove<Q>(&self, _name: &Q) -> Option<Txt>
    where
        Box<str>: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        None
    }

    fn insert(&self, _name: Box<str>, _record: Txt, _until: Instant) {}
}

/// Whether a message is signed with the key of a zone file's record.
pub(crate) async fn is_signed(message: &[u8], zone: &str) -> bool {
    let record: String = zone.split('"').skip(1).step_by(2).collect();
    let zone = Zone(Arc::new(DomainKey::parse(record.as_bytes()).unwrap()));
    let resolver = MessageAuthenticator::new(ResolverConfig::default(), ResolverOpts::default()).unwrap();
    let message = AuthenticatedMessage::parse(message).unwrap();
    let outputs = resolver.verify_dkim(Parameters::new(&message).with_txt_cache(&zone)).await;
    !outputs.is_empty() && outputs.iter().all(|output| *output.result() == DkimResult::Pass)
}

pub(crate) type Taken = Arc<Mutex<Vec<(String, Vec<u8>)>>>;

/// A mail server that answers `RCPT` so, and takes one message a connection.
pub(crate) async fn mail_server(rcpt: &'static str) -> (u16, Taken) {
    mail_server_at(0, rcpt).await
}

/// The same on a port.
pub(crate) async fn mail_server_at(port: u16, rcpt: &'static str) -> (u16, Taken) {
    mail_server_answering(port, rcpt, Some("250 taken")).await
}

/// The same, which answers a message so, or never.
pub(crate) async fn mail_server_answering(
    port: u16,
    rcpt: &'static str,
    answer: Option<&'static str>,
) -> (u16, Taken) {
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let taken = Taken::default();
    let all = Arc::clone(&taken);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let (reader, mut writer) = stream.into_split();
            let mut lines = BufReader::new(reader);
            let (mut envelope, mut message) = (String::new(), Vec::new());
            writer.write_all(b"220 mail.example\r\n").await.unwrap();
            loop {
                let mut line = String::new();
                if lines.read_line(&mut line).await.unwrap_or(0) == 0 {
                    break;
                }
                let answer = match line.get(..4).unwrap_or_default() {
                    "RCPT" => {
                        envelope.push_str(&line);
                        rcpt
                    }
                    "DATA" => {
                        writer.write_all(b"354 go on\r\n").await.unwrap();
                        loop {
                            let mut data = Vec::new();
                            lines.read_until(b'\n', &mut data).await.unwrap();
                            if data == b".\r\n" {
                                break;
                            }
                            message.extend_from_slice(data.strip_prefix(b".").unwrap_or(&data));
                        }
                        all.lock()
                            .unwrap()
                            .push((std::mem::take(&mut envelope), std::mem::take(&mut message)));
                        match answer {
                            Some(answer) => answer,
                            None => std::future::pending().await,
                        }
                    }
                    "MAIL" => {
                        envelope.push_str(&line);
                        "250 ok"
                    }
                    "QUIT" => "221 bye",
                    _ => "250 ok",
                };
                writer.write_all(format!("{answer}\r\n").as_bytes()).await.unwrap();
            }
        }
    });
    (port, taken)
}

pub(crate) fn through(port: u16) -> MailConfig {
    MailConfig {
        domain: "relay.example".into(),
        gateway: MailGatewayConfig::Smtp(SmtpConfig {
            host: "127.0.0.1".into(),
            port,
            tls: MailTls::None,
            ca_file: None,
            user: String::new(),
            password: String::new(),
            timeout_s: 5,
        }),
        dkim: Some(dkim()),
        ..MailConfig::default()
    }
}

fn notice() -> Mail {
    Mail {
        to: "an.yu@example.org".into(),
        subject: "验证码".into(),
        text: "123456\n.\n再见".into(),
        html: Some("<p>123456</p>".into()),
        id: None,
        headers: vec![("List-Unsubscribe".into(), "<https://relay.example/off>".into())],
        attachments: Vec::new(),
    }
}

#[tokio::test]
async fn a_mail_goes_to_the_mail_server_signed() {
    let (port, taken) = mail_server("250 ok").await;
    let server = Server::start(|config| config.mail = through(port)).await;
    let app = &server.running.app;
    assert!(app.mail.is_there() && app.mail.outbox().is_none());
    app.mail.send(&notice()).await.unwrap();
    let (envelope, message) = taken.lock().unwrap().pop().unwrap();
    assert!(envelope.contains("FROM:<noreply@relay.example>"), "{envelope}");
    assert!(envelope.contains("TO:<an.yu@example.org>"), "{envelope}");

    let zone = Dkim::read("relay.example", &dkim()).unwrap().zone();
    assert!(zone.starts_with("z1._domainkey.relay.example. IN TXT ( \"v=DKIM1; k=rsa; p="), "{zone}");
    assert!(is_signed(&message, &zone).await);
    let text = String::from_utf8(message).unwrap();
    for (from, to) in
        [("Subject: ", "Subject: x"), ("123456", "654321"), ("To: ", "To: x@example.org\r\nTo: ")]
    {
        assert!(text.contains(from));
        assert!(!is_signed(text.replacen(from, to, 1).as_bytes(), &zone).await, "{from}");
    }
    server.end().await;
}

#[tokio::test]
async fn what_a_mail_server_refuses_for_good_is_told_apart_and_names_nobody() {
    for (answer, transient) in
        [("550 no <an.yu@example.org> here", false), ("451 <an.yu@example.org> later", true)]
    {
        let (port, _) = mail_server(answer).await;
        let server = Server::start(|config| config.mail = through(port)).await;
        let error = server.running.app.mail.send(&notice()).await.unwrap_err();
        assert_eq!(error.is_transient(), transient, "{error}");
        assert!(error.to_string().contains(&answer[..3]) && !error.to_string().contains("an.yu"), "{error}");
        server.end().await;
    }
}

#[tokio::test]
async fn a_mail_server_that_is_away_is_tried_again() {
    let free = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    let server = Server::start(|config| config.mail = through(free)).await;
    assert!(server.running.app.mail.send(&notice()).await.unwrap_err().is_transient());
    server.end().await;
}

#[tokio::test]
async fn without_a_gateway_nothing_is_sent_and_it_says_so() {
    let server = Server::start(|_| {}).await;
    let mail = &server.running.app.mail;
    assert!(!mail.is_there());
    assert_eq!(mail.send(&notice()).await, Err(MailError::NoGateway));
    server.end().await;
}

#[tokio::test]
async fn the_development_outbox_shows_a_mail_and_not_the_whole_address() {
    let development = MailConfig {
        domain: "relay.example".into(),
        gateway: MailGatewayConfig::Development,
        ..MailConfig::default()
    };
    let server = Server::start(|config| config.mail = development).await;
    server.running.app.mail.send(&notice()).await.unwrap();
    let outbox = server.ask("GET", "/api/dev/outbox", None, None).await.ok();
    assert_eq!(outbox[0]["to_tail"], "@example.org");
    assert!(outbox[0]["text"].as_str().unwrap().starts_with("验证码\n\n123456"), "{outbox}");
    server.end().await;
}

#[test]
fn a_key_that_is_none_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("key.pem");
    let read = || Dkim::read("relay.example", &DkimConfig { selector: "z1".into(), key_file: file.clone() });
    assert!(read().is_err());
    std::fs::write(&file, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n").unwrap();
    assert!(read().is_err());
    std::fs::write(&file, "no key").unwrap();
    assert!(read().is_err());
}

#[tokio::test]
async fn an_ed25519_key_signs_too() {
    use base64::Engine;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("key.pem");
    let key = mail_auth::common::crypto::Ed25519Key::generate_pkcs8().unwrap();
    let key = base64::engine::general_purpose::STANDARD.encode(key);
    std::fs::write(&file, format!("-----BEGIN PRIVATE KEY-----\n{key}\n-----END PRIVATE KEY-----\n"))
        .unwrap();
    let dkim = Dkim::read("relay.example", &DkimConfig { selector: "z1".into(), key_file: file }).unwrap();
    let message = b"From: a@relay.example\r\nTo: b@example.org\r\n\r\nhello\r\n";
    let mut signed = dkim.header(message).unwrap().into_bytes();
    signed.extend_from_slice(message);
    assert!(is_signed(&signed, &dkim.zone()).await);
}
