//! What a person is told of outside the app, by which ways, and where to.

mod choose;
mod email_confirm;
mod email_remove;
mod email_set;
mod show;
mod unsubscribe;
mod webhook_remove;
mod webhook_set;
mod zone_set;

use crate::app::App;
use crate::failure::Failure;
use crate::notices::offered;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use zhitu_contract::ErrorCode;
use zhitu_contract::notices::{NoticeEmail, NoticeSettings, NoticeWebhook};
use zhitu_domain::id::AccountId;
use zhitu_domain::notice::{DEFAULT_ZONE, NoticeChoice, NoticeWay};

/// Its routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(show::notices_show))
        .routes(routes!(choose::notice_choose))
        .routes(routes!(zone_set::notice_zone_set))
        .routes(routes!(email_set::notice_email_set, email_remove::notice_email_remove))
        .routes(routes!(email_confirm::notice_email_confirm))
        .routes(routes!(webhook_set::notice_webhook_set, webhook_remove::notice_webhook_remove))
        .routes(routes!(unsubscribe::notice_unsubscribe_show, unsubscribe::notice_unsubscribe))
}

/// What an account chose, as it sees it.
async fn settings(app: &App, account: AccountId) -> Result<NoticeSettings, Failure> {
    let there = app.store.notice_settings(account).await?;
    Ok(NoticeSettings {
        offered: offered(app).into_iter().flat_map(NoticeChoice::by).collect(),
        choices: there.choices,
        phone_tail: there.phone.map(|phone| phone.tail().to_owned()).unwrap_or_default(),
        email: there.email.map(|there| NoticeEmail {
            email: there.email.as_str().to_owned(),
            confirmed_at: there.confirmed_at,
            failing_since: there.failing_since,
        }),
        webhook: there.webhook.map(|there| NoticeWebhook {
            url: there.url,
            confirmed_at: there.confirmed_at,
            failing_since: there.failing_since,
        }),
        zone: there.zone.unwrap_or_else(|| DEFAULT_ZONE.to_owned()),
    })
}

/// Refused where this server does not have the way.
fn require(app: &App, way: NoticeWay) -> Result<(), Failure> {
    if offered(app).contains(&way) { Ok(()) } else { Err(ErrorCode::GatewayUnavailable.into()) }
}
