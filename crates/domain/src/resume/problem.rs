//! Pointing out what may be wrong in a résumé and is no error. Source: S-RES-09, S-RES-10.

use super::contact::{self, Own};
use super::content::{ResumeContent, WorkEntry, YearMonth};
use super::text::each_text;
use crate::job::EmploymentType;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// Something worth a second look. Paths as in [`super::ResumeEdit::Set`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ResumeProblem {
    /// More than six months between two jobs.
    WorkGap {
        /// The first month of the job after the gap.
        path: String,
        /// Whole months without a job.
        months: u16,
    },
    /// Two jobs, neither part-time nor an internship, at the same time.
    WorkOverlap {
        /// The first month of the job that began later.
        path: String,
        /// The last month of the one that had not ended.
        other: String,
    },
    /// Work before the year in which the person became 14.
    WorkTooEarly {
        /// The year of the first job, or the first month of one.
        path: String,
    },
    /// A job or project that is said to have ended, or to have begun, after today.
    InFuture {
        /// The month.
        path: String,
    },
    /// A phone number or e-mail address in a text: a company that gets the résumé sees a mask there.
    ContactInText {
        /// The text.
        path: String,
    },
    /// Seems to be about another person, whose consent is needed (S-RES-10).
    OtherPerson {
        /// The text.
        path: String,
    },
}

/// Years after birth in which nobody had a job yet.
const CHILDHOOD: i16 = 14;
/// Months between two jobs that need no explaining.
const GAP: i32 = 6;

/// Words that show that a text names family, a referee or an emergency contact.
const OTHER_PEOPLE: &[&str] = &[
    "父亲",
    "母亲",
    "爸爸",
    "妈妈",
    "丈夫",
    "妻子",
    "配偶",
    "爱人",
    "儿子",
    "女儿",
    "兄弟",
    "姐妹",
    "家属",
    "家庭成员",
    "紧急联系人",
    "监护人",
    "证明人",
    "推荐人",
    "介绍人",
    "直属上级姓名",
    "emergency contact",
    "next of kin",
    "my father",
    "my mother",
    "my husband",
    "my wife",
    "my son",
    "my daughter",
    "referee:",
    "references:",
    "reference:",
];

/// Looks a résumé through; in the order of its sections.
pub fn problems(content: &ResumeContent, today: Date) -> Vec<ResumeProblem> {
    let mut found = Vec::new();
    beginnings(content, &mut found);
    jobs(&content.work, &mut found);
    futures(content, today, &mut found);
    texts(content, &mut found);
    found
}

fn months(month: YearMonth) -> i32 {
    i32::from(month.year) * 12 + i32::from(month.month) - 1
}

fn beginnings(content: &ResumeContent, found: &mut Vec<ResumeProblem>) {
    let Some(birth) = content.basic.birth_date else { return };
    let earliest = birth.year().saturating_add(CHILDHOOD);
    if content.basic.first_job_year.is_some_and(|year| year < earliest) {
        found.push(ResumeProblem::WorkTooEarly { path: "basic/first_job_year".into() });
    }
    for job in content.work.iter().filter(|job| job.start.is_some_and(|start| start.year < earliest)) {
        found.push(ResumeProblem::WorkTooEarly { path: format!("work/{}/start", job.id) });
    }
}

fn jobs(work: &[WorkEntry], found: &mut Vec<ResumeProblem>) {
    // First month and last; a job without an end is taken to go on, so that it neither leaves nor fills a gap wrongly.
    let mut jobs: Vec<(i32, i32, &WorkEntry)> = work
        .iter()
        .filter_map(|job| Some((months(job.start?), job.end.map_or(i32::MAX, months), job)))
        .collect();
    jobs.sort_by_key(|(start, end, job)| (*start, *end, job.id));
    let beside = |job: &WorkEntry| {
        matches!(job.employment_type, Some(EmploymentType::PartTime | EmploymentType::Internship))
    };
    let mut worked_until: Option<i32> = None;
    let mut last_main: Option<(i32, &WorkEntry)> = None;
    for (start, end, job) in jobs {
        if let Some(until) = worked_until {
            let between = start.saturating_sub(until).saturating_sub(1);
            if between > GAP {
                found.push(ResumeProblem::WorkGap {
                    path: format!("work/{}/start", job.id),
                    months: u16::try_from(between).unwrap_or(u16::MAX),
                });
            }
        }
        worked_until = Some(worked_until.map_or(end, |until| until.max(end)));
        if beside(job) {
            continue;
        }
        // Leaving and beginning in one month is no overlap. A job whose end was not entered yet is not judged.
        if let Some((until, other)) = last_main
            && until > start
            && (other.end.is_some() || other.current)
        {
            found.push(ResumeProblem::WorkOverlap {
                path: format!("work/{}/start", job.id),
                other: format!("work/{}/end", other.id),
            });
        }
        if last_main.is_none_or(|(until, _)| end >= until) {
            last_main = Some((end, job));
        }
    }
}

