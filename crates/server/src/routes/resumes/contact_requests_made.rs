use super::{made, stands};
use crate::app::App;
use crate::extract::ResumeViewer;
use crate::failure::Answer;
use crate::visibility::decisions;
use axum::Json;
use axum::extract::State;
use zhitu_contract::resumes::ContactRequestMade;
use zhitu_domain::id::ResumeId;
use zhitu_domain::resume::visibility::Access;

/// What the viewer's company asked for, latest first.
#[utoipa::path(
    get, path = "/api/recruiter/contact-requests", tag = "resumes", security(("session" = [])),
    responses((status = 200, body = Vec<ContactRequestMade>), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn contact_requests_made(
    State(app): State<App>,
    viewer: ResumeViewer,
) -> Answer<Vec<ContactRequestMade>> {
    let mut asked = app.store.contact_requests_by(viewer.asker()).await?;
    asked.retain(stands);
    let resumes: Vec<ResumeId> = asked.iter().map(|one| one.resume).collect();
    let decisions = decisions(&app, &viewer, &resumes).await?;
    let access = |resume| decisions.get(&resume).map_or(Access::nothing(), |decided| decided.access);
    Ok(Json(
        asked
            .into_iter()
            .map(|one| {
                let access = access(one.resume);
                made(one, access)
            })
            .collect(),
    ))
}
