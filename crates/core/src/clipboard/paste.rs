use crate::Core;
use zhitu_contract::clipboard::{ClipboardPaste, Findings};
use zhitu_contract::{Error, ErrorCode, Result};
use zhitu_domain::clipboard;
use zhitu_domain::permission::Purpose;

impl Core {
    /// Reads the clipboard once and answers what it offers (R7). The text is overwritten in memory when it has been
    /// read; nothing else of it is kept, logged or sent.
    pub async fn clipboard_paste(&self, paste: ClipboardPaste) -> Result<Findings> {
        let purpose = match paste.purpose {
            Purpose::PasteCode => Purpose::PasteCode,
            Purpose::PasteSearch => Purpose::PasteSearch,
            Purpose::PasteResume => Purpose::PasteResume,
            _ => return Err(Error::field("purpose", "not_of_the_clipboard")),
        };
        let leave = self.permission_use(purpose).await?;
        let read = leave.until_withdrawn(self.clipboard.with(&leave).read_text()).await?;
        let text =
            read.map_err(|error| Error::with_message(ErrorCode::ClipboardUnavailable, error.to_string()))?;
        Ok(text.map(|text| clipboard::read(text.expose(), self.clock.today())).unwrap_or_default())
    }
}
