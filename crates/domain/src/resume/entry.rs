//! What the entries of all five lists have in common.

use super::content::{EducationEntry, LanguageEntry, ProjectEntry, Skill, WorkEntry, YearMonth};
use super::edit::FieldProblem;
use super::field::{self, Problems};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// First month, last month, still going on.
pub(super) type PeriodMut<'a> = (&'a mut Option<YearMonth>, &'a mut Option<YearMonth>, &'a mut bool);

/// An entry of a list.
pub(super) trait Entry: Clone + PartialEq + Serialize + DeserializeOwned {
    /// Name of the list, as in paths.
    const NAME: &'static str;
    /// How many entries the list takes.
    const MOST: usize;

    /// One in which nothing was entered.
    fn empty(id: Uuid) -> Self;
    /// Its key.
    fn id(&self) -> Uuid;
    /// The same under another key.
    fn with_id(&self, id: Uuid) -> Self;
    /// When it was, where that is asked.
    fn period_mut(&mut self) -> Option<PeriodMut<'_>>;
    /// What is wrong in it, by field.
    fn problems(&self) -> Problems;
}

fn period_problem(start: Option<YearMonth>, end: Option<YearMonth>, current: bool) -> Option<FieldProblem> {
    let backwards = start.zip(end).is_some_and(|(start, end)| end < start);
    (backwards || (current && end.is_some())).then_some(FieldProblem::Date)
}

impl Entry for EducationEntry {
    const NAME: &'static str = "education";
    const MOST: usize = 20;

    fn empty(id: Uuid) -> Self {
        Self {
            id,
            school: String::new(),
            degree: None,
            major: String::new(),
            start: None,
            end: None,
            current: false,
            full_time: None,
            overseas: None,
            description: String::new(),
        }
    }

    fn id(&self) -> Uuid {
        self.id
    }

    fn with_id(&self, id: Uuid) -> Self {
        Self { id, ..self.clone() }
    }

    fn period_mut(&mut self) -> Option<PeriodMut<'_>> {
        Some((&mut self.start, &mut self.end, &mut self.current))
    }

    fn problems(&self) -> Problems {
        field::found([
            ("school", field::line(&self.school, 80)),
            ("major", field::line(&self.major, 80)),
            ("end", period_problem(self.start, self.end, self.current)),
            ("description", field::lines(&self.description, 2_000)),
        ])
    }
}

impl Entry for WorkEntry {
    const NAME: &'static str = "work";
    const MOST: usize = 40;

    fn empty(id: Uuid) -> Self {
        Self {
            id,
            company: String::new(),
            position: String::new(),
            department: String::new(),
            industry: String::new(),
            start: None,
            end: None,
            current: false,
            employment_type: None,
            description: String::new(),
        }
    }

    fn id(&self) -> Uuid {
        self.id
    }

    fn with_id(&self, id: Uuid) -> Self {
        Self { id, ..self.clone() }
    }

    fn period_mut(&mut self) -> Option<PeriodMut<'_>> {
        Some((&mut self.start, &mut self.end, &mut self.current))
    }

    fn problems(&self) -> Problems {
        field::found([
            ("company", field::line(&self.company, 80)),
            ("position", field::line(&self.position, 80)),
            ("department", field::line(&self.department, 60)),
            ("industry", field::line(&self.industry, 60)),
            ("end", period_problem(self.start, self.end, self.current)),
            ("description", field::lines(&self.description, 4_000)),
        ])
    }
}

impl Entry for ProjectEntry {
    const NAME: &'static str = "projects";
    const MOST: usize = 40;

    fn empty(id: Uuid) -> Self {
        Self {
            id,
            name: String::new(),
            role: String::new(),
            start: None,
            end: None,
            current: false,
            url: String::new(),
            description: String::new(),
        }
    }

    fn id(&self) -> Uuid {
        self.id
    }

    fn with_id(&self, id: Uuid) -> Self {
        Self { id, ..self.clone() }
    }

    fn period_mut(&mut self) -> Option<PeriodMut<'_>> {
        Some((&mut self.start, &mut self.end, &mut self.current))
    }

    fn problems(&self) -> Problems {
        field::found([
            ("name", field::line(&self.name, 80)),
            ("role", field::line(&self.role, 80)),
            ("end", period_problem(self.start, self.end, self.current)),
            ("url", field::url(&self.url, 200)),
            ("description", field::lines(&self.description, 4_000)),
        ])
    }
}

impl Entry for Skill {
    const NAME: &'static str = "skills";
    const MOST: usize = 60;

    fn empty(id: Uuid) -> Self {
        Self { id, name: String::new(), level: None }
    }

    fn id(&self) -> Uuid {
        self.id
    }

    fn with_id(&self, id: Uuid) -> Self {
        Self { id, ..self.clone() }
    }

    fn period_mut(&mut self) -> Option<PeriodMut<'_>> {
        None
    }

    fn problems(&self) -> Problems {
        field::found([("name", field::line(&self.name, 40))])
    }
}

impl Entry for LanguageEntry {
    const NAME: &'static str = "languages";
    const MOST: usize = 20;

    fn empty(id: Uuid) -> Self {
        Self { id, name: String::new(), level: None, certificate: String::new() }
    }

    fn id(&self) -> Uuid {
        self.id
    }

    fn with_id(&self, id: Uuid) -> Self {
        Self { id, ..self.clone() }
    }

    fn period_mut(&mut self) -> Option<PeriodMut<'_>> {
        None
    }

    fn problems(&self) -> Problems {
        field::found([
            ("name", field::line(&self.name, 40)),
            ("certificate", field::line(&self.certificate, 40)),
        ])
    }
}
