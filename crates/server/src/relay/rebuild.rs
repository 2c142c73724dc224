//! Makes the message that goes out of the one that came in: nothing of it passes but what is named here.
//!
//! Of the head: subject, date, and the keys of the conversation, changed into the relay's own. Of the body: the text,
//! the markup cleaned, attachments with their names. Calling cards, appointments, signatures and mails within the mail
//! name addresses by their nature and are left out, which the text says. The last step reads the new message as its
//! receiver will, and refuses it when any of the known contact data can be read in it.

use super::scrub;
use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::date::Date;
use mail_builder::headers::message_id::MessageId;
use mail_builder::headers::raw::Raw;
use mail_parser::{HeaderName, HeaderValue, Message, MessageParser, MessagePart, MimeHeaders, PartType};
use zhitu_domain::relay::KnownContact;
use zhitu_domain::time::Timestamp;

/// The header by which a mail that comes back is known.
const MARK: &str = "X-Zhitu-Relay";

/// Stations that a mail may have passed.
const STATIONS: usize = 30;

/// Attachments of a mail.
const ATTACHMENTS: usize = 20;

/// The longest text of a mail, in bytes.
const TEXT: usize = 1 << 20;

/// Keys of earlier mails that are kept.
const REFERENCES: usize = 20;

/// Why a mail is not relayed. Each is told to its sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It cannot be read.
    Form,
    /// Its From line is somebody else's.
    Sender,
    /// It passed here before, or too many stations.
    Loop,
    /// A machine or a list sent it.
    Machine,
    /// It is encrypted.
    Sealed,
    /// It has a program with it.
    Program,
    /// It has too many attachments, or too long a text.
    TooMuch,
    /// Contact data is left in it.
    Contact,
}

/// How a message is made anew.
pub struct Rebuild<'a> {
    /// The sender's real address, which the From line must have.
    pub sender: &'a str,
    /// The name and the alias that it goes out under.
    pub from: (&'a str, &'a str),
    /// The alias that its receiver is known by.
    pub to: &'a str,
    /// The operator's domain.
    pub domain: &'a str,
    /// The message's key, when it came without one.
    pub fallback_id: &'a str,
    /// The relay's own key for a key of elsewhere.
    pub relayed_id: &'a dyn Fn(&str) -> String,
    /// What must not pass.
    pub known: &'a KnownContact,
    /// Now.
    pub at: Timestamp,
}

/// The message that goes out.
pub fn rebuild(raw: &[u8], how: &Rebuild<'_>) -> Result<Vec<u8>, Refusal> {
    let mail = MessageParser::default().parse(raw).ok_or(Refusal::Form)?;
    check_head(&mail, how)?;
    let body = Body::of(&mail, how.known)?;
    let mut out = MessageBuilder::new()
        .from(Address::new_address(Some(how.from.0), how.from.1))
        .to(how.to)
        .subject(line(&scrub::text(how.known, mail.subject().unwrap_or_default())))
        .date(Date::new(date(&mail, how.at)))
        .message_id(match mail.message_id() {
            Some(id) => (how.relayed_id)(id),
            None => how.fallback_id.to_owned(),
        })
        .header(MARK, Raw::new("1"))
        .text_body(body.text);
    for (name, value) in [("In-Reply-To", mail.in_reply_to()), ("References", mail.references())] {
        let ids = ids(value, how);
        if !ids.is_empty() {
            out = out.header(name, MessageId::new_list(ids.into_iter()));
        }
    }
    if let Some(html) = body.html {
        out = out.html_body(html);
    }
    for attachment in body.attachments {
        out = out.attachment(attachment.kind, attachment.name, attachment.contents);
    }
    let out = out.write_to_vec().map_err(|_| Refusal::Form)?;
    if is_clean(&out, how.known) { Ok(out) } else { Err(Refusal::Contact) }
}

