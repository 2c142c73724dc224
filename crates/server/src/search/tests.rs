use super::*;
use uuid::Uuid;
use zhitu_contract::jobs::{JobsSort, Near};
use zhitu_domain::contact::ContactItems;
use zhitu_domain::id::{CompanyId, JobId};
use zhitu_domain::job::{
    Currency, Education, EmploymentType, Experience, JobContent, Salary, SalaryPeriod, Workplace,
};
use zhitu_domain::place::{PlaceId, gazetteer};
use zhitu_domain::time::Timestamp;
use zhitu_storage::company::Company;

fn job(number: u128, title: &str, place: Option<u32>, state: JobState) -> Job {
    let place = place.map(PlaceId);
    Job {
        id: JobId(Uuid::from_u128(number)),
        company: Company {
            id: CompanyId(Uuid::from_u128(1)),
            name: "青禾科技".to_owned(),
            industry: String::new(),
            size: None,
            address: String::new(),
            introduction: String::new(),
            verified: true,
            demo: true,
        },
        recruiter: None,
        contact: String::new(),
        content: JobContent {
            title: title.to_owned(),
            description: "做好每一件小事".to_owned(),
            salary: Some(Salary {
                min: 1_500_000,
                max: 2_500_000,
                currency: Currency::Cny,
                period: SalaryPeriod::Month,
                months: 12,
            }),
            workplace: Workplace {
                place,
                address: String::new(),
                point: place.and_then(gazetteer::get).map(|place| place.point),
                remote: false,
            },
            employment_type: EmploymentType::FullTime,
            experience: Experience::Any,
            education: Education::Bachelor,
            form_contact: ContactItems::new(),
            tags: vec!["Rust".to_owned()],
        },
        state,
        source: None,
        posted_at: Timestamp(1),
        updated_at: Timestamp(1),
    }
}

/// S-SRCH-01
#[test]
fn a_job_is_found_by_its_words_and_near_its_place_until_it_closes() {
    let index = EmbeddedIndex::in_memory().unwrap();
    index
        .put(&[job(1, "后端工程师", Some(310_104), JobState::Open), job(2, "会计", None, JobState::Open)])
        .unwrap();
    let mut request = JobsSearchRequest {
        text: "上海 工程师".to_owned(),
        near: Some(Near { place: PlaceId(310_101), radius_km: 10 }),
        sort: JobsSort::Distance,
        limit: 20,
        ..JobsSearchRequest::default()
    };
    let hits = index.search(&request).unwrap();
    assert_eq!(hits.total, 1);
    assert!(hits.jobs[0].1.is_some_and(|distance| (3.0..10.0).contains(&distance)));
    assert_eq!(hits.facets.radius_km.last().map(|radius| radius.count), Some(1));
    assert_eq!(index.suggest("hdgcs").unwrap()[0].text, "后端工程师");

    request.text = "xuhui".to_owned();
    assert_eq!(index.search(&request).unwrap().total, 1);
    request.near = Some(Near { place: PlaceId(1), radius_km: 10 });
    assert!(index.search(&request).is_err());

    index.put(&[job(1, "后端工程师", Some(310_104), JobState::Closed)]).unwrap();
    assert_eq!(index.len().unwrap(), 1);
    index.clear().unwrap();
    assert!(index.is_empty().unwrap());
}

#[test]
fn an_index_that_cannot_be_opened_is_made_anew_and_one_in_use_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let index = EmbeddedIndex::open(folder.path()).unwrap();
    index.put(&[job(1, "店长", None, JobState::Open)]).unwrap();
    assert!(EmbeddedIndex::open(folder.path()).is_err(), "two writers");
    drop(index);
    let index = EmbeddedIndex::open(folder.path()).unwrap();
    assert_eq!(index.len().unwrap(), 1);
    drop(index);

    let inner = std::fs::read_dir(folder.path().join("index")).unwrap().next().unwrap().unwrap().path();
    std::fs::write(inner.join("meta.json"), "not an index").unwrap();
    let index = EmbeddedIndex::open(folder.path()).unwrap();
    assert!(index.is_empty().unwrap());
}
