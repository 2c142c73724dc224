//! What a viewer gets of a résumé that may be viewed: no type here has a place for a phone number or an address, so
//! that none can be handed out by mistake (I1).
//!
//! The name. [`super::visibility::Action::View`] masks contact fields, and a name is none; what is made public is
//! all that the seeker filled in but the contact data, and the recruiter may know the full name (S-REC-10, S-APP-02).
//! So [`shown`] has it: opening a résumé is recorded and shown to the seeker (I4). A card is seen by everyone who
//! searches, without a record, and has the short name only.

use super::content::{
    Basic, Degree, EducationEntry, Intention, LanguageEntry, ProjectEntry, ResumeContent, Sex, Skill, Status,
    WorkEntry,
};
use super::search_terms::years_worked;
use super::snapshot::{Snapshot, SnapshotContact, snapshot};
use crate::clipboard::is_han;
use crate::place::PlaceId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// [`Basic`] without phone and e-mail.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct ShownBasic {
    /// Full name.
    pub name: String,
    /// If stated.
    pub sex: Option<Sex>,
    /// `YYYY-MM-DD`, if stated.
    #[ts(type = "string | null")]
    #[schema(value_type = Option<String>, format = Date)]
    pub birth_date: Option<Date>,
    /// Year of the first job.
    pub first_job_year: Option<i16>,
    /// Where the person lives.
    pub residence: Option<PlaceId>,
    /// Where the person stands.
    pub status: Option<Status>,
    /// 政治面貌, if stated.
    pub political_status: String,
    /// An http(s) address.
    pub homepage: String,
}

/// The online résumé as a company or the platform's staff opens it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct ShownResume {
    /// Who.
    pub basic: ShownBasic,
    /// What for.
    pub intention: Intention,
    /// Schools.
    pub education: Vec<EducationEntry>,
    /// Jobs held.
    pub work: Vec<WorkEntry>,
    /// Projects.
    pub projects: Vec<ProjectEntry>,
    /// Skills.
    pub skills: Vec<Skill>,
    /// Languages.
    pub languages: Vec<LanguageEntry>,
    /// 自我评价
    pub self_assessment: String,
    /// Which contact data could be asked for.
    pub contact: SnapshotContact,
}

/// The online résumé for whoever may view it. Contact data typed into texts is masked as in a [`snapshot`].
pub fn shown(content: &ResumeContent) -> ShownResume {
    let Snapshot { content, contact, .. } = snapshot(content);
    // Taken apart without `..`: a new field is not shown before it is decided here that it may be.
    let ResumeContent { basic, intention, education, work, projects, skills, languages, self_assessment } =
        content;
    let Basic {
        name,
        sex,
        birth_date,
        phone: _,
        email: _,
        first_job_year,
        residence,
        status,
        political_status,
        homepage,
    } = basic;
    let basic =
        ShownBasic { name, sex, birth_date, first_job_year, residence, status, political_status, homepage };
    ShownResume { basic, intention, education, work, projects, skills, languages, self_assessment, contact }
}

impl ShownResume {
    /// As content, to be set in type: where the contact data stood is nothing.
    pub fn into_content(self) -> ResumeContent {
        let Self {
            basic,
            intention,
            education,
            work,
            projects,
            skills,
            languages,
            self_assessment,
            contact: _,
        } = self;
        let ShownBasic {
            name,
            sex,
            birth_date,
            first_job_year,
            residence,
            status,
            political_status,
            homepage,
        } = basic;
        let basic = Basic {
            name,
            sex,
            birth_date,
            phone: String::new(),
            email: String::new(),
            first_job_year,
            residence,
            status,
            political_status,
            homepage,
        };
        ResumeContent { basic, intention, education, work, projects, skills, languages, self_assessment }
    }
}

/// A résumé in a list of those that were found or recommended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct ResumeCard {
    /// See [`short_name`].
    pub name: String,
    /// The position wanted.
    pub position: String,
    /// Where.
    pub places: Vec<PlaceId>,
    /// The position held last; no employer, which would often say who it is.
    pub latest_position: String,
    /// See [`years_worked`].
    pub years_worked: Option<u8>,
    /// The highest.
    pub degree: Option<Degree>,
    /// Skills by name.
    pub skills: Vec<String>,
    /// Where the person stands.
    pub status: Option<Status>,
}

/// The card of a résumé on a day.
pub fn card(content: &ResumeContent, today: Date) -> ResumeCard {
    let shown = shown(content);
    let latest = shown.work.iter().max_by_key(|entry| (entry.current, entry.end, entry.start));
    ResumeCard {
        name: short_name(&shown.basic.name, shown.basic.sex),
        latest_position: latest.map(|entry| entry.position.clone()).unwrap_or_default(),
        years_worked: years_worked(content, today),
        degree: shown.education.iter().filter_map(|entry| entry.degree).max(),
        skills: shown.skills.into_iter().map(|skill| skill.name).collect(),
        position: shown.intention.position,
        places: shown.intention.places,
        status: shown.basic.status,
    }
}

/// Family names of two characters that are common enough to be known by everyone.
const LONG_FAMILY_NAMES: &[&str] = &[
    "欧阳", "上官", "司马", "诸葛", "司徒", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容", "夏侯", "轩辕",
    "长孙", "宇文", "端木", "南宫", "独孤", "百里", "呼延", "申屠", "闻人", "拓跋", "万俟", "淳于",
];

/// The name as it stands in lists: the family name with 女士 or 先生 as far as a sex is stated, otherwise with two
/// asterisks, never their real number. Of a name in Latin letters it is the first letter; of none it is nothing.
pub fn short_name(name: &str, sex: Option<Sex>) -> String {
    let name = name.trim();
    let Some(first) = name.chars().next() else { return String::new() };
    if !is_han(first) {
        return format!("{}**", first.to_uppercase());
    }
    let long = LONG_FAMILY_NAMES.iter().find(|long| name.starts_with(*long) && name.chars().count() > 2);
    let family = long.map_or_else(|| first.to_string(), |long| (*long).to_owned());
    match sex {
        Some(Sex::Female) => family + "女士",
        Some(Sex::Male) => family + "先生",
        Some(Sex::Other) | None => family + "**",
    }
}

#[cfg(test)]
#[path = "shown_tests.rs"]
mod tests;
