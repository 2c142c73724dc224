//! The labelled pastes of `tests/fixtures/clipboard`, in the words of their labels.

use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use zhitu_domain::clipboard::{
    EducationDraft, Findings, FoundText, JobDraft, ProjectDraft, ResumeDraft, WorkDraft,
};
use zhitu_domain::job::{Education, EmploymentType, Experience, Salary, SalaryPeriod};
use zhitu_domain::place::{PlaceId, gazetteer};
use zhitu_domain::resume::{Degree, LanguageLevel, Sex, SkillLevel, Status, YearMonth};

/// The day on which the pastes are read.
pub const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 25);

/// Which of the two sets a paste belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Set {
    /// Looked at while the rules were made.
    Tuned,
    /// Only counted.
    HeldOut,
}

/// One paste with what is to be found in it.
pub struct Paste {
    /// Its file and number, for messages.
    pub place: String,
    /// Tuned or held out.
    pub set: Set,
    /// Whether nothing is to be found.
    pub negative: bool,
    /// What was pasted.
    pub text: String,
    /// What is in it.
    pub labels: Labels,
}

#[derive(Deserialize)]
struct File {
    paste: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    text: String,
    #[serde(flatten)]
    labels: Labels,
}

/// What is in a paste; what is not said is not in it.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Labels {
    sign_in_code: String,
    phones: Vec<String>,
    emails: Vec<String>,
    name: String,
    links: Vec<String>,
    job: Job,
    education: Vec<Studied>,
    work: Vec<Held>,
    resume: Resume,
}

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Job {
    title: String,
    company: String,
    salary: String,
    negotiable: bool,
    place: String,
    experience: Option<Experience>,
    education: Option<Education>,
}

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Studied {
    school: String,
    degree: Option<Degree>,
    major: String,
    start: Option<YearMonth>,
    end: Option<YearMonth>,
    current: bool,
    full_time: Option<bool>,
    description: String,
}

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Held {
    company: String,
    position: String,
    department: String,
    industry: String,
    start: Option<YearMonth>,
    end: Option<YearMonth>,
    current: bool,
    employment_type: Option<EmploymentType>,
    description: String,
}

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Project {
    name: String,
    role: String,
    start: Option<YearMonth>,
    end: Option<YearMonth>,
    current: bool,
    url: String,
    description: String,
}

/// Name, number and address are labels of the whole paste.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Person {
    sex: Option<Sex>,
    birth_date: Option<jiff::civil::Date>,
    first_job_year: Option<i16>,
    residence: String,
    status: Option<Status>,
    political_status: String,
    homepage: String,
}

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Wanted {
    position: String,
    function: String,
    industry: String,
    places: Vec<String>,
    salary: String,
    employment_type: Option<EmploymentType>,
    available: String,
}

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Skill {
    name: String,
    level: Option<SkillLevel>,
}

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Language {
    name: String,
    level: Option<LanguageLevel>,
    certificate: String,
}

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Resume {
    basic: Person,
    intention: Wanted,
    education: Vec<Studied>,
    work: Vec<Held>,
    projects: Vec<Project>,
    skills: Vec<Skill>,
    languages: Vec<Language>,
    self_assessment: String,
}

/// All pastes.
pub fn all() -> Vec<Paste> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/clipboard");
    let mut pastes = Vec::new();
    for (name, set) in [("tuned", Set::Tuned), ("held_out", Set::HeldOut)] {
        let listed = std::fs::read_dir(folder.join(name)).expect("the fixtures are there");
        let mut files: Vec<PathBuf> = listed.map(|entry| entry.expect("a file").path()).collect();
        files.sort();
        for path in files {
            let text = std::fs::read_to_string(&path).expect("a fixture is UTF-8");
            let file: File =
                toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let kind = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            pastes.extend(file.paste.into_iter().enumerate().map(|(number, row)| Paste {
                place: format!("{name}/{kind} {}", number + 1),
                set,
                negative: kind == "negative",
                text: row.text,
                labels: row.labels,
            }));
        }
    }
    pastes
}

