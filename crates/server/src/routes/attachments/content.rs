use crate::app::App;
use crate::extract::{Path, SignedIn};
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zhitu_contract::ErrorCode;
use zhitu_contract::attachments::AttachmentFile;
use zhitu_domain::id::AttachmentId;

/// One of the account's attachment résumés, as it was uploaded.
#[utoipa::path(
    get, path = "/api/attachments/{id}", tag = "attachments", security(("session" = [])),
    params(("id" = AttachmentId, Path, description = "Which")),
    responses((status = 200, body = AttachmentFile), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn attachment_content(
    State(app): State<App>,
    asking: SignedIn,
    Path(id): Path<AttachmentId>,
) -> Answer<AttachmentFile> {
    let (name, file) = app.store.attachment_content(id, asking.account).await?.ok_or(ErrorCode::NotFound)?;
    Ok(Json(AttachmentFile { name, pdf: STANDARD.encode(file) }))
}
