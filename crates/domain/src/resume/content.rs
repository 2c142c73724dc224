//! What a résumé holds. Source: S-RES-01 to S-RES-05.
//!
//! A text that was not entered is the empty string; a choice that was not made is `None`. Entries carry a key of
//! their own, so that edits made on two devices can be joined entry by entry.

use crate::job::EmploymentType;
use crate::job::Salary;
use crate::place::PlaceId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use uuid::Uuid;

/// A month of a year, written `2023-07`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct YearMonth {
    /// 1900 to 2100.
    pub year: i16,
    /// 1 to 12.
    pub month: i8,
}

impl utoipa::PartialSchema for YearMonth {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .pattern(Some("^(19|20)[0-9]{2}-(0[1-9]|1[0-2])$"))
            .build()
            .into()
    }
}

impl ToSchema for YearMonth {}

impl TryFrom<String> for YearMonth {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        let (year, month) = text.split_once('-').ok_or("a month is written YYYY-MM")?;
        if year.len() != 4 || month.len() != 2 {
            return Err("a month is written YYYY-MM");
        }
        let year: i16 = year.parse().map_err(|_| "a month is written YYYY-MM")?;
        let month: i8 = month.parse().map_err(|_| "a month is written YYYY-MM")?;
        if (1900..=2100).contains(&year) && (1..=12).contains(&month) {
            Ok(Self { year, month })
        } else {
            Err("no such month")
        }
    }
}

impl From<YearMonth> for String {
    fn from(month: YearMonth) -> Self {
        format!("{:04}-{:02}", month.year, month.month)
    }
}

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
    /// As the person states it, if they do.
    Sex {
        /// 女
        Female,
        /// 男
        Male,
        /// Neither of the two.
        Other,
    }
}

choices! {
    /// 你的身份: where the person stands.
    Status {
        /// 在校 / 应届
        Student,
        /// 在职，考虑机会
        EmployedLooking,
        /// 在职，暂不考虑
        EmployedSettled,
        /// 离职，随时到岗
        Available,
    }
}

choices! {
    /// A degree or its equivalent, rising.
    Degree {
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
    /// How well a skill is held.
    SkillLevel {
        /// 了解
        Basic,
        /// 熟练
        Proficient,
        /// 精通
        Expert,
    }
}

choices! {
    /// How well a language is spoken.
    LanguageLevel {
        /// 入门
        Basic,
        /// 日常交流
        Conversational,
        /// 工作语言
        Professional,
        /// 母语
        Native,
    }
}

choices! {
    /// The lists of a résumé.
    Section {
        /// [`ResumeContent::education`]
        Education,
        /// [`ResumeContent::work`]
        Work,
        /// [`ResumeContent::projects`]
        Projects,
        /// [`ResumeContent::skills`]
        Skills,
        /// [`ResumeContent::languages`]
        Languages,
    }
}

/// Who the person is. Source: S-RES-01.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[serde(default)]
pub struct Basic {
    /// Full name, up to 50 characters.
    pub name: String,
    /// If stated.
    pub sex: Option<Sex>,
    /// `YYYY-MM-DD`; under 16 is refused and not kept (S-MIN-01).
    #[ts(type = "string | null")]
    #[schema(value_type = Option<String>, format = Date)]
    pub birth_date: Option<Date>,
    /// As typed; validated as a phone number. Never shown to a recruiter (I1).
    pub phone: String,
    /// Up to 254 characters. Never shown to a recruiter (I1).
    pub email: String,
    /// Year of the first job.
    pub first_job_year: Option<i16>,
    /// Where the person lives.
    pub residence: Option<PlaceId>,
    /// Where the person stands.
    pub status: Option<Status>,
    /// 政治面貌, if stated; up to 20 characters.
    pub political_status: String,
    /// An http(s) address, up to 200 characters.
    pub homepage: String,
}

/// What the person looks for. Source: S-RES-03.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[serde(default)]
pub struct Intention {
    /// The position wanted, up to 60 characters.
    pub position: String,
    /// The function (职能), up to 60 characters.
    pub function: String,
    /// The industry, up to 60 characters.
    pub industry: String,
    /// Up to 5 places.
    pub places: Vec<PlaceId>,
    /// Salary wanted.
    pub salary: Option<Salary>,
    /// How contracted.
    pub employment_type: Option<EmploymentType>,
    /// When work can begin, in the person's words; up to 30 characters.
    pub available: String,
}

/// One school. Source: S-RES-02.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct EducationEntry {
    /// Key of the entry.
    #[ts(type = "string")]
    pub id: Uuid,
    /// Up to 80 characters.
    #[serde(default)]
    pub school: String,
    /// Degree, reached or aimed at.
    #[serde(default)]
    pub degree: Option<Degree>,
    /// Up to 80 characters.
    #[serde(default)]
    pub major: String,
    /// First month.
    #[serde(default)]
    pub start: Option<YearMonth>,
    /// Last month; `None` with `current` means it goes on.
    #[serde(default)]
    pub end: Option<YearMonth>,
    /// Still there.
    #[serde(default)]
    pub current: bool,
    /// 全日制
    #[serde(default)]
    pub full_time: Option<bool>,
    /// 海外学习经历
    #[serde(default)]
    pub overseas: Option<bool>,
    /// Up to 2,000 characters; a line is an item.
    #[serde(default)]
    pub description: String,
}

