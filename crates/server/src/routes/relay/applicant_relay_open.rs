use super::opened;
use crate::app::App;
use crate::extract::{Path, VerifiedRecruiter};
use crate::failure::Answer;
use crate::visibility::application_for;
use axum::Json;
use axum::extract::State;
use zhitu_contract::relay::RelayAddress;
use zhitu_domain::id::ApplicationId;

/// The alias to write to an applicant under (D4). A repeat answers the same alias.
#[utoipa::path(
    post, path = "/api/recruiter/applications/{id}/relay", tag = "recruiter", security(("session" = [])),
    params(("id" = ApplicationId, Path, description = "Whose application")),
    responses((status = 200, body = RelayAddress), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn applicant_relay_open(
    State(app): State<App>,
    VerifiedRecruiter(recruiter): VerifiedRecruiter,
    Path(id): Path<ApplicationId>,
) -> Answer<RelayAddress> {
    let company = recruiter.company.id;
    let (application, access) = application_for(&app, company, id).await?;
    Ok(Json(opened(&app, recruiter.account, Some(company), application.account, access).await?))
}
