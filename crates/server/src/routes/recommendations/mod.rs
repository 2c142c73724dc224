//! Offering people unasked: the seeker's switch, and what a recruiter is offered for a posting.

mod list;
mod personalisation_set;
mod personalisation_show;

use crate::app::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Its routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::recommendations_list))
        .routes(routes!(personalisation_show::personalisation_show, personalisation_set::personalisation_set))
}
