//! Drafts of what a résumé and a posting are made of: as in [`crate::resume`] and [`crate::job`], but without keys,
//! which whoever takes a draft over gives.

use super::finding::Span;
use crate::job::{Education, EmploymentType, Experience, Salary};
use crate::place::PlaceId;
use crate::resume::{
    Basic, Degree, EducationEntry, Intention, LanguageEntry, LanguageLevel, ProjectEntry, ResumeContent,
    Skill, SkillLevel, WorkEntry, YearMonth,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use uuid::Uuid;

/// A posting. What it does not say is empty or `None`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[serde(default)]
pub struct JobDraft {
    /// Up to 100 characters.
    pub title: String,
    /// Up to 80 characters.
    pub company: String,
    /// Pay, where an amount is named.
    pub salary: Option<Salary>,
    /// 面议: pay is to be agreed on.
    pub negotiable: bool,
    /// Where.
    pub place: Option<PlaceId>,
    /// Experience asked for.
    pub experience: Option<Experience>,
    /// Least education asked for.
    pub education: Option<Education>,
}

/// A school; see [`EducationEntry`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[serde(default)]
pub struct EducationDraft {
    /// Up to 80 characters.
    pub school: String,
    /// Degree, reached or aimed at.
    pub degree: Option<Degree>,
    /// Up to 80 characters.
    pub major: String,
    /// First month; `None` where the text says only the year.
    pub start: Option<YearMonth>,
    /// Last month; `None` where the text says only the year.
    pub end: Option<YearMonth>,
    /// Still there.
    pub current: bool,
    /// 全日制
    pub full_time: Option<bool>,
    /// Up to 2,000 characters; a line is an item.
    pub description: String,
    /// Where the entry stands.
    pub span: Span,
}

/// A job held; see [`WorkEntry`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[serde(default)]
pub struct WorkDraft {
    /// Up to 80 characters.
    pub company: String,
    /// Up to 80 characters.
    pub position: String,
    /// Up to 60 characters.
    pub department: String,
    /// Up to 60 characters.
    pub industry: String,
    /// First month; `None` where the text says only the year.
    pub start: Option<YearMonth>,
    /// Last month; `None` where the text says only the year.
    pub end: Option<YearMonth>,
    /// Still there.
    pub current: bool,
    /// How contracted, if said.
    pub employment_type: Option<EmploymentType>,
    /// Up to 4,000 characters; a line is an item.
    pub description: String,
    /// Where the entry stands.
    pub span: Span,
}

/// A project; see [`ProjectEntry`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[serde(default)]
pub struct ProjectDraft {
    /// Up to 80 characters.
    pub name: String,
    /// Up to 80 characters.
    pub role: String,
    /// First month; `None` where the text says only the year.
    pub start: Option<YearMonth>,
    /// Last month; `None` where the text says only the year.
    pub end: Option<YearMonth>,
    /// Still going on.
    pub current: bool,
    /// An http(s) address, up to 200 characters.
    pub url: String,
    /// Up to 4,000 characters; a line is an item.
    pub description: String,
    /// Where the entry stands.
    pub span: Span,
}

/// A skill; see [`Skill`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[serde(default)]
pub struct SkillDraft {
    /// Up to 40 characters.
    pub name: String,
    /// How well.
    pub level: Option<SkillLevel>,
}

/// A language; see [`LanguageEntry`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[serde(default)]
pub struct LanguageDraft {
    /// Up to 40 characters.
    pub name: String,
    /// How well.
    pub level: Option<LanguageLevel>,
    /// A certificate or score, up to 40 characters.
    pub certificate: String,
}

/// A whole résumé; the lists are as long as [`ResumeContent`] takes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[serde(default)]
pub struct ResumeDraft {
    /// Who. A birth date needs its day, and is not offered under 16 (S-MIN-01).
    pub basic: Basic,
    /// What for.
    pub intention: Intention,
    /// Schools, up to 20.
    pub education: Vec<EducationDraft>,
    /// Jobs held, up to 40.
    pub work: Vec<WorkDraft>,
    /// Projects, up to 40.
    pub projects: Vec<ProjectDraft>,
    /// Skills, up to 60.
    pub skills: Vec<SkillDraft>,
    /// Languages, up to 20.
    pub languages: Vec<LanguageDraft>,
    /// 自我评价, up to 2,000 characters.
    pub self_assessment: String,
}

impl EducationDraft {
    /// The entry under this key.
    pub fn into_entry(self, id: Uuid) -> EducationEntry {
        let Self { school, degree, major, start, end, current, full_time, description, span: _ } = self;
        EducationEntry {
            id,
            school,
            degree,
            major,
            start,
            end,
            current,
            full_time,
            overseas: None,
            description,
        }
    }
}

impl WorkDraft {
    /// The entry under this key.
    pub fn into_entry(self, id: Uuid) -> WorkEntry {
        let Self {
            company,
            position,
            department,
            industry,
            start,
            end,
            current,
            employment_type,
            description,
            span: _,
        } = self;
        WorkEntry {
            id,
            company,
            position,
            department,
            industry,
            start,
            end,
            current,
            employment_type,
            description,
        }
    }
}

impl ProjectDraft {
    /// The entry under this key.
    pub fn into_entry(self, id: Uuid) -> ProjectEntry {
        let Self { name, role, start, end, current, url, description, span: _ } = self;
        ProjectEntry { id, name, role, start, end, current, url, description }
    }
}

impl ResumeDraft {
    /// The content, with a new key from `id` for each entry.
    pub fn into_content(self, mut id: impl FnMut() -> Uuid) -> ResumeContent {
        ResumeContent {
            basic: self.basic,
            intention: self.intention,
            education: self.education.into_iter().map(|draft| draft.into_entry(id())).collect(),
            work: self.work.into_iter().map(|draft| draft.into_entry(id())).collect(),
            projects: self.projects.into_iter().map(|draft| draft.into_entry(id())).collect(),
            skills: self
                .skills
                .into_iter()
                .map(|SkillDraft { name, level }| Skill { id: id(), name, level })
                .collect(),
            languages: self
                .languages
                .into_iter()
                .map(|LanguageDraft { name, level, certificate }| LanguageEntry {
                    id: id(),
                    name,
                    level,
                    certificate,
                })
                .collect(),
            self_assessment: self.self_assessment,
        }
    }
}
