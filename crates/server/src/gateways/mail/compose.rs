//! The form of the platform's own mails.

use super::MailError;
use crate::ports::{Clock, Rng, new_id};
use mail_builder::MessageBuilder;
use mail_builder::headers::date::Date;
use mail_builder::headers::raw::Raw;
use mail_builder::headers::text::Text;

/// A mail of the platform's own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mail {
    /// To which address.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// The body as plain text.
    pub text: String,
    /// The same with markup; without remote content.
    pub html: Option<String>,
    /// What stands before the `@` of the Message-ID, by which mail programs fold doubles; a new one if there is none.
    pub id: Option<String>,
    /// Further headers, such as `List-Unsubscribe`.
    pub headers: Vec<(String, String)>,
    /// What is attached.
    pub attachments: Vec<Attachment>,
}

/// A file with a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// What it is called.
    pub name: String,
    /// Media type, such as `application/pdf`.
    pub media_type: &'static str,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The message (RFC 5322). It says of itself that a machine wrote it, so that no machine answers (RFC 3834).
pub(super) fn compose(
    mail: &Mail,
    domain: &str,
    clock: &dyn Clock,
    rng: &dyn Rng,
) -> Result<Vec<u8>, MailError> {
    let id = match &mail.id {
        Some(id) => id.clone(),
        None => new_id(clock, rng).map_err(|error| MailError::Form(error.to_string()))?.simple().to_string(),
    };
    let mut message = MessageBuilder::new()
        .from(("职途 Zhitu".to_owned(), format!("noreply@{domain}")))
        .to(mail.to.as_str())
        .subject(line(&mail.subject))
        .date(Date::new(clock.now().0 / 1_000_000))
        .message_id(format!("{id}@{domain}"))
        .header("Auto-Submitted", Raw::new("auto-generated"))
        .text_body(mail.text.as_str());
    if let Some(html) = &mail.html {
        message = message.html_body(html.as_str());
    }
    for (name, value) in &mail.headers {
        let named = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if !named {
            return Err(MailError::Form("a header has no name".to_owned()));
        }
        let value = line(value);
        // What is ASCII stays as it is: an address that was encoded for its length is none to a mail program.
        message = if value.is_ascii() {
            message.header(name.as_str(), Raw::new(value))
        } else {
            message.header(name.as_str(), Text::new(value))
        };
    }
    for Attachment { name, media_type, bytes } in &mail.attachments {
        message = message.attachment(*media_type, line(name), bytes.as_slice());
    }
    message.write_to_vec().map_err(|error| MailError::Form(error.to_string()))
}

/// One line: what would begin another header is a space.
fn line(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::{SystemClock, SystemRng};
    use mail_auth::AuthenticatedMessage;
    use mail_parser::{MessageParser, MimeHeaders};

    #[test]
    fn a_line_break_begins_no_header() {
        let mail = Mail {
            to: "an.yu@example.org".to_owned(),
            subject: "验证码\r\nBcc: other@example.org".to_owned(),
            text: "123456".to_owned(),
            headers: vec![("List-Id".to_owned(), "a\r\nBcc: other@example.org".to_owned())],
            ..Mail::default()
        };
        let message = compose(&mail, "relay.example", &SystemClock, &SystemRng).unwrap();
        let read = AuthenticatedMessage::parse(&message).unwrap();
        let names: Vec<&[u8]> = read.headers.iter().map(|(name, _)| *name).collect();
        assert!(!names.contains(&b"Bcc".as_slice()), "{}", String::from_utf8_lossy(&message));
        assert!(names.contains(&b"Auto-Submitted".as_slice()));
        assert!(String::from_utf8_lossy(&message).contains("@relay.example>\r\n"));
    }

    #[test]
    fn a_file_keeps_its_name_and_its_bytes() {
        let bytes = b"%PDF-1.7\r\n.\r\n\xFF\x00".to_vec();
        let name = "周予安-后端工程师\r\nBcc: other@example.org.pdf".to_owned();
        let mail = Mail {
            to: "hr@example.org".to_owned(),
            attachments: vec![Attachment { name, media_type: "application/pdf", bytes: bytes.clone() }],
            ..Mail::default()
        };
        let message = compose(&mail, "relay.example", &SystemClock, &SystemRng).unwrap();
        let read = MessageParser::default().parse(&message).unwrap();
        let file = read.attachment(0).unwrap();
        assert_eq!(file.attachment_name(), Some("周予安-后端工程师  Bcc: other@example.org.pdf"));
        assert_eq!((file.contents(), read.attachment_count()), (bytes.as_slice(), 1));
        assert!(read.header("Bcc").is_none());
    }

    #[test]
    fn a_header_without_a_name_is_refused() {
        let mail = Mail { headers: vec![("X:\r\nBcc".to_owned(), String::new())], ..Mail::default() };
        assert!(compose(&mail, "relay.example", &SystemClock, &SystemRng).is_err());
    }
}
