use super::account_view;
use crate::app::App;
use crate::extract::SignedIn;
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::auth::Account;

/// The signed-in account.
#[utoipa::path(
    get, path = "/api/account", tag = "account", security(("session" = [])),
    responses((status = 200, body = Account), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn account_show(State(app): State<App>, asking: SignedIn) -> Answer<Account> {
    Ok(Json(account_view(&app, asking.account).await?))
}
