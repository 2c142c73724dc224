//! The résumé's working copy: written on the device with each edit, sent to the server when it can be reached.

mod edit;
mod export_pdf;
mod pages;
mod redo;
mod set;
mod show;
mod sync;
mod take;
mod undo;

pub(crate) use set::Setting;
pub(crate) use sync::Saving;

use crate::Core;
use crate::ports::ResumeRow;
use zhitu_contract::resume::{ResumeSync, ResumeView};
use zhitu_domain::resume::{completeness, problems};
use zhitu_domain::time::Timestamp;

/// What this run knows of the working copy beside the store.
#[derive(Default)]
pub(crate) struct Working {
    /// The field that was typed in last, and when: going on in it is one step to undo.
    last_typed: Option<(String, Timestamp)>,
}

impl Core {
    async fn resume_view(&self, row: ResumeRow) -> ResumeView {
        let sync = match (self.signed_in().await, row.dirty) {
            (false, _) => ResumeSync::DeviceOnly,
            (true, true) => ResumeSync::Waiting,
            (true, false) => ResumeSync::Saved,
        };
        ResumeView {
            completeness: completeness(&row.content),
            problems: problems(&row.content, self.clock.today()),
            content: row.content,
            version: row.base_version,
            sync,
            visibility: row.visibility,
            can_undo: row.can_undo,
            can_redo: row.can_redo,
            clashes: row.clashes,
        }
    }
}