fn futures(content: &ResumeContent, today: Date, found: &mut Vec<ResumeProblem>) {
    let this_month = YearMonth { year: today.year(), month: today.month() };
    let jobs = content.work.iter().map(|job| ("work", job.id, job.start, job.end));
    let projects =
        content.projects.iter().map(|project| ("projects", project.id, project.start, project.end));
    for (list, id, start, end) in jobs.chain(projects) {
        for (field, month) in [("start", start), ("end", end)] {
            if month.is_some_and(|month| month > this_month) {
                found.push(ResumeProblem::InFuture { path: format!("{list}/{id}/{field}") });
            }
        }
    }
}

fn texts(content: &ResumeContent, found: &mut Vec<ResumeProblem>) {
    let own = Own::of(&content.basic);
    // A copy, so that one walk over the texts serves reading and masking alike.
    each_text(&mut content.clone(), |path, text| {
        let path = path();
        if matches!(path.as_str(), "basic/phone" | "basic/email") {
            return;
        }
        if !contact::find(text, &own).is_empty() {
            found.push(ResumeProblem::ContactInText { path: path.clone() });
        }
        let small = text.to_lowercase();
        if OTHER_PEOPLE.iter().any(|word| small.contains(word)) {
            found.push(ResumeProblem::OtherPerson { path });
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resume::entry::Entry;
    use jiff::civil::date;
    use uuid::Uuid;

    const TODAY: Date = date(2026, 11, 23);

    fn month(text: &str) -> Option<YearMonth> {
        text.to_owned().try_into().ok()
    }

    fn job(id: u128, start: &str, end: &str) -> WorkEntry {
        let mut job = WorkEntry::empty(Uuid::from_u128(id));
        (job.start, job.end, job.current) = (month(start), month(end), end == "now");
        job
    }

    fn found(work: Vec<WorkEntry>) -> Vec<ResumeProblem> {
        problems(&ResumeContent { work, ..ResumeContent::default() }, TODAY)
    }

    fn path(id: u128, field: &str) -> String {
        format!("work/{}/{field}", Uuid::from_u128(id))
    }

    /// S-RES-09
    #[test]
    fn six_months_without_a_job_are_no_gap_and_seven_are() {
        assert_eq!(found(vec![job(1, "2023-02", "now"), job(2, "2020-01", "2022-07")]), []);
        let gap = found(vec![job(1, "2023-03", "now"), job(2, "2020-01", "2022-07")]);
        assert_eq!(gap, [ResumeProblem::WorkGap { path: path(1, "start"), months: 7 }]);
        let covered =
            vec![job(1, "2023-03", "now"), job(2, "2020-01", "2022-07"), job(3, "2019-01", "2023-02")];
        assert!(!found(covered).iter().any(|problem| matches!(problem, ResumeProblem::WorkGap { .. })));
    }

    /// S-RES-09
    #[test]
    fn two_main_jobs_at_once_are_pointed_out() {
        let overlap = ResumeProblem::WorkOverlap { path: path(2, "start"), other: path(1, "end") };
        assert_eq!(found(vec![job(1, "2020-01", "2022-07"), job(2, "2022-06", "now")]), [overlap]);
        assert_eq!(found(vec![job(1, "2020-01", "2022-07"), job(2, "2022-07", "now")]), []);
        let mut aside = job(2, "2022-06", "now");
        aside.employment_type = Some(EmploymentType::PartTime);
        assert_eq!(found(vec![job(1, "2020-01", "2022-07"), aside]), []);
        assert_eq!(found(vec![job(1, "2020-01", ""), job(2, "2022-06", "now")]), []);
    }

    /// S-RES-09
    #[test]
    fn work_of_a_child_and_work_of_tomorrow_are_pointed_out() {
        let mut content =
            ResumeContent { work: vec![job(1, "2013-12", "2026-12")], ..ResumeContent::default() };
        content.basic.birth_date = Some(date(2000, 5, 1));
        content.basic.first_job_year = Some(2013);
        assert_eq!(
            problems(&content, TODAY),
            [
                ResumeProblem::WorkTooEarly { path: "basic/first_job_year".into() },
                ResumeProblem::WorkTooEarly { path: path(1, "start") },
                ResumeProblem::InFuture { path: path(1, "end") },
            ]
        );
        content.basic.first_job_year = Some(2014);
        content.work = vec![job(1, "2014-01", "2026-11")];
        assert_eq!(problems(&content, TODAY), []);
    }

    /// S-RES-09, S-RES-10
    #[test]
    fn contact_data_and_other_people_in_a_text_are_pointed_out() {
        let mut content = ResumeContent { work: vec![job(1, "2020-01", "now")], ..ResumeContent::default() };
        content.basic.phone = "13912345678".into();
        content.basic.email = "an@example.com".into();
        content.work[0].description = "带 5 人团队，电话 139 1234 5678".into();
        content.self_assessment = "紧急联系人：张先生".into();
        assert_eq!(
            problems(&content, TODAY),
            [
                ResumeProblem::ContactInText { path: path(1, "description") },
                ResumeProblem::OtherPerson { path: "self_assessment".into() },
            ]
        );
    }
}
