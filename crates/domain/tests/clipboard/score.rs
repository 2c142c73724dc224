//! Counting what was found against what is there.
//!
//! Every field counts by itself, and only as a whole: a description with a line too many is one that was not found and
//! one that is not there. Entries are compared with the entry that has most in common with them, so that one that is
//! missing does not make all later ones wrong.

use crate::pastes::{Labels, Paste, TODAY};
use serde_json::Value;
use std::collections::BTreeMap;
use zhitu_domain::clipboard;

/// A field: its name and its value.
type Fact = (String, String);

/// What was counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Found, and there.
    pub right: u32,
    /// Found, and not there.
    pub wrong: u32,
    /// There, and not found.
    pub missed: u32,
}

impl Counts {
    /// Of what was found, the part that is there; 1 where nothing was found.
    pub fn precision(self) -> f64 {
        share(self.right, self.wrong)
    }

    /// Of what is there, the part that was found; 1 where nothing is there.
    pub fn recall(self) -> f64 {
        share(self.right, self.missed)
    }
}

fn share(right: u32, other: u32) -> f64 {
    if right + other == 0 { 1.0 } else { f64::from(right) / f64::from(right + other) }
}

/// Counts by kind of field; `all` has their sum.
#[derive(Debug, Default)]
pub struct Score {
    /// By kind.
    pub kinds: BTreeMap<String, Counts>,
    /// What went wrong, one line each.
    pub faults: Vec<String>,
}

impl Score {
    /// All kinds together.
    pub fn all(&self) -> Counts {
        self.kinds.values().fold(Counts::default(), |sum, one| Counts {
            right: sum.right + one.right,
            wrong: sum.wrong + one.wrong,
            missed: sum.missed + one.missed,
        })
    }

    /// Reads one paste and counts it.
    pub fn add(&mut self, paste: &Paste) {
        let found = Labels::from(clipboard::read(&paste.text, TODAY));
        let (found, there) = (Facts::of(&found), Facts::of(&paste.labels));
        self.compare(&paste.place, &found.single, &there.single);
        let mut lists: Vec<&String> = found.lists.keys().chain(there.lists.keys()).collect();
        lists.sort();
        lists.dedup();
        for list in lists {
            let mut open: Vec<Vec<Fact>> = found.lists.get(list).cloned().unwrap_or_default();
            for entry in there.lists.get(list).into_iter().flatten() {
                let common = |other: &Vec<Fact>| other.iter().filter(|fact| entry.contains(fact)).count();
                let best = (0..open.len()).rev().max_by_key(|at| common(&open[*at]));
                let best = best.map(|at| open.remove(at)).unwrap_or_default();
                self.compare(&paste.place, &best, entry);
            }
            for entry in open {
                self.compare(&paste.place, &entry, &[]);
            }
        }
    }

    fn compare(&mut self, place: &str, found: &[Fact], there: &[Fact]) {
        let mut open: Vec<&Fact> = there.iter().collect();
        for fact in found {
            let right = open.iter().position(|other| *other == fact);
            let counts = self.kinds.entry(kind(&fact.0)).or_default();
            if let Some(at) = right {
                open.remove(at);
                counts.right += 1;
            } else {
                counts.wrong += 1;
                self.faults.push(format!("{place}: found {} {:?}", fact.0, fact.1));
            }
        }
        for fact in open {
            self.kinds.entry(kind(&fact.0)).or_default().missed += 1;
            self.faults.push(format!("{place}: missed {} {:?}", fact.0, fact.1));
        }
    }
}

/// The kind that a field counts as: the fields of a posting by themselves, those of an entry together.
fn kind(field: &str) -> String {
    let plain = field.strip_prefix("resume.").unwrap_or(field);
    let kind = match plain.split_once('.') {
        Some(("job", "negotiable")) => "job_salary",
        Some(("job", _)) => return plain.replace('.', "_"),
        Some((part, _)) => part,
        None => plain,
    };
    match kind {
        "phones" | "emails" | "links" | "projects" | "skills" | "languages" => {
            kind[..kind.len() - 1].to_owned()
        }
        _ => kind.to_owned(),
    }
}

/// The fields that are filled in.
#[derive(Default)]
struct Facts {
    single: Vec<Fact>,
    lists: BTreeMap<String, Vec<Vec<Fact>>>,
}

impl Facts {
    fn of(labels: &Labels) -> Self {
        let mut facts = Self::default();
        facts.take("", &serde_json::to_value(labels).expect("labels are plain data"));
        facts
    }

    fn take(&mut self, path: &str, value: &Value) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                    self.take(&path, value);
                }
            }
            Value::Array(items) => {
                for item in items {
                    if item.is_object() {
                        let mut entry = Self::default();
                        entry.take(path, item);
                        self.lists.entry(path.to_owned()).or_default().push(entry.single);
                    } else {
                        self.take(path, item);
                    }
                }
            }
            Value::Null => {}
            Value::Bool(false) if !path.ends_with("full_time") => {}
            Value::String(text) if text.is_empty() => {}
            Value::String(text) => self.single.push((path.to_owned(), text.clone())),
            other => self.single.push((path.to_owned(), other.to_string())),
        }
    }
}
