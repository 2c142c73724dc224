use super::opened;
use crate::app::App;
use crate::extract::{Path, ResumeViewer};
use crate::failure::Answer;
use crate::staff::audit;
use crate::visibility::decision;
use axum::Json;
use axum::extract::State;
use zhitu_contract::relay::RelayAddress;
use zhitu_domain::id::ResumeId;
use zhitu_domain::staff::audit::Audited;

/// The alias to write to the owner of a résumé under (D3, S-VIS-01). A repeat answers the same alias.
#[utoipa::path(
    post, path = "/api/recruiter/resumes/{id}/relay", tag = "resumes", security(("session" = [])),
    params(("id" = ResumeId, Path, description = "Whose résumé")),
    responses((status = 200, body = RelayAddress), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn resume_relay_open(
    State(app): State<App>,
    viewer: ResumeViewer,
    Path(id): Path<ResumeId>,
) -> Answer<RelayAddress> {
    if let ResumeViewer::Staff(account) = viewer {
        audit(&app, account, &Audited::RelayOpened { resume: id }).await?;
    }
    let decided = decision(&app, &viewer, id).await?;
    let seeker = decided.standing.account;
    Ok(Json(opened(&app, viewer.account(), viewer.company(), seeker, decided.access).await?))
}
