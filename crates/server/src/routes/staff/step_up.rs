use crate::app::App;
use crate::extract::{Body, ClientAddress, StaffSignedIn};
use crate::failure::Answer;
use crate::staff::step_up;
use axum::Json;
use axum::extract::State;
use zhitu_contract::Error;
use zhitu_contract::staff::{SecondFactorRequest, StaffSession};

/// Shows the second factor in this session, for 15 minutes.
#[utoipa::path(
    post, path = "/api/staff/second-factor", tag = "staff", security(("session" = [])),
    request_body = SecondFactorRequest,
    responses((status = 200, body = StaffSession), (status = "default", body = Error))
)]
pub(super) async fn staff_step_up(
    State(app): State<App>,
    ClientAddress(address): ClientAddress,
    staff: StaffSignedIn,
    Body(request): Body<SecondFactorRequest>,
) -> Answer<StaffSession> {
    if let Some(address) = address {
        app.limits.auth(address)?;
    }
    let until = step_up(&app, staff, request.code.expose()).await?;
    // A link that is older than the role hears from now on.
    app.hub.staff_set(staff.0.account);
    Ok(Json(StaffSession { until }))
}
