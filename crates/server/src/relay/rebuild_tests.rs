use super::*;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

const PHONE: &str = "13912345678";
const EMAIL: &str = "canary@example.com";

fn go(raw: &str) -> Result<String, Refusal> {
    let known = KnownContact::new([PHONE], [EMAIL]);
    let how = Rebuild {
        sender: EMAIL,
        from: ("周予安", "alias-of-seeker@relay.example"),
        to: "alias-of-recruiter@relay.example",
        domain: "relay.example",
        fallback_id: "fallback@relay.example",
        relayed_id: &|id| format!("{}@relay.example", id.len()),
        known: &known,
        at: Timestamp(1_795_000_000_000_000),
    };
    rebuild(raw.as_bytes(), &how).map(|out| String::from_utf8(out).unwrap())
}

/// A mail of many parts, with the canaries in each place that has room for some.
fn leaking() -> String {
    let card = format!("BEGIN:VCARD\r\nTEL:{PHONE}\r\nEMAIL:{EMAIL}\r\nEND:VCARD");
    let note = STANDARD.encode(format!("打给 {PHONE} 或写给 {EMAIL}"));
    [
        "Return-Path: <canary@example.com>",
        "Received: from home ([192.0.2.7]) by mail.example.com for <hr@example.org>; Mon, 1 Jun 2026 10:00:00 +0800",
        "From: =?utf-8?B?5ZGo5LqI5a6J?= <Canary@example.com>",
        "Sender: canary@example.com",
        "Reply-To: canary@example.com",
        "To: alias@relay.example",
        "Cc: canary@example.com",
        "Subject: =?utf-8?Q?canary=40example.com_139_1234_5678_=E9=9D=A2=E8=AF=95?=",
        "Date: Mon, 1 Jun 2026 10:00:00 +0800",
        "Message-ID: <x.1@canary-mail.example.com>",
        "In-Reply-To: <17@relay.example>",
        "References: <a@example.org> <17@relay.example>",
        "X-Originating-IP: 192.0.2.7",
        "User-Agent: canary@example.com",
        "MIME-Version: 1.0",
        "Content-Type: multipart/mixed; boundary=outer",
        "",
        "--outer",
        "Content-Type: multipart/alternative; boundary=inner",
        "",
        "--inner",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        "=E5=91=A8=E4=BA=94=E8=A7=81=E3=80=82",
        "-- ",
        "canary=40example.com / 139-1234=",
        "-5678",
        "On Mon, 1 Jun 2026, HR <hr@example.org> wrote to <canary@example.com>:",
        "> ok",
        "--inner",
        "Content-Type: text/html; charset=utf-8",
        "",
        "<p>周五见。</p><a href=\"mailto:canary@example.com\">canary@example.com</a><img src=\"https://t.example/x.gif\">",
        "--inner--",
        "--outer",
        "Content-Type: text/vcard; name=canary.vcf",
        "Content-Disposition: attachment; filename=\"canary@example.com.vcf\"",
        "",
        &card,
        "--outer",
        "Content-Type: text/plain; charset=utf-8; name=\"13912345678.txt\"",
        "Content-Disposition: attachment; filename=\"13912345678.txt\"",
        "Content-Transfer-Encoding: base64",
        "",
        &note,
        "--outer",
        "Content-Type: application/pdf; name=\"=?utf-8?B?566A5Y6GLnBkZg==?=\"",
        "Content-Disposition: attachment; filename=\"=?utf-8?B?566A5Y6GLnBkZg==?=\"",
        "Content-Transfer-Encoding: base64",
        "",
        &STANDARD.encode(b"%PDF-1.7 compressed \x01\x02"),
        "--outer",
        "Content-Type: application/octet-stream; name=plain.bin",
        "Content-Disposition: attachment; filename=plain.bin",
        "Content-Transfer-Encoding: base64",
        "",
        &STANDARD.encode(format!("\x01{EMAIL}\x02")),
        "--outer",
        "Content-Type: message/rfc822",
        "Content-Disposition: attachment; filename=mail.eml",
        "",
        "From: canary@example.com",
        "Subject: x",
        "",
        "hi",
        "--outer--",
        "",
    ]
    .join("\r\n")
}

/// I1, S-VIS-09: nothing of the sender is left, wherever it stood, however it was encoded.
#[test]
fn nothing_of_the_sender_passes() {
    let out = go(&leaking()).unwrap();
    let read = MessageParser::default().parse(out.as_bytes()).unwrap();
    let mut all = vec![out.clone(), read.subject().unwrap_or_default().to_owned()];
    for part in &read.parts {
        all.push(part.attachment_name().unwrap_or_default().to_owned());
        all.push(String::from_utf8_lossy(part.contents()).into_owned());
    }
    for text in &all {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        assert!(!text.to_lowercase().contains("canary") && !digits.contains(PHONE), "{text}");
        assert!(!text.contains("192.0.2.7") && !text.contains("t.example"), "{text}");
    }
}

