//! A posting as the index takes it.

use zhitu_domain::job::Salary;
use zhitu_domain::place::{gazetteer, position};
use zhitu_search::JobDocument;
use zhitu_storage::job::Job;

pub(super) fn of(job: &Job) -> JobDocument {
    let content = &job.content;
    let workplace = &content.workplace;
    let mut place_names = Vec::new();
    let known = workplace.place.and_then(gazetteer::get);
    if let Some(place) = known {
        for place in std::iter::once(place).chain(gazetteer::within(place.id)) {
            place_names.push(place.name_zh().to_owned());
            place_names.push(place.name_en().to_owned());
        }
        place_names.dedup();
    }
    place_names.push(workplace.address.clone());
    JobDocument {
        id: job.id,
        title: content.title.clone(),
        company: job.company.name.clone(),
        body: content.description.clone(),
        tags: content.tags.clone(),
        place_names,
        point: position(workplace.point, workplace.place),
        salary_monthly_cny: content.salary.as_ref().map(Salary::monthly_cny),
        experience: content.experience,
        education: content.education,
        employment_type: content.employment_type,
        remote: workplace.remote,
        posted_at: job.posted_at,
    }
}
