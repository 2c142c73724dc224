use crate::app::App;
use crate::extract::{Body, Path, VerifiedRecruiter};
use crate::failure::Answer;
use crate::visibility::application_for;
use axum::Json;
use axum::extract::State;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zhitu_contract::attachments::{AttachmentDownloadRequest, AttachmentFile};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::application::Stage;
use zhitu_domain::id::ApplicationId;
use zhitu_domain::resume::visibility::Action;
use zhitu_storage::attachment::{AttachmentOpen, AttachmentOpened};

/// Downloads the attachment résumé that came with an application to the company, as the seeker made it: it bears no
/// marks. Recorded, and shown to the sender (I4, S-VIS-10). `not_found` where nothing came with it.
#[utoipa::path(
    post, path = "/api/recruiter/applications/{id}/attachment", tag = "recruiter", security(("session" = [])),
    params(("id" = ApplicationId, Path, description = "Which application")),
    request_body = AttachmentDownloadRequest,
    responses((status = 200, body = AttachmentFile), (status = "default", body = Error))
)]
pub(super) async fn applicant_attachment(
    State(app): State<App>,
    VerifiedRecruiter(recruiter): VerifiedRecruiter,
    Path(id): Path<ApplicationId>,
    Body(request): Body<AttachmentDownloadRequest>,
) -> Answer<AttachmentFile> {
    let company = recruiter.company.id;
    let (application, access) = application_for(&app, company, id).await?;
    if application.stage == Stage::Withdrawn {
        return Err(ErrorCode::ApplicationWithdrawn.into());
    }
    if !access.allows(Action::Snapshot) || application.attachment.is_none() {
        return Err(ErrorCode::NotFound.into());
    }
    let open = AttachmentOpen {
        look: request.id,
        application: id,
        company,
        viewer: recruiter.account,
        at: app.now(),
    };
    match app.store.application_attachment_open(&open).await? {
        AttachmentOpened::Recorded => {}
        AttachmentOpened::NotThere => return Err(ErrorCode::ApplicationWithdrawn.into()),
        AttachmentOpened::OtherLook => return Err(ErrorCode::IdempotencyMismatch.into()),
    }
    // Decided once more: the look comes before it, and it may have been withdrawn in between.
    let (_, access) = application_for(&app, company, id).await?;
    let copy = app.store.application_attachment_content(id).await?;
    let copy = copy.filter(|_| access.allows(Action::Snapshot));
    let (name, file) = copy.ok_or(ErrorCode::ApplicationWithdrawn)?;
    Ok(Json(AttachmentFile { name, pdf: STANDARD.encode(file) }))
}
