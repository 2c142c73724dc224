//! What somebody else did with a résumé, as it is recorded and shown to the seeker. Source: I4, S-VIS-10.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LookKind {
    /// A company opened the online résumé.
    Opened,
    /// A company opened the snapshot of an application to it.
    SnapshotOpened,
    /// A company downloaded a copy, of the online résumé or of a snapshot.
    Downloaded,
    /// A company downloaded the attachment résumé that came with an application to it.
    AttachmentDownloaded,
    /// The snapshot of an application was mailed to the company's mailbox.
    Mailed,
    /// The platform's own recruiting staff opened the online résumé.
    StaffOpened,
    /// Somebody opened the online résumé by an introduction link.
    Introduced,
}
