use crate::app::App;
use crate::extract::SignedIn;
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::ErrorCode;
use zhitu_contract::recommendations::Personalisation;

/// Whether the own data may be used to recommend (S-RECO-03).
#[utoipa::path(
    get, path = "/api/account/personalisation", tag = "recommendations", security(("session" = [])),
    responses((status = 200, body = Personalisation), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn personalisation_show(
    State(app): State<App>,
    asking: SignedIn,
) -> Answer<Personalisation> {
    let on = app.store.personalised(asking.account).await?.ok_or(ErrorCode::SignedOut)?;
    Ok(Json(Personalisation { on }))
}
