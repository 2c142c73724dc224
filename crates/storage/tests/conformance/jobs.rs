use crate::support::{account, apply, at, company, drain, id, job, job_content, next, recruiter};
use zhitu_domain::id::{CompanyId, JobId};
use zhitu_domain::job::JobState;
use zhitu_domain::recruiter::Verification;
use zhitu_storage::Store;
use zhitu_storage::job::{ImportedJob, JobImport, JobPut, NewJob};
use zhitu_storage::outbox::{Body, Topic};
use zhitu_storage::recruiter::Registration;

pub(crate) async fn a_company_is_one_under_its_name(store: &Store) {
    let first = company();
    assert_eq!(store.company_put(&first, false, at(0)).await.unwrap(), first.id);
    let mut again = company();
    again.name = format!(" {} ", first.name.to_uppercase());
    again.industry = "别的".into();
    assert_eq!(store.company_put(&again, false, at(1)).await.unwrap(), first.id);
    assert_eq!(store.company_get(first.id).await.unwrap().unwrap(), first);
    assert_eq!(store.company_put(&again, true, at(2)).await.unwrap(), first.id);
    let found = store.company_by_name(&first.name).await.unwrap().unwrap();
    assert_eq!((found.name, found.industry.as_str()), (first.name, "别的"));
    assert_eq!(store.company_get(CompanyId(id())).await.unwrap(), None);
    assert!(!store.company_verify(CompanyId(id()), true, "test", at(3)).await.unwrap());
}

/// S-REC-04
pub(crate) async fn a_recruiter_is_verified_step_by_step(store: &Store) {
    let account = account(store).await;
    assert_eq!(store.recruiter_get(account).await.unwrap(), None);
    assert!(!store.recruiter_verify(account, true, true, "test", at(0)).await.unwrap());
    let company = company();
    let register = async |verification: Verification| {
        store
            .recruiter_register(&Registration {
                account,
                name: "林一",
                title: "",
                verification,
                company: &company,
                company_key: None,
                company_overwrite: false,
                at: at(0),
            })
            .await
            .unwrap();
    };
    register(Verification::default()).await;
    assert_eq!(store.recruiter_get(account).await.unwrap().unwrap().verification, Verification::default());
    store.recruiter_verify(account, true, false, "test", at(1)).await.unwrap();
    store.company_verify(company.id, true, "test", at(1)).await.unwrap();
    let found = store.recruiter_get(account).await.unwrap().unwrap();
    assert_eq!(found.verification, Verification { person: true, employment: false, company: true });
    register(Verification { person: false, employment: true, company: false }).await;
    let found = store.recruiter_get(account).await.unwrap().unwrap();
    assert_eq!(found.verification, Verification { person: false, employment: true, company: true });
    assert_eq!(found.company.id, company.id);
}

pub(crate) async fn a_posting_is_saved_once_and_edited_by_its_company_alone(store: &Store) {
    let (poster, company) = recruiter(store).await;
    let (rival, rival_company) = recruiter(store).await;
    drain(store, Topic::Index).await;
    let job = job(store, poster, company).await;
    let (same, other) = (job_content("后端工程师"), job_content("前端工程师"));
    let put = async |content, recruiter, company, second: i64| {
        let new = NewJob { id: job, company, recruiter, content, posted_at: at(second), at: at(second) };
        store.job_put(&new).await.unwrap()
    };
    assert_eq!(put(&same, poster, company, 1).await, JobPut::Unchanged);
    assert_eq!(store.job_get(job).await.unwrap().unwrap().updated_at, at(0));
    assert_eq!(put(&other, rival, rival_company, 2).await, JobPut::OtherCompany);
    assert_eq!(put(&other, poster, company, 3).await, JobPut::Changed);
    let found = store.job_get(job).await.unwrap().unwrap();
    assert_eq!((found.content.clone(), found.posted_at, found.updated_at), (other, at(0), at(3)));
    assert_eq!(
        (found.contact.as_str(), found.recruiter, found.state),
        ("林一", Some(poster), JobState::Open)
    );
    assert_eq!(drain(store, Topic::Index).await, [Body::Job { job }, Body::Job { job }]);
    assert_eq!(store.job_get(JobId(id())).await.unwrap(), None);
    assert_eq!(store.jobs_get(&[]).await.unwrap(), []);
    let first = store.jobs_page(None, 1).await.unwrap().remove(0);
    assert!(store.jobs_page(Some(first.id), 10_000).await.unwrap().iter().all(|job| job.id > first.id));
}

