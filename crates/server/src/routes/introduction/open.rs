use super::token_in;
use crate::app::App;
use crate::extract::{Body, SignedIn};
use crate::failure::Answer;
use crate::secret::token_hash;
use crate::visibility::{introduced, resume_for};
use axum::Json;
use axum::extract::State;
use zhitu_contract::introduction::{INTRODUCTION_TEXT_MAX_BYTES, IntroducedResume, IntroductionOpen};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::contact::ContactItems;

/// Opens a link. The token is in the body, since addresses stand in logs.
#[utoipa::path(
    post, path = "/api/introductions/open", tag = "introduction", security(("session" = [])),
    request_body = IntroductionOpen,
    responses((status = 200, body = IntroducedResume), (status = "default", body = Error))
)]
pub(super) async fn introduction_open(
    State(app): State<App>,
    asking: SignedIn,
    Body(request): Body<IntroductionOpen>,
) -> Answer<IntroducedResume> {
    let text = request.text.expose();
    if text.len() > INTRODUCTION_TEXT_MAX_BYTES {
        return Err(Error::field("text", "too_long").into());
    }
    let token = token_in(text).ok_or(ErrorCode::NotFound)?;
    let decided = introduced(&app, asking, &token_hash(token)).await?;
    let found = resume_for(&app, &decided, &ContactItems::new()).await?.ok_or(ErrorCode::NotFound)?;
    Ok(Json(IntroducedResume { shown: found.shown }))
}
