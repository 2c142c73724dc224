use super::link_view;
use crate::app::App;
use crate::extract::{Body, Path, SignedIn};
use crate::failure::{Answer, Failure};
use crate::secret::token_hash;
use axum::Json;
use axum::extract::State;
use zhitu_contract::introduction::{
    INTRODUCTION_LABEL_MAX_CHARS, INTRODUCTIONS_MAX, IntroductionLink, IntroductionMakeRequest,
};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::id::IntroductionId;
use zhitu_domain::introduction::{Introduced, Link, LinkError};
use zhitu_storage::introduction::{IntroductionPut, NewIntroduction};

/// Seconds in a day.
const DAY_S: i64 = 86_400;

/// Makes a link for one company or one person (S-SHR-01).
#[utoipa::path(
    put, path = "/api/introductions/{id}", tag = "introduction", security(("session" = [])),
    params(("id" = IntroductionId, Path, description = "Key, made by the sender")),
    request_body = IntroductionMakeRequest,
    responses((status = 200, body = IntroductionLink), (status = "default", body = Error))
)]
pub(super) async fn introduction_make(
    State(app): State<App>,
    asking: SignedIn,
    Path(id): Path<IntroductionId>,
    Body(request): Body<IntroductionMakeRequest>,
) -> Answer<IntroductionLink> {
    let label = request.label.trim();
    if label.chars().count() > INTRODUCTION_LABEL_MAX_CHARS {
        return Err(Error::field("label", "too_long").into());
    }
    let introduced = match request.company {
        Some(company) => {
            let company = app.store.company_get(company).await?.ok_or(ErrorCode::NotFound)?;
            Introduced::Company { company: company.id }
        }
        // Nothing else tells one person's link from another's.
        None if label.is_empty() => return Err(Error::field("label", "missing").into()),
        None => Introduced::Person { account: None },
    };
    let now = app.now();
    let expires_at = now.plus_seconds(i64::from(request.days) * DAY_S);
    let link = Link::new(id, introduced, now, expires_at, request.max_openings).map_err(refusal)?;
    let new = NewIntroduction {
        link: &link,
        seeker: asking.account,
        label,
        token_hash: token_hash(app.secret.introduction(id).expose()),
    };
    let most = u32::try_from(INTRODUCTIONS_MAX).unwrap_or(u32::MAX);
    match app.store.introduction_put(&new, most).await? {
        IntroductionPut::There => {}
        IntroductionPut::OtherLink => return Err(ErrorCode::IdempotencyMismatch.into()),
        IntroductionPut::TooMany => return Err(Error::field("introductions", "too_many").into()),
    }
    let made = app.store.introduction_get(id, asking.account).await?.ok_or(ErrorCode::NotFound)?;
    Ok(Json(link_view(&app, made)))
}

fn refusal(error: LinkError) -> Failure {
    match error {
        LinkError::Expiry => Error::field("days", "out_of_range").into(),
        LinkError::Openings => Error::field("max_openings", "out_of_range").into(),
    }
}
