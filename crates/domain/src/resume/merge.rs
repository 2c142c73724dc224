//! Joining the edits that two devices made on one version.

use super::content::ResumeContent;
use super::entry::Entry;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use uuid::Uuid;

/// Two versions joined.
#[derive(Debug, Clone, PartialEq)]
pub struct Merge {
    /// The joined content: for a field that both changed, mine.
    pub content: ResumeContent,
    /// Paths of what both changed differently, with the value that was not taken: of a field; of a list (`work`) the
    /// keys in the order that was not taken; of an entry (`work/<id>`) null for a removal that was not made because
    /// the other side edited the entry, or the entry that no longer fitted into the list.
    pub clashes: Vec<(String, Value)>,
}

/// Joins `mine` and `theirs`, which both came from `base`, field by field and entry by entry.
///
/// What one side alone changed is taken. What both changed is taken from `mine` and named in the clashes, except
/// that an edit wins over a removal: a removal can be made again, a text that is gone cannot.
pub fn merge(base: &ResumeContent, mine: &ResumeContent, theirs: &ResumeContent) -> Merge {
    let mut clashes = Vec::new();
    let content = ResumeContent {
        basic: fields("basic", &base.basic, &mine.basic, &theirs.basic, &mut clashes),
        intention: fields("intention", &base.intention, &mine.intention, &theirs.intention, &mut clashes),
        education: list(&base.education, &mine.education, &theirs.education, &mut clashes),
        work: list(&base.work, &mine.work, &theirs.work, &mut clashes),
        projects: list(&base.projects, &mine.projects, &theirs.projects, &mut clashes),
        skills: list(&base.skills, &mine.skills, &theirs.skills, &mut clashes),
        languages: list(&base.languages, &mine.languages, &theirs.languages, &mut clashes),
        self_assessment: match choose(&base.self_assessment, &mine.self_assessment, &theirs.self_assessment) {
            Choice::Mine => mine.self_assessment.clone(),
            Choice::Theirs => theirs.self_assessment.clone(),
            Choice::Clash => {
                clashes.push(("self_assessment".to_owned(), Value::from(theirs.self_assessment.clone())));
                mine.self_assessment.clone()
            }
        },
    };
    Merge { content, clashes }
}

enum Choice {
    Mine,
    Theirs,
    Clash,
}

fn choose<T: PartialEq + ?Sized>(base: &T, mine: &T, theirs: &T) -> Choice {
    if mine == theirs || theirs == base {
        Choice::Mine
    } else if mine == base {
        Choice::Theirs
    } else {
        Choice::Clash
    }
}

fn object<T: Serialize>(part: &T) -> Option<Map<String, Value>> {
    match serde_json::to_value(part) {
        Ok(Value::Object(fields)) => Some(fields),
        _ => None,
    }
}

/// Joins a part by the fields of its JSON form, so that no field can be forgotten here.
fn fields<T>(path: &str, base: &T, mine: &T, theirs: &T, clashes: &mut Vec<(String, Value)>) -> T
where
    T: Clone + Serialize + DeserializeOwned,
{
    let (Some(base), Some(mut joined), Some(theirs)) = (object(base), object(mine), object(theirs)) else {
        return mine.clone();
    };
    for (name, value) in &mut joined {
        let (Some(before), Some(other)) = (base.get(name), theirs.get(name)) else { continue };
        match choose(before, &*value, other) {
            Choice::Mine => {}
            Choice::Theirs => *value = other.clone(),
            Choice::Clash => clashes.push((format!("{path}/{name}"), other.clone())),
        }
    }
    serde_json::from_value(Value::Object(joined)).unwrap_or_else(|_| mine.clone())
}

fn find<E: Entry>(list: &[E], id: Uuid) -> Option<&E> {
    list.iter().find(|entry| entry.id() == id)
}

