use crate::app::App;
use crate::extract::{Body, Path, ResumeViewer, Staff};
use crate::failure::Answer;
use crate::routes::resumes::open::open;
use crate::staff::{audit, reason};
use axum::Json;
use axum::extract::State;
use zhitu_contract::Error;
use zhitu_contract::resumes::OpenedResume;
use zhitu_contract::staff::StaffResumeOpenRequest;
use zhitu_domain::id::ResumeId;
use zhitu_domain::staff::audit::Audited;

/// Opens a résumé for a reason. The audit log has it before anything is looked up, and the seeker sees it (I4).
#[utoipa::path(
    post, path = "/api/staff/resumes/{id}/open", tag = "staff", security(("session" = [])),
    params(("id" = ResumeId, Path, description = "Which résumé")), request_body = StaffResumeOpenRequest,
    responses((status = 200, body = OpenedResume), (status = "default", body = Error))
)]
pub(super) async fn staff_resume_open(
    State(app): State<App>,
    staff: Staff,
    Path(resume): Path<ResumeId>,
    Body(request): Body<StaffResumeOpenRequest>,
) -> Answer<OpenedResume> {
    let reason = reason(&request.reason)?;
    let kind = reason.kind;
    audit(&app, staff.0, &Audited::Opened { reason, resume }).await?;
    Ok(Json(open(&app, &ResumeViewer::Staff(staff.0), resume, Some(kind)).await?))
}
