//! The account's own résumé.

pub(crate) mod save;
mod show;

use crate::app::App;
use crate::failure::Failure;
use jiff::civil::Date;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use zhitu_contract::resume::ResumeResponse;
use zhitu_domain::id::AccountId;
use zhitu_domain::resume::ResumeContent;
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_domain::time::Timestamp;

/// Its routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(show::resume_show, save::resume_save))
}

/// The résumé as it stands; empty at version 0 until something was saved.
pub(crate) async fn resume_view(app: &App, account: AccountId) -> Result<ResumeResponse, Failure> {
    Ok(match app.store.resume_get(account).await? {
        Some(resume) => ResumeResponse {
            version: resume.version,
            content: resume.content,
            visibility: resume.visibility,
            updated_at: resume.updated_at,
        },
        None => ResumeResponse {
            version: 0,
            content: ResumeContent::default(),
            visibility: VisibilitySetting::default(),
            updated_at: Timestamp(0),
        },
    })
}

/// The day in China, by which an age is counted.
pub(crate) fn today(app: &App) -> Result<Date, Failure> {
    let now = jiff::Timestamp::from_microsecond(app.now().0).map_err(|error| Failure::internal(&error))?;
    Ok(jiff::tz::Offset::constant(8).to_datetime(now).date())
}
