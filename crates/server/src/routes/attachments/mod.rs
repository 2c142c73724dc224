//! Attachment résumés, as their seeker keeps them (S-RES-06).

mod content;
mod list;
mod put;
mod remove;

use crate::app::App;
use axum::extract::DefaultBodyLimit;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use zhitu_domain::attachment::ATTACHMENT_MAX_BYTES;

/// Its routes. A file is larger than any other body.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(put::attachment_put, content::attachment_content, remove::attachment_remove))
        .layer(DefaultBodyLimit::max(ATTACHMENT_MAX_BYTES))
        .routes(routes!(list::attachments_list))
}
