//! Device permissions: what each is for, when it may be asked for, and what is offered when it is refused.
//!
//! Source: the rules R1 to R10 on permissions, S-PERM-01 to -04. [`Permissions`] is the whole of the decision (R10):
//! a state machine without clock, disk or system. Accepting the policy is no input of it (R1): a permission comes by
//! asking for that one, when a function that needs it is begun.
//!
//! To add a function that needs a permission: a [`Purpose`], and its command's row in the table of commands.

mod asking;
mod standing;

pub use asking::{AskRefused, NotGranted, Permissions, SheetAnswer};
pub use standing::{PermissionState, Standing, SystemPermission};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the system guards. Source: the eight rows of the permission page (S-PERM-01).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// Where the device is.
    Location,
    /// New messages and invitations outside the app.
    Notifications,
    /// Taking pictures.
    Camera,
    /// Sound of an interview.
    Microphone,
    /// The system's pictures.
    Photos,
    /// What was copied elsewhere.
    Clipboard,
    /// Files that the person picks in the system's dialog.
    Files,
    /// The system's calendar.
    Calendar,
}

impl Permission {
    /// All, in the order in which they are listed.
    pub const ALL: &[Self] = &[
        Self::Location,
        Self::Notifications,
        Self::Camera,
        Self::Microphone,
        Self::Photos,
        Self::Clipboard,
        Self::Files,
        Self::Calendar,
    ];

    /// As it is written in the table of commands.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Location => "location",
            Self::Notifications => "notifications",
            Self::Camera => "camera",
            Self::Microphone => "microphone",
            Self::Photos => "photos",
            Self::Clipboard => "clipboard",
            Self::Files => "files",
            Self::Calendar => "calendar",
        }
    }

    /// Whether an answer stands for later uses. The clipboard and files are given by each act anew: pressing "paste"
    /// or choosing in the system's dialog asks and answers at once, and nothing stays open (R7).
    pub const fn stands(self) -> bool {
        !matches!(self, Self::Clipboard | Self::Files)
    }

    /// The functions that need it. None: no function of this version does.
    pub fn purposes(self) -> impl Iterator<Item = Purpose> {
        Purpose::ALL.iter().copied().filter(move |purpose| purpose.permission() == self)
    }
}

/// A function that needs a permission, which is what it is asked for and recorded with (R2, R8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Jobs by their distance from here.
    NearbyJobs,
    /// A sign-in code out of a text message.
    PasteCode,
    /// Words, a place or a posting into the search.
    PasteSearch,
    /// An entry or a whole text into the résumé.
    PasteResume,
    /// A file that the app writes: the résumé, the record of personal data.
    SaveFile,
    /// A résumé of the person's own making that is uploaded.
    AttachFile,
}

impl Purpose {
    /// All.
    pub const ALL: &[Self] = &[
        Self::NearbyJobs,
        Self::PasteCode,
        Self::PasteSearch,
        Self::PasteResume,
        Self::SaveFile,
        Self::AttachFile,
    ];

    /// What it needs.
    pub const fn permission(self) -> Permission {
        match self {
            Self::NearbyJobs => Permission::Location,
            Self::PasteCode | Self::PasteSearch | Self::PasteResume => Permission::Clipboard,
            Self::SaveFile | Self::AttachFile => Permission::Files,
        }
    }

    /// What is offered at once when it is not granted (R3).
    pub const fn fallback(self) -> Fallback {
        match self {
            Self::NearbyJobs => Fallback::PickPlace,
            Self::PasteCode | Self::PasteSearch | Self::PasteResume => Fallback::TypeIn,
            Self::SaveFile | Self::AttachFile => Fallback::Nothing,
        }
    }
}

/// What goes on without the permission (R3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Fallback {
    /// A place is picked by hand from the gazetteer.
    PickPlace,
    /// It is typed.
    TypeIn,
    /// Nothing is read or written.
    Nothing,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_permission_has_one_name_in_every_layer() {
        for permission in Permission::ALL {
            let written = serde_json::to_value(permission).unwrap();
            assert_eq!(written, permission.id());
        }
    }

    #[test]
    fn every_purpose_belongs_to_one_permission() {
        let all: Vec<Purpose> = Permission::ALL.iter().flat_map(|one| one.purposes()).collect();
        assert_eq!(all.len(), Purpose::ALL.len());
    }
}
