use crate::app::App;
use crate::extract::{Path, SignedIn};
use crate::failure::Failure;
use axum::extract::State;
use axum::http::StatusCode;
use zhitu_domain::id::AttachmentId;

/// Deletes one of the account's attachment résumés; also when there is none. Copies that were sent stay with their
/// applications.
#[utoipa::path(
    delete, path = "/api/attachments/{id}", tag = "attachments", security(("session" = [])),
    params(("id" = AttachmentId, Path, description = "Which")),
    responses((status = 204), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn attachment_remove(
    State(app): State<App>,
    asking: SignedIn,
    Path(id): Path<AttachmentId>,
) -> Result<StatusCode, Failure> {
    app.store.attachment_remove(id, asking.account).await?;
    Ok(StatusCode::NO_CONTENT)
}
