use crate::app::App;
use crate::attachments;
use crate::extract::SignedIn;
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::attachments::Attachment;

/// The account's attachment résumés, latest first, with what each shows of contact data.
#[utoipa::path(
    get, path = "/api/attachments", tag = "attachments", security(("session" = [])),
    responses((status = 200, body = Vec<Attachment>), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn attachments_list(State(app): State<App>, asking: SignedIn) -> Answer<Vec<Attachment>> {
    Ok(Json(attachments::list(&app, asking.account).await?))
}
