use crate::app::App;
use crate::extract::{MaybeSignedIn, Path};
use crate::failure::Answer;
use axum::Json;
use axum::extract::State;
use zhitu_contract::ErrorCode;
use zhitu_contract::jobs::{CompanyCard, Job};
use zhitu_domain::application::Stage;
use zhitu_domain::id::JobId;

/// A posting. Closed ones answer too, and say so; no account is needed (S-AUTH-05).
#[utoipa::path(
    get, path = "/api/jobs/{id}", tag = "jobs", params(("id" = String, Path, format = Uuid)),
    security((), ("session" = [])),
    responses((status = 200, body = Job), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn job_show(
    State(app): State<App>,
    MaybeSignedIn(asking): MaybeSignedIn,
    Path(id): Path<JobId>,
) -> Answer<Job> {
    let job = app.store.job_get(id).await?.ok_or(ErrorCode::NotFound)?;
    let my_application = match asking {
        Some(asking) => app.store.application_of_job(id, asking.account).await?,
        None => None,
    };
    let open_jobs = app.store.company_open_jobs(job.company.id).await?;
    Ok(Json(Job {
        id: job.id,
        content: job.content,
        state: job.state,
        company: CompanyCard {
            id: job.company.id,
            name: job.company.name,
            industry: job.company.industry,
            size: job.company.size,
            introduction: job.company.introduction,
            verified: job.company.verified,
            demo: job.company.demo,
            open_jobs,
        },
        contact: job.contact,
        source: job.source,
        posted_at: job.posted_at,
        updated_at: job.updated_at,
        my_application: my_application
            .filter(|application| application.stage != Stage::Withdrawn)
            .map(|application| application.id),
    }))
}