impl From<Findings> for Labels {
    fn from(found: Findings) -> Self {
        let text = |found: FoundText| found.text;
        let texts = |found: Vec<FoundText>| found.into_iter().map(text).collect();
        Self {
            sign_in_code: found.sign_in_code.map(text).unwrap_or_default(),
            phones: texts(found.phones),
            emails: texts(found.emails),
            name: found.name.map(text).unwrap_or_default(),
            links: texts(found.links),
            job: found.job.map(Job::from).unwrap_or_default(),
            education: found.education.into_iter().map(Studied::from).collect(),
            work: found.work.into_iter().map(Held::from).collect(),
            resume: found.resume.map(Resume::from).unwrap_or_default(),
        }
    }
}

fn place(id: Option<PlaceId>) -> String {
    id.and_then(gazetteer::get).map_or_else(String::new, |place| place.name_zh().to_owned())
}

fn amount(hundredths: i64) -> String {
    match hundredths % 100 {
        0 => (hundredths / 100).to_string(),
        cents => format!("{}.{cents:02}", hundredths / 100),
    }
}

fn salary(salary: Option<Salary>) -> String {
    let Some(salary) = salary else { return String::new() };
    let period = match salary.period {
        SalaryPeriod::Hour => "an hour",
        SalaryPeriod::Day => "a day",
        SalaryPeriod::Month => "a month",
        SalaryPeriod::Year => "a year",
    };
    let currency = format!("{:?}", salary.currency).to_uppercase();
    let months = if salary.months == 12 { String::new() } else { format!(" x{}", salary.months) };
    format!("{}-{} {currency} {period}{months}", amount(salary.min), amount(salary.max))
}

impl From<JobDraft> for Job {
    fn from(draft: JobDraft) -> Self {
        Self {
            title: draft.title,
            company: draft.company,
            salary: salary(draft.salary),
            negotiable: draft.negotiable,
            place: place(draft.place),
            experience: draft.experience,
            education: draft.education,
        }
    }
}

impl From<EducationDraft> for Studied {
    fn from(draft: EducationDraft) -> Self {
        Self {
            school: draft.school,
            degree: draft.degree,
            major: draft.major,
            start: draft.start,
            end: draft.end,
            current: draft.current,
            full_time: draft.full_time,
            description: draft.description,
        }
    }
}

impl From<WorkDraft> for Held {
    fn from(draft: WorkDraft) -> Self {
        Self {
            company: draft.company,
            position: draft.position,
            department: draft.department,
            industry: draft.industry,
            start: draft.start,
            end: draft.end,
            current: draft.current,
            employment_type: draft.employment_type,
            description: draft.description,
        }
    }
}

impl From<ProjectDraft> for Project {
    fn from(draft: ProjectDraft) -> Self {
        Self {
            name: draft.name,
            role: draft.role,
            start: draft.start,
            end: draft.end,
            current: draft.current,
            url: draft.url,
            description: draft.description,
        }
    }
}

impl From<ResumeDraft> for Resume {
    fn from(draft: ResumeDraft) -> Self {
        let (basic, wanted) = (draft.basic, draft.intention);
        Self {
            basic: Person {
                sex: basic.sex,
                birth_date: basic.birth_date,
                first_job_year: basic.first_job_year,
                residence: place(basic.residence),
                status: basic.status,
                political_status: basic.political_status,
                homepage: basic.homepage,
            },
            intention: Wanted {
                position: wanted.position,
                function: wanted.function,
                industry: wanted.industry,
                places: wanted.places.into_iter().map(|id| place(Some(id))).collect(),
                salary: salary(wanted.salary),
                employment_type: wanted.employment_type,
                available: wanted.available,
            },
            education: draft.education.into_iter().map(Studied::from).collect(),
            work: draft.work.into_iter().map(Held::from).collect(),
            projects: draft.projects.into_iter().map(Project::from).collect(),
            skills: draft
                .skills
                .into_iter()
                .map(|skill| Skill { name: skill.name, level: skill.level })
                .collect(),
            languages: draft
                .languages
                .into_iter()
                .map(|language| Language {
                    name: language.name,
                    level: language.level,
                    certificate: language.certificate,
                })
                .collect(),
            self_assessment: draft.self_assessment,
        }
    }
}
