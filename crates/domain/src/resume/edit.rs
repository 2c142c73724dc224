//! Editing a résumé field by field.

use super::content::{ResumeContent, Section};
use super::entry::Entry;
use super::validate::{basic_problems, intention_problems, self_assessment_problem};
use jiff::civil::Date;
use serde::de::DeserializeOwned;
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
    /// A value of another type than the field's, or a text with control characters.
    Type,
    /// An entry or a place that is there already.
    Duplicate,
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

/// Makes one edit. What comes back has no problem that `content` did not have.
///
/// Line breaks in a one-line text become spaces. Saying that something goes on takes its last month out, and
/// entering a last month says that it does not go on.
pub fn apply(content: &ResumeContent, edit: &ResumeEdit, today: Date) -> Result<ResumeContent, EditError> {
    let mut content = content.clone();
    match edit {
        ResumeEdit::Set { path, value } => set(&mut content, path, value, today),
        ResumeEdit::Add { section, entry, at } => {
            in_section(&mut content, *section, Add { entry: *entry, at: *at })
        }
        ResumeEdit::Remove { section, entry } => in_section(&mut content, *section, Remove { entry: *entry }),
        ResumeEdit::Move { section, entry, to } => {
            in_section(&mut content, *section, Move { entry: *entry, to: *to })
        }
    }?;
    Ok(content)
}

/// What is done to one of the lists, whatever its entries are.
trait ListEdit {
    fn run<E: Entry>(self, list: &mut Vec<E>) -> Result<(), EditError>;
}

fn in_section(content: &mut ResumeContent, section: Section, edit: impl ListEdit) -> Result<(), EditError> {
    match section {
        Section::Education => edit.run(&mut content.education),
        Section::Work => edit.run(&mut content.work),
        Section::Projects => edit.run(&mut content.projects),
        Section::Skills => edit.run(&mut content.skills),
        Section::Languages => edit.run(&mut content.languages),
    }
}

fn position<E: Entry>(list: &[E], entry: Uuid) -> Result<usize, EditError> {
    list.iter()
        .position(|candidate| candidate.id() == entry)
        .ok_or_else(|| EditError::NoSuchField(format!("{}/{entry}", E::NAME)))
}

fn index(at: u32, len: usize) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX).min(len)
}

struct Add {
    entry: Uuid,
    at: u32,
}

impl ListEdit for Add {
    fn run<E: Entry>(self, list: &mut Vec<E>) -> Result<(), EditError> {
        let refused = |problem| EditError::Field { path: format!("{}/{}", E::NAME, self.entry), problem };
        if list.iter().any(|other| other.id() == self.entry) {
            return Err(refused(FieldProblem::Duplicate));
        }
        if list.len() >= E::MOST {
            return Err(refused(FieldProblem::TooLong));
        }
        list.insert(index(self.at, list.len()), E::empty(self.entry));
        Ok(())
    }
}

struct Remove {
    entry: Uuid,
}

impl ListEdit for Remove {
    fn run<E: Entry>(self, list: &mut Vec<E>) -> Result<(), EditError> {
        list.remove(position(list, self.entry)?);
        Ok(())
    }
}

struct Move {
    entry: Uuid,
    to: u32,
}

impl ListEdit for Move {
    fn run<E: Entry>(self, list: &mut Vec<E>) -> Result<(), EditError> {
        let entry = list.remove(position(list, self.entry)?);
        list.insert(index(self.to, list.len()), entry);
        Ok(())
    }
}

struct SetEntry<'a> {
    path: &'a str,
    entry: Uuid,
    field: &'a str,
    value: &'a Value,
}