fn list<E: Entry>(base: &[E], mine: &[E], theirs: &[E], clashes: &mut Vec<(String, Value)>) -> Vec<E> {
    let mut joined: Vec<E> = Vec::new();
    for id in order(base, mine, theirs, clashes) {
        let path = format!("{}/{id}", E::NAME);
        let taken = match (find(base, id), find(mine, id), find(theirs, id)) {
            (before, Some(my), Some(their)) => {
                let empty = E::empty(id);
                Some(entry(&path, before.unwrap_or(&empty), my, their, clashes))
            }
            (None, Some(only), None) | (None, None, Some(only)) => Some(only.clone()),
            (Some(before), Some(edited), None) | (Some(before), None, Some(edited)) if before != edited => {
                clashes.push((path, Value::Null));
                Some(edited.clone())
            }
            _ => None,
        };
        joined.extend(taken);
    }
    // Both may have added up to the limit: what they added goes into the clashes.
    while joined.len() > E::MOST {
        let Some(at) = joined.iter().rposition(|entry| find(mine, entry.id()).is_none()) else { break };
        let entry = joined.remove(at);
        clashes.push((
            format!("{}/{}", E::NAME, entry.id()),
            serde_json::to_value(&entry).unwrap_or(Value::Null),
        ));
    }
    joined
}

fn entry<E: Entry>(path: &str, base: &E, mine: &E, theirs: &E, clashes: &mut Vec<(String, Value)>) -> E {
    let mut joined = fields(path, base, mine, theirs, clashes);
    // My first month and their last one may not go together although each fitted where it was entered.
    let backwards = joined.problems().iter().any(|problem| problem.0 == "end")
        && !mine.problems().iter().any(|problem| problem.0 == "end");
    if backwards {
        let (mut my, mut their) = (mine.clone(), theirs.clone());
        if let (Some(joined), Some(my), Some(their)) =
            (joined.period_mut(), my.period_mut(), their.period_mut())
        {
            let mut clash = |field: &str, value: serde_json::Result<Value>| {
                let path = format!("{path}/{field}");
                if !clashes.iter().any(|(known, _)| *known == path) {
                    clashes.push((path, value.unwrap_or(Value::Null)));
                }
            };
            if my.0 != their.0 {
                clash("start", serde_json::to_value(*their.0));
            }
            if my.1 != their.1 {
                clash("end", serde_json::to_value(*their.1));
            }
            if my.2 != their.2 {
                clash("current", serde_json::to_value(*their.2));
            }
            (*joined.0, *joined.1, *joined.2) = (*my.0, *my.1, *my.2);
        }
    }
    joined
}

/// The keys of both sides: in the order of the side that moved something, mine when both or none did, with the other
/// side's own entries behind what they stood behind.
fn order<E: Entry>(base: &[E], mine: &[E], theirs: &[E], clashes: &mut Vec<(String, Value)>) -> Vec<Uuid> {
    let keys = |list: &[E]| list.iter().map(Entry::id).collect::<Vec<Uuid>>();
    let (base, mine, theirs) = (keys(base), keys(mine), keys(theirs));
    let kept =
        |list: &[Uuid], of: &[Uuid]| list.iter().copied().filter(|id| of.contains(id)).collect::<Vec<Uuid>>();
    let moved = |side: &[Uuid]| kept(&base, side) != kept(side, &base);
    let (first, second) = match (moved(&mine), moved(&theirs)) {
        (false, true) => (&theirs, &mine),
        (true, true) => {
            if kept(&mine, &theirs) != kept(&theirs, &mine) {
                clashes.push((E::NAME.to_owned(), theirs.iter().map(ToString::to_string).collect()));
            }
            (&mine, &theirs)
        }
        _ => (&mine, &theirs),
    };
    let mut joined: Vec<Uuid> = Vec::with_capacity(first.len() + second.len());
    for id in first {
        if !joined.contains(id) {
            joined.push(*id);
        }
    }
    let mut behind: Option<Uuid> = None;
    for id in second {
        if !joined.contains(id) {
            let at = behind
                .and_then(|before| joined.iter().position(|known| *known == before))
                .map_or(0, |at| at + 1);
            joined.insert(at, *id);
        }
        behind = Some(*id);
    }
    joined
}

#[cfg(test)]
#[path = "merge_tests.rs"]
mod tests;
