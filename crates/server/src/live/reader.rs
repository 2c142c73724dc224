//! From the outbox to the open links.
//!
//! What happened lies in the outbox since the transaction that made it happen, and leaves it only after it was
//! handed to the links: a process that dies in between hands it over again when it is back. A link may therefore
//! hear of a thing twice; numbers and keys make that harmless.

use crate::app::App;
use crate::outbox::Reader;
use crate::routes::visibility::look_view;
use crate::staff::{audit, is_at_desk};
use zhitu_contract::chat::Message;
use zhitu_contract::events::LiveEvent;
use zhitu_domain::id::{AccountId, CompanyId, ConversationId};
use zhitu_domain::staff::audit::Audited;
use zhitu_storage::outbox::{Body, Entry};

/// Hands entries to the open links.
pub struct LiveReader;

impl Reader for LiveReader {
    async fn take(&self, app: &App, entries: &[Entry]) -> anyhow::Result<()> {
        for entry in entries {
            deliver(app, entry).await?;
        }
        Ok(())
    }
}

async fn deliver(app: &App, entry: &Entry) -> zhitu_storage::Result<()> {
    let (store, hub) = (&app.store, &app.hub);
    match &entry.body {
        // Not of this topic.
        Body::Job { .. } | Body::Resume { .. } => Ok(()),
        Body::Message { message, seeker, company } => {
            // A message that is gone by now has nobody to tell.
            let Some(message) = store.message_get(*message).await? else { return Ok(()) };
            let message_of = message.conversation;
            let event = LiveEvent::Message {
                message: Message {
                    id: message.id,
                    conversation: message.conversation,
                    seq: message.seq,
                    from: message.side,
                    text: message.text,
                    sent_at: message.sent_at,
                },
            };
            tell_talk(app, message_of, (*seeker, *company), &event).await
        }
        Body::Read { conversation, side, seq, seeker, company } => {
            let event = LiveEvent::Read { conversation: *conversation, side: *side, seq: *seq };
            tell_talk(app, *conversation, (*seeker, *company), &event).await
        }
        Body::Application { application, stage, seeker, company } => {
            let event = LiveEvent::Application { application: *application, stage: *stage };
            hub.tell_account(*seeker, &event);
            tell_company(app, *seeker, *company, &event).await
        }
        Body::Look { look, seeker } => {
            if let Some(look) = store.look_get(*look).await? {
                hub.tell_account(*seeker, &LiveEvent::Look { look: look_view(look) });
            }
            Ok(())
        }
        Body::ContactRequest { request, seeker } => {
            hub.tell_account(*seeker, &LiveEvent::ContactRequest { request: *request });
            Ok(())
        }
        Body::SessionEnded { session } => {
            hub.end_session(*session);
            Ok(())
        }
    }
}

/// Tells both sides of a conversation. From one that was ended, as a block does, the company hears nothing more.
async fn tell_talk(
    app: &App,
    conversation: ConversationId,
    (seeker, company): (AccountId, Option<CompanyId>),
    event: &LiveEvent,
) -> zhitu_storage::Result<()> {
    app.hub.tell_account(seeker, event);
    if app.store.conversation_get(conversation).await?.is_none_or(|talk| talk.closed) {
        return Ok(());
    }
    match company {
        Some(company) => tell_company(app, seeker, company, event).await,
        None => tell_staff(app, seeker, conversation, event).await,
    }
}

/// Tells a company; the seeker has been told.
async fn tell_company(
    app: &App,
    seeker: AccountId,
    company: CompanyId,
    event: &LiveEvent,
) -> zhitu_storage::Result<()> {
    for account in app.hub.company_listeners(company) {
        // Asked again for each event: a verification that was taken back stops the next one (S-REC-04).
        let recruiter = app.store.recruiter_get(account).await?;
        let may = recruiter.is_some_and(|recruiter| {
            recruiter.company.id == company && recruiter.verification.opens_recruiting()
        });
        if may && account != seeker {
            app.hub.tell_account(account, event);
        }
    }
    Ok(())
}

/// Tells the staff at the desk; whoever comes there later fetches what they missed.
async fn tell_staff(
    app: &App,
    seeker: AccountId,
    conversation: ConversationId,
    event: &LiveEvent,
) -> zhitu_storage::Result<()> {
    for (account, session) in app.hub.staff_listeners() {
        if account == seeker || !is_at_desk(app, account, session).await? {
            continue;
        }
        // What cannot be written down is not told; why it could not is in the log already.
        if audit(app, account, &Audited::ConversationRead { conversation }).await.is_ok() {
            app.hub.tell_session(session, event);
        }
    }
    Ok(())
}
