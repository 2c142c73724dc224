//! Applying: preview, sending, withdrawing.

use crate::attachments::{Attachment, SentAttachment};
use crate::jobs::JobCard;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use zhitu_domain::application::Stage;
use zhitu_domain::contact::{ContactItems, RealContact};
use zhitu_domain::id::{ApplicationId, AttachmentId, ConversationId, JobId};
use zhitu_domain::job::JobState;
use zhitu_domain::resume::{Missing, Snapshot};
use zhitu_domain::time::Timestamp;

/// `POST /api/applications`: applies with the résumé as it stands on the server. Applying again to the same job
/// answers the application that is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApplyRequest {
    /// To which job.
    pub job: JobId,
    /// The résumé's version that the person saw in the preview; another one on the server is refused with
    /// `resume_conflict`, so that nothing goes that was not shown.
    pub resume_version: u32,
    /// "Unblock for this application" (D5): without it, applying to a blocked company is refused with
    /// `company_blocked`. Where there is no block it says nothing.
    #[serde(default)]
    pub despite_block: bool,
    /// What the person fills in of what the job's form asks for: `invalid_field` where the form does not ask for it, or
    /// the résumé does not have it.
    #[serde(default)]
    pub form_contact: ContactItems,
    /// An attachment résumé to send a copy of beside the snapshot: `invalid_field` when the account has none of the key.
    #[serde(default)]
    pub attachment: Option<AttachmentId>,
    /// What that file shows of real contact data, which the person hands over with it: exactly that, or it is
    /// `invalid_field` with `not_agreed` for what is shown and not in it, `not_shown` for what is in it and not shown.
    #[serde(default)]
    pub attachment_contact: ContactItems,
}

/// `GET /api/applications/preview/{job}`, and command `application_preview`: exactly what would go.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct ApplicationPreview {
    /// The copy the company would get.
    pub snapshot: Snapshot,
    /// The version it is made of.
    pub resume_version: u32,
    /// What the job's form asks for and the résumé has; of it goes what the person fills in, nothing by itself.
    pub form_contact: RealContact,
    /// The attachment résumés, of which one may go with it, and what each shows of contact data now.
    pub attachments: Vec<Attachment>,
    /// To which company.
    pub company: String,
    /// Whether it is mailed to the company's own mailbox too, as a marked copy.
    pub mailed: bool,
    /// What is missing; empty when it can be sent.
    pub missing: Vec<Missing>,
}

/// An application as its sender sees it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct Application {
    /// Key.
    pub id: ApplicationId,
    /// The job, as it is now.
    pub job: JobCard,
    /// Whether the job is open.
    pub job_state: JobState,
    /// Where it stands.
    pub stage: Stage,
    /// The résumé's version that went.
    pub resume_version: u32,
    /// When it was sent.
    pub applied_at: Timestamp,
    /// When the stage last changed.
    pub stage_at: Timestamp,
    /// When the company first opened the snapshot.
    pub first_viewed_at: Option<Timestamp>,
    /// The conversation about it, when there is one.
    pub conversation: Option<ConversationId>,
    /// The copy of an attachment résumé that the company has; gone once withdrawn.
    #[serde(default)]
    pub attachment: Option<SentAttachment>,
}

/// Command that names one application.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct ApplicationRef {
    /// Which.
    pub application: ApplicationId,
}
