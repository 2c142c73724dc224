//! What a notice says, as of when it goes: that it happened and whose doing it was, by the company's name. No word of
//! anybody and no contact data (I1).

use super::zone_of;
use crate::app::App;
use crate::failure::Failure;
use crate::visibility::{applied_to, is_asked, is_heard_of, may_write};
use zhitu_domain::chat::Side;
use zhitu_domain::contact::ContactRequestState;
use zhitu_domain::id::{ApplicationId, ContactRequestId, LookId, MessageId};
use zhitu_domain::notice::{NoticeKind, digest_begins};
use zhitu_domain::resume::visibility::LookKind;
use zhitu_storage::company::CompanyName;
use zhitu_storage::notice::{LooksOf, Notice};

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Who {
    /// A company, by its name.
    Company(String),
    /// The platform's staff.
    Platform,
    /// Somebody whom the seeker gave an introduction link.
    Introduced,
    /// Either of the last two.
    Others,
}

impl Who {
    fn of(company: Option<CompanyName>, otherwise: Self) -> Self {
        company.map_or(otherwise, |company| Self::Company(company.name))
    }
}

/// How often somebody looked in a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Looks {
    /// Who.
    pub who: Who,
    /// How often they opened it.
    pub opened: u32,
    /// How often they downloaded it.
    pub downloaded: u32,
}

/// What a notice says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Told {
    /// Somebody asks for contact data.
    ContactRequest(Who),
    /// Somebody wrote.
    Message(Who),
    /// Somebody looked.
    Look(LookKind, Who),
    /// A company moved an application on.
    Application(Who),
    /// Who looked in a week; never empty.
    WeeklyDigest(Vec<Looks>),
}

/// What a notice says; `None` when there is nothing to tell any more.
pub(super) async fn tells(app: &App, notice: &Notice) -> Result<Option<Told>, Failure> {
    match notice.kind {
        NoticeKind::ContactRequest => contact_request(app, ContactRequestId(notice.subject)).await,
        NoticeKind::Message => message(app, MessageId(notice.subject)).await,
        NoticeKind::Look => look(app, LookId(notice.subject)).await,
        NoticeKind::Application => {
            let company = applied_to(app, ApplicationId(notice.subject)).await?;
            Ok(company.map(|name| Told::Application(Who::Company(name))))
        }
        NoticeKind::WeeklyDigest => weekly_digest(app, notice).await,
    }
}

/// While it waits for its first answer: whoever put it off has heard of it.
async fn contact_request(app: &App, id: ContactRequestId) -> Result<Option<Told>, Failure> {
    let Some(asked) = app.store.contact_request_get(id).await? else { return Ok(None) };
    if !matches!(asked.request.state, ContactRequestState::Asked) || !is_asked(app, &asked).await? {
        return Ok(None);
    }
    Ok(Some(Told::ContactRequest(Who::of(asked.company, Who::Platform))))
}

/// While it is unread, and its writer may still write.
async fn message(app: &App, id: MessageId) -> Result<Option<Told>, Failure> {
    let Some(message) = app.store.message_get(id).await? else { return Ok(None) };
    let Some(talk) = app.store.conversation_get(message.conversation).await? else { return Ok(None) };
    let is_news = message.side == Side::Company && message.seq > talk.seeker_read && !talk.closed;
    if !is_news || !may_write(app, &talk).await? {
        return Ok(None);
    }
    Ok(Some(Told::Message(talk.about.map_or(Who::Platform, |about| Who::Company(about.company_name)))))
}

async fn look(app: &App, id: LookId) -> Result<Option<Told>, Failure> {
    let Some(look) = app.store.look_get(id).await? else { return Ok(None) };
    let company = look.company.as_ref().map(|company| company.id);
    if !is_heard_of(app, look.account, company).await? {
        return Ok(None);
    }
    let otherwise = if look.kind == LookKind::Introduced { Who::Introduced } else { Who::Platform };
    Ok(Some(Told::Look(look.kind, Who::of(look.company, otherwise))))
}

async fn weekly_digest(app: &App, notice: &Notice) -> Result<Option<Told>, Failure> {
    let zone = app.store.notice_settings(notice.account).await?.zone;
    let begins = digest_begins(notice.at, &zone_of(zone.as_deref())).unwrap_or(notice.at);
    let mut told = Vec::new();
    for LooksOf { company, opened, downloaded } in
        app.store.looks_between(notice.account, begins, notice.at).await?
    {
        if is_heard_of(app, notice.account, company.as_ref().map(|company| company.id)).await? {
            told.push(Looks { who: Who::of(company, Who::Others), opened, downloaded });
        }
    }
    Ok((!told.is_empty()).then_some(Told::WeeklyDigest(told)))
}
