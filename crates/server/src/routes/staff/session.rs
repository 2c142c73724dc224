use crate::app::App;
use crate::extract::StaffSignedIn;
use crate::failure::Answer;
use crate::staff::require_stepped_up;
use axum::Json;
use axum::extract::State;
use zhitu_contract::Error;
use zhitu_contract::staff::StaffSession;

/// Until when this session's second factor counts; `second_factor_required` once it does not.
#[utoipa::path(
    get, path = "/api/staff/second-factor", tag = "staff", security(("session" = [])),
    responses((status = 200, body = StaffSession), (status = "default", body = Error))
)]
pub(super) async fn staff_session(State(app): State<App>, staff: StaffSignedIn) -> Answer<StaffSession> {
    Ok(Json(StaffSession { until: require_stepped_up(&app, staff).await? }))
}
