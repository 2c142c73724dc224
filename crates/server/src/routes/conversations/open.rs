use super::{mine, speaks_for, view};
use crate::app::App;
use crate::extract::{Body, ResumeViewer, SignedIn};
use crate::failure::{Answer, Failure};
use crate::routes::resume::resume_view;
use crate::staff::audit;
use crate::visibility::{Decision, application_for, cards, decision, resume_for};
use axum::Json;
use axum::extract::State;
use zhitu_contract::chat::{Conversation, ConversationOpen};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::chat::Side;
use zhitu_domain::contact::ContactItems;
use zhitu_domain::id::{AccountId, ApplicationId, ConversationId, JobId, ResumeId};
use zhitu_domain::job::JobState;
use zhitu_domain::resume::visibility::Action;
use zhitu_domain::staff::audit::Audited;
use zhitu_storage::conversation::{ConversationPut, NewConversation, NewStaffConversation};

/// Opens the conversation about a job, or of the platform's staff with a person; answers the one that is there.
#[utoipa::path(post, path = "/api/conversations", tag = "chat", security(("session" = [])), request_body = ConversationOpen, responses((status = 200, body = Conversation), (status = "default", body = Error)))]
pub(super) async fn open(
    State(app): State<App>,
    asker: SignedIn,
    Body(request): Body<ConversationOpen>,
) -> Answer<Conversation> {
    let id = match request {
        ConversationOpen::Job { job } => by_seeker(&app, asker, job).await?,
        ConversationOpen::Application { application } => by_company(&app, asker, application).await?,
        ConversationOpen::Resume { resume, job } => to_found(&app, asker, resume, job).await?,
    };
    let (conversation, side) = mine(&app, asker, id).await?;
    Ok(Json(view(conversation, side)))
}

async fn by_seeker(app: &App, asker: SignedIn, job: JobId) -> Result<ConversationId, Failure> {
    let conversations = app.store.conversations_of_seeker(asker.account).await?;
    let there = conversations
        .iter()
        .find(|conversation| conversation.about.as_ref().is_some_and(|about| about.job == job));
    let job = app.store.job_get(job).await?.ok_or(ErrorCode::NotFound)?;
    if there.is_none() && job.source.is_some() {
        // Imported: nobody on this platform answers for it.
        return Err(ErrorCode::ConversationClosed.into());
    }
    if there.is_none() && job.state != JobState::Open {
        return Err(ErrorCode::JobClosed.into());
    }
    let name = resume_view(app, asker.account).await?.content.basic.name;
    put(app, job.id, asker.account, &name, Side::Seeker)
        .await?
        .ok_or_else(|| ErrorCode::CompanyBlocked.into())
}

async fn by_company(
    app: &App,
    asker: SignedIn,
    application: ApplicationId,
) -> Result<ConversationId, Failure> {
    let company = speaks_for(app, asker.account).await?.ok_or(ErrorCode::NotVerified)?;
    let (application, access) = application_for(app, company, application).await?;
    let snapshot = application.snapshot.filter(|_| access.allows(Action::Snapshot));
    let snapshot = snapshot.ok_or(ErrorCode::NotFound)?;
    if let Some(there) = application.conversation {
        return Ok(there);
    }
    if !access.allows(Action::Message) {
        return Err(ErrorCode::ConversationClosed.into());
    }
    let name = &snapshot.content.basic.name;
    put(app, application.job.id, application.account, name, Side::Company)
        .await?
        .ok_or_else(|| ErrorCode::ConversationClosed.into())
}

/// To somebody who was found and may be written to first.
async fn to_found(
    app: &App,
    asker: SignedIn,
    resume: ResumeId,
    job: Option<JobId>,
) -> Result<ConversationId, Failure> {
    let viewer = ResumeViewer::of(app, asker).await?;
    let Some(company) = viewer.company() else {
        if job.is_some() {
            return Err(Error::field("job", "not_of_staff").into());
        }
        audit(app, viewer.account(), &Audited::ConversationOpened { resume }).await?;
        let decided = decision(app, &viewer, resume).await?.require(Action::Message)?;
        return by_staff(app, &viewer, &decided).await;
    };
    let job = job.ok_or_else(|| Error::field("job", "missing"))?;
    let decided = decision(app, &viewer, resume).await?.require(Action::Message)?;
    let job = app.store.job_get(job).await?.filter(|job| job.company.id == company);
    let job = job.ok_or(ErrorCode::NotFound)?;
    if job.state != JobState::Open {
        return Err(ErrorCode::JobClosed.into());
    }
    let name = match name_for(app, &viewer, &decided).await? {
        Some(name) => name,
        // Who may write without seeing the résumé has talked with this person before.
        None => match app.store.conversation_latest(Some(company), resume).await? {
            Some(latest) => {
                app.store.conversation_get(latest).await?.map(|talk| talk.seeker_name).unwrap_or_default()
            }
            None => String::new(),
        },
    };
    put(app, job.id, decided.standing.account, &name, Side::Company)
        .await?
        .ok_or_else(|| ErrorCode::NotFound.into())
}

/// What whoever found somebody knows them as: the name of the card, until a look at the résumé was recorded, or the seeker
/// answers (I4).
async fn name_for(app: &App, viewer: &ResumeViewer, decided: &Decision) -> Result<Option<String>, Failure> {
    if app.store.has_looked(decided.standing.account, viewer.company()).await? {
        let found = resume_for(app, decided, &ContactItems::new()).await?;
        return Ok(found.map(|found| found.shown.basic.name));
    }
    Ok(cards(app, [decided]).await?.remove(&decided.standing.resume).map(|card| card.name))
}

async fn by_staff(app: &App, viewer: &ResumeViewer, decided: &Decision) -> Result<ConversationId, Failure> {
    let seeker_name = name_for(app, viewer, decided).await?.unwrap_or_default();
    let id = ConversationId(app.new_id()?);
    let seeker = decided.standing.account;
    let new = NewStaffConversation { id, seeker, seeker_name: &seeker_name, at: app.now() };
    app.store.conversation_open_staff(new).await?.ok_or_else(|| ErrorCode::NotFound.into())
}

/// The conversation, there or new; `None` when the seeker blocks the company.
async fn put(
    app: &App,
    job: JobId,
    seeker: AccountId,
    seeker_name: &str,
    side: Side,
) -> Result<Option<ConversationId>, Failure> {
    let id = ConversationId(app.new_id()?);
    let new = NewConversation { id, job, seeker, seeker_name, side, at: app.now() };
    Ok(match app.store.conversation_open(new).await? {
        ConversationPut::Open { id } => Some(id),
        ConversationPut::CompanyBlocked => None,
    })
}
