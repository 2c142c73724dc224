use crate::app::App;
use crate::download::{Copied, Downloading, recorded, set};
use crate::extract::{Body, Path, VerifiedRecruiter};
use crate::failure::Answer;
use crate::visibility::application_for;
use axum::Json;
use axum::extract::State;
use zhitu_contract::resumes::{DownloadRequest, DownloadResponse};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::application::Stage;
use zhitu_domain::id::ApplicationId;
use zhitu_domain::resume::visibility::Action;
use zhitu_storage::download::DownloadOf;

/// Downloads the snapshot of an application to the company as marked PDF (S-REC-10, S-APP-02).
#[utoipa::path(
    post, path = "/api/recruiter/applications/{id}/downloads", tag = "recruiter", security(("session" = [])),
    params(("id" = ApplicationId, Path, description = "Which application")), request_body = DownloadRequest,
    responses((status = 200, body = DownloadResponse), (status = "default", body = Error))
)]
pub(super) async fn applicant_download(
    State(app): State<App>,
    VerifiedRecruiter(recruiter): VerifiedRecruiter,
    Path(id): Path<ApplicationId>,
    Body(request): Body<DownloadRequest>,
) -> Answer<DownloadResponse> {
    let company = recruiter.company.id;
    let (application, access) = application_for(&app, company, id).await?;
    if application.stage == Stage::Withdrawn {
        return Err(ErrorCode::ApplicationWithdrawn.into());
    }
    if !access.allows(Action::Snapshot) {
        return Err(ErrorCode::NotFound.into());
    }
    let downloading = Downloading {
        id: request.id,
        of: DownloadOf::Application(id),
        company: Some(company),
        viewer: recruiter.account,
    };
    let download = recorded(&app, &downloading).await?.ok_or(ErrorCode::ApplicationWithdrawn)?;
    // Read once more: the look comes before it, and it may have been withdrawn in between.
    let (application, access) = application_for(&app, company, id).await?;
    let snapshot = application.snapshot.filter(|_| access.allows(Action::Snapshot));
    let snapshot = snapshot.ok_or(ErrorCode::ApplicationWithdrawn)?;
    let copied = Copied { content: snapshot.content, seeker: application.account, access };
    Ok(Json(set(&app, &downloading, copied, &download, request.language).await?.into()))
}
