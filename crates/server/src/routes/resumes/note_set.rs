use crate::app::App;
use crate::extract::{Body, Path, ResumeViewer};
use crate::failure::Answer;
use crate::visibility::{decision, notes};
use axum::Json;
use axum::extract::State;
use zhitu_contract::resumes::{ResumeNote, ResumeNoteSetRequest};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::id::ResumeId;
use zhitu_domain::resume::visibility::Action;

/// The longest note, in characters.
const MOST: usize = 1_000;

/// Writes the own note on a résumé; private to the company. Empty deletes it.
#[utoipa::path(
    put, path = "/api/recruiter/resumes/{id}/notes", tag = "resumes", security(("session" = [])),
    params(("id" = ResumeId, Path, description = "Which résumé")), request_body = ResumeNoteSetRequest,
    responses((status = 200, body = Vec<ResumeNote>), (status = "default", body = Error))
)]
pub(super) async fn resume_note_set(
    State(app): State<App>,
    viewer: ResumeViewer,
    Path(id): Path<ResumeId>,
    Body(request): Body<ResumeNoteSetRequest>,
) -> Answer<Vec<ResumeNote>> {
    // The platform's staff have no company whose notes they were.
    let company = viewer.company().ok_or(ErrorCode::NotFound)?;
    decision(&app, &viewer, id).await?.require(Action::View)?;
    let text = request.text.trim();
    if text.chars().count() > MOST {
        return Err(Error::field("text", "too_long").into());
    }
    app.store.note_set(id, viewer.account(), company, text, app.now()).await?;
    Ok(Json(notes(&app, &viewer, id).await?))
}