impl ListEdit for SetEntry<'_> {
    fn run<E: Entry>(self, list: &mut Vec<E>) -> Result<(), EditError> {
        let at = position(list, self.entry)?;
        if self.field == "id" {
            return Err(EditError::NoSuchField(self.path.to_owned()));
        }
        let mut changed = replaced(&list[at], self.path, self.field, self.value)?;
        if let Some((_, end, current)) = changed.period_mut() {
            match self.field {
                "current" if *current => *end = None,
                "end" if end.is_some() => *current = false,
                _ => {}
            }
        }
        refuse_new(self.path, self.field, &list[at].problems(), &changed.problems())?;
        list[at] = changed;
        Ok(())
    }
}

fn set(content: &mut ResumeContent, path: &str, value: &Value, today: Date) -> Result<(), EditError> {
    let unknown = || EditError::NoSuchField(path.to_owned());
    let mut steps = path.split('/');
    let (first, second, third) = (steps.next().unwrap_or_default(), steps.next(), steps.next());
    if steps.next().is_some() {
        return Err(unknown());
    }
    match (first, second, third) {
        ("basic", Some(field), None) => {
            let changed = replaced(&content.basic, path, field, value)?;
            let before = basic_problems(&content.basic, today);
            refuse_new(path, field, &before, &basic_problems(&changed, today))?;
            content.basic = changed;
            Ok(())
        }
        ("intention", Some(field), None) => {
            let changed = replaced(&content.intention, path, field, value)?;
            refuse_new(path, field, &intention_problems(&content.intention), &intention_problems(&changed))?;
            content.intention = changed;
            Ok(())
        }
        ("self_assessment", None, None) => {
            let Value::String(text) = value else {
                return Err(EditError::Field { path: path.to_owned(), problem: FieldProblem::Type });
            };
            let text = tidied("self_assessment", text);
            if let Some(problem) = self_assessment_problem(&text) {
                return Err(EditError::Field { path: path.to_owned(), problem });
            }
            content.self_assessment = text;
            Ok(())
        }
        (section, Some(entry), Some(field)) => {
            let section = Section::ALL
                .iter()
                .find(|candidate| serde_json::to_value(candidate).is_ok_and(|name| name == section))
                .ok_or_else(unknown)?;
            let entry = Uuid::try_parse(entry).map_err(|_| unknown())?;
            in_section(content, *section, SetEntry { path, entry, field, value })
        }
        _ => Err(unknown()),
    }
}

/// `part` with one field replaced. Goes by the JSON form, so that no field can be forgotten here.
fn replaced<T>(part: &T, path: &str, field: &str, value: &Value) -> Result<T, EditError>
where
    T: Serialize + DeserializeOwned,
{
    let Ok(Value::Object(mut fields)) = serde_json::to_value(part) else {
        return Err(EditError::NoSuchField(path.to_owned()));
    };
    let Some(slot) = fields.get_mut(field) else {
        return Err(EditError::NoSuchField(path.to_owned()));
    };
    *slot = match value {
        Value::String(text) => Value::String(tidied(field, text)),
        other => other.clone(),
    };
    serde_json::from_value(Value::Object(fields)).map_err(|_| {
        let is_date = matches!(field, "birth_date" | "start" | "end");
        let problem = if is_date && value.is_string() { FieldProblem::Date } else { FieldProblem::Type };
        EditError::Field { path: path.to_owned(), problem }
    })
}

/// The text with line ends as `\n`, and none at all in a field of one line.
fn tidied(field: &str, text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if matches!(field, "description" | "self_assessment") { text } else { text.replace(['\n', '\t'], " ") }
}

/// Refuses the edit of `field` when the part has a problem afterwards that it did not have, or one in that field.
fn refuse_new(
    path: &str,
    field: &str,
    before: &[(&'static str, FieldProblem)],
    after: &[(&'static str, FieldProblem)],
) -> Result<(), EditError> {
    match after.iter().find(|problem| problem.0 == field || !before.contains(problem)) {
        Some((_, problem)) => Err(EditError::Field { path: path.to_owned(), problem: *problem }),
        None => Ok(()),
    }
}

#[cfg(test)]
#[path = "edit_tests.rs"]
pub(crate) mod tests;
