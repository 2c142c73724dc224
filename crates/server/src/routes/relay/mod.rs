//! Contact by e-mail over aliases: opening a channel, the seeker's list of them, the address that a recruiter writes from.
//! The mails themselves are [`crate::relay`]'s.

mod applicant_relay_open;
mod relay_set;
mod relays_list;
mod resume_relay_open;
mod work_email_confirm;
mod work_email_remove;
mod work_email_set;

use crate::app::App;
use crate::failure::Failure;
use crate::relay::{address, is_offered, open};
use crate::routes::visibility::company_name;
use crate::visibility::relay_is_open;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use zhitu_contract::ErrorCode;
use zhitu_contract::relay::{RelayAddress, RelayView};
use zhitu_domain::id::{AccountId, CompanyId};
use zhitu_domain::resume::visibility::Access;
use zhitu_storage::relay::RelayOf;

/// Its routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(resume_relay_open::resume_relay_open))
        .routes(routes!(applicant_relay_open::applicant_relay_open))
        .routes(routes!(relays_list::relays_list))
        .routes(routes!(relay_set::relay_set))
        .routes(routes!(work_email_set::work_email_set, work_email_remove::work_email_remove))
        .routes(routes!(work_email_confirm::work_email_confirm))
}

/// The alias of a seeker for the company of who asks; there is none without the right (I3).
async fn opened(
    app: &App,
    recruiter: AccountId,
    company: Option<CompanyId>,
    seeker: AccountId,
    access: Access,
) -> Result<RelayAddress, Failure> {
    if !relay_is_open(app, company, seeker, access).await? {
        return Err(ErrorCode::NotFound.into());
    }
    let from = app.store.work_email_get(recruiter).await?.ok_or(ErrorCode::WorkEmailMissing)?;
    let opened = open(app, seeker, company, recruiter).await?.ok_or(ErrorCode::NotFound)?;
    Ok(RelayAddress {
        address: address(app, &opened.seeker),
        from: from.as_str().to_owned(),
        ends_at: opened.relay.channel.ends_at(app.config.mail.alias_days),
    })
}

/// The channels of a seeker.
async fn relay_views(app: &App, seeker: AccountId) -> Result<Vec<RelayView>, Failure> {
    let days = app.config.mail.alias_days;
    let view = |of: RelayOf| RelayView {
        id: of.relay.id,
        company: of.company.map(company_name),
        created_at: of.created_at,
        used_at: of.relay.channel.used_at,
        ends_at: of.relay.channel.ends_at(days),
        open: !of.relay.channel.closed,
    };
    Ok(app.store.relays_of(seeker).await?.into_iter().map(view).collect())
}

/// Refused where mail is not relayed.
fn offered(app: &App) -> Result<(), Failure> {
    if is_offered(app) { Ok(()) } else { Err(ErrorCode::GatewayUnavailable.into()) }
}