pub(crate) async fn many_postings_are_saved_at_once(store: &Store) {
    let (poster, company) = recruiter(store).await;
    let (rival, rival_company) = recruiter(store).await;
    let theirs = job(store, rival, rival_company).await;
    drain(store, Topic::Index).await;
    let content = job_content("测试工程师");
    let new = |id| NewJob { id, company, recruiter: poster, content: &content, posted_at: at(1), at: at(1) };
    let ids = [JobId(id()), JobId(id())];
    let outcomes = store.jobs_put(&[new(ids[0]), new(ids[1]), new(theirs), new(ids[0])]).await.unwrap();
    assert_eq!(outcomes, [JobPut::Created, JobPut::Created, JobPut::OtherCompany, JobPut::Unchanged]);
    assert_eq!(store.jobs_get(&ids).await.unwrap().len(), 2);
    let entries = store.outbox_next(Topic::Index, 10).await.unwrap();
    let bodies: Vec<_> = entries.iter().map(|entry| entry.body.clone()).collect();
    assert_eq!(bodies, ids.map(|job| Body::Job { job }));
    store.outbox_done_all(&entries.iter().map(|entry| entry.seq).collect::<Vec<_>>()).await.unwrap();
    assert_eq!(store.outbox_waiting(Topic::Index).await.unwrap(), (0, None));
}

pub(crate) async fn closing_is_told_once(store: &Store) {
    let (poster, company) = recruiter(store).await;
    let job = job(store, poster, company).await;
    let open_before = store.jobs_count().await.unwrap().1;
    assert_eq!(store.company_open_jobs(company).await.unwrap(), 1);
    drain(store, Topic::Index).await;
    assert!(!store.job_close(job, CompanyId(id()), at(1)).await.unwrap());
    assert!(store.job_close(job, company, at(1)).await.unwrap());
    assert!(store.job_close(job, company, at(2)).await.unwrap());
    let found = store.job_get(job).await.unwrap().unwrap();
    assert_eq!((found.state, found.updated_at), (JobState::Closed, at(1)));
    assert_eq!(drain(store, Topic::Index).await, [Body::Job { job }]);
    assert_eq!(store.company_open_jobs(company).await.unwrap(), 0);
    assert_eq!(store.jobs_count().await.unwrap().1, open_before - 1);
}

pub(crate) async fn importing_folds_doubles_and_updates_its_own(store: &Store) {
    let imported = |source: &str, fingerprint: u64, title: &str| ImportedJob {
        id: JobId(id()),
        company: company(),
        content: job_content(title),
        state: JobState::Open,
        source: source.into(),
        fingerprint: fingerprint.to_be_bytes().to_vec(),
        posted_at: at(-5),
    };
    drain(store, Topic::Index).await;
    let (here, there) =
        (format!("https://example.org/{}", next()), format!("https://example.org/{}", next()));
    let (one, two) = (next(), next());
    let rows =
        [imported(&here, one, "工程师"), imported(&there, one, "工程师"), imported(&here, two, "工程师二")];
    let outcomes = store.jobs_import(&rows, at(0)).await.unwrap();
    assert_eq!(outcomes, [JobImport::Created, JobImport::Double { of: rows[0].id }, JobImport::Updated]);
    let found = store.job_get(rows[0].id).await.unwrap().unwrap();
    assert_eq!((found.content.title.as_str(), found.source.as_deref()), ("工程师二", Some(here.as_str())));
    assert_eq!((found.recruiter, found.contact.as_str(), found.posted_at), (None, "", at(-5)));
    assert_eq!(store.job_get(rows[1].id).await.unwrap(), None);
    assert_eq!(drain(store, Topic::Index).await.len(), 2);
}

pub(crate) async fn favourites_are_kept_per_account(store: &Store) {
    let (poster, company) = recruiter(store).await;
    let (mine, other) = (account(store).await, account(store).await);
    let (first, second) = (job(store, poster, company).await, job(store, poster, company).await);
    assert!(!store.favourite_set(mine, JobId(id()), true, at(0)).await.unwrap());
    assert!(store.favourite_set(mine, first, true, at(1)).await.unwrap());
    assert!(store.favourite_set(mine, second, true, at(2)).await.unwrap());
    assert!(store.favourite_set(mine, first, true, at(3)).await.unwrap());
    let kept = async |account| {
        store.favourites_list(account).await.unwrap().iter().map(|job| job.id).collect::<Vec<_>>()
    };
    assert_eq!(kept(mine).await, [second, first]);
    assert!(store.favourite_set(mine, second, false, at(4)).await.unwrap());
    assert_eq!(kept(mine).await, [first]);
    assert!(kept(other).await.is_empty());
}

/// What a company's list counts; called with what the applications' scenarios made.
pub(crate) async fn assert_counts(store: &Store, company: CompanyId, applicants: u32, new_applicants: u32) {
    let listed = store.jobs_of_company(company).await.unwrap();
    let sum = listed.iter().fold((0, 0), |sum, job| (sum.0 + job.applicants, sum.1 + job.new_applicants));
    assert_eq!(sum, (applicants, new_applicants));
}

/// An application to a new job of a new company.
pub(crate) async fn applied(
    store: &Store,
) -> (
    zhitu_domain::id::AccountId,
    CompanyId,
    JobId,
    zhitu_domain::id::AccountId,
    zhitu_domain::id::ApplicationId,
) {
    let (poster, company) = recruiter(store).await;
    let job = job(store, poster, company).await;
    let seeker = account(store).await;
    let application = apply(store, job, seeker).await;
    (poster, company, job, seeker, application)
}
