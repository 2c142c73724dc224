use crate::app::App;
use crate::extract::{Body, ResumeViewer, Staff};
use crate::failure::{Answer, Failure};
use crate::routes::resumes::search::{check, search};
use crate::staff::{audit, reason};
use axum::Json;
use axum::extract::State;
use zhitu_contract::Error;
use zhitu_contract::resumes::ResumesSearchResponse;
use zhitu_contract::staff::StaffResumesSearchRequest;
use zhitu_domain::staff::audit::Audited;

/// Finds résumés by job terms, for a reason. Both are in the audit log before anything is searched (I4).
#[utoipa::path(
    post, path = "/api/staff/resumes/search", tag = "staff", security(("session" = [])),
    request_body = StaffResumesSearchRequest,
    responses((status = 200, body = ResumesSearchResponse), (status = "default", body = Error))
)]
pub(super) async fn staff_resumes_search(
    State(app): State<App>,
    staff: Staff,
    Body(request): Body<StaffResumesSearchRequest>,
) -> Answer<ResumesSearchResponse> {
    let reason = reason(&request.reason)?;
    check(&request.search)?;
    let asked = serde_json::to_string(&request.search).map_err(|error| Failure::internal(&error))?;
    audit(&app, staff.0, &Audited::Searched { reason, search: asked }).await?;
    Ok(Json(search(&app, &ResumeViewer::Staff(staff.0), request.search).await?))
}
