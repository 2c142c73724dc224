//! Who may see what of a résumé: the one place of the server that asks the rule.
//!
//! It gathers the facts (one query for a page of hits), and `zhitu_domain::resume::visibility` decides. Whatever hands
//! something of a résumé to somebody else comes here for the [`Decision`] first: routes, the search, live events.
//! `cargo xtask check` fails when other files read a résumé or a snapshot. A no is "no such résumé", in status, body
//! and headers (I3).

mod mailbox;
mod notice;
mod virtual_number;

pub use mailbox::{application_to_mail, mailbox_of};
pub use notice::{is_asked, is_heard_of};
pub use virtual_number::{VirtualNumberPair, virtual_number_is_open, virtual_number_pair};

use crate::app::App;
use crate::extract::{ResumeViewer, SignedIn};
use crate::failure::Failure;
use crate::routes::resume::today;
use jiff::civil::Date;
use std::collections::HashMap;
use zhitu_contract::ErrorCode;
use zhitu_contract::resumes::ResumeNote;
use zhitu_contract::visibility::RecruiterName;
use zhitu_domain::account::{AgeError, check_age};
use zhitu_domain::application::Stage;
use zhitu_domain::contact::{ContactAsker, ContactItems, handed_over};
use zhitu_domain::id::{AccountId, ApplicationId, CompanyId, JobId, LookId, ResumeId};
use zhitu_domain::introduction::{Dead, Opener};
use zhitu_domain::relay::{EmailAddress, KnownContact};
use zhitu_domain::resume::ResumeCard;
use zhitu_domain::resume::visibility::{
    Access, Action, LookKind, Relation, Sent, TABLE, Viewer, Viewing, VisibilitySetting, decide,
};
use zhitu_storage::application::Application;
use zhitu_storage::contact::Asked;
use zhitu_storage::conversation::Conversation;
use zhitu_storage::look::NewLook;
use zhitu_storage::relay::{OwnContact, Relay};
use zhitu_storage::visibility::{ResumeFor, Standing};

/// What the rule said of one viewer and one résumé.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// The facts.
    pub standing: Standing,
    /// How the viewer stands to the seeker.
    pub relation: Relation,
    /// What the viewer may do.
    pub access: Access,
}

impl Decision {
    /// Asks the rule.
    pub fn of(standing: Standing, viewer: Viewer, today: Date) -> Self {
        let relation = viewing(&standing, viewer, today).relation();
        Self { standing, relation, access: decide(standing.setting, relation) }
    }

    /// Whether it may be offered unasked: as the table says, unless the seeker switched recommending off (S-RECO-03).
    pub fn recommended(&self) -> bool {
        self.access.allows(Action::Recommended) && self.standing.personalised
    }

    /// The same, if the viewer may; otherwise there is no such résumé.
    pub fn require(self, action: Action) -> Result<Self, Failure> {
        if self.access.allows(action) { Ok(self) } else { Err(ErrorCode::NotFound.into()) }
    }
}

/// The facts as the rule knows them.
fn viewing(standing: &Standing, viewer: Viewer, today: Date) -> Viewing {
    Viewing {
        account_closed: standing.closed,
        under_age: is_under_age(standing.birth_date, today),
        viewer,
        blocked: standing.blocked,
        applied: standing.applied,
        in_contact: standing.in_contact,
    }
}

/// Whether a birth date is of a person who may not use the platform.
pub fn is_under_age(birth_date: Option<Date>, today: Date) -> bool {
    birth_date.is_some_and(|birth| check_age(birth, today) == Err(AgeError::TooYoung))
}

/// The settings under which a viewer finds a résumé, or is offered it. Whoever was applied to or is in contact finds as
/// any employer.
pub fn settings_for(viewer: &ResumeViewer, action: Action) -> Vec<VisibilitySetting> {
    let relation = match viewer {
        ResumeViewer::Company(_) => Relation::Employer,
        ResumeViewer::Staff(_) => Relation::Platform,
    };
    let found = |setting: &VisibilitySetting| TABLE.decide(*setting, relation).allows(action);
    VisibilitySetting::ALL.iter().copied().filter(found).collect()
}

