use super::made;
use crate::app::App;
use crate::extract::{Body, Path, ResumeViewer};
use crate::failure::{Answer, Failure};
use crate::staff::audit;
use crate::visibility::decision;
use axum::Json;
use axum::extract::State;
use zhitu_contract::resumes::{ContactRequestMade, ContactRequestMakeRequest};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::contact::{AskError, ContactRequest};
use zhitu_domain::id::ResumeId;
use zhitu_domain::staff::audit::Audited;
use zhitu_storage::contact::ContactRequestPut;

/// Asks a seeker for real contact data (S-VIS-06, D7). The answer is one, whatever became of an earlier request.
#[utoipa::path(
    post, path = "/api/recruiter/resumes/{id}/contact-requests", tag = "resumes", security(("session" = [])),
    params(("id" = ResumeId, Path, description = "Whose résumé")), request_body = ContactRequestMakeRequest,
    responses((status = 200, body = ContactRequestMade), (status = "default", body = Error))
)]
pub(super) async fn contact_request_make(
    State(app): State<App>,
    viewer: ResumeViewer,
    Path(id): Path<ResumeId>,
    Body(body): Body<ContactRequestMakeRequest>,
) -> Answer<ContactRequestMade> {
    if let ResumeViewer::Staff(account) = viewer {
        audit(&app, account, &Audited::ContactAsked { request: body.id, resume: id }).await?;
    }
    let decided = decision(&app, &viewer, id).await?;
    let who = (viewer.asker(), viewer.account());
    let request = ContactRequest::ask(body.id, who, &body.reason, body.wanted, app.now(), decided.access)
        .map_err(refusal)?;
    match app.store.contact_request_put(decided.standing.account, &request).await? {
        ContactRequestPut::Stored => {}
        ContactRequestPut::OtherRequest => return Err(ErrorCode::IdempotencyMismatch.into()),
    }
    let asked = app.store.contact_request_get(body.id).await?.ok_or(ErrorCode::NotFound)?;
    Ok(Json(made(asked, decided.access)))
}

fn refusal(error: AskError) -> Failure {
    match error {
        AskError::NotAllowed => ErrorCode::NotFound.into(),
        AskError::NoItems => Error::field("wanted", "missing").into(),
        AskError::Reason => Error::field("reason", "out_of_range").into(),
    }
}
