use super::settings;
use crate::app::App;
use crate::extract::{Body, SignedIn};
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use jiff::tz::TimeZone;
use zhitu_contract::Error;
use zhitu_contract::notices::{NoticeSettings, NoticeZoneSet};
use zhitu_domain::notice::next_digest;
use zhitu_storage::notice::Digest;

/// The longest name of a time zone, in bytes.
const ZONE_MAX_BYTES: usize = 60;

/// Sets by which clock the weekly digest is due.
#[utoipa::path(
    put, path = "/api/notices/zone", tag = "notices", security(("session" = [])), request_body = NoticeZoneSet,
    responses((status = 200, body = NoticeSettings), (status = "default", body = Error))
)]
pub(super) async fn notice_zone_set(
    State(app): State<App>,
    asking: SignedIn,
    Body(request): Body<NoticeZoneSet>,
) -> Answer<NoticeSettings> {
    let unknown = || Error::field("zone", "unknown");
    let named = Some(&request.zone).filter(|zone| zone.len() <= ZONE_MAX_BYTES);
    let zone = named.and_then(|zone| TimeZone::get(zone).ok()).ok_or_else(unknown)?;
    // By the name that the database has, whatever the case it was written in.
    let name = zone.iana_name().ok_or_else(unknown)?.to_owned();
    let due_at = next_digest(app.now(), &zone).ok_or_else(unknown)?;
    app.store.notice_digest_set(&Digest { account: asking.account, zone: name, due_at }).await?;
    Ok(Json(settings(&app, asking.account).await?))
}
