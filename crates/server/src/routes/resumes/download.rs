use crate::app::App;
use crate::download::{Copied, Downloading, recorded, set};
use crate::extract::{Body, Path, ResumeViewer};
use crate::failure::Answer;
use crate::visibility::{decision, resume_for};
use axum::Json;
use axum::extract::State;
use zhitu_contract::resumes::{DownloadRequest, DownloadResponse};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::contact::ContactItems;
use zhitu_domain::id::ResumeId;
use zhitu_domain::resume::visibility::Action;
use zhitu_storage::download::DownloadOf;

/// Downloads the online résumé as marked PDF, for whoever may view it and whose company booked the search (S-REC-09,
/// S-REC-10). Contact data that was handed over is not in it: what is withdrawn could not be taken back from a file.
#[utoipa::path(
    post, path = "/api/recruiter/resumes/{id}/downloads", tag = "resumes", security(("session" = [])),
    params(("id" = ResumeId, Path, description = "Which résumé")), request_body = DownloadRequest,
    responses((status = 200, body = DownloadResponse), (status = "default", body = Error))
)]
pub(super) async fn resume_download(
    State(app): State<App>,
    viewer: ResumeViewer,
    Path(id): Path<ResumeId>,
    Body(request): Body<DownloadRequest>,
) -> Answer<DownloadResponse> {
    viewer.require_company()?;
    let decided = decision(&app, &viewer, id).await?.require(Action::View)?;
    let downloading = Downloading {
        id: request.id,
        of: DownloadOf::Resume(id),
        company: viewer.company(),
        viewer: viewer.account(),
    };
    let download = recorded(&app, &downloading).await?.ok_or(ErrorCode::NotFound)?;
    // Decided once more: what changed while it was recorded holds (I2).
    let decided = decision(&app, &viewer, decided.standing.resume).await?.require(Action::View)?;
    let found = resume_for(&app, &decided, &ContactItems::new()).await?.ok_or(ErrorCode::NotFound)?;
    let seeker = decided.standing.account;
    let copied = Copied { content: found.shown.into_content(), seeker, access: decided.access };
    Ok(Json(set(&app, &downloading, copied, &download, request.language).await?.into()))
}
