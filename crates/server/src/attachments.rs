//! Attachment résumés: read before they are kept, and looked through again before one goes (S-RES-06, I1).

pub mod reader;

use crate::app::App;
use crate::failure::Failure;
use crate::visibility::own_known;
use zhitu_contract::applications::ApplyRequest;
use zhitu_contract::attachments::{Attachment, SentAttachment};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::attachment::{AttachmentProblem, contact_shown};
use zhitu_domain::contact::ContactItems;
use zhitu_domain::id::{AccountId, AttachmentId};
use zhitu_domain::relay::KnownContact;
use zhitu_storage::attachment;

/// Why a file is not taken.
pub fn refused(problem: AttachmentProblem) -> Failure {
    Error::new(ErrorCode::AttachmentRefused).detail(serde_json::json!({ "reason": problem })).into()
}

/// The account's files with what each shows now: what is the seeker's own may have changed since one was uploaded.
pub async fn list(app: &App, account: AccountId) -> Result<Vec<Attachment>, Failure> {
    let found = app.store.attachments_of(account).await?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let known = own_known(app, account).await?;
    // Megabytes of text at the most, and every rule goes through each of it more than once.
    let read = tokio::task::spawn_blocking(move || {
        found.into_iter().map(|one| view(one, &known)).collect::<Vec<_>>()
    });
    read.await.map_err(|error| Failure::internal(&error))
}

/// The file that an application takes along, if its contact data is handed over item by item (D6).
pub async fn chosen(
    app: &App,
    account: AccountId,
    request: &ApplyRequest,
) -> Result<Option<AttachmentId>, Failure> {
    let shows = match request.attachment {
        Some(id) => {
            let one = list(app, account).await?.into_iter().find(|one| one.id == id);
            one.ok_or_else(|| Error::field("attachment", "missing"))?.shows
        }
        None => ContactItems::new(),
    };
    if !shows.is_subset(&request.attachment_contact) {
        return Err(Error::field("attachment_contact", "not_agreed").into());
    }
    if shows != request.attachment_contact {
        return Err(Error::field("attachment_contact", "not_shown").into());
    }
    Ok(request.attachment)
}

/// A copy as both sides see it.
pub fn sent_view(sent: attachment::SentAttachment) -> SentAttachment {
    SentAttachment { name: sent.name, bytes: sent.size, pages: sent.pages, contact: sent.contact }
}

fn view(one: attachment::Attachment, known: &KnownContact) -> Attachment {
    // The name goes with the file.
    let shows = contact_shown(&format!("{}\n{}", one.name, one.text), known);
    Attachment {
        id: one.id,
        name: one.name,
        bytes: one.size,
        pages: one.pages,
        shows,
        added_at: one.added_at,
    }
}
