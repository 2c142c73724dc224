use super::request_view;
use crate::app::App;
use crate::extract::{Body, Path, SignedIn};
use crate::failure::{Answer, Failure};
use axum::Json;
use axum::extract::State;
use zhitu_contract::visibility::{ContactAnswerRequest, ContactRequestView};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::contact::AnswerError;
use zhitu_domain::id::ContactRequestId;

/// Answers a request for real contact data; a yes hands over the ticked items to this asker alone (D6).
#[utoipa::path(
    put, path = "/api/contact-requests/{id}/answer", tag = "visibility", security(("session" = [])),
    params(("id" = ContactRequestId, Path, description = "Which request")), request_body = ContactAnswerRequest,
    responses((status = 200, body = ContactRequestView), (status = "default", body = Error))
)]
pub(super) async fn contact_request_answer(
    State(app): State<App>,
    asking: SignedIn,
    Path(id): Path<ContactRequestId>,
    Body(body): Body<ContactAnswerRequest>,
) -> Answer<ContactRequestView> {
    // A second try when it was taken back or replaced between reading and writing.
    for _ in 0..2 {
        let mut asked = app
            .store
            .contact_request_get(id)
            .await?
            .filter(|asked| asked.seeker == asking.account)
            .ok_or(ErrorCode::NotFound)?;
        let mut answered = asked.request.clone();
        answered.answer(body.answer.clone(), app.now()).map_err(refusal)?;
        if app.store.contact_request_set(&asked, &answered.state, app.now()).await? {
            asked.request = answered;
            return Ok(Json(request_view(asked)));
        }
    }
    Err(ErrorCode::Unavailable.into())
}

fn refusal(error: AnswerError) -> Failure {
    let reason = match error {
        AnswerError::NoItems => return Error::field("items", "missing").into(),
        AnswerError::NotWanted => return Error::field("items", "out_of_range").into(),
        AnswerError::Retracted => "retracted",
        AnswerError::Superseded => "superseded",
        AnswerError::Answered => "answered",
    };
    Error::new(ErrorCode::ContactRequestClosed).detail(serde_json::json!({ "reason": reason })).into()
}
