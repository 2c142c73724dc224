//! Signing in: codes, sessions.

mod code_request;
mod refresh;
mod session_revoke;
mod sessions_list;
mod sign_in;
mod sign_out;
mod tokens;

use crate::app::App;
use crate::failure::Failure;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use zhitu_contract::ErrorCode;
use zhitu_contract::auth::Sensitive;
use zhitu_domain::account::PhoneNumber;

/// Its routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(code_request::code_request))
        .routes(routes!(sign_in::sign_in))
        .routes(routes!(refresh::session_refresh))
        .routes(routes!(sign_out::sign_out))
        .routes(routes!(sessions_list::sessions_list))
        .routes(routes!(session_revoke::session_revoke))
}

/// Reads a phone number.
fn phone(typed: &Sensitive) -> Result<PhoneNumber, Failure> {
    PhoneNumber::parse(typed.expose()).map_err(|_| ErrorCode::PhoneInvalid.into())
}

/// Refuses unless the version in force was accepted (S-AUTH-09).
fn policy_accepted(app: &App, version: &str) -> Result<(), Failure> {
    if version.is_empty() {
        Err(ErrorCode::PolicyNotAccepted.into())
    } else if version == app.policies.version() {
        Ok(())
    } else {
        Err(ErrorCode::PolicyVersionUnknown.into())
    }
}