#[test]
fn what_is_said_passes() {
    let out = go(&leaking()).unwrap();
    let read = MessageParser::default().parse(out.as_bytes()).unwrap();
    let from = read.from().and_then(|from| from.first()).unwrap();
    assert_eq!((from.name(), from.address()), (Some("周予安"), Some("alias-of-seeker@relay.example")));
    assert!(read.subject().unwrap().ends_with("面试"));
    assert!(read.body_text(0).unwrap().contains("周五见。"));
    assert!(read.body_text(0).unwrap().contains("3 个附件没有转发"), "{:?}", read.body_text(0));
    assert!(read.body_html(0).unwrap().contains("<p>周五见。</p>"));
    let names: Vec<_> = read.attachments().filter_map(|part| part.attachment_name()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(names.contains(&"简历.pdf"), "{names:?}");
    let pdf = read.attachments().find(|part| part.attachment_name() == Some("简历.pdf")).unwrap();
    assert_eq!(pdf.contents(), b"%PDF-1.7 compressed \x01\x02");
}

#[test]
fn keys_of_the_conversation_are_the_relays_own() {
    let out = go(&leaking()).unwrap();
    let read = MessageParser::default().parse(out.as_bytes()).unwrap();
    assert_eq!(read.message_id(), Some("27@relay.example"));
    assert_eq!(read.in_reply_to().as_text(), Some("17@relay.example"));
    assert_eq!(read.references().as_text_list().unwrap(), ["13@relay.example", "17@relay.example"]);
    let without = go("From: canary@example.com\r\n\r\nhi\r\n").unwrap();
    assert!(without.contains("<fallback@relay.example>"), "{without}");
}

#[test]
fn what_cannot_be_relayed_is_refused() {
    let with = |head: &str| go(&format!("From: canary@example.com\r\n{head}\r\n\r\nhi\r\n")).err();
    assert_eq!(with("Subject: ok"), None);
    assert_eq!(with("Auto-Submitted: no"), None);
    assert_eq!(with("X-Zhitu-Relay: 1"), Some(Refusal::Loop));
    assert_eq!(
        with(&"Received: from a by b; Mon, 1 Jun 2026 10:00:00 +0800\r\n".repeat(31)),
        Some(Refusal::Loop)
    );
    assert_eq!(with("Auto-Submitted: auto-replied"), Some(Refusal::Machine));
    assert_eq!(with("List-Id: <a.example>"), Some(Refusal::Machine));
    assert_eq!(with("Precedence: bulk"), Some(Refusal::Machine));
    assert_eq!(with("Content-Type: multipart/encrypted; boundary=b"), Some(Refusal::Sealed));
    assert_eq!(
        with("Content-Type: application/pkcs7-mime; smime-type=enveloped-data"),
        Some(Refusal::Sealed)
    );
    assert_eq!(with("From: other@example.org"), Some(Refusal::Sender));
    assert_eq!(go("From: other@example.org\r\n\r\nhi\r\n").err(), Some(Refusal::Sender));
    let two = "From: other@example.org\r\nFrom: canary@example.com\r\n\r\nhi\r\n";
    assert_eq!(go(two).err(), Some(Refusal::Sender));
    assert_eq!(go("From: canary@example.com, other@example.org\r\n\r\nhi\r\n").err(), Some(Refusal::Sender));
    assert_eq!(go("").err(), Some(Refusal::Form));
    let attached = |name: &str, contents: &[u8]| {
        let parts = format!(
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhi\r\n--b\r\n\
             Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"{name}\"\r\n\
             Content-Transfer-Encoding: base64\r\n\r\n{}\r\n--b--\r\n",
            STANDARD.encode(contents)
        );
        go(&format!("From: canary@example.com\r\n{parts}")).err()
    };
    assert_eq!(attached("a.pdf", b"%PDF"), None);
    assert_eq!(attached("a.exe", b"x"), Some(Refusal::Program));
    assert_eq!(attached("a.pdf", b"MZ\x90"), Some(Refusal::Program));
    let many = "--b\r\nContent-Disposition: attachment\r\n\r\nx\r\n".repeat(21);
    let many = format!(
        "From: canary@example.com\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n{many}--b--\r\n"
    );
    assert_eq!(go(&many).err(), Some(Refusal::TooMuch));
    let long = format!("From: canary@example.com\r\n\r\n{}\r\n", "x y\r\n".repeat(250_000));
    assert_eq!(go(&long).err(), Some(Refusal::TooMuch));
}

#[test]
fn a_line_break_in_a_name_begins_no_header() {
    let subject = "=?utf-8?Q?a=0D=0ABcc:_x@example.org?=";
    let out = go(&format!("From: canary@example.com\r\nSubject: {subject}\r\n\r\nhi\r\n")).unwrap();
    let read = MessageParser::default().parse(out.as_bytes()).unwrap();
    assert!(read.bcc().is_none(), "{out}");
}