fn check_head(mail: &Message<'_>, how: &Rebuild<'_>) -> Result<(), Refusal> {
    // Of several lines a mail program may show any.
    let from: Vec<&str> = mail
        .header_values(HeaderName::From)
        .filter_map(HeaderValue::as_address)
        .flat_map(mail_parser::Address::iter)
        .filter_map(|one| one.address())
        .collect();
    let [from] = from.as_slice() else { return Err(Refusal::Sender) };
    if from.to_lowercase() != how.sender.to_lowercase() {
        return Err(Refusal::Sender);
    }
    let named = |name: &str| {
        mail.headers_raw().find(|(there, _)| there.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    };
    if named(MARK).is_some() || mail.received_all().count() > STATIONS {
        return Err(Refusal::Loop);
    }
    let is_list = mail.headers().iter().any(|header| header.name().to_ascii_lowercase().starts_with("list-"));
    let is_automatic = named("Auto-Submitted").is_some_and(|value| !value.trim().eq_ignore_ascii_case("no"));
    let is_bulk = named("Precedence").is_some_and(|value| {
        ["bulk", "list", "junk"].iter().any(|kind| value.trim().eq_ignore_ascii_case(kind))
    });
    if is_list || is_automatic || is_bulk {
        return Err(Refusal::Machine);
    }
    let kind = kind(mail.root_part());
    if kind == "multipart/encrypted" || kind.ends_with("pkcs7-mime") {
        return Err(Refusal::Sealed);
    }
    Ok(())
}

/// When it was written; the time of its arrival where that is not said, or is said to be later.
fn date(mail: &Message<'_>, now: Timestamp) -> i64 {
    let now = now.0 / 1_000_000;
    mail.date().map_or(now, |date| date.to_timestamp().clamp(0, now))
}

/// The relay's own keys as they are, others changed into its own.
fn ids(value: &HeaderValue<'_>, how: &Rebuild<'_>) -> Vec<String> {
    let texts: Vec<&str> = match value {
        HeaderValue::Text(id) => vec![id],
        HeaderValue::TextList(ids) => ids.iter().map(AsRef::as_ref).collect(),
        _ => Vec::new(),
    };
    let own = format!("@{}", how.domain.to_lowercase());
    let plain = |id: &str| id.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"".contains(&byte));
    let latest = texts.len().saturating_sub(REFERENCES);
    texts[latest..]
        .iter()
        .map(|id| {
            let is_own = id.to_lowercase().ends_with(&own) && id.len() < 100 && plain(id);
            if is_own { (*id).to_owned() } else { (how.relayed_id)(id) }
        })
        .collect()
}

/// One line: what would begin another header is a space.
fn line(text: &str) -> String {
    text.chars().take(400).map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

struct Body {
    text: String,
    html: Option<String>,
    attachments: Vec<Attachment>,
}

struct Attachment {
    kind: String,
    name: String,
    contents: Vec<u8>,
}

impl Body {
    fn of(mail: &Message<'_>, known: &KnownContact) -> Result<Self, Refusal> {
        let mut text = String::new();
        for number in 0..mail.text_body_count() {
            text.push_str(&mail.body_text(number).unwrap_or_default());
            text.push('\n');
        }
        let mut html = String::new();
        for part in mail.html_bodies() {
            // A text without markup is shown as text by every program.
            if let PartType::Html(markup) = &part.body {
                html.push_str(markup);
            }
        }
        if text.len() > TEXT || html.len() > TEXT {
            return Err(Refusal::TooMuch);
        }
        let mut text = scrub::text(known, &text);
        let html = if html.is_empty() { None } else { scrub::html(known, &html) };
        let (attachments, left_out) = attachments(mail, known)?;
        if left_out > 0 {
            let note = format!(
                "\n[职途：{left_out} 个附件没有转发 · Zhitu: {left_out} attachment(s) not relayed]\n"
            );
            text.push_str(&note);
        }
        Ok(Self { text, html, attachments })
    }
}

/// What goes along, and how many are left out.
fn attachments(mail: &Message<'_>, known: &KnownContact) -> Result<(Vec<Attachment>, usize), Refusal> {
    let mut kept = Vec::new();
    let mut left_out = 0;
    for part in mail.attachments() {
        if kept.len() + left_out == ATTACHMENTS {
            return Err(Refusal::TooMuch);
        }
        match attachment(part, known)? {
            Some(attachment) => kept.push(attachment),
            None => left_out += 1,
        }
    }
    Ok((kept, left_out))
}

fn attachment(part: &MessagePart<'_>, known: &KnownContact) -> Result<Option<Attachment>, Refusal> {
    let mut kind = kind(part);
    let name = file_name(known, part.attachment_name().unwrap_or_default());
    let extension = name.rsplit_once('.').map(|(_, last)| last.to_lowercase()).unwrap_or_default();
    if is_program(&extension, part.contents()) {
        return Err(Refusal::Program);
    }
    if names_addresses(&kind, &extension) {
        return Ok(None);
    }
    let contents = match &part.body {
        PartType::Multipart(_) | PartType::Message(_) => return Ok(None),
        PartType::Text(text) | PartType::Html(text) if text.len() <= TEXT => {
            // Markup as a file is opened by programs that run it; as text it is read.
            if kind.contains("html") || kind.contains("xml") {
                "text/plain".clone_into(&mut kind);
            }
            scrub::text(known, text).into_bytes()
        }
        _ if known.is_in_bytes(part.contents()) => return Ok(None),
        _ => part.contents().to_vec(),
    };
    Ok(Some(Attachment { kind, name, contents }))
}

/// A part's type in small letters, without parameters.
fn kind(part: &MessagePart<'_>) -> String {
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".+-_".contains(&byte));
    part.content_type()
        .and_then(|kind| Some((kind.ctype(), kind.subtype()?)))
        .filter(|(kind, subtype)| plain(kind) && plain(subtype))
        .map_or_else(
            || "application/octet-stream".to_owned(),
            |(kind, subtype)| format!("{kind}/{subtype}").to_lowercase(),
        )
}

