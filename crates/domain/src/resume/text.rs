//! All texts of a résumé, in one place for all that must look at every one of them.

use super::content::ResumeContent;

/// Calls `see` with the path and each text that a person can enter.
///
/// The parts are taken apart without `..`, so that a field that is added to one of them does not compile here until
/// it is decided whether it is a text.
pub(super) fn each_text(content: &mut ResumeContent, mut see: impl FnMut(&dyn Fn() -> String, &mut String)) {
    use super::content::{Basic, EducationEntry, Intention, LanguageEntry, ProjectEntry, Skill, WorkEntry};
    let ResumeContent { basic, intention, education, work, projects, skills, languages, self_assessment } =
        content;
    {
        let Basic {
            name,
            sex: _,
            birth_date: _,
            phone,
            email,
            first_job_year: _,
            residence: _,
            status: _,
            political_status,
            homepage,
        } = basic;
        see(&|| "basic/name".into(), name);
        see(&|| "basic/phone".into(), phone);
        see(&|| "basic/email".into(), email);
        see(&|| "basic/political_status".into(), political_status);
        see(&|| "basic/homepage".into(), homepage);
    }
    {
        let Intention { position, function, industry, places: _, salary: _, employment_type: _, available } =
            intention;
        see(&|| "intention/position".into(), position);
        see(&|| "intention/function".into(), function);
        see(&|| "intention/industry".into(), industry);
        see(&|| "intention/available".into(), available);
    }
    for entry in education {
        let EducationEntry {
            id,
            school,
            degree: _,
            major,
            start: _,
            end: _,
            current: _,
            full_time: _,
            overseas: _,
            description,
        } = entry;
        see(&|| format!("education/{id}/school"), school);
        see(&|| format!("education/{id}/major"), major);
        see(&|| format!("education/{id}/description"), description);
    }
    for entry in work {
        let WorkEntry {
            id,
            company,
            position,
            department,
            industry,
            start: _,
            end: _,
            current: _,
            employment_type: _,
            description,
        } = entry;
        see(&|| format!("work/{id}/company"), company);
        see(&|| format!("work/{id}/position"), position);
        see(&|| format!("work/{id}/department"), department);
        see(&|| format!("work/{id}/industry"), industry);
        see(&|| format!("work/{id}/description"), description);
    }
    for entry in projects {
        let ProjectEntry { id, name, role, start: _, end: _, current: _, url, description } = entry;
        see(&|| format!("projects/{id}/name"), name);
        see(&|| format!("projects/{id}/role"), role);
        see(&|| format!("projects/{id}/url"), url);
        see(&|| format!("projects/{id}/description"), description);
    }
    for entry in skills {
        let Skill { id, name, level: _ } = entry;
        see(&|| format!("skills/{id}/name"), name);
    }
    for entry in languages {
        let LanguageEntry { id, name, level: _, certificate } = entry;
        see(&|| format!("languages/{id}/name"), name);
        see(&|| format!("languages/{id}/certificate"), certificate);
    }
    see(&|| "self_assessment".into(), self_assessment);
}
