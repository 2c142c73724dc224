//! Who may write to which alias, and what becomes of the mail.

use super::rebuild::{Rebuild, Refusal, rebuild};
use super::session::Reply;
use super::{address, new_name, notice, open};
use crate::app::App;
use crate::failure::Failure;
use crate::visibility::{Side, mailbox_of, relay_pair};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use zhitu_domain::id::{AccountId, RelayMailId};
use zhitu_domain::relay::{AliasName, EmailAddress};
use zhitu_storage::relay::{NewNotice, NewRelayMail, Relay, RelayMail, RelayMailPut};

/// For whom a mail is.
pub(super) enum Recipient {
    /// The other side of a pair.
    Side {
        /// The channel.
        relay: Relay,
        /// The recruiter who writes or is written to.
        recruiter: AccountId,
        /// Which way.
        to_seeker: bool,
    },
    /// The sender of a mail that this is a report about.
    Report(Box<RelayMail>),
    /// Nobody: reports about the platform's own mails are taken and forgotten.
    Nowhere,
}

/// Whom a sender reaches under an address; an empty sender is a mail server's that reports.
pub(super) async fn recipient(app: &App, from: &str, to: &str) -> Result<Option<Recipient>, Failure> {
    let Some((local, domain)) = to.rsplit_once('@') else { return Ok(None) };
    if !domain.eq_ignore_ascii_case(&app.config.mail.domain) {
        return Ok(None);
    }
    if from.is_empty() {
        if local.eq_ignore_ascii_case("noreply") {
            return Ok(Some(Recipient::Nowhere));
        }
        let Some(name) = AliasName::parse(local) else { return Ok(None) };
        let about = app.store.relay_mail_by_bounce(&name).await?;
        return Ok(about.map(|about| Recipient::Report(Box::new(about))));
    }
    let (Some(name), Ok(sender)) = (AliasName::parse(local), EmailAddress::parse(from)) else {
        return Ok(None);
    };
    let Some(alias) = app.store.relay_alias(&name).await? else { return Ok(None) };
    let to_seeker = alias.recruiter.is_none();
    let recruiter = match alias.recruiter {
        Some(recruiter) => recruiter,
        None => match writer(app, &alias.relay, &sender).await? {
            Some(recruiter) => recruiter,
            None => return Ok(None),
        },
    };
    let Some(pair) = relay_pair(app, &alias.relay, recruiter).await? else { return Ok(None) };
    let side = if to_seeker { Side::Recruiter } else { Side::Seeker };
    let may = pair.is_own(side, &sender) && pair.may_write(side);
    Ok(may.then_some(Recipient::Side { relay: alias.relay, recruiter, to_seeker }))
}

/// Which recruiter writes to a seeker's alias: by their work address, or by the company's mailbox in the name of who set it.
async fn writer(app: &App, relay: &Relay, sender: &EmailAddress) -> Result<Option<AccountId>, Failure> {
    if let Some(owner) = app.store.work_email_owner(&app.secret.email(sender)).await? {
        return Ok(Some(owner));
    }
    let Some(company) = relay.company else { return Ok(None) };
    let mailbox = mailbox_of(app, company).await?;
    let mailbox = mailbox.filter(|mailbox| mailbox.email.folded() == sender.folded());
    Ok(mailbox.map(|mailbox| mailbox.set_by))
}

/// Takes a mail: `Reply::KEPT` only once it is in the database.
pub(super) async fn take(app: &App, from: &str, to: &str, recipient: &Recipient, message: &[u8]) -> Reply {
    let taken = match recipient {
        Recipient::Side { relay, recruiter, to_seeker } => {
            relayed(app, (from, to), relay, *recruiter, *to_seeker, message).await
        }
        Recipient::Report(about) => report(app, about, message).await,
        Recipient::Nowhere => Ok(Reply::KEPT),
    };
    // The cause is in the log already.
    taken.unwrap_or(Reply::LATER)
}

