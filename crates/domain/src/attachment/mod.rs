//! Attachment résumés: PDFs of the seeker's own making, which an application may carry beside the snapshot.
//! Source: S-RES-06, S-APP-01.
//!
//! Their bytes are handed on as they are, so nothing in them can be masked. What they show of phone numbers and e-mail
//! addresses is therefore found beforehand, and such a file goes only after the seeker's yes to exactly that (I1, D6).

mod name;
mod shown;

pub use name::attachment_name;
pub use shown::contact_shown;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// The largest file, in bytes.
pub const ATTACHMENT_MAX_BYTES: usize = 5 * 1024 * 1024;
/// The most pages of one.
pub const ATTACHMENT_MAX_PAGES: u32 = 20;
/// The most that an account has at a time.
pub const ATTACHMENTS_MAX: u32 = 3;
/// The longest name, in characters, its ending with it.
pub const ATTACHMENT_NAME_MAX_CHARS: usize = 100;
/// The most text that is read out of one, in bytes: twenty pages hold a tenth of it.
pub const ATTACHMENT_TEXT_MAX_BYTES: usize = 512 * 1024;

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AttachmentProblem {
    /// It is no PDF, or a damaged one.
    NotPdf,
    /// It is encrypted, be it with an empty password: what it shows would depend on the program.
    Encrypted,
    /// It has more than [`ATTACHMENT_MAX_PAGES`] pages.
    TooManyPages,
    /// It has no text, or text that cannot be read: a scan, or faces that do not say which characters they draw.
    NoText,
    /// It runs something, starts something, sends something or holds other files.
    ActiveContent,
    /// It has layers that are not shown, or text outside what is drawn.
    Hidden,
    /// Reading it takes more time, memory or text than any résumé does.
    TooComplex,
}

impl AttachmentProblem {
    /// All.
    pub const ALL: &[Self] = &[
        Self::NotPdf,
        Self::Encrypted,
        Self::TooManyPages,
        Self::NoText,
        Self::ActiveContent,
        Self::Hidden,
        Self::TooComplex,
    ];
}
