use super::link_view;
use crate::app::App;
use crate::extract::{Path, SignedIn};
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::ErrorCode;
use zhitu_contract::introduction::IntroductionLink;
use zhitu_domain::id::IntroductionId;

/// Revokes a link: from the next request on it opens for nobody (I2). What was seen was seen.
#[utoipa::path(
    delete, path = "/api/introductions/{id}", tag = "introduction", security(("session" = [])),
    params(("id" = IntroductionId, Path, description = "Which link")),
    responses((status = 200, body = IntroductionLink), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn introduction_revoke(
    State(app): State<App>,
    asking: SignedIn,
    Path(id): Path<IntroductionId>,
) -> Answer<IntroductionLink> {
    let mut found = app.store.introduction_get(id, asking.account).await?.ok_or(ErrorCode::NotFound)?;
    found.link.revoke(app.now());
    app.store.introduction_revoke(id, found.link.revoked_at.unwrap_or(app.now())).await?;
    Ok(Json(link_view(&app, found)))
}