async fn relayed(
    app: &App,
    (from, to): (&str, &str),
    relay: &Relay,
    recruiter: AccountId,
    to_seeker: bool,
    message: &[u8],
) -> Result<Reply, Failure> {
    // Once more: what holds is what holds when the mail is here.
    let Some(pair) = relay_pair(app, relay, recruiter).await? else { return Ok(Reply::NOBODY) };
    let side = if to_seeker { Side::Recruiter } else { Side::Seeker };
    if !pair.may_write(side) {
        return Ok(Reply::NOBODY);
    }
    let names = app.store.relay_names(relay.id, recruiter).await?;
    let (seeker, of_recruiter) = match names {
        Some(names) => names,
        None => {
            // A colleague of who opened the channel writes to its alias for the first time.
            match open(app, relay.seeker, relay.company, recruiter).await? {
                Some(opened) => (opened.seeker, opened.recruiter),
                None => return Ok(Reply::NOBODY),
            }
        }
    };
    let (writer, reader) = if to_seeker { (&of_recruiter, &seeker) } else { (&seeker, &of_recruiter) };
    let id = RelayMailId(app.new_id()?);
    let relayed_id = |message_id: &str| {
        format!(
            "{}@{}",
            URL_SAFE_NO_PAD.encode(&app.secret.relayed_id(relay.id, message_id)[..18]),
            app.config.mail.domain
        )
    };
    let rebuilt = rebuild(
        message,
        &Rebuild {
            sender: from,
            from: (pair.name(side), &address(app, writer)),
            to: &address(app, reader),
            domain: &app.config.mail.domain,
            fallback_id: &format!("{}@{}", id.0.simple(), app.config.mail.domain),
            relayed_id: &relayed_id,
            known: pair.known(),
            at: app.now(),
        },
    );
    let rebuilt = match rebuilt {
        Ok(rebuilt) => rebuilt,
        Err(refusal) => return Ok(refused(refusal)),
    };
    let put = app
        .store
        .relay_mail_put(&NewRelayMail {
            id,
            relay: relay.id,
            recruiter,
            to_seeker,
            message: &rebuilt,
            bounce: &new_name(app)?,
            fingerprint: &app.secret.relayed(from, to, message),
            at: app.now(),
            counted_since: app.now().plus_seconds(-3_600),
            most: app.config.mail.mails_per_hour,
        })
        .await?;
    app.written.send_replace(());
    Ok(match put {
        RelayMailPut::Kept => Reply::KEPT,
        RelayMailPut::TooMany => Reply::TOO_OFTEN,
        RelayMailPut::Closed => Reply::NOBODY,
    })
}

fn refused(refusal: Refusal) -> Reply {
    Reply(match refusal {
        Refusal::Form => "554 5.6.0 Not a mail that can be relayed",
        Refusal::Sender => "550 5.7.1 The From line is not the sender's address",
        Refusal::Loop => "554 5.4.6 The mail goes in circles",
        Refusal::Machine => "550 5.7.1 Mail that a machine or a list sent is not relayed",
        Refusal::Sealed => "550 5.7.1 Encrypted mail cannot be looked through and is not relayed",
        Refusal::Program => "550 5.7.1 Programs are not relayed",
        Refusal::TooMuch => "552 5.3.4 Too many attachments, or too long a text",
        Refusal::Contact => "550 5.7.1 The mail carries contact data in a form that cannot be taken out",
    })
}

/// A report that a mail did not arrive: its sender gets a notice, and nothing of the report, which names addresses.
async fn report(app: &App, about: &RelayMail, message: &[u8]) -> Result<Reply, Failure> {
    if about.notice || !notice::is_failure(message) {
        return Ok(Reply::KEPT);
    }
    let Some(text) = notice::compose(app, about).await? else { return Ok(Reply::KEPT) };
    let notice = NewNotice { id: RelayMailId(app.new_id()?), message: &text, bounce: &new_name(app)? };
    app.store.relay_mail_done(about, Some(&notice), app.now()).await?;
    app.written.send_replace(());
    Ok(Reply::KEPT)
}
