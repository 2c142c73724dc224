//! Taking over what was confirmed of a paste.

use super::content::ResumeContent;
use super::entry::Entry;

/// The content with another one taken in: a field that says something replaces what was there, entries are added at
/// the end. An entry that is there already, whatever its key, is not added again.
pub fn take(content: &ResumeContent, taken: ResumeContent) -> ResumeContent {
    let mut content = content.clone();
    let (basic, from) = (&mut content.basic, taken.basic);
    for (field, value) in [
        (&mut basic.name, from.name),
        (&mut basic.phone, from.phone),
        (&mut basic.email, from.email),
        (&mut basic.political_status, from.political_status),
        (&mut basic.homepage, from.homepage),
        (&mut content.intention.position, taken.intention.position),
        (&mut content.intention.function, taken.intention.function),
        (&mut content.intention.industry, taken.intention.industry),
        (&mut content.intention.available, taken.intention.available),
        (&mut content.self_assessment, taken.self_assessment),
    ] {
        if !value.is_empty() {
            *field = value;
        }
    }
    let basic = &mut content.basic;
    basic.sex = from.sex.or(basic.sex);
    basic.birth_date = from.birth_date.or(basic.birth_date);
    basic.first_job_year = from.first_job_year.or(basic.first_job_year);
    basic.residence = from.residence.or(basic.residence);
    basic.status = from.status.or(basic.status);
    let intention = &mut content.intention;
    intention.salary = taken.intention.salary.or(intention.salary.take());
    intention.employment_type = taken.intention.employment_type.or(intention.employment_type);
    for place in taken.intention.places {
        if !intention.places.contains(&place) {
            intention.places.push(place);
        }
    }
    add(&mut content.education, taken.education);
    add(&mut content.work, taken.work);
    add(&mut content.projects, taken.projects);
    add(&mut content.skills, taken.skills);
    add(&mut content.languages, taken.languages);
    content
}

fn add<E: Entry>(list: &mut Vec<E>, taken: Vec<E>) {
    for entry in taken {
        if list.iter().all(|known| entry.with_id(known.id()) != *known) {
            list.push(entry);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resume::{Skill, SkillLevel};
    use uuid::Uuid;

    fn skill(key: u128, name: &str) -> Skill {
        Skill { id: Uuid::from_u128(key), name: name.to_owned(), level: Some(SkillLevel::Expert) }
    }

    #[test]
    fn what_says_nothing_takes_nothing_away() {
        let mut content = ResumeContent::default();
        content.basic.name = "林小禾".to_owned();
        content.basic.first_job_year = Some(2019);
        content.skills.push(skill(1, "SQL"));
        assert_eq!(take(&content, ResumeContent::default()), content);
    }

    #[test]
    fn fields_are_replaced_and_entries_added_once() {
        let mut content = ResumeContent::default();
        content.basic.name = "林".to_owned();
        content.skills.push(skill(1, "SQL"));
        let mut taken = ResumeContent::default();
        taken.basic.name = "林小禾".to_owned();
        taken.skills = vec![skill(2, "SQL"), skill(3, "Rust")];
        let joined = take(&content, taken);
        assert_eq!(joined.basic.name, "林小禾");
        assert_eq!(joined.skills, [skill(1, "SQL"), skill(3, "Rust")]);
    }
}
