//! What a posting says.

use super::salary::{Salary, SalaryError};
use crate::contact::ContactItems;
use crate::place::{PlaceId, Point};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($(#[$item_doc:meta])* $item:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$item_doc])* $item),+ }

        impl $name {
            /// All values, in their order.
            pub const ALL: &[Self] = &[$(Self::$item),+];
        }
    };
}

choices! {
    /// How the work is contracted.
    EmploymentType {
        /// 全职
        FullTime,
        /// 兼职
        PartTime,
        /// 实习
        Internship,
        /// For a fixed term or project.
        Contract,
        /// Temporary or seasonal.
        Temporary,
    }
}

choices! {
    /// The least education asked for, in rising order.
    Education {
        /// Not asked for.
        Any,
        /// 高中 / 中专
        HighSchool,
        /// 大专
        Associate,
        /// 本科
        Bachelor,
        /// 硕士
        Master,
        /// 博士
        Doctor,
    }
}

choices! {
    /// The work experience asked for.
    Experience {
        /// Not asked for.
        Any,
        /// 应届: about to graduate or just graduated.
        Graduate,
        /// Up to a year.
        Under1,
        /// 1–3 年
        From1To3,
        /// 3–5 年
        From3To5,
        /// 5–10 年
        From5To10,
        /// More than ten years.
        Over10,
    }
}

choices! {
    /// Whether a posting takes applications.
    JobState {
        /// Takes applications and is found.
        Open,
        /// Neither; an old link still shows what it was.
        Closed,
    }
}

/// Where the work is done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct Workplace {
    /// The gazetteer's place, where one was recognised.
    pub place: Option<PlaceId>,
    /// The address as it was written; up to 200 characters.
    pub address: String,
    /// The position used for distance (WGS-84): the address's own or the place's centre.
    pub point: Option<Point>,
    /// May be done from anywhere.
    pub remote: bool,
}

/// What a posting says: all that its company writes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct JobContent {
    /// 2 to 100 characters.
    pub title: String,
    /// Plain text, paragraphs and `- ` lists; up to 20,000 characters.
    pub description: String,
    /// Pay; absent where the source said none.
    pub salary: Option<Salary>,
    /// Where.
    pub workplace: Workplace,
    /// How contracted.
    pub employment_type: EmploymentType,
    /// Experience asked for.
    pub experience: Experience,
    /// Least education asked for.
    pub education: Education,
    /// Skills and terms worth a word of their own; up to 20 of up to 40 characters.
    pub tags: Vec<String>,
    /// Real contact data that the company's own form asks applicants for, as campus recruiting does; everybody may leave
    /// it out (S-APP-03, D4).
    #[serde(default)]
    pub form_contact: ContactItems,
}

/// A field of a posting that can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum JobField {
    /// [`JobContent::title`]
    Title,
    /// [`JobContent::description`]
    Description,
    /// [`JobContent::salary`]
    Salary,
    /// [`JobContent::workplace`]
    Workplace,
    /// [`JobContent::tags`]
    Tags,
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum JobProblem {
    /// Nothing where something is needed.
    Missing,
    /// Longer than allowed.
    TooLong,
    /// Outside the possible.
    OutOfRange,
}

/// Everything wrong with a posting that a person typed; empty when it may be published.
pub fn validate(content: &JobContent) -> Vec<(JobField, JobProblem)> {
    let mut found = Vec::new();
    let title = content.title.trim().chars().count();
    if title < 2 {
        found.push((JobField::Title, JobProblem::Missing));
    } else if title > 100 {
        found.push((JobField::Title, JobProblem::TooLong));
    }
    if content.description.trim().is_empty() {
        found.push((JobField::Description, JobProblem::Missing));
    } else if content.description.chars().count() > 20_000 {
        found.push((JobField::Description, JobProblem::TooLong));
    }
    match content.salary.as_ref().map(Salary::check) {
        None => found.push((JobField::Salary, JobProblem::Missing)),
        Some(Err(SalaryError::Amount | SalaryError::Order | SalaryError::Months)) => {
            found.push((JobField::Salary, JobProblem::OutOfRange));
        }
        Some(Ok(())) => {}
    }
    let workplace = &content.workplace;
    if workplace.place.is_none() && !workplace.remote {
        found.push((JobField::Workplace, JobProblem::Missing));
    } else if workplace.address.chars().count() > 200 {
        found.push((JobField::Workplace, JobProblem::TooLong));
    } else if workplace.point.is_some_and(|point| !point.is_valid()) {
        found.push((JobField::Workplace, JobProblem::OutOfRange));
    }
    if content.tags.len() > 20 || content.tags.iter().any(|tag| tag.chars().count() > 40) {
        found.push((JobField::Tags, JobProblem::TooLong));
    }
    found
}
