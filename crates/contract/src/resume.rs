//! The résumé, between page, core and server.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use zhitu_domain::clipboard::ResumeDraft;
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_domain::resume::{Completeness, ResumeContent, ResumeEdit, ResumeProblem};
use zhitu_domain::time::Timestamp;

/// `GET /api/resume`: the account's résumé; empty at version 0 until something was saved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ResumeResponse {
    /// Rises by one with each save.
    pub version: u32,
    /// What it holds.
    pub content: ResumeContent,
    /// Who may see it.
    pub visibility: VisibilitySetting,
    /// When it was saved.
    pub updated_at: Timestamp,
}

/// `PUT /api/resume`: saves; refused with `resume_conflict` when `base_version` is not the server's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResumeSaveRequest {
    /// The version that the edits were made on.
    pub base_version: u32,
    /// The new content.
    pub content: ResumeContent,
}

/// Command `resume_take`: what the person confirmed of a paste.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ResumeTake {
    /// What is taken over; what the person left out is empty.
    pub draft: ResumeDraft,
}

/// The résumé as the editor shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ResumeView {
    /// The working copy.
    pub content: ResumeContent,
    /// The server's version that it is based on.
    pub version: u32,
    /// Where saving stands.
    pub sync: ResumeSync,
    /// How far it has come.
    pub completeness: Completeness,
    /// What may be wrong in it and is no error (S-RES-09, S-RES-10).
    pub problems: Vec<ResumeProblem>,
    /// Who may see it.
    pub visibility: VisibilitySetting,
    /// Whether there is something to undo.
    pub can_undo: bool,
    /// Whether there is something to redo.
    pub can_redo: bool,
    /// Fields that were also changed elsewhere; what was typed here was kept. Paths as in [`ResumeEdit::Set`].
    pub clashes: Vec<String>,
}

/// Where saving stands. On the device it is always saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ResumeSync {
    /// On the server too.
    Saved,
    /// On its way, or as soon as the server can be reached.
    Waiting,
    /// On this device only, since nobody is signed in.
    DeviceOnly,
}

/// Command `resume_edit`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ResumeEditCommand {
    /// The edit.
    pub edit: ResumeEdit,
}

/// The set pages, as SVG of 595 by 842 points each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ResumePages {
    /// One SVG document a page.
    pub pages: Vec<String>,
}

/// Commands that write a PDF where the person chooses: what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ResumeExported {
    /// The file's name, without its folder.
    pub file: String,
    /// Its size.
    #[ts(type = "number")]
    pub bytes: u64,
}
