//! Attachment résumés: what the person picks is uploaded, listed, saved and deleted; the bytes never reach the page.

mod add;
mod list;
mod remove;
mod save;

use crate::Core;
use crate::permission::Leave;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zhitu_contract::attachments::AttachmentFile;
use zhitu_contract::resume::ResumeExported;
use zhitu_contract::{Error, ErrorCode, Result};
use zhitu_domain::attachment::attachment_name;

impl Core {
    /// Writes a file that the server sent where the person chooses. Its name is cleaned here too: it becomes one on this
    /// device.
    pub(crate) async fn attachment_write(
        &self,
        leave: &Leave,
        file: &AttachmentFile,
    ) -> Result<ResumeExported> {
        let pdf = STANDARD.decode(&file.pdf).map_err(|error| {
            Error::with_message(ErrorCode::ServerIncompatible, format!("file not understood: {error}"))
        })?;
        self.pdf_save(leave, &attachment_name(&file.name), pdf).await
    }
}
