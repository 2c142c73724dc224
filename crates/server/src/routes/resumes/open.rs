use super::stands;
use crate::app::App;
use crate::extract::{Path, ResumeViewer};
use crate::failure::{Answer, Failure};
use crate::visibility::{contact, decision, notes, relay_is_open, resume_for, virtual_number_is_open};
use axum::Json;
use axum::extract::State;
use zhitu_contract::ErrorCode;
use zhitu_contract::resumes::OpenedResume;
use zhitu_domain::id::{LookId, ResumeId};
use zhitu_domain::resume::visibility::{Action, LookKind};
use zhitu_domain::staff::StaffReasonKind;
use zhitu_storage::look::NewLook;

/// Opens a résumé. The look is recorded before anything of it is read, and the seeker is told at once (I4).
#[utoipa::path(
    get, path = "/api/recruiter/resumes/{id}", tag = "resumes", security(("session" = [])),
    params(("id" = ResumeId, Path, description = "Which résumé")),
    responses((status = 200, body = OpenedResume), (status = "default", body = zhitu_contract::Error))
)]
pub(super) async fn resume_open(
    State(app): State<App>,
    viewer: ResumeViewer,
    Path(id): Path<ResumeId>,
) -> Answer<OpenedResume> {
    viewer.require_company()?;
    Ok(Json(open(&app, &viewer, id, None).await?))
}

/// What a viewer sees of a résumé, once the look is recorded; with the kind of reason that staff have.
pub(crate) async fn open(
    app: &App,
    viewer: &ResumeViewer,
    id: ResumeId,
    reason: Option<StaffReasonKind>,
) -> Result<OpenedResume, Failure> {
    let decided = decision(app, viewer, id).await?.require(Action::View)?;
    let look = NewLook {
        id: LookId(app.new_id()?),
        resume: id,
        kind: match viewer {
            ResumeViewer::Company(_) => LookKind::Opened,
            ResumeViewer::Staff(_) => LookKind::StaffOpened,
        },
        company: viewer.company(),
        viewer: viewer.account(),
        introduction: None,
        reason,
        at: app.now(),
    };
    if !app.store.look_add(&look).await? {
        return Err(ErrorCode::NotFound.into());
    }
    // A write in a GET rings for the outbox only half a second later otherwise.
    app.written.send_replace(());
    let (asked, items) = contact(app, viewer.asker(), &decided).await?;
    let found = resume_for(app, &decided, &items).await?.ok_or(ErrorCode::NotFound)?;
    let conversation = app.store.conversation_latest(viewer.company(), id).await?;
    let seeker = decided.standing.account;
    let virtual_number =
        virtual_number_is_open(app, viewer.company(), seeker, viewer.account(), decided.access).await?;
    Ok(OpenedResume {
        resume: id,
        shown: found.shown,
        access: decided.access.iter().collect(),
        relay: relay_is_open(app, viewer.company(), seeker, decided.access).await?,
        virtual_number,
        contact: found.contact,
        request: asked.iter().find(|one| stands(one)).map(|one| one.request.outcome(decided.access)),
        notes: notes(app, viewer, id).await?,
        conversation,
    })
}
