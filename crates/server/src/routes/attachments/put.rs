use crate::app::App;
use crate::attachments::{self, refused};
use crate::extract::{Path, PdfBody, Query, SignedIn};
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::attachments::{Attachment, AttachmentPutQuery, PdfFile};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::attachment::{ATTACHMENTS_MAX, attachment_name};
use zhitu_domain::id::AttachmentId;
use zhitu_storage::attachment::{AttachmentPut, NewAttachment};

/// Uploads an attachment résumé: a PDF of up to 5 MiB and 20 pages, of which an account has up to 3. It is read before
/// it is kept, and what cannot be read is not kept (I1). The same file under the same key is one.
#[utoipa::path(
    put, path = "/api/attachments/{id}", tag = "attachments", security(("session" = [])),
    params(("id" = AttachmentId, Path, description = "Key, made by the sender"), AttachmentPutQuery),
    request_body(content = PdfFile, content_type = "application/pdf", description = "The file"),
    responses((status = 200, body = Attachment), (status = "default", body = Error))
)]
pub(super) async fn attachment_put(
    State(app): State<App>,
    asking: SignedIn,
    Path(id): Path<AttachmentId>,
    Query(query): Query<AttachmentPutQuery>,
    PdfBody(file): PdfBody,
) -> Answer<Attachment> {
    let full =
        || Error::new(ErrorCode::AttachmentsFull).detail(serde_json::json!({ "most": ATTACHMENTS_MAX }));
    let held = app.store.attachments_of(asking.account).await?;
    // Before it is read, which costs more than counting.
    if held.len() >= ATTACHMENTS_MAX as usize && held.iter().all(|one| one.id != id) {
        return Err(full().into());
    }
    let read = app.pdf.read(&file).await.map_err(|error| {
        tracing::error!(%error, "an attachment was not read");
        ErrorCode::Unavailable
    })?;
    let said = read.map_err(refused)?;
    let put = app
        .store
        .attachment_put(&NewAttachment {
            id,
            account: asking.account,
            name: &attachment_name(&query.name),
            content: &file,
            pages: said.pages,
            text: &said.text,
            most: ATTACHMENTS_MAX,
            at: app.now(),
        })
        .await?;
    match put {
        AttachmentPut::Stored => {}
        AttachmentPut::OtherFile => return Err(ErrorCode::IdempotencyMismatch.into()),
        AttachmentPut::Full => return Err(full().into()),
    }
    let stored = attachments::list(&app, asking.account).await?.into_iter().find(|one| one.id == id);
    Ok(Json(stored.ok_or(ErrorCode::NotFound)?))
}
