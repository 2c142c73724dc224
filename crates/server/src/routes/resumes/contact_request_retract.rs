use crate::app::App;
use crate::extract::{Path, ResumeViewer};
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::ErrorCode;
use zhitu_contract::device::Nothing;
use zhitu_domain::contact::Retracted;
use zhitu_domain::id::ContactRequestId;

/// Takes a request back. The answer does not tell whether the seeker had decided; what was granted stays granted.
#[utoipa::path(
    delete, path = "/api/recruiter/contact-requests/{id}", tag = "resumes", security(("session" = [])),
    params(("id" = ContactRequestId, Path, description = "Which request")),
    responses((status = 200, body = Nothing), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn contact_request_retract(
    State(app): State<App>,
    viewer: ResumeViewer,
    Path(id): Path<ContactRequestId>,
) -> Answer<Nothing> {
    // A second try when the seeker answered between reading and writing.
    for _ in 0..2 {
        let asked = app.store.contact_request_get(id).await?;
        let asked = asked.filter(|one| one.request.asker == viewer.asker()).ok_or(ErrorCode::NotFound)?;
        let mut retracted = asked.request.clone();
        if retracted.retract(app.now()) == Retracted::Already
            || app.store.contact_request_set(&asked, &retracted.state, app.now()).await?
        {
            return Ok(Json(Nothing {}));
        }
    }
    Err(ErrorCode::Unavailable.into())
}