/// Résumés that play no part in what the index answers this viewer: of those who block the company, and those that wait
/// in the outbox, of which the index does not know the latest (I2, I3).
pub async fn not_for(app: &App, viewer: &ResumeViewer) -> Result<Vec<ResumeId>, Failure> {
    let mut without = app.store.resumes_waiting().await?;
    if let Some(company) = viewer.company() {
        without.extend(app.store.resumes_blocking(company).await?);
    }
    Ok(without)
}

/// Decides about résumés; those that are not there are left out.
pub async fn decisions(
    app: &App,
    viewer: &ResumeViewer,
    resumes: &[ResumeId],
) -> Result<HashMap<ResumeId, Decision>, Failure> {
    let today = today(app)?;
    let standings = app.store.standings(resumes, viewer.company()).await?;
    let decided = |standing: Standing| (standing.resume, Decision::of(standing, viewer.viewer(), today));
    Ok(standings.into_iter().map(decided).collect())
}

/// Decides about one résumé; without a single right it is not there.
pub async fn decision(app: &App, viewer: &ResumeViewer, resume: ResumeId) -> Result<Decision, Failure> {
    let decided = decisions(app, viewer, &[resume]).await?.remove(&resume);
    decided.filter(|decided| !decided.access.is_nothing()).ok_or_else(|| ErrorCode::NotFound.into())
}

/// The online résumé with the contact data that was handed over; there is none without the right to view it.
pub async fn resume_for(
    app: &App,
    decision: &Decision,
    items: &ContactItems,
) -> Result<Option<ResumeFor>, Failure> {
    Ok(app.store.resume_for(decision.standing.resume, decision.access, items).await?)
}

/// The cards of résumés that may be found.
pub async fn cards(
    app: &App,
    decisions: impl IntoIterator<Item = &Decision>,
) -> Result<HashMap<ResumeId, ResumeCard>, Failure> {
    let wanted: Vec<(ResumeId, Access)> =
        decisions.into_iter().map(|decided| (decided.standing.resume, decided.access)).collect();
    Ok(app.store.resume_cards(&wanted, today(app)?).await?.into_iter().collect())
}

/// What was asked of a seeker by one side, latest first, and the items that it may see now.
pub async fn contact(
    app: &App,
    by: ContactAsker,
    decision: &Decision,
) -> Result<(Vec<Asked>, ContactItems), Failure> {
    let mut asked = app.store.contact_requests_to(decision.standing.account).await?;
    asked.retain(|one| one.request.asker == by);
    let requests = asked.iter().map(|one| &one.request);
    let items = handed_over(requests, by, decision.access);
    Ok((asked, items))
}

/// A company's notes on a résumé.
pub async fn notes(app: &App, viewer: &ResumeViewer, resume: ResumeId) -> Result<Vec<ResumeNote>, Failure> {
    let Some(company) = viewer.company() else { return Ok(Vec::new()) };
    let notes = app.store.notes(resume, company).await?;
    Ok(notes
        .into_iter()
        .map(|note| ResumeNote {
            mine: note.recruiter == viewer.account(),
            by: RecruiterName { name: note.name, title: note.title },
            text: note.text,
            at: note.at,
        })
        .collect())
}

