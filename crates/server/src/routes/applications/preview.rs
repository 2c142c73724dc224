use super::open_job;
use crate::app::App;
use crate::attachments;
use crate::extract::{Path, SignedIn};
use crate::failure::Answer;
use crate::routes::resume::resume_view;
use crate::visibility::mailbox_of;
use axum::Json;
use axum::extract::State;
use zhitu_contract::applications::ApplicationPreview;
use zhitu_domain::contact::real_contact;
use zhitu_domain::id::JobId;
use zhitu_domain::resume::{completeness, snapshot};

/// Exactly what would go to the company (S-APP-02), and what is missing (S-RES-07).
#[utoipa::path(
    get, path = "/api/applications/preview/{job}", tag = "applications", security(("session" = [])),
    params(("job" = JobId, Path, description = "To which job")),
    responses((status = 200, body = ApplicationPreview), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn application_preview(
    State(app): State<App>,
    asking: SignedIn,
    Path(job): Path<JobId>,
) -> Answer<ApplicationPreview> {
    let job = open_job(&app, job).await?;
    let resume = resume_view(&app, asking.account).await?;
    Ok(Json(ApplicationPreview {
        snapshot: snapshot(&resume.content),
        resume_version: resume.version,
        form_contact: real_contact(&resume.content.basic, &job.content.form_contact),
        attachments: attachments::list(&app, asking.account).await?,
        mailed: mailbox_of(&app, job.company.id).await?.is_some(),
        company: job.company.name,
        missing: completeness(&resume.content).required,
    }))
}
