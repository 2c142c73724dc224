//! What the platform's own recruiting staff do. Everything but showing the second factor stands behind
//! [`crate::extract::Staff`], and is in the audit log before anything is read (I4).

mod resume_open;
mod resumes_search;
mod session;
mod step_up;

use crate::app::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Its routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(session::staff_session, step_up::staff_step_up))
        .routes(routes!(resumes_search::staff_resumes_search))
        .routes(routes!(resume_open::staff_resume_open))
}
