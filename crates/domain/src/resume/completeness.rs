//! How complete a résumé is, and what must be there before it can be sent. Source: S-RES-07.

use super::content::ResumeContent;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// A thing that is not there yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// The name.
    Name,
    /// A phone number.
    Phone,
    /// The position wanted.
    Position,
    /// Where the person wants to work.
    Places,
    /// One school with degree and dates.
    Education,
    /// One job held, project or a self-assessment: something to read.
    Experience,
    /// The birth date.
    BirthDate,
    /// Where the person lives.
    Residence,
    /// Where the person stands.
    Status,
    /// The salary wanted.
    Salary,
    /// What was done in a job that is listed.
    WorkDescription,
    /// Skills.
    Skills,
    /// The self-assessment.
    SelfAssessment,
}

/// How far a résumé has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Completeness {
    /// 0 to 100; 100 when nothing is missing.
    pub percent: u8,
    /// What an application is refused for, most important first.
    pub required: Vec<Missing>,
    /// What would help, most important first.
    pub suggested: Vec<Missing>,
}

impl Completeness {
    /// Whether it may be sent with an application.
    pub fn can_apply(&self) -> bool {
        self.required.is_empty()
    }
}

/// Looks a résumé through.
pub fn completeness(content: &ResumeContent) -> Completeness {
    let basic = &content.basic;
    let intention = &content.intention;
    let blank = |text: &str| text.trim().is_empty();
    let schooled = content
        .education
        .iter()
        .any(|entry| !blank(&entry.school) && entry.degree.is_some() && entry.start.is_some());
    let worked = content.work.iter().any(|entry| !blank(&entry.company) && !blank(&entry.position));
    let readable = worked
        || content.projects.iter().any(|entry| !blank(&entry.name))
        || !blank(&content.self_assessment);

    let required: Vec<Missing> = [
        (blank(&basic.name), Missing::Name),
        (blank(&basic.phone), Missing::Phone),
        (blank(&intention.position), Missing::Position),
        (intention.places.is_empty(), Missing::Places),
        (!schooled, Missing::Education),
        (!readable, Missing::Experience),
    ]
    .into_iter()
    .filter_map(|(missing, what)| missing.then_some(what))
    .collect();
    let suggested: Vec<Missing> = [
        (content.work.iter().any(|entry| blank(&entry.description)), Missing::WorkDescription),
        (content.skills.iter().all(|skill| blank(&skill.name)), Missing::Skills),
        (intention.salary.is_none(), Missing::Salary),
        (basic.status.is_none(), Missing::Status),
        (basic.residence.is_none(), Missing::Residence),
        (basic.birth_date.is_none(), Missing::BirthDate),
        (blank(&content.self_assessment), Missing::SelfAssessment),
    ]
    .into_iter()
    .filter_map(|(missing, what)| missing.then_some(what))
    .collect();

    // Required things weigh 11 each (66 in all), suggested ones share the other 34.
    let lost = required.len() * 11 + (suggested.len() * 34).div_ceil(7);
    Completeness { percent: u8::try_from(100_usize.saturating_sub(lost)).unwrap_or(0), required, suggested }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resume::{Degree, EducationEntry, YearMonth};
    use uuid::Uuid;

    /// S-RES-07
    #[test]
    fn an_empty_resume_names_all_that_is_missing() {
        let found = completeness(&ResumeContent::default());
        assert_eq!(found.required.first(), Some(&Missing::Name));
        assert_eq!(found.required.len(), 6);
        assert!(!found.can_apply());
        assert!(found.percent <= 5, "{found:?}");
    }

    /// S-RES-07
    #[test]
    fn the_required_things_alone_let_it_be_sent() {
        let mut content = ResumeContent::default();
        content.basic.name = "周予安".into();
        content.basic.phone = "13800138000".into();
        content.intention.position = "数据分析师".into();
        content.intention.places = vec![crate::place::PlaceId(310_104)];
        content.self_assessment = "写得清楚".into();
        content.education.push(EducationEntry {
            id: Uuid::nil(),
            school: "东陆大学".into(),
            degree: Some(Degree::Bachelor),
            major: String::new(),
            start: Some(YearMonth { year: 2017, month: 9 }),
            end: None,
            current: false,
            full_time: None,
            overseas: None,
            description: String::new(),
        });
        let found = completeness(&content);
        assert!(found.can_apply(), "{found:?}");
        assert!(found.percent < 100);
    }
}
