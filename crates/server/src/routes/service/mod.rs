//! About the server itself.

mod dev_outbox;
mod health;
mod openapi;
mod ready;

use crate::app::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Its routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(health::health_show))
        .routes(routes!(ready::ready_show))
        .routes(routes!(openapi::openapi_show))
}

/// Routes that are there only with the development gateway.
pub fn development_routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(dev_outbox::dev_outbox_show))
        .merge(super::virtual_number::development_routes())
}
