//! The five settings. Source: S-VIS-01 to S-VIS-05, D9.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// What a seeker chose: who may find and see the résumé.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum VisibilitySetting {
    /// L1 对企业公开
    Public,
    /// L2 对平台公开
    Platform,
    /// L3 对平台公开, and to employers in part
    PlatformAndPartial,
    /// L4 保密: nobody finds or sees it. A new résumé has this (D9).
    #[default]
    Private,
    /// L5 保密, contact data only
    ContactHidden,
}

impl VisibilitySetting {
    /// All, L1 to L5.
    pub const ALL: &[Self] =
        &[Self::Public, Self::Platform, Self::PlatformAndPartial, Self::Private, Self::ContactHidden];
}