/// Opens the introduction link of a token for whoever is signed in: the opening is counted and the look recorded before
/// anything is read (I4). A link that does not open is answered as one that never was, after the same work (I3).
pub async fn introduced(app: &App, asking: SignedIn, token_hash: &[u8]) -> Result<Decision, Failure> {
    let staff = app.store.is_staff(asking.account).await?;
    let recruiter = app.store.recruiter_get(asking.account).await?.filter(|_| !staff);
    let company = recruiter.as_ref().map(|recruiter| recruiter.company.id);
    let viewer = match recruiter {
        Some(recruiter) => Viewer::Recruiter { verified: recruiter.verification.opens_recruiting() },
        None if staff => Viewer::Staff,
        None => Viewer::Seeker,
    };
    // Whenever another opening or a revoking was faster, the link is nearer to its end: this ends.
    loop {
        let found = app.store.introduction_by_token(token_hash).await?;
        let seeker = found.as_ref().map_or(AccountId(uuid::Uuid::nil()), |found| found.seeker);
        let standing = app.store.standing_of_account(seeker, company).await?;
        let (Some(found), Some(standing)) = (found, standing) else { return Err(ErrorCode::NotFound.into()) };
        let viewing = viewing(&standing, viewer, today(app)?);
        let is_seeker = found.seeker == asking.account;
        let opener = Opener { account: asking.account, company, is_seeker, viewing };
        let mut link = found.link.clone();
        let access = link.open(app.now(), &opener).map_err(|Dead| ErrorCode::NotFound)?;
        let look = NewLook {
            id: LookId(app.new_id()?),
            resume: standing.resume,
            kind: LookKind::Introduced,
            company,
            viewer: asking.account,
            introduction: Some(link.id),
            reason: None,
            at: app.now(),
        };
        if app.store.introduction_open(&found.link, &link, &look).await? {
            return Ok(Decision { standing, relation: viewing.relation(), access });
        }
    }
}

const VERIFIED: Viewer = Viewer::Recruiter { verified: true };

fn sent(application: &Application) -> Sent {
    Sent { withdrawn: application.stage == Stage::Withdrawn, despite_block: application.despite_block }
}

/// An application to a verified recruiter's company, with what the company may do with it; not there for others.
pub async fn application_for(
    app: &App,
    company: CompanyId,
    application: ApplicationId,
) -> Result<(Application, Access), Failure> {
    let found = app.store.application_get(application).await?;
    let found = found.filter(|found| found.job.company.id == company).ok_or(ErrorCode::NotFound)?;
    let access = accesses(app, company, std::slice::from_ref(&found)).await?.pop().unwrap_or_default();
    Ok((found, access))
}

/// The name of the company that an application was sent to, while it may still write about it: for telling the seeker. A
/// blocked one keeps the snapshot and is not heard of, unless the seeker applied in spite of the block.
pub async fn applied_to(app: &App, application: ApplicationId) -> Result<Option<String>, Failure> {
    let Some(found) = app.store.application_get(application).await? else { return Ok(None) };
    let accesses = accesses(app, found.job.company.id, std::slice::from_ref(&found)).await?;
    let is_heard = accesses.iter().any(|access| access.allows(Action::Message));
    Ok(is_heard.then_some(found.job.company.name))
}

/// The applications to a posting of a verified recruiter's company of which it has the snapshot.
pub async fn applications_for(
    app: &App,
    company: CompanyId,
    job: JobId,
) -> Result<Vec<Application>, Failure> {
    let found = app.store.applications_of_job(job, company).await?;
    let accesses = accesses(app, company, &found).await?;
    let with_snapshot = |(one, access): (Application, Access)| access.allows(Action::Snapshot).then_some(one);
    Ok(found.into_iter().zip(accesses).filter_map(with_snapshot).collect())
}

/// What a company may do with each application.
async fn accesses(
    app: &App,
    company: CompanyId,
    applications: &[Application],
) -> Result<Vec<Access>, Failure> {
    let today = today(app)?;
    let accounts: Vec<AccountId> = applications.iter().map(|one| one.account).collect();
    let standings = app.store.standings_of_accounts(&accounts, Some(company)).await?;
    let standings: HashMap<AccountId, Standing> =
        standings.into_iter().map(|standing| (standing.account, standing)).collect();
    let access = |one: &Application| {
        let Some(standing) = standings.get(&one.account) else { return Access::nothing() };
        sent(one).access(standing.setting, Decision::of(*standing, VERIFIED, today).relation)
    };
    Ok(applications.iter().map(access).collect())
}

