//! Smart paste: the clipboard is read on that act alone, parsed on the device and offered for confirmation (R7,
//! S-CLIP-01).

use serde::{Deserialize, Serialize};
use ts_rs::TS;
pub use zhitu_domain::clipboard::Findings;
use zhitu_domain::permission::Purpose;

/// Command `clipboard_paste`: reads the clipboard once and answers what was found in it. Nothing is applied, and the
/// text itself goes nowhere.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct ClipboardPaste {
    /// Where the person pastes: `paste_code`, `paste_search` or `paste_resume`.
    pub purpose: Purpose,
}
