use super::opened;
use crate::app::App;
use crate::extract::{Path, VerifiedRecruiter};
use crate::failure::Answer;
use crate::visibility::application_for;
use axum::Json;
use axum::extract::State;
use zhitu_contract::virtual_number::VirtualNumber;
use zhitu_domain::id::ApplicationId;

/// The number under which an applicant is called (D4, S-REC-10). A repeat answers the same number.
#[utoipa::path(
    post, path = "/api/recruiter/applications/{id}/virtual-number", tag = "recruiter", security(("session" = [])),
    params(("id" = ApplicationId, Path, description = "Whose application")),
    responses((status = 200, body = VirtualNumber), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn applicant_virtual_number_open(
    State(app): State<App>,
    VerifiedRecruiter(recruiter): VerifiedRecruiter,
    Path(id): Path<ApplicationId>,
) -> Answer<VirtualNumber> {
    let company = recruiter.company.id;
    let (application, access) = application_for(&app, company, id).await?;
    Ok(Json(opened(&app, recruiter.account, Some(company), application.account, access).await?))
}