/// Whether a company may write in a conversation: as the table says, and under a block where the conversation is about
/// an application that was sent in spite of it. One that found the seeker needs the booking still (S-REC-09). The platform's
/// staff: as the table says.
pub async fn may_write(app: &App, conversation: &Conversation) -> Result<bool, Failure> {
    let company = conversation.about.as_ref().map(|about| about.company);
    let standing = app.store.standing_of_account(conversation.seeker, company).await?;
    let Some(about) = &conversation.about else {
        let Some(standing) = standing else { return Ok(false) };
        return Ok(Decision::of(standing, Viewer::Staff, today(app)?).access.allows(Action::Message));
    };
    // A seeker without a résumé has it to themselves, and has written all the same.
    let Some(standing) = standing else { return Ok(conversation.in_contact) };
    let decided = Decision::of(standing, VERIFIED, today(app)?);
    let entitled = about.entitled || decided.relation != Relation::Employer;
    if decided.access.allows(Action::Message) && entitled {
        return Ok(true);
    }
    let about = app.store.application_of_job(about.job, conversation.seeker).await?;
    Ok(about.is_some_and(|one| sent(&one).access(standing.setting, decided.relation).allows(Action::Message)))
}

/// A side of a channel by e-mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The seeker.
    Seeker,
    /// The recruiter.
    Recruiter,
}

/// A seeker and a recruiter who deal with each other by way of the platform, as of now.
struct Dealing {
    decision: Decision,
    /// The company may look for people, which it needs for whom it has nothing to do with (S-REC-09).
    entitled: bool,
    seeker: OwnContact,
    recruiter: OwnContact,
    recruiter_name: String,
}

impl Dealing {
    /// Whether the company has a channel to the seeker.
    fn allows(&self, channel: Action) -> bool {
        self.decision.access.allows(channel)
            && (self.entitled || self.decision.relation != Relation::Employer)
    }
}

/// `None` when the recruiter does not act for its company any more, or one of the two is gone.
async fn dealing(
    app: &App,
    seeker: AccountId,
    company: Option<CompanyId>,
    recruiter: AccountId,
) -> Result<Option<Dealing>, Failure> {
    let (viewer, entitled, recruiter_name) = match company {
        Some(company) => {
            let found = app.store.recruiter_get(recruiter).await?;
            let Some(found) = found.filter(|found| found.company.id == company) else { return Ok(None) };
            let verified = found.verification.opens_recruiting();
            let name = format!("{} · {}", found.name, found.company.name);
            (Viewer::Recruiter { verified }, found.resume_search, name)
        }
        None if app.store.is_staff(recruiter).await? => (Viewer::Staff, true, "职途 Zhitu".to_owned()),
        None => return Ok(None),
    };
    let Some(standing) = app.store.standing_of_account(seeker, company).await? else { return Ok(None) };
    let decision = Decision::of(standing, viewer, today(app)?);
    let (Some(seeker), Some(recruiter)) =
        (app.store.own_contact(seeker).await?, app.store.own_contact(recruiter).await?)
    else {
        return Ok(None);
    };
    Ok(Some(Dealing { decision, entitled, seeker, recruiter, recruiter_name }))
}

/// A seeker and a recruiter between whom there is a channel by e-mail, as of now.
pub struct Pair {
    dealing: Dealing,
    /// The company's mailbox, when it was the recruiter who set it: answers to mailed applications come from there.
    mailbox: Option<EmailAddress>,
    seeker_name: String,
    known: KnownContact,
    open: bool,
}

impl Pair {
    /// Whether a side may write to the other: the company as the table says, the seeker to a company that is not blocked
    /// and may recruit, both only while the channel is open.
    pub fn may_write(&self, side: Side) -> bool {
        let may = match side {
            Side::Recruiter => self.dealing.allows(Action::RelayEmail),
            Side::Seeker => matches!(
                self.dealing.decision.relation,
                Relation::Applied | Relation::InContact | Relation::Platform | Relation::Employer
            ),
        };
        may && self.open
    }

    /// Where a side gets its mail.
    pub fn reach(&self, side: Side) -> Option<&EmailAddress> {
        self.addresses(side).next()
    }

