//! The block list (屏蔽公司): companies that see nothing of a résumé, in any setting. Source: S-VIS-08, D5.
//!
//! What is blocked is a company and none of its accounts. It is recognised by its name, in whatever spelling it was
//! typed, imported or registered: [`CompanyKey`]. What a block does is said in
//! [`crate::resume::visibility::Dealings`].

mod company_key;
mod import;

pub use company_key::CompanyKey;
pub use import::{BLOCK_IMPORT_MAX_NAMES, BlockImport, ImportProblem, ImportedName, LineProblem, import};

use crate::resume::ResumeContent;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;
use utoipa::ToSchema;

/// The longest name of a company, in characters.
pub const COMPANY_NAME_MAX_CHARS: usize = 100;

/// How a company came onto the block list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BlockOrigin {
    /// Its name was typed.
    Typed,
    /// It was in a list that was imported.
    Imported,
    /// It employs or employed the seeker, as the résumé says.
    Employer,
    /// It was blocked where it was seen: its page, a job of it, a conversation.
    Seen,
}

/// A company at which a person works or worked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Employer {
    /// As the résumé names it.
    pub name: String,
    /// The person works there now.
    pub present: bool,
}

/// The employers that a résumé names and the names in `blocked` do not, in whatever spelling: present ones first, else
/// in the résumé's order, each once. What names no company is left out.
pub fn employers<'a>(content: &ResumeContent, blocked: impl IntoIterator<Item = &'a str>) -> Vec<Employer> {
    let mut known: BTreeSet<CompanyKey> = blocked.into_iter().filter_map(CompanyKey::of).collect();
    let (present, past) = content.work.iter().partition::<Vec<_>, _>(|entry| entry.current);
    present
        .into_iter()
        .chain(past)
        .map(|entry| Employer { name: entry.company.trim().to_owned(), present: entry.current })
        .filter(|employer| CompanyKey::of(&employer.name).is_some_and(|key| known.insert(key)))
        .collect()
}

#[cfg(test)]
mod tests;
