use super::{open_job, view};
use crate::app::App;
use crate::attachments::chosen;
use crate::extract::{Body, SignedIn};
use crate::failure::Answer;
use crate::routes::resume::{resume_view, save::conflict};
use axum::Json;
use axum::extract::State;
use zhitu_contract::applications::{Application, ApplyRequest};
use zhitu_contract::{Error, ErrorCode};
use zhitu_domain::application::Stage;
use zhitu_domain::contact::ContactItem;
use zhitu_domain::id::ApplicationId;
use zhitu_domain::resume::{completeness, snapshot};
use zhitu_storage::application::{ApplicationPut, NewApplication};

/// Applies with the résumé as it stands, if that is the version that was shown. Applying again answers the
/// application that is there; after withdrawing it is sent anew.
#[utoipa::path(
    post, path = "/api/applications", tag = "applications", security(("session" = [])), request_body = ApplyRequest,
    responses((status = 200, body = Application), (status = "default", body = Error))
)]
pub(super) async fn application_submit(
    State(app): State<App>,
    asking: SignedIn,
    Body(request): Body<ApplyRequest>,
) -> Answer<Application> {
    let there = app.store.application_of_job(request.job, asking.account).await?;
    if let Some(there) = there.filter(|there| there.stage != Stage::Withdrawn) {
        return Ok(Json(view(there)));
    }
    let job = open_job(&app, request.job).await?;
    let resume = resume_view(&app, asking.account).await?;
    let missing = completeness(&resume.content).required;
    if !missing.is_empty() {
        let detail = serde_json::json!({ "missing": missing });
        return Err(Error::new(ErrorCode::ResumeIncomplete).detail(detail).into());
    }
    if resume.version != request.resume_version {
        return Err(conflict(resume.version));
    }
    let snapshot = snapshot(&resume.content).filled_in(&resume.content.basic, &request.form_contact);
    for item in &request.form_contact {
        let there = match item {
            ContactItem::Phone => &snapshot.form_contact.phone,
            ContactItem::Email => &snapshot.form_contact.email,
        };
        if !job.content.form_contact.contains(item) {
            return Err(Error::field("form_contact", "not_asked").into());
        }
        if there.is_none() {
            return Err(Error::field("form_contact", "missing").into());
        }
    }
    let attachment = chosen(&app, asking.account, &request).await?;
    let put = app
        .store
        .application_put(&NewApplication {
            id: ApplicationId(app.new_id()?),
            job: request.job,
            account: asking.account,
            snapshot: &snapshot,
            attachment: attachment.map(|attachment| (attachment, &request.attachment_contact)),
            resume_version: resume.version,
            despite_block: request.despite_block,
            at: app.now(),
        })
        .await?;
    let id = match put {
        ApplicationPut::Sent { id } | ApplicationPut::There { id } => id,
        ApplicationPut::CompanyBlocked => return Err(ErrorCode::CompanyBlocked.into()),
        ApplicationPut::AttachmentGone => return Err(Error::field("attachment", "missing").into()),
        ApplicationPut::JobClosed => return Err(ErrorCode::JobClosed.into()),
    };
    let sent = app.store.application_get(id).await?.ok_or(ErrorCode::NotFound)?;
    Ok(Json(view(sent)))
}