    /// Whether a side writes from an address.
    pub fn is_own(&self, side: Side, address: &EmailAddress) -> bool {
        self.addresses(side).any(|own| own.folded() == address.folded())
    }

    fn addresses(&self, side: Side) -> impl Iterator<Item = &EmailAddress> {
        let [own, mailbox] = match side {
            Side::Seeker => [self.dealing.seeker.resume_email.as_ref(), None],
            Side::Recruiter => [self.dealing.recruiter.work_email.as_ref(), self.mailbox.as_ref()],
        };
        own.into_iter().chain(mailbox)
    }

    /// What the other side knows a side as.
    pub fn name(&self, side: Side) -> &str {
        match side {
            Side::Seeker => &self.seeker_name,
            Side::Recruiter => &self.dealing.recruiter_name,
        }
    }

    /// What no mail may carry across: real addresses and numbers of both (I1, S-VIS-09).
    pub fn known(&self) -> &KnownContact {
        &self.known
    }
}

/// Who stands on both sides of a channel now; `None` when the recruiter does not act for its company any more, or one of
/// the two is gone.
pub async fn relay_pair(app: &App, relay: &Relay, recruiter: AccountId) -> Result<Option<Pair>, Failure> {
    let Some(dealing) = dealing(app, relay.seeker, relay.company, recruiter).await? else { return Ok(None) };
    // Whoever may not view the résumé has read the name in a snapshot, which a later edit does not change.
    let Decision { standing, access, .. } = dealing.decision;
    let shown = app.store.resume_for(standing.resume, access, &ContactItems::new()).await?;
    let seeker_name = shown.map_or_else(|| "求职者 Job seeker".to_owned(), |found| found.shown.basic.name);
    let mailbox = match relay.company {
        Some(company) => mailbox_of(app, company).await?.filter(|mailbox| mailbox.set_by == recruiter),
        None => None,
    };
    let mailbox = mailbox.map(|mailbox| mailbox.email);
    let both = [&dealing.seeker, &dealing.recruiter];
    let known = KnownContact::new(
        both.iter().flat_map(|own| own.phones.iter().map(String::as_str)),
        both.iter()
            .flat_map(|own| [&own.resume_email, &own.work_email])
            .flatten()
            .chain(&mailbox)
            .map(EmailAddress::as_str),
    );
    let open = relay.channel.is_open(app.config.mail.alias_days, app.now());
    Ok(Some(Pair { dealing, mailbox, seeker_name, known, open }))
}

/// Whether a viewer has the channel by e-mail to a seeker: the rule opens it, this server relays mail, the seeker has an
/// address and did not close the channel to this company.
pub async fn relay_is_open(
    app: &App,
    viewer_company: Option<CompanyId>,
    seeker: AccountId,
    access: Access,
) -> Result<bool, Failure> {
    if !access.allows(Action::RelayEmail) || !crate::relay::is_offered(app) {
        return Ok(false);
    }
    let own = app.store.own_contact(seeker).await?;
    Ok(own.is_some_and(|own| own.resume_email.is_some())
        && !app.store.relay_is_closed(seeker, viewer_company).await?)
}

/// What is an account's own, for looking through its own files for it.
pub async fn own_known(app: &App, account: AccountId) -> Result<KnownContact, Failure> {
    let own = app.store.own_contact(account).await?.ok_or(ErrorCode::NotFound)?;
    let emails = [&own.resume_email, &own.work_email].into_iter().flatten().map(EmailAddress::as_str);
    Ok(KnownContact::new(own.phones.iter().map(String::as_str), emails))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The index is asked once for all companies: what makes a difference between them must not make one here.
    #[test]
    fn whoever_was_applied_to_or_is_in_contact_finds_as_any_employer() {
        for &setting in VisibilitySetting::ALL {
            for action in [Action::Searchable, Action::Recommended] {
                let may = |relation| decide(setting, relation).allows(action);
                assert_eq!(may(Relation::Applied), may(Relation::Employer));
                assert_eq!(may(Relation::InContact), may(Relation::Employer));
            }
        }
    }
}
