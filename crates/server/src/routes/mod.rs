//! The routes: a folder is a feature, a file an operation.

pub mod account;
pub mod applications;
pub mod attachments;
pub mod auth;
mod code;
pub mod conversations;
mod email_code;
pub mod erasure;
pub mod introduction;
pub(crate) mod job_card;
pub mod jobs;
pub mod mailbox;
pub mod notices;
pub mod policy;
pub mod recommendations;
pub mod recruiter;
pub mod relay;
pub mod resume;
pub mod resumes;
pub mod service;
pub mod staff;
pub mod virtual_number;
pub mod visibility;

use crate::app::App;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};
use utoipa_axum::router::OpenApiRouter;

/// What the document says beside the routes.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Zhitu",
        description = "The platform's HTTP interface. Every failure is `{code, message, detail?}` with the status of its code."
    ),
    modifiers(&Session)
)]
struct Document;

/// The access token.
struct Session;

impl Modify for Session {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let scheme =
            HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some("Access token")).build();
        document
            .components
            .get_or_insert_default()
            .add_security_scheme("session", SecurityScheme::Http(scheme));
    }
}

/// All routes. Those of the development outbox only where messages are kept instead of sent.
pub fn all(development: bool) -> OpenApiRouter<App> {
    let routes = OpenApiRouter::with_openapi(Document::openapi())
        .merge(service::routes())
        .merge(policy::routes())
        .merge(auth::routes())
        .merge(jobs::routes())
        .merge(account::routes())
        .merge(resume::routes())
        .merge(visibility::routes())
        .merge(introduction::routes())
        .merge(applications::routes())
        .merge(attachments::routes())
        .merge(recruiter::routes())
        .merge(mailbox::routes())
        .merge(erasure::routes())
        .merge(resumes::routes())
        .merge(recommendations::routes())
        .merge(relay::routes())
        .merge(staff::routes())
        .merge(virtual_number::routes())
        .merge(notices::routes())
        .merge(conversations::routes())
        .merge(crate::live::routes());
    if development { routes.merge(service::development_routes()) } else { routes }
}

/// The document of all routes.
pub fn document() -> utoipa::openapi::OpenApi {
    all(true).into_openapi()
}
