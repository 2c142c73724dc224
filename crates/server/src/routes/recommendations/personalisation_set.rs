use crate::app::App;
use crate::extract::{Body, SignedIn};
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::recommendations::Personalisation;

/// Switches it. Off takes the résumé out of what recommendations are made of, from the next request on (I2).
#[utoipa::path(
    put, path = "/api/account/personalisation", tag = "recommendations", security(("session" = [])),
    request_body = Personalisation,
    responses((status = 200, body = Personalisation), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn personalisation_set(
    State(app): State<App>,
    asking: SignedIn,
    Body(set): Body<Personalisation>,
) -> Answer<Personalisation> {
    app.store.personalised_set(asking.account, set.on).await?;
    Ok(Json(set))
}
