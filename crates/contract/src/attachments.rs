//! Attachment résumés: PDFs of the seeker's own making (S-RES-06).

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use zhitu_domain::contact::ContactItems;
use zhitu_domain::id::{AttachmentId, LookId};
use zhitu_domain::time::Timestamp;

/// One of the account's attachment résumés. `PUT /api/attachments/{id}` answers it, with the file as its body
/// (`application/pdf`) and the key made by the sender: a repeat is the same file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Attachment {
    /// Key.
    pub id: AttachmentId,
    /// The file's name, cleaned; ends in `.pdf`.
    pub name: String,
    /// Its size, in bytes.
    pub bytes: u32,
    /// How many pages it has.
    pub pages: u32,
    /// What it shows of contact data, anybody's: it goes with an application only when exactly this is handed over.
    pub shows: ContactItems,
    /// When it was uploaded.
    pub added_at: Timestamp,
}

/// What goes in the query of `PUT /api/attachments/{id}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct AttachmentPutQuery {
    /// The file's name as it is on the device; it is cleaned.
    pub name: String,
}

/// The body of `PUT /api/attachments/{id}`: the bytes of a PDF as they are, and no JSON.
#[derive(ToSchema)]
#[schema(value_type = String, format = Binary)]
pub struct PdfFile(pub Vec<u8>);

/// A file: `GET /api/attachments/{id}` to whose it is, `POST /api/recruiter/applications/{id}/attachment` to the company
/// that got a copy.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AttachmentFile {
    /// Its name.
    pub name: String,
    /// The file, in base64.
    pub pdf: String,
}

impl std::fmt::Debug for AttachmentFile {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("AttachmentFile(<redacted>)")
    }
}

/// The copy that went with an application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct SentAttachment {
    /// Its name.
    pub name: String,
    /// Its size, in bytes.
    pub bytes: u32,
    /// How many pages it has.
    pub pages: u32,
    /// What it shows of contact data, which the seeker handed over with it (D6).
    pub contact: ContactItems,
}

/// `POST /api/recruiter/applications/{id}/attachment`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AttachmentDownloadRequest {
    /// Key of the look that it is, made by the sender: a repeat is the same look.
    pub id: LookId,
}

/// Command that names an attachment résumé.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AttachmentRef {
    /// Which.
    pub attachment: AttachmentId,
}
