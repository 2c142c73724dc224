//! Sends what was kept, and tries again what could not be sent.
//!
//! What holds: a mail that was acknowledged is sent, or its sender is told, unless its channel was closed. It is sent
//! once, but for an end of this program between the mail server's answer and the note of it: then it goes out once more
//! with the same Message-ID, by which mail programs fold doubles.

use super::{new_name, notice};
use crate::app::App;
use crate::failure::Failure;
use crate::gateways::mail::{Envelope, MailError};
use crate::visibility::{Side, relay_pair};
use lettre::Address;
use std::time::Duration;
use tokio::task::JoinSet;
use zhitu_domain::id::RelayMailId;
use zhitu_storage::relay::{NewNotice, RelayMail};

/// How long at most until a mail whose time has come is looked at.
const LOOK_AGAIN: Duration = Duration::from_millis(500);

/// Mails sent at once: one mail server that is slow does not hold up the others.
const AT_ONCE: u32 = 4;

/// Minutes until the next try, by the number of tries.
const PAUSES: &[i64] = &[1, 5, 15, 60, 120];

/// Seconds after which a mail is given up.
const GIVE_UP_S: i64 = 2 * 86_400;

/// Delivers until the server ends.
pub async fn run(app: App) {
    let mut written = app.written.subscribe();
    loop {
        match pass(&app).await {
            Ok(taken) if taken == AT_ONCE as usize && !app.ending.is_cancelled() => continue,
            Ok(_) => {}
            // The cause is in the log already.
            Err(_) => tracing::warn!("mails could not be carried on"),
        }
        tokio::select! {
            () = app.ending.cancelled() => return,
            _ = written.changed() => {}
            () = tokio::time::sleep(LOOK_AGAIN) => {}
        }
    }
}

/// Takes those in hand whose time has come; how many there were.
async fn pass(app: &App) -> Result<usize, Failure> {
    let due = app.store.relay_mail_due(app.now(), AT_ONCE).await?;
    let count = due.len();
    let mut under_way = JoinSet::new();
    for mail in due {
        let app = app.clone();
        under_way.spawn(async move { deliver(&app, mail).await });
    }
    let mut failed = None;
    while let Some(done) = under_way.join_next().await {
        match done {
            Ok(Ok(())) => {}
            Ok(Err(failure)) => failed = Some(failure),
            Err(error) => failed = Some(Failure::internal(&error)),
        }
    }
    failed.map_or(Ok(count), Err)
}

async fn deliver(app: &App, mail: RelayMail) -> Result<(), Failure> {
    // Longer than all answers of a mail server may take together. Should this program end meanwhile, the mail is
    // tried anew after that.
    let claimed_s = app.config.mail.gateway.timeout_s().saturating_mul(8);
    let until = app.now().plus_seconds(i64::try_from(claimed_s).unwrap_or(i64::MAX / 2_000_000));
    if !app.store.relay_mail_claim(&mail, until).await? {
        return Ok(());
    }
    let sent = match envelope(app, &mail).await? {
        Some(envelope) => app.mail.hand_over(&envelope, mail.message.as_deref().unwrap_or_default()).await,
        None => Err(MailError::Refused("the channel is not open to it".to_owned())),
    };
    let Err(error) = sent else {
        return Ok(app.store.relay_mail_done(&mail, None, app.now()).await?);
    };
    tracing::warn!(%error, tries = mail.tries + 1, "a mail was not relayed");
    if error.is_transient() && app.now().seconds_since(mail.accepted_at) < GIVE_UP_S {
        let pause = PAUSES.get(mail.tries as usize).or(PAUSES.last()).copied().unwrap_or(60);
        return Ok(app.store.relay_mail_later(mail.id, app.now().plus_seconds(pause * 60)).await?);
    }
    // A notice that does not arrive is told to nobody.
    let text = if mail.notice { None } else { notice::compose(app, &mail).await? };
    let bounce = new_name(app)?;
    let id = RelayMailId(app.new_id()?);
    let notice = text.as_ref().map(|message| NewNotice { id, message, bounce: &bounce });
    Ok(app.store.relay_mail_done(&mail, notice.as_ref(), app.now()).await?)
}

/// Whom a mail goes to, as of now; `None` when it may go no more, or to nobody.
async fn envelope(app: &App, mail: &RelayMail) -> Result<Option<Envelope>, Failure> {
    let Some(pair) = relay_pair(app, &mail.relay, mail.recruiter).await? else { return Ok(None) };
    let (writer, reader) =
        if mail.to_seeker { (Side::Recruiter, Side::Seeker) } else { (Side::Seeker, Side::Recruiter) };
    // A notice is about one's own mail, which is no matter of what the other side allows now.
    if !mail.notice && !pair.may_write(writer) {
        return Ok(None);
    }
    let domain = &app.config.mail.domain;
    // Mail to oneself would come back in here.
    let Some(to) = pair.reach(reader).filter(|to| to.domain() != domain.to_lowercase()) else {
        return Ok(None);
    };
    let (Ok(from), Ok(to)) = (Address::new(mail.bounce.as_str(), domain), to.as_str().parse()) else {
        return Ok(None);
    };
    Ok(Some(Envelope { from: Some(from), to }))
}