/// One job held. Source: S-RES-04.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct WorkEntry {
    /// Key of the entry.
    #[ts(type = "string")]
    pub id: Uuid,
    /// Up to 80 characters.
    #[serde(default)]
    pub company: String,
    /// Up to 80 characters.
    #[serde(default)]
    pub position: String,
    /// Up to 60 characters.
    #[serde(default)]
    pub department: String,
    /// Up to 60 characters.
    #[serde(default)]
    pub industry: String,
    /// First month.
    #[serde(default)]
    pub start: Option<YearMonth>,
    /// Last month; `None` with `current` means it goes on.
    #[serde(default)]
    pub end: Option<YearMonth>,
    /// Still there.
    #[serde(default)]
    pub current: bool,
    /// How contracted.
    #[serde(default)]
    pub employment_type: Option<EmploymentType>,
    /// Up to 4,000 characters; a line is an item.
    #[serde(default)]
    pub description: String,
}

/// One project. Source: S-RES-05.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct ProjectEntry {
    /// Key of the entry.
    #[ts(type = "string")]
    pub id: Uuid,
    /// Up to 80 characters.
    #[serde(default)]
    pub name: String,
    /// Up to 80 characters.
    #[serde(default)]
    pub role: String,
    /// First month.
    #[serde(default)]
    pub start: Option<YearMonth>,
    /// Last month; `None` with `current` means it goes on.
    #[serde(default)]
    pub end: Option<YearMonth>,
    /// Still going on.
    #[serde(default)]
    pub current: bool,
    /// An http(s) address, up to 200 characters.
    #[serde(default)]
    pub url: String,
    /// Up to 4,000 characters; a line is an item.
    #[serde(default)]
    pub description: String,
}

/// One skill. Source: S-RES-05.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct Skill {
    /// Key of the entry.
    #[ts(type = "string")]
    pub id: Uuid,
    /// Up to 40 characters.
    #[serde(default)]
    pub name: String,
    /// How well.
    #[serde(default)]
    pub level: Option<SkillLevel>,
}

/// One language. Source: S-RES-05.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct LanguageEntry {
    /// Key of the entry.
    #[ts(type = "string")]
    pub id: Uuid,
    /// Up to 40 characters.
    #[serde(default)]
    pub name: String,
    /// How well.
    #[serde(default)]
    pub level: Option<LanguageLevel>,
    /// A certificate or score, up to 40 characters.
    #[serde(default)]
    pub certificate: String,
}

/// All that a person wrote.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[serde(default)]
pub struct ResumeContent {
    /// Who.
    pub basic: Basic,
    /// What for.
    pub intention: Intention,
    /// Schools, up to 20.
    pub education: Vec<EducationEntry>,
    /// Jobs held, up to 40.
    pub work: Vec<WorkEntry>,
    /// Projects, up to 40.
    pub projects: Vec<ProjectEntry>,
    /// Skills, up to 60.
    pub skills: Vec<Skill>,
    /// Languages, up to 20.
    pub languages: Vec<LanguageEntry>,
    /// 自我评价, up to 2,000 characters.
    pub self_assessment: String,
}
