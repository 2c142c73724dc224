//! Looking a whole résumé through, as the server does before it keeps one.

use super::content::{Basic, Intention, ResumeContent};
use super::edit::FieldProblem;
use super::entry::Entry;
use super::field::{self, Problems};
use crate::account::{AgeError, check_age};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// All that is wrong, with paths as in [`super::ResumeEdit::Set`]; `work` and `work/<id>` for a list and an entry.
/// Empty when it may be kept.
pub fn validate(content: &ResumeContent, today: Date) -> Vec<(String, FieldProblem)> {
    let mut found: Vec<(String, FieldProblem)> = Vec::new();
    let mut take = |prefix: &str, problems: Problems| {
        found.extend(problems.into_iter().map(|(field, problem)| (format!("{prefix}/{field}"), problem)));
    };
    take("basic", basic_problems(&content.basic, today));
    take("intention", intention_problems(&content.intention));
    list(&content.education, &mut found);
    list(&content.work, &mut found);
    list(&content.projects, &mut found);
    list(&content.skills, &mut found);
    list(&content.languages, &mut found);
    found.extend(
        self_assessment_problem(&content.self_assessment)
            .map(|problem| ("self_assessment".to_owned(), problem)),
    );
    found
}

fn list<E: Entry>(entries: &[E], found: &mut Vec<(String, FieldProblem)>) {
    if entries.len() > E::MOST {
        found.push((E::NAME.to_owned(), FieldProblem::TooLong));
    }
    let mut seen = BTreeSet::new();
    for entry in entries {
        let path = format!("{}/{}", E::NAME, entry.id());
        found.extend(
            entry.problems().into_iter().map(|(field, problem)| (format!("{path}/{field}"), problem)),
        );
        if !seen.insert(entry.id()) {
            found.push((path, FieldProblem::Duplicate));
        }
    }
}

/// S-RES-01, S-MIN-01
pub(super) fn basic_problems(basic: &Basic, today: Date) -> Problems {
    let age = basic.birth_date.and_then(|birth| match check_age(birth, today) {
        Ok(()) => None,
        Err(AgeError::TooYoung) => Some(FieldProblem::TooYoung),
        Err(AgeError::Impossible) => Some(FieldProblem::Date),
    });
    // Someone who graduates has a first job next year.
    let years = 1900..=today.year().saturating_add(1);
    let first_job =
        basic.first_job_year.and_then(|year| (!years.contains(&year)).then_some(FieldProblem::Date));
    field::found([
        ("name", field::line(&basic.name, 50)),
        ("birth_date", age),
        ("phone", field::phone(&basic.phone)),
        ("email", field::email(&basic.email)),
        ("first_job_year", first_job),
        ("political_status", field::line(&basic.political_status, 20)),
        ("homepage", field::url(&basic.homepage, 200)),
    ])
}

/// S-RES-03
pub(super) fn intention_problems(intention: &Intention) -> Problems {
    let places = if intention.places.len() > 5 {
        Some(FieldProblem::TooLong)
    } else {
        let different: BTreeSet<_> = intention.places.iter().collect();
        (different.len() != intention.places.len()).then_some(FieldProblem::Duplicate)
    };
    let salary = intention.salary.and_then(|salary| salary.check().is_err().then_some(FieldProblem::Salary));
    field::found([
        ("position", field::line(&intention.position, 60)),
        ("function", field::line(&intention.function, 60)),
        ("industry", field::line(&intention.industry, 60)),
        ("places", places),
        ("salary", salary),
        ("available", field::line(&intention.available, 30)),
    ])
}

pub(super) fn self_assessment_problem(text: &str) -> Option<FieldProblem> {
    field::lines(text, 2_000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::PlaceId;
    use crate::resume::{Skill, WorkEntry};
    use jiff::civil::date;
    use uuid::Uuid;

    const TODAY: Date = date(2026, 11, 23);

    #[test]
    fn nothing_entered_is_nothing_wrong() {
        assert_eq!(validate(&ResumeContent::default(), TODAY), []);
    }

    #[test]
    fn each_problem_has_its_path() {
        let mut content = ResumeContent::default();
        content.basic.name = "长".repeat(51);
        content.basic.birth_date = Some(date(2015, 1, 1));
        content.basic.phone = "12".into();
        content.basic.email = "an".into();
        content.basic.first_job_year = Some(2028);
        content.basic.homepage = "javascript:alert(1)".into();
        content.intention.places = vec![PlaceId(1); 2];
        let id = Uuid::from_u128(7);
        let mut job = WorkEntry::empty(id);
        job.start = "2024-05".to_owned().try_into().ok();
        job.end = "2024-04".to_owned().try_into().ok();
        content.work = vec![job];
        content.skills = vec![Skill::empty(id); 61];
        content.self_assessment = "\0".into();
        let found = validate(&content, TODAY);
        let skill = format!("skills/{id}");
        for expected in [
            ("basic/name", FieldProblem::TooLong),
            ("basic/birth_date", FieldProblem::TooYoung),
            ("basic/phone", FieldProblem::Phone),
            ("basic/email", FieldProblem::Email),
            ("basic/first_job_year", FieldProblem::Date),
            ("basic/homepage", FieldProblem::Url),
            ("intention/places", FieldProblem::Duplicate),
            (&format!("work/{id}/end"), FieldProblem::Date),
            ("skills", FieldProblem::TooLong),
            (&skill, FieldProblem::Duplicate),
            ("self_assessment", FieldProblem::Type),
        ] {
            assert!(
                found.iter().any(|(path, problem)| (path.as_str(), *problem) == expected),
                "{expected:?} in {found:?}"
            );
        }
    }
}
