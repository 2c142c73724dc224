//! Applying, as the sender sees it.

mod list;
mod preview;
mod submit;
mod withdraw;

use super::job_card::job_card;
use crate::app::App;
use crate::attachments::sent_view;
use crate::failure::Failure;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use zhitu_contract::ErrorCode;
use zhitu_contract::applications::Application;
use zhitu_domain::id::JobId;
use zhitu_domain::job::JobState;
use zhitu_storage::job::Job;

/// Its routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::applications_list, submit::application_submit))
        .routes(routes!(preview::application_preview))
        .routes(routes!(withdraw::application_withdraw))
}

/// A posting that takes applications. An imported one has nobody here to read them.
async fn open_job(app: &App, job: JobId) -> Result<Job, Failure> {
    let job = app.store.job_get(job).await?.ok_or(ErrorCode::NotFound)?;
    if job.state == JobState::Open && job.source.is_none() {
        Ok(job)
    } else {
        Err(ErrorCode::JobClosed.into())
    }
}

/// An application as its sender sees it.
pub(crate) fn view(application: zhitu_storage::application::Application) -> Application {
    Application {
        id: application.id,
        job_state: application.job.state,
        job: job_card(application.job, None),
        stage: application.stage,
        resume_version: application.resume_version,
        applied_at: application.applied_at,
        stage_at: application.stage_at,
        first_viewed_at: application.first_viewed_at,
        conversation: application.conversation,
        attachment: application.attachment.map(sent_view),
    }
}
