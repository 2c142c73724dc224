use super::link_view;
use crate::app::App;
use crate::extract::SignedIn;
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::introduction::IntroductionLink;

/// The own links, latest first.
#[utoipa::path(
    get, path = "/api/introductions", tag = "introduction", security(("session" = [])),
    responses((status = 200, body = Vec<IntroductionLink>), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn introductions_list(
    State(app): State<App>,
    asking: SignedIn,
) -> Answer<Vec<IntroductionLink>> {
    let links = app.store.introductions_of(asking.account).await?;
    Ok(Json(links.into_iter().map(|link| link_view(&app, link)).collect()))
}
