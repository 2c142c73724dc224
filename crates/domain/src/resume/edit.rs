//! Editing a résumé field by field, and joining edits of two devices.

use super::content::{ResumeContent, Section};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;
use utoipa::ToSchema;
use uuid::Uuid;

/// One edit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ResumeEdit {
    /// Puts a value into a field.
    Set {
        /// `basic/name`, `intention/salary`, `self_assessment`, or `work/<id of the entry>/company`.
        path: String,
        /// The value, of the field's type.
        #[ts(type = "unknown")]
        value: Value,
    },
    /// Adds an empty entry.
    Add {
        /// To which list.
        section: Section,
        /// Its key, made by the editor.
        #[ts(type = "string")]
        entry: Uuid,
        /// Before which index; the end when beyond it.
        at: u32,
    },
    /// Takes an entry out.
    Remove {
        /// Of which list.
        section: Section,
        /// Its key.
        #[ts(type = "string")]
        entry: Uuid,
    },
    /// Moves an entry.
    Move {
        /// Within which list.
        section: Section,
        /// Its key.
        #[ts(type = "string")]
        entry: Uuid,
        /// Index it has afterwards.
        to: u32,
    },
}

/// What is wrong with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FieldProblem {
    /// More characters or entries than the field takes.
    TooLong,
    /// Not a phone number.
    Phone,
    /// Not an e-mail address.
    Email,
    /// Not an http(s) address.
    Url,
    /// Not a possible date, or an end before its start.
    Date,
    /// The birth date is of a person under 16 (S-MIN-01).
    TooYoung,
    /// A salary range that cannot be.
    Salary,
    /// A value of another type than the field's.
    Type,
}

/// Why an edit was not made; the content is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// No such field or entry.
    #[error("no field {0}")]
    NoSuchField(String),
    /// The value does not fit the field.
    #[error("{path}: {problem:?}")]
    Field {
        /// As in [`ResumeEdit::Set`].
        path: String,
        /// What is wrong.
        problem: FieldProblem,
    },
}

/// Two versions joined.
#[derive(Debug, Clone, PartialEq)]
pub struct Merge {
    /// The joined content: for a field that both changed, mine.
    pub content: ResumeContent,
    /// Paths of the fields that both changed to different values, with the value that was not taken.
    pub clashes: Vec<(String, Value)>,
}
