//! Databases for tests, and the people and things in them.

use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;
use zhitu_domain::account::PhoneNumber;
use zhitu_domain::contact::ContactItems;
use zhitu_domain::id::{AccountId, ApplicationId, CompanyId, JobId};
use zhitu_domain::job::{
    Currency, Education, EmploymentType, Experience, JobContent, Salary, SalaryPeriod, Workplace,
};
use zhitu_domain::place::PlaceId;
use zhitu_domain::recruiter::{CompanySize, Verification};
use zhitu_domain::resume::{ResumeContent, snapshot};
use zhitu_domain::time::Timestamp;
use zhitu_storage::application::{ApplicationPut, NewApplication};
use zhitu_storage::company::Company;
use zhitu_storage::job::{JobPut, NewJob};
use zhitu_storage::recruiter::Registration;
use zhitu_storage::{Store, scratch};

/// Declares the scenarios: a test each, and `all` of them one after the other.
macro_rules! scenarios {
    ($($module:ident::$name:ident),+ $(,)?) => {
        $(
            #[tokio::test]
            async fn $name() {
                for database in crate::support::databases().await {
                    crate::$module::$name(&database.store).await;
                    database.end().await;
                }
            }
        )+

        async fn all(store: &zhitu_storage::Store) {
            $(crate::$module::$name(store).await;)+
        }
    };
}
pub(crate) use scenarios;

/// A database of a test's own.
pub(crate) struct Database {
    pub(crate) store: Store,
    pub(crate) url: String,
    _folder: Option<tempfile::TempDir>,
    postgres: Option<(String, String)>,
}

impl Database {
    pub(crate) async fn end(self) {
        self.store.close().await.unwrap();
        if let Some((server, name)) = self.postgres {
            scratch::delete(&server, &name).await.unwrap();
        }
    }
}

fn postgres() -> Option<String> {
    std::env::var("ZHITU_TEST_POSTGRES").ok().filter(|url| !url.is_empty())
}

pub(crate) fn dialects() -> Vec<&'static str> {
    if postgres().is_some() { vec!["sqlite", "postgres"] } else { vec!["sqlite"] }
}

/// A database of each kind without any table.
pub(crate) async fn bare_databases() -> Vec<Database> {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("t.db").display());
    let store = Store::connect(&url).await.unwrap();
    let mut databases = vec![Database { store, url, _folder: Some(folder), postgres: None }];
    if let Some(server) = postgres() {
        let name = format!("zhitu_test_{}", id().simple());
        let url = scratch::create(&server, &name).await.unwrap();
        let store = Store::connect(&url).await.unwrap();
        databases.push(Database { store, url, _folder: None, postgres: Some((server, name)) });
    }
    databases
}

/// An empty, migrated database of each kind.
pub(crate) async fn databases() -> Vec<Database> {
    let databases = bare_databases().await;
    for database in &databases {
        assert!(!database.store.is_migrated().await.unwrap());
        database.store.migrate().await.unwrap();
        database.store.migrate().await.unwrap();
        assert!(database.store.is_migrated().await.unwrap());
        database.store.ping().await.unwrap();
    }
    databases
}

static NEXT: AtomicU64 = AtomicU64::new(1);

/// A number that was not given out before in this process.
pub(crate) fn next() -> u64 {
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// A new key, rising.
pub(crate) fn id() -> Uuid {
    // Tests of several processes share a PostgreSQL server: the process's number keeps their databases apart.
    let mut random = [0; 10];
    random[..4].copy_from_slice(&std::process::id().to_be_bytes());
    uuid::Builder::from_unix_timestamp_millis(next(), &random).into_uuid()
}

/// A moment, `seconds` after the tests' beginning of time.
pub(crate) fn at(seconds: i64) -> Timestamp {
    Timestamp(1_790_000_000_000_000).plus_seconds(seconds)
}

/// A number that nobody else in this process has.
pub(crate) fn phone() -> PhoneNumber {
    PhoneNumber::parse(&format!("138{:08}", next())).unwrap()
}

/// Stands for the keyed hash that the server makes.
pub(crate) fn key(phone: &PhoneNumber) -> Vec<u8> {
    phone.as_e164().bytes().rev().collect()
}

pub(crate) async fn account(store: &Store) -> AccountId {
    let phone = phone();
    store.account_put(AccountId(id()), &key(&phone), &phone, at(0)).await.unwrap()
}

pub(crate) fn company() -> Company {
    Company {
        id: CompanyId(id()),
        name: format!("示例公司 {}", next()),
        industry: "软件".into(),
        size: Some(CompanySize::From20To99),
        address: "示例路 1 号".into(),
        introduction: String::new(),
        verified: false,
        demo: true,
    }
}

/// A verified recruiter and their company.
pub(crate) async fn recruiter(store: &Store) -> (AccountId, CompanyId) {
    let account = account(store).await;
    let company = company();
    store
        .recruiter_register(&Registration {
            account,
            name: "林一",
            title: "招聘",
            verification: Verification::default(),
            company: &company,
            company_key: None,
            company_overwrite: false,
            at: at(0),
        })
        .await
        .unwrap();
    assert!(store.recruiter_verify(account, true, true, "test", at(0)).await.unwrap());
    assert!(store.company_verify(company.id, true, "test", at(0)).await.unwrap());
    (account, company.id)
}

pub(crate) fn job_content(title: &str) -> JobContent {
    JobContent {
        title: title.into(),
        description: "写代码。".into(),
        salary: Some(Salary {
            min: 1_500_000,
            max: 2_400_000,
            currency: Currency::Cny,
            period: SalaryPeriod::Month,
            months: 14,
        }),
        workplace: Workplace {
            place: Some(PlaceId(310_104)),
            address: String::new(),
            point: None,
            remote: false,
        },
        employment_type: EmploymentType::FullTime,
        experience: Experience::Any,
        education: Education::Any,
        form_contact: ContactItems::new(),
        tags: vec!["Rust".into()],
    }
}

pub(crate) async fn job(store: &Store, recruiter: AccountId, company: CompanyId) -> JobId {
    let job = JobId(id());
    let content = job_content("后端工程师");
    let new = NewJob { id: job, company, recruiter, content: &content, posted_at: at(0), at: at(0) };
    assert_eq!(store.job_put(&new).await.unwrap(), JobPut::Created);
    job
}

pub(crate) fn resume_content(name: &str) -> ResumeContent {
    let mut content = ResumeContent::default();
    content.basic.name = name.into();
    content.basic.phone = "13800138000".into();
    content
}

pub(crate) async fn apply(store: &Store, job: JobId, account: AccountId) -> ApplicationId {
    let snapshot = snapshot(&resume_content("周予安"));
    let new = NewApplication {
        id: ApplicationId(id()),
        job,
        account,
        snapshot: &snapshot,
        attachment: None,
        resume_version: 1,
        despite_block: false,
        at: at(10),
    };
    match store.application_put(&new).await.unwrap() {
        ApplicationPut::Sent { id } => id,
        other => panic!("{other:?}"),
    }
}

/// Reads a topic of the outbox to its end and empties it.
pub(crate) async fn drain(
    store: &Store,
    topic: zhitu_storage::outbox::Topic,
) -> Vec<zhitu_storage::outbox::Body> {
    let mut found = Vec::new();
    loop {
        let entries = store.outbox_next(topic, 3).await.unwrap();
        if entries.is_empty() {
            assert_eq!(store.outbox_waiting(topic).await.unwrap(), (0, None));
            return found;
        }
        for entry in entries {
            store.outbox_done(entry.seq).await.unwrap();
            found.push(entry.body);
        }
    }
}
