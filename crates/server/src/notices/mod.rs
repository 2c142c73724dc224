//! Carries notices out of the app, and makes the weekly digest.
//!
//! A notice was written in the transaction of its cause, once for each way. It stays until it arrived, is tried again at
//! growing distances for a day, and is then given up; whoever gets it twice, after an end of this program in between, knows
//! it by its id. What it says is looked up when it goes, and decided about anew: what is gone, answered, or a blocked
//! company's by then is not told any more (I2).

mod mail;
mod tells;
mod words;

pub use mail::{UNSUBSCRIBE, unsubscribed};

use crate::app::App;
use crate::config::MailGatewayConfig;
use crate::failure::Failure;
use crate::gateways::sms::SmsNotice;
use crate::waiting::Waiting;
use jiff::tz::TimeZone;
use tells::{Told, tells};
use zhitu_domain::notice::{DEFAULT_ZONE, NoticeWay, SMS_PER_DAY, digest_begins, next_digest, next_try_s};
use zhitu_domain::time::Timestamp;
use zhitu_storage::notice::{Digest, Notice};

/// Digests made at once.
const DIGESTS: u32 = 100;
/// Seconds of the window in which text messages are counted.
const DAY_S: i64 = 86_400;
/// Seconds that what is sent is in one hand, at least.
const CLAIM_S: u64 = 60;

/// The ways that this server has. A mail needs a link to unsubscribe by, so there is none without an address of this server.
pub fn offered(app: &App) -> Vec<NoticeWay> {
    let has = |way: &NoticeWay| match way {
        NoticeWay::Mail => app.mail.is_there() && mail::base(app).is_some(),
        NoticeWay::Sms => app.sms.is_there(),
        NoticeWay::Webhook => true,
    };
    NoticeWay::ALL.iter().copied().filter(has).collect()
}

/// A time zone by its name, or the one of who named none.
pub fn zone_of(name: Option<&str>) -> TimeZone {
    TimeZone::get(name.unwrap_or(DEFAULT_ZONE)).unwrap_or(TimeZone::UTC)
}

/// Notices on their way.
pub(crate) struct Notices;

impl Waiting for Notices {
    type One = Notice;
    const NAME: &'static str = "notices";
    const AT_ONCE: usize = 16;

    /// Makes the digests that are due before that.
    async fn due(app: &App, most: u32) -> Result<Vec<Notice>, Failure> {
        for digest in app.store.digests_due(app.now(), DIGESTS).await? {
            make(app, &digest).await?;
        }
        Ok(app.store.notices_due(app.now(), most).await?)
    }

    async fn claim(app: &App, notice: Notice) -> Result<Option<Notice>, Failure> {
        let until = claimed_until(app);
        let claimed = app.store.notice_claim(&notice, until).await?;
        Ok(claimed.then_some(Notice { next_at: until, ..notice }))
    }

    async fn carry(app: &App, notice: &Notice) -> Result<(), Failure> {
        carry(app, notice).await
    }
}

/// Until when what is sent now is in one hand: longer than a text message, a post, or all answers of a mail server together
/// may take.
pub(crate) fn claimed_until(app: &App) -> Timestamp {
    let seconds = CLAIM_S.max(app.config.mail.gateway.timeout_s().saturating_mul(8));
    app.now().plus_seconds(i64::try_from(seconds).unwrap_or(DAY_S))
}

async fn make(app: &App, digest: &Digest) -> Result<(), Failure> {
    let zone = zone_of(Some(&digest.zone));
    let begins = digest_begins(digest.due_at, &zone).unwrap_or(digest.due_at);
    let looks = app.store.looks_between(digest.account, begins, digest.due_at).await?;
    // A week that was missed, as by a server that stood still, is told late and once.
    let next = next_digest(app.now(), &zone).unwrap_or(Timestamp(i64::MAX));
    Ok(app.store.digest_move(digest, next, !looks.is_empty()).await?)
}

/// Why a notice did not arrive.
enum Missed {
    /// It may with another try.
    Later(String),
    /// It never will.
    Never(String),
}

/// Carries a notice in hand.
async fn carry(app: &App, notice: &Notice) -> Result<(), Failure> {
    let Some(told) = tells(app, notice).await? else { return Ok(app.store.notice_done(notice).await?) };
    let arrived = match notice.way {
        NoticeWay::Mail => mail::send(app, notice, &told).await?,
        NoticeWay::Sms => text(app, notice, &told).await?,
        NoticeWay::Webhook => post(app, notice, &told).await?,
    };
    let missed = match arrived {
        // There is nowhere to send it to any more, or enough was sent.
        None => return Ok(app.store.notice_done(notice).await?),
        Some(Ok(())) => return Ok(app.store.notice_arrived(notice).await?),
        Some(Err(missed)) => missed,
    };
    let (why, pause) = match missed {
        Missed::Later(why) => (why, next_try_s(notice.tries + 1)),
        Missed::Never(why) => (why, None),
    };
    tracing::info!(%why, way = ?notice.way, tries = notice.tries + 1, again = pause.is_some(), "a notice did not arrive");
    match pause {
        Some(pause) => Ok(app.store.notice_later(notice, app.now().plus_seconds(pause)).await?),
        None => Ok(app.store.notice_failed(notice, app.now()).await?),
    }
}

/// The id by which whoever gets a notice twice knows it.
fn id(app: &App, notice: &Notice) -> String {
    app.secret.notice(notice.seq, notice.at)
}

type Arrived = Option<Result<(), Missed>>;

async fn text(app: &App, notice: &Notice, told: &Told) -> Result<Arrived, Failure> {
    let there = app.store.notice_settings(notice.account).await?;
    let Some(phone) = there.phone.filter(|_| app.sms.is_there()) else { return Ok(None) };
    let since = app.now().plus_seconds(-DAY_S);
    if !app.store.notice_sms_count(notice, since, SMS_PER_DAY, app.now()).await? {
        return Ok(None);
    }
    let message = SmsNotice { id: id(app, notice), text: words::text_message(told) };
    Ok(Some(app.sms.send_notice(&phone, &message).await.map_err(|error| Missed::Later(error.0))))
}

async fn post(app: &App, notice: &Notice, told: &Told) -> Result<Arrived, Failure> {
    let there = app.store.notice_settings(notice.account).await?;
    let Some(webhook) = there.webhook else { return Ok(None) };
    let body = words::json(&id(app, notice), notice.at, told).to_string();
    let secret = app.secret.webhook(webhook.id);
    let posted = app.hook.post(&webhook.url, &secret, body).await;
    Ok(Some(posted.map(drop).map_err(|error| Missed::Later(error.to_string()))))
}

/// Whether mails are kept and shown on this machine instead of sent.
fn is_development(app: &App) -> bool {
    app.config.mail.gateway == MailGatewayConfig::Development
}
