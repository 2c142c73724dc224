//! What the sender of a mail that did not arrive is told: that, and nothing of whom it was for.

use super::address;
use crate::app::App;
use crate::failure::Failure;
use crate::ports::new_id;
use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::date::Date;
use mail_builder::headers::raw::Raw;
use mail_parser::{MessageParser, MimeHeaders};
use zhitu_storage::relay::RelayMail;

/// Whether a message is a report (RFC 3464) that a mail failed for good. A machine's other answers are none.
pub(super) fn is_failure(message: &[u8]) -> bool {
    let Some(report) = MessageParser::default().parse(message) else { return false };
    let is_report = report.content_type().is_some_and(|kind| {
        kind.ctype().eq_ignore_ascii_case("multipart")
            && kind.attribute("report-type").is_some_and(|kind| kind.eq_ignore_ascii_case("delivery-status"))
    });
    is_report
        && report.parts.iter().any(|part| {
            let is_status = part.content_type().is_some_and(|kind| {
                kind.subtype().is_some_and(|kind| kind.eq_ignore_ascii_case("delivery-status"))
            });
            let text = String::from_utf8_lossy(part.contents()).to_lowercase();
            is_status && text.lines().any(|line| line.replace(' ', "") == "action:failed")
        })
}

/// The notice to the sender of a mail; `None` when the channel is gone.
pub(super) async fn compose(app: &App, about: &RelayMail) -> Result<Option<Vec<u8>>, Failure> {
    let Some((seeker, recruiter)) = app.store.relay_names(about.relay.id, about.recruiter).await? else {
        return Ok(None);
    };
    // Under the address that the sender is known by in this channel.
    let to = address(app, if about.to_seeker { &recruiter } else { &seeker });
    let domain = &app.config.mail.domain;
    let id = new_id(app.clock.as_ref(), app.rng.as_ref())?.simple().to_string();
    let sent = jiff::Timestamp::from_microsecond(about.accepted_at.0)
        .map(|at| at.strftime("%Y-%m-%d %H:%M UTC").to_string())
        .unwrap_or_default();
    let text = format!(
        "您 {sent} 通过职途中转的邮件没有送到对方。可能是对方的邮箱暂时不收信，也可能是这个渠道不再开放。请不要回复本邮件。\n\n\
         Your mail of {sent}, relayed by Zhitu, did not reach the other side. Their mailbox may not take mail now, or \
         this channel may not be open any more. Please do not answer this mail.\n"
    );
    let message = MessageBuilder::new()
        .from(Address::new_address(Some("职途 Zhitu"), format!("noreply@{domain}")))
        .to(to)
        .subject("邮件没有送到 · Mail not delivered")
        .date(Date::new(app.now().0 / 1_000_000))
        .message_id(format!("{id}@{domain}"))
        .header("Auto-Submitted", Raw::new("auto-replied"))
        .text_body(text)
        .write_to_vec()
        .map_err(|error| Failure::internal(&error))?;
    Ok(Some(message))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(action: &str) -> String {
        format!(
            "From: MAILER-DAEMON@mail.example\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n\
             --b\r\nContent-Type: text/plain\r\n\r\nsorry\r\n\
             --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mail.example\r\n\r\n\
             Final-Recipient: rfc822; an.yu@example.org\r\nAction: {action}\r\nStatus: 5.1.1\r\n\r\n--b--\r\n"
        )
    }

    #[test]
    fn a_failure_is_told_from_delays_and_other_answers() {
        assert!(is_failure(report("failed").as_bytes()));
        assert!(!is_failure(report("delayed").as_bytes()));
        let away = b"From: an.yu@example.org\r\nAuto-Submitted: auto-replied\r\n\r\nAction: failed\r\n";
        assert!(!is_failure(away));
        assert!(!is_failure(b""));
    }
}
