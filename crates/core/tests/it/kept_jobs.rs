//! Off-line: what was seen is searched on the device.

use std::sync::Arc;
use std::time::Duration;
use zhitu_contract::ErrorCode;
use zhitu_contract::device::Nothing;
use zhitu_contract::jobs::{
    FavouriteSet, JobRef, JobsNearby, JobsSearchRequest, JobsSort, JobsSuggest, Near, SearchHistoryDelete,
    SuggestionKind,
};
use zhitu_contract::permission::{PermissionAnswer, PermissionAsk};
use zhitu_core::Core;
use zhitu_core::ports::{Fix, Method, Rng as _, StoreError};
use zhitu_domain::id::JobId;
use zhitu_domain::job::{Currency, Education, Experience, Salary, SalaryPeriod};
use zhitu_domain::permission::{Permission, Purpose, SheetAnswer};
use zhitu_domain::place::{PlaceId, Point};
use zhitu_domain::time::Timestamp;
use zhitu_testing::{Device, FakeServer, MemoryStore, SeededRng, samples};

/// 漕河泾
const HERE: Point = Point { lat: 31.1718, lon: 121.3986 };

fn words(text: &str) -> JobsSearchRequest {
    JobsSearchRequest { text: text.to_owned(), limit: 100, ..JobsSearchRequest::default() }
}

fn monthly(yuan: i64) -> Salary {
    let fen = yuan * 100;
    Salary { min: fen, max: fen, currency: Currency::Cny, period: SalaryPeriod::Month, months: 12 }
}

/// Four jobs, the higher their number the newer and the better paid, the first two at a company called after data.
fn market() -> Arc<FakeServer> {
    let server = Arc::new(FakeServer::default());
    server.policy_put("2026-11-23");
    for (number, title) in [(1, "会计"), (2, "数据分析师"), (3, "数据录入"), (4, "远程设计师")]
    {
        let mut card = samples::job_card(number);
        title.clone_into(&mut card.title);
        if number < 3 { "数据湾（演示）" } else { "星河纸业（演示）" }.clone_into(&mut card.company);
        card.posted_at = Timestamp(card.posted_at.0 + i64::try_from(number).unwrap());
        card.salary = Some(monthly(10_000 * i64::try_from(number).unwrap()));
        card.remote = number == 4;
        server.job_add(card);
    }
    server
}

fn id(number: u128) -> JobId {
    samples::job_card(number).id
}

async fn kept(device: &Device, number: usize) {
    let is_kept = async || device.store.kept_jobs(&[]).await.unwrap().len() == number;
    device.until("what was seen is kept", is_kept).await;
}

/// A device that saw the whole market and was started again without a network.
async fn off_line(server: &Arc<FakeServer>) -> (Device, Arc<Core>) {
    let device = Device::new(server);
    device.core().jobs_search(words("")).await.unwrap();
    kept(&device, 4).await;
    server.set_reachable(false);
    let core = device.core();
    (device, core)
}

async fn found(core: &Core, request: JobsSearchRequest) -> Vec<JobId> {
    let view = core.jobs_search(request).await.unwrap();
    assert!(view.kept);
    assert_eq!(view.total as usize, view.jobs.len());
    view.jobs.into_iter().map(|card| card.id).collect()
}

async fn allow_location(device: &Device, core: &Core) {
    let ask = PermissionAsk { purpose: Purpose::NearbyJobs, by_person: false };
    core.permission_ask(ask).await.unwrap();
    device.location.answer(Ok(Fix { point: HERE, accuracy_m: None, at: None }));
    let yes = PermissionAnswer { permission: Permission::Location, answer: SheetAnswer::WhileInUse };
    core.permission_answer(yes).await.unwrap();
}

fn nearby(radius_km: u16) -> JobsNearby {
    JobsNearby { text: String::new(), radius_km, exact: false }
}

#[tokio::test]
async fn off_line_the_jobs_that_were_seen_are_searched() {
    let (_, core) = off_line(&market()).await;
    assert_eq!(found(&core, words("")).await, [id(4), id(3), id(2), id(1)], "newest first");
    assert_eq!(found(&core, words("数据")).await, [id(3), id(2), id(1)], "titles before companies");
    assert_eq!(found(&core, words("数据湾 会计")).await, [id(1)]);
    assert_eq!(
        core.jobs_search(words("厨师")).await.unwrap_err().code,
        ErrorCode::Offline,
        "nothing to show"
    );
}

