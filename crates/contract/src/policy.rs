//! The privacy policy: its text, its version, its acceptance. Source: S-POL-01, S-POL-03, S-AUTH-09.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use zhitu_domain::time::Timestamp;

/// The languages that texts for people come in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS, ToSchema)]
pub enum Language {
    /// 简体中文
    #[default]
    #[serde(rename = "zh-CN")]
    ZhCn,
    /// English
    #[serde(rename = "en")]
    En,
}

/// `GET /api/policy?language=`: the policy in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Policy {
    /// Version, such as `2026-11-23`.
    pub version: String,
    /// Day of the last change, `YYYY-MM-DD`.
    pub updated_on: String,
    /// Day from which it holds, `YYYY-MM-DD`.
    pub effective_on: String,
    /// The language of this text.
    pub language: Language,
    /// Title.
    pub title: String,
    /// The text in order.
    pub sections: Vec<PolicySection>,
}

/// A section of the policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct PolicySection {
    /// Heading.
    pub heading: String,
    /// Paragraphs and list items.
    pub blocks: Vec<PolicyBlock>,
}

/// A paragraph or a list item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct PolicyBlock {
    /// Whether it is a list item.
    pub item: bool,
    /// The text in runs.
    pub runs: Vec<PolicyRun>,
}

/// A run of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct PolicyRun {
    /// The words.
    pub text: String,
    /// Important: set bold (S-POL-03).
    pub strong: bool,
    /// Names sensitive personal data: marked (S-POL-03).
    pub sensitive: bool,
}

/// Command `policy_show`.
#[derive(Debug, Clone, Serialize, Deserialize, TS, ToSchema, utoipa::IntoParams)]
pub struct PolicyShow {
    /// In which language.
    pub language: Language,
}

/// Command `policy_accept`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PolicyAccept {
    /// The version that was shown.
    pub version: String,
}

/// What the person accepted, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct PolicyAcceptance {
    /// The version.
    pub version: String,
    /// When.
    pub accepted_at: Timestamp,
}