/// Without folders and control characters, of a bearable length, and without what is known.
fn file_name(known: &KnownContact, name: &str) -> String {
    let bare: String =
        name.chars().filter(|letter| !letter.is_control() && !"/\\:\"<>".contains(*letter)).collect();
    let hidden = scrub::text(known, &bare);
    let hidden = hidden.trim().trim_start_matches('.');
    let start = hidden.chars().count().saturating_sub(120);
    let short: String = hidden.chars().skip(start).collect();
    if short.is_empty() { "attachment".to_owned() } else { short }
}

fn names_addresses(kind: &str, extension: &str) -> bool {
    let kinds = ["text/vcard", "text/x-vcard", "text/directory", "text/calendar", "application/ics"];
    let sealed = ["pgp-signature", "pgp-keys", "pkcs7-signature", "ms-tnef", "pkcs7-mime", "pgp-encrypted"];
    kinds.contains(&kind)
        || kind.starts_with("message/")
        || sealed.iter().any(|sealed| kind.ends_with(sealed))
        || ["vcf", "vcard", "ics", "eml", "msg", "p7s", "p7m", "asc"].contains(&extension)
}

fn is_program(extension: &str, contents: &[u8]) -> bool {
    const PROGRAMS: &[&str] = &[
        "apk", "app", "appimage", "bat", "cmd", "com", "cpl", "deb", "dll", "dmg", "exe", "hta", "img",
        "iso", "jar", "js", "jse", "lnk", "msi", "pif", "pkg", "ps1", "reg", "rpm", "scr", "sh", "vbe",
        "vbs", "wsf", "xll",
    ];
    PROGRAMS.contains(&extension)
        || [&b"MZ"[..], b"\x7FELF", b"\xCF\xFA\xED\xFE", b"#!"]
            .iter()
            .any(|magic| contents.starts_with(magic))
}

/// Reads the message as its receiver will.
fn is_clean(message: &[u8], known: &KnownContact) -> bool {
    let Some(mail) = MessageParser::default().parse(message) else { return false };
    let head_is_clean = mail.headers_raw().all(|(_, value)| !known.is_in(value))
        && !mail.subject().is_some_and(|subject| scrub::holds(known, subject));
    head_is_clean
        && mail.parts.iter().all(|part| {
            let name_is_clean = !part.attachment_name().is_some_and(|name| scrub::holds(known, name));
            name_is_clean
                && match &part.body {
                    PartType::Text(text) => !scrub::holds(known, text),
                    PartType::Html(markup) => {
                        !scrub::holds(known, &mail_parser::decoders::html::html_to_text(markup))
                    }
                    PartType::Binary(bytes) | PartType::InlineBinary(bytes) => !known.is_in_bytes(bytes),
                    PartType::Message(_) => false,
                    PartType::Multipart(_) => true,
                }
        })
}

#[cfg(test)]
#[path = "rebuild_tests.rs"]
mod tests;
