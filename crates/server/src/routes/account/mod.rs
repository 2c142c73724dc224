//! The signed-in account.

mod show;

use crate::app::App;
use crate::failure::Failure;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use zhitu_contract::ErrorCode;
use zhitu_contract::auth::{Account, RecruiterState};
use zhitu_domain::id::AccountId;

/// Its routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(show::account_show))
}

/// An account as its owner sees it.
pub(crate) async fn account_view(app: &App, account: AccountId) -> Result<Account, Failure> {
    let found = app.store.account_get(account).await?.ok_or(ErrorCode::SignedOut)?;
    let recruiter = app.store.recruiter_get(account).await?.map(|recruiter| RecruiterState {
        name: recruiter.name,
        title: recruiter.title,
        company: recruiter.company.name,
        verification: recruiter.verification,
    });
    let staff = app.store.is_staff(account).await?;
    Ok(Account { id: found.id, phone_tail: found.phone_tail, recruiter, staff, created_at: found.created_at })
}
