//! The résumé: what it holds, how it is edited, what is missing, who may see it.

mod completeness;
mod content;
mod edit;
mod snapshot;
pub mod visibility;

pub use completeness::{Completeness, Missing, completeness};
pub use content::{
    Basic, Degree, EducationEntry, Intention, LanguageEntry, LanguageLevel, ProjectEntry, ResumeContent, Section, Sex,
    Skill, SkillLevel, Status, WorkEntry, YearMonth,
};
pub use edit::{EditError, FieldProblem, Merge, ResumeEdit};
pub use snapshot::{Snapshot, SnapshotContact, snapshot};