#[tokio::test]
async fn off_line_filters_orders_and_pages_hold() {
    let (_, core) = off_line(&market()).await;
    let remote = JobsSearchRequest { remote: true, ..words("") };
    assert_eq!(found(&core, remote).await, [id(4)]);
    let paid = JobsSearchRequest { salary_min: Some(3_000_000), ..words("") };
    assert_eq!(found(&core, paid).await, [id(4), id(3)]);
    let schooled = JobsSearchRequest { education: vec![Education::Doctor], ..words("") };
    assert_eq!(core.jobs_search(schooled).await.unwrap_err().code, ErrorCode::Offline);
    let best_paid = JobsSearchRequest { sort: JobsSort::Salary, ..words("数据") };
    assert_eq!(found(&core, best_paid).await, [id(3), id(2), id(1)]);
    let page = JobsSearchRequest { offset: 1, limit: 2, ..words("") };
    let view = core.jobs_search(page).await.unwrap();
    assert_eq!((view.total, view.jobs.len(), view.jobs[0].id), (4, 2, id(3)));
    let paid =
        JobsSearchRequest { salary_min: Some(3_000_000), experience: vec![Experience::Any], ..words("") };
    assert_eq!(core.jobs_search(paid.clone()).await.unwrap_err().code, ErrorCode::Offline);
    let paid = JobsSearchRequest { experience: vec![Experience::From1To3], ..paid };
    let facets = core.jobs_search(paid).await.unwrap().facets;
    let of = |wanted| facets.experience.iter().find(|count| count.value == wanted).unwrap().count;
    assert_eq!((of(Experience::From1To3), of(Experience::Any)), (2, 0), "with the pay held");
    let pays: Vec<_> = facets.salary_min.iter().map(|count| count.count).collect();
    assert_eq!(pays, [4, 4, 4, 3, 3, 2, 0], "its own choice does not narrow it");
    assert_eq!(facets.remote, 1);
    let near = Some(Near { place: PlaceId(310_104), radius_km: 5 });
    let near = JobsSearchRequest { near, sort: JobsSort::Distance, ..words("") };
    let view = core.jobs_search(near).await.unwrap();
    assert!(view.jobs.iter().all(|card| card.distance_km.is_some()));
    assert_eq!(view.facets.radius_km.last().map(|count| (count.value, count.count)), Some((100, 4)));
    let elsewhere = Some(Near { place: PlaceId(110_105), radius_km: 5 });
    let elsewhere = JobsSearchRequest { near: elsewhere, ..words("") };
    assert_eq!(core.jobs_search(elsewhere).await.unwrap_err().code, ErrorCode::Offline);
}

#[tokio::test]
async fn an_answer_is_the_server_s_or_the_device_s() {
    let server = market();
    let (device, core) = off_line(&server).await;
    server.job_add(samples::job_card(5));
    assert_eq!(found(&core, words("")).await.len(), 4);
    server.set_reachable(true);
    let view = core.jobs_search(words("")).await.unwrap();
    assert_eq!((view.kept, view.total), (false, 5));
    kept(&device, 5).await;
    server.refuse(Method::Post, "/search", ErrorCode::Unavailable);
    let refused = core.jobs_search(words("")).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::Unavailable, "a server that says no was reached");
}

#[tokio::test]
async fn off_line_titles_and_companies_that_were_seen_are_suggested() {
    let (_, core) = off_line(&market()).await;
    let suggest = async |text: &str| core.jobs_suggest(JobsSuggest { text: text.to_owned() }).await;
    let view = suggest(" 数据").await.unwrap();
    assert!(view.kept);
    let said: Vec<_> = view.suggestions.iter().map(|one| (one.text.as_str(), one.kind, one.count)).collect();
    let company = ("数据湾（演示）", SuggestionKind::Company, 2);
    let (analyst, typist) =
        (("数据分析师", SuggestionKind::Title, 1), ("数据录入", SuggestionKind::Title, 1));
    assert_eq!(said, [analyst, typist, company]);
    for nothing in ["", "厨师"] {
        assert_eq!(suggest(nothing).await.unwrap_err().code, ErrorCode::Offline);
    }
}

#[tokio::test]
async fn off_line_a_posting_is_shown_as_it_was_when_opened() {
    let server = market();
    let device = Device::new(&server);
    let core = device.core();
    core.jobs_search(words("")).await.unwrap();
    let opened = core.job_show(JobRef { job: id(1) }).await.unwrap();
    assert!(!opened.kept);
    let is_kept = async || device.store.kept_job(id(1)).await.unwrap().is_some();
    device.until("the posting is kept", is_kept).await;
    server.set_reachable(false);
    let again = device.core();
    let shown = again.job_show(JobRef { job: id(1) }).await.unwrap();
    assert!(shown.kept);
    assert_eq!(shown.job, opened.job);
    assert_eq!(again.job_show(JobRef { job: id(2) }).await.unwrap_err().code, ErrorCode::Offline);
    again.favourite_set(FavouriteSet { job: id(1), on: true }).await.unwrap();
}

#[tokio::test]
async fn a_posting_that_the_server_has_no_longer_is_not_kept() {
    let server = market();
    let device = Device::new(&server);
    let core = device.core();
    core.jobs_search(words("")).await.unwrap();
    kept(&device, 4).await;
    server.job_remove(id(1));
    assert_eq!(core.job_show(JobRef { job: id(1) }).await.unwrap_err().code, ErrorCode::NotFound);
    kept(&device, 3).await;
}

