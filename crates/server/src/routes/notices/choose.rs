use super::{require, settings};
use crate::app::App;
use crate::extract::{Body, SignedIn};
use crate::failure::Answer;
use crate::notices::zone_of;
use axum::Json;
use axum::extract::State;
use zhitu_contract::Error;
use zhitu_contract::notices::{NoticeChoose, NoticeSettings};
use zhitu_domain::notice::{DEFAULT_ZONE, NoticeChoice, NoticeKind, next_digest};
use zhitu_storage::notice::Digest;

/// Switches one kind of notice by one way on or off. What a server does not have can be switched off all the same.
#[utoipa::path(
    put, path = "/api/notices/choices", tag = "notices", security(("session" = [])), request_body = NoticeChoose,
    responses((status = 200, body = NoticeSettings), (status = "default", body = Error))
)]
pub(super) async fn notice_choose(
    State(app): State<App>,
    asking: SignedIn,
    Body(request): Body<NoticeChoose>,
) -> Answer<NoticeSettings> {
    let NoticeChoose { kind, way, on } = request;
    if !kind.comes_by(way) {
        return Err(Error::field("way", "not_for_kind").into());
    }
    if on {
        require(&app, way)?;
    }
    let there = app.store.notice_settings(asking.account).await?;
    // A digest that is wanted already keeps its time.
    let begins = on && kind == NoticeKind::WeeklyDigest && there.choices.iter().all(|one| one.kind != kind);
    let digest = begins.then(|| {
        let zone = there.zone.as_deref();
        let due_at = next_digest(app.now(), &zone_of(zone))?;
        Some(Digest { account: asking.account, zone: zone.unwrap_or(DEFAULT_ZONE).to_owned(), due_at })
    });
    let digest = digest.flatten();
    app.store.notice_choose(asking.account, NoticeChoice { kind, way }, on, digest.as_ref()).await?;
    Ok(Json(settings(&app, asking.account).await?))
}
