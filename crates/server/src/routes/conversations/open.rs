use super::{mine, speaks_for, view};
use crate::app::App;
use crate::extract::{Body, SignedIn};
use crate::failure::{Answer, Failure};
use axum::Json;
use axum::extract::State;
use zhitu_contract::ErrorCode;
use zhitu_contract::chat::{Conversation, ConversationOpen};
use zhitu_domain::id::{ApplicationId, ConversationId, JobId};
use zhitu_domain::job::JobState;
use zhitu_storage::conversation::NewConversation;

/// Opens the conversation about a job, or answers the one that is there.
#[utoipa::path(post, path = "/api/conversations", tag = "chat", security(("session" = [])), request_body = ConversationOpen, responses((status = 200, body = Conversation), (status = "default", body = zhitu_contract::Error)))]
pub(super) async fn open(
    State(app): State<App>,
    asker: SignedIn,
    Body(request): Body<ConversationOpen>,
) -> Answer<Conversation> {
    let id = match request {
        ConversationOpen::Job { job } => by_seeker(&app, asker, job).await?,
        ConversationOpen::Application { application } => by_company(&app, asker, application).await?,
        // Nothing is found yet that could be written to.
        ConversationOpen::Resume { .. } => return Err(ErrorCode::NotFound.into()),
    };
    let (conversation, side) = mine(&app, asker, id).await?;
    Ok(Json(view(conversation, side)))
}

async fn by_seeker(app: &App, asker: SignedIn, job: JobId) -> Result<ConversationId, Failure> {
    let conversations = app.store.conversations_of_seeker(asker.account).await?;
    if let Some(there) = conversations.iter().find(|conversation| conversation.job == job) {
        return Ok(there.id);
    }
    let job = app.store.job_get(job).await?.ok_or(ErrorCode::NotFound)?;
    if job.source.is_some() {
        // Imported: nobody on this platform answers for it.
        return Err(ErrorCode::ConversationClosed.into());
    }
    if job.state != JobState::Open {
        return Err(ErrorCode::JobClosed.into());
    }
    let new = NewConversation {
        id: ConversationId(app.new_id()?),
        job: job.id,
        seeker: asker.account,
        at: app.now(),
    };
    Ok(app.store.conversation_open(new).await?)
}

async fn by_company(
    app: &App,
    asker: SignedIn,
    application: ApplicationId,
) -> Result<ConversationId, Failure> {
    let company = speaks_for(app, asker.account).await?.ok_or(ErrorCode::NotVerified)?;
    let application = app
        .store
        .application_get(application)
        .await?
        .filter(|application| application.job.company.id == company)
        .ok_or(ErrorCode::NotFound)?;
    if !application.stage.shows_snapshot() {
        return Err(ErrorCode::NotFound.into());
    }
    let new = NewConversation {
        id: ConversationId(app.new_id()?),
        job: application.job.id,
        seeker: application.account,
        at: app.now(),
    };
    Ok(app.store.conversation_open(new).await?)
}
