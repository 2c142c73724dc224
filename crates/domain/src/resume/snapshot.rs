//! What a company gets with an application: a copy with the full name and no contact data. Source: D4, I1.

use super::content::ResumeContent;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// Which contact data the person has; never which one it is, nor how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct SnapshotContact {
    /// A phone number is on file.
    pub has_phone: bool,
    /// An e-mail address is on file.
    pub has_email: bool,
}

/// The copy that is sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct Snapshot {
    /// The résumé without phone and e-mail.
    pub content: ResumeContent,
    /// What was left out.
    pub contact: SnapshotContact,
}

/// Makes the copy. The preview before applying and the application itself both come from here, so that what is
/// shown is what goes.
pub fn snapshot(content: &ResumeContent) -> Snapshot {
    let contact = SnapshotContact {
        has_phone: !content.basic.phone.trim().is_empty(),
        has_email: !content.basic.email.trim().is_empty(),
    };
    let mut content = content.clone();
    content.basic.phone.clear();
    content.basic.email.clear();
    Snapshot { content, contact }
}
