use super::opened;
use crate::app::App;
use crate::extract::{Path, ResumeViewer};
use crate::failure::Answer;
use crate::staff::audit;
use crate::visibility::decision;
use axum::Json;
use axum::extract::State;
use zhitu_contract::virtual_number::VirtualNumber;
use zhitu_domain::id::ResumeId;
use zhitu_domain::staff::audit::Audited;

/// The number under which the owner of a résumé is called (S-VIS-01, S-VIS-09). A repeat answers the same number.
#[utoipa::path(
    post, path = "/api/recruiter/resumes/{id}/virtual-number", tag = "resumes", security(("session" = [])),
    params(("id" = ResumeId, Path, description = "Whose résumé")),
    responses((status = 200, body = VirtualNumber), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn resume_virtual_number_open(
    State(app): State<App>,
    viewer: ResumeViewer,
    Path(id): Path<ResumeId>,
) -> Answer<VirtualNumber> {
    if let ResumeViewer::Staff(account) = viewer {
        audit(&app, account, &Audited::VirtualNumberOpened { resume: id }).await?;
    }
    let decided = decision(&app, &viewer, id).await?;
    let seeker = decided.standing.account;
    Ok(Json(opened(&app, viewer.account(), viewer.company(), seeker, decided.access).await?))
}