/// R6, S-LOC-01: neither the list nor a posting opened from it.
#[tokio::test]
async fn what_is_nearby_is_not_kept() {
    let server = market();
    let device = Device::new(&server);
    let core = device.core();
    allow_location(&device, &core).await;
    assert_eq!(core.jobs_nearby(nearby(10)).await.unwrap().jobs.len(), 4);
    core.job_show(JobRef { job: id(1) }).await.unwrap();
    core.job_show(JobRef { job: id(1) }).await.unwrap();
    core.stop().await;
    assert_eq!(device.store.kept_jobs(&[]).await.unwrap(), []);
    assert_eq!(device.store.kept_job(id(1)).await.unwrap(), None);

    core.jobs_search(words("会计")).await.unwrap();
    core.job_show(JobRef { job: id(1) }).await.unwrap();
    core.stop().await;
    assert_eq!(device.store.kept_jobs(&[]).await.unwrap().len(), 1, "what is found by hand is");
    assert!(device.store.kept_job(id(1)).await.unwrap().is_some());
}

/// What one looked at is personal.
#[tokio::test]
async fn signing_out_wipes_what_was_seen() {
    let server = market();
    let device = Device::new(&server);
    let core = device.core();
    device.sign_in(&core, "+8613800138000").await;
    core.jobs_search(words("")).await.unwrap();
    kept(&device, 4).await;
    // An answer that is still being written down when the session ends does not come back.
    core.jobs_search(words("")).await.unwrap();
    core.sign_out(Nothing {}).await.unwrap();
    core.stop().await;
    assert_eq!(device.store.kept_jobs(&[]).await.unwrap(), []);
    server.set_reachable(false);
    assert_eq!(core.jobs_search(words("")).await.unwrap_err().code, ErrorCode::Offline);
}

/// S-SRCH-03: an answer that is still being written down when the history is deleted does not come back.
#[tokio::test]
async fn deleting_the_history_deletes_what_was_seen() {
    let server = market();
    let device = Device::new(&server);
    let core = device.core();
    core.jobs_search(words("")).await.unwrap();
    kept(&device, 4).await;
    core.jobs_search(words("")).await.unwrap();
    core.search_history_delete(SearchHistoryDelete { at: None }).await.unwrap();
    core.stop().await;
    assert_eq!(device.store.kept_jobs(&[]).await.unwrap(), []);
}

#[tokio::test]
async fn a_full_disk_hides_no_results() {
    let store = Arc::new(MemoryStore::default());
    let server = market();
    let device = Device::with_store(&server, Arc::clone(&store) as _);
    let core = device.core();
    store.set_fails(Some(StoreError::Full));
    assert_eq!(core.jobs_search(words("")).await.unwrap().total, 4);
    server.set_reachable(false);
    assert_eq!(core.jobs_search(words("")).await.unwrap_err().code, ErrorCode::Offline);
}

/// The order on the device, of what the server once sent, is the one that its pages are put into.
async fn compare(points: Vec<(f64, f64)>, radius_km: u16) {
    let server = Arc::new(FakeServer::default());
    server.policy_put("2026-11-23");
    for (number, (north, east)) in (1..).zip(points) {
        let point = Some(Point { lat: HERE.lat + north, lon: HERE.lon + east });
        server.job_add(zhitu_contract::jobs::JobCard { point, ..samples::job_card(number) });
    }
    let device = Device::new(&server);
    let core = device.core();
    allow_location(&device, &core).await;
    let mut offset = 0;
    loop {
        let page = core.jobs_search(JobsSearchRequest { offset, ..words("") }).await.unwrap();
        offset += 100;
        if offset >= page.total {
            break;
        }
    }
    core.stop().await;
    let answered = core.jobs_nearby(nearby(radius_km)).await.unwrap();
    server.set_reachable(false);
    device.clock.advance(Duration::from_secs(1));
    if answered.jobs.is_empty() {
        let refused = core.jobs_nearby(nearby(radius_km)).await.unwrap_err();
        assert_eq!(refused.code, ErrorCode::Offline);
    } else {
        let kept = core.jobs_nearby(nearby(radius_km)).await.unwrap();
        assert!(kept.kept && !answered.kept);
        assert_eq!(kept.jobs, answered.jobs);
        assert_eq!((kept.more, kept.cell), (answered.more, answered.cell));
    }
}

#[tokio::test]
async fn off_line_too_three_hundred_are_shown_at_the_most() {
    let points = (0..450).map(|number| (f64::from(number) * 1e-5, 0.001));
    compare(points.collect(), 5).await;
}

#[tokio::test]
async fn what_is_nearby_is_measured_off_line_as_on_line() {
    for seed in 0..24 {
        let chance = SeededRng::new(seed);
        let roll = |sides: u16| {
            let mut bytes = [0; 2];
            chance.fill(&mut bytes);
            u16::from_le_bytes(bytes) % sides
        };
        let aside = || f64::from(roll(2_000)) / 1e4 - 0.1;
        let points = (0..roll(250)).map(|_| (aside(), aside())).collect();
        compare(points, [1, 3, 5, 10][usize::from(roll(4))]).await;
    }
}
