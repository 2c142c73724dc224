//! The résumé: what it holds, how it is edited, what is missing, who may see it.

mod completeness;
mod contact;
mod content;
mod edit;
mod entry;
mod field;
mod file_name;
mod merge;
mod problem;
mod search_terms;
mod shown;
mod snapshot;
mod take;
mod text;
mod validate;
pub mod visibility;

pub use completeness::{Completeness, Missing, completeness};
pub(crate) use contact::{Own, find_known, shows};
pub use content::{
    Basic, Degree, EducationEntry, Intention, LanguageEntry, LanguageLevel, ProjectEntry, ResumeContent,
    Section, Sex, Skill, SkillLevel, Status, WorkEntry, YearMonth,
};
pub use edit::{EditError, FieldProblem, ResumeEdit, apply};
pub(crate) use field::is_email;
pub use file_name::file_name;
pub use merge::{Merge, merge};
pub use problem::{ResumeProblem, problems};
pub use search_terms::{ResumeTerms, search_terms, years_worked};
pub use shown::{ResumeCard, ShownBasic, ShownResume, card, short_name, shown};
pub use snapshot::{MASK, Snapshot, SnapshotContact, snapshot};
pub use take::take;
pub use validate::validate;
