//! Finding people. Everything stands behind [`crate::extract::ResumeViewer`] (S-REC-04, S-REC-09), and what is decided
//! of a résumé, [`crate::visibility`] decides.

mod contact_request_make;
mod contact_request_retract;
mod contact_requests_made;
mod download;
mod note_set;
pub(crate) mod open;
pub(crate) mod search;

pub(crate) use search::find;

use crate::app::App;
use crate::visibility::Decision;
use crate::{relay, virtual_number};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use zhitu_contract::resumes::{ContactRequestMade, ResumeHit};
use zhitu_domain::contact::ContactRequestState;
use zhitu_domain::resume::ResumeCard;
use zhitu_domain::resume::visibility::{Access, Action};
use zhitu_storage::contact::Asked;

/// Its routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(search::resumes_search))
        .routes(routes!(open::resume_open))
        .routes(routes!(download::resume_download))
        .routes(routes!(note_set::resume_note_set))
        .routes(routes!(contact_request_make::contact_request_make))
        .routes(routes!(contact_requests_made::contact_requests_made))
        .routes(routes!(contact_request_retract::contact_request_retract))
}

/// The ways to get in touch first.
const CHANNELS: &[Action] = &[Action::RelayEmail, Action::Message, Action::VirtualNumber, Action::AskContact];

/// A found résumé as this viewer sees it.
pub(crate) fn hit(app: &App, decided: &Decision, card: ResumeCard) -> ResumeHit {
    // Some are channels where this server has what they go through.
    let there_is = |action: &Action| match action {
        Action::RelayEmail => relay::is_offered(app),
        Action::VirtualNumber => virtual_number::is_offered(app),
        action => CHANNELS.contains(action),
    };
    ResumeHit {
        resume: decided.standing.resume,
        card,
        channels: decided.access.iter().filter(there_is).collect(),
        recommended: decided.recommended(),
        // Whoever registers with the demo market is as invented as its companies.
        demo: app.config.demo_market,
    }
}

/// A request as who asked sees it.
fn made(asked: Asked, access: Access) -> ContactRequestMade {
    ContactRequestMade {
        outcome: asked.request.outcome(access),
        id: asked.request.id,
        resume: asked.resume,
        reason: asked.request.reason,
        wanted: asked.request.wanted,
        asked_at: asked.request.asked_at,
    }
}

/// Whether who asked still has it in the list: not taken back, not replaced.
fn stands(asked: &Asked) -> bool {
    !matches!(
        asked.request.state,
        ContactRequestState::Retracted { .. } | ContactRequestState::Superseded { .. }
    )
}
