//! Conversations of seekers with companies, and with the platform's staff. Both sides use the same routes; which side an
//! account is on follows from the conversation, and one that is not theirs is `not_found`, there or not. To staff theirs
//! are open while the session's second factor counts, and what they read of them is in the audit log.

mod end;
mod get;
mod list;
mod messages;
mod open;
mod read;
mod send;

use crate::app::App;
use crate::extract::{SignedIn, StaffSignedIn};
use crate::failure::Failure;
use crate::staff::{audit, require_stepped_up};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use zhitu_contract::{ErrorCode, chat};
use zhitu_domain::chat::Side;
use zhitu_domain::id::{AccountId, CompanyId, ConversationId};
use zhitu_domain::staff::audit::Audited;
use zhitu_storage::conversation::{Conversation, Message};

/// The routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list, open::open))
        .routes(routes!(get::get))
        .routes(routes!(messages::messages, send::send))
        .routes(routes!(read::read))
        .routes(routes!(end::end))
}

/// The company that an account may speak for: a verified recruiter's (S-REC-04).
async fn speaks_for(app: &App, account: AccountId) -> Result<Option<CompanyId>, Failure> {
    let recruiter = app.store.recruiter_get(account).await?;
    Ok(recruiter
        .filter(|recruiter| recruiter.verification.opens_recruiting())
        .map(|recruiter| recruiter.company.id))
}

/// A conversation of the asker, with the side they are on.
async fn mine(app: &App, asker: SignedIn, id: ConversationId) -> Result<(Conversation, Side), Failure> {
    let conversation = app.store.conversation_get(id).await?.ok_or(ErrorCode::NotFound)?;
    if conversation.seeker == asker.account {
        return Ok((conversation, Side::Seeker));
    }
    let is_theirs = match &conversation.about {
        Some(about) => speaks_for(app, asker.account).await? == Some(about.company),
        None => app.store.is_staff(asker.account).await?,
    };
    if !is_theirs {
        return Err(ErrorCode::NotFound.into());
    }
    if conversation.about.is_none() {
        require_stepped_up(app, StaffSignedIn(asker)).await?;
        audit(app, asker.account, &Audited::ConversationRead { conversation: id }).await?;
    }
    Ok((conversation, Side::Company))
}

/// A conversation as one side sees it.
fn view(conversation: Conversation, side: Side) -> chat::Conversation {
    let about = conversation.about;
    let (read_seq, other_read_seq, unread, with) = match side {
        Side::Seeker => (
            conversation.seeker_read,
            conversation.company_read,
            conversation.seeker_unread,
            about.as_ref().map_or_else(String::new, |about| {
                let recruiter = Some(&about.recruiter_name).filter(|name| !name.is_empty());
                recruiter.unwrap_or(&about.company_name).clone()
            }),
        ),
        Side::Company => (
            conversation.company_read,
            conversation.seeker_read_shown,
            conversation.company_unread,
            conversation.seeker_name,
        ),
    };
    chat::Conversation {
        id: conversation.id,
        job: about.as_ref().map(|about| about.job),
        demo: about.as_ref().is_some_and(|about| about.demo),
        side,
        with,
        last_seq: conversation.last_seq,
        last: conversation.last.map(message_view),
        read_seq,
        other_read_seq,
        unread,
        updated_at: conversation.updated_at,
        company: about.as_ref().map(|about| about.company_name.clone()),
        job_title: about.map(|about| about.job_title).unwrap_or_default(),
        ended: side == Side::Seeker && conversation.closed,
        account_closed: side == Side::Company && conversation.account_closed,
    }
}

/// A message as both sides see it.
pub(crate) fn message_view(message: Message) -> chat::Message {
    chat::Message {
        id: message.id,
        conversation: message.conversation,
        seq: message.seq,
        from: message.side,
        text: message.text,
        sent_at: message.sent_at,
    }
}
