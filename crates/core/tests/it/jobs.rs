use std::sync::Arc;
use std::time::Duration;
use zhitu_contract::ErrorCode;
use zhitu_contract::device::{Nothing, PageReady};
use zhitu_contract::jobs::{FavouriteSet, JobsSearchRequest, Near, SearchHistoryDelete};
use zhitu_contract::places::{PlacesFind, PlacesGet};
use zhitu_core::Core;
use zhitu_core::ports::StoreError;
use zhitu_domain::place::PlaceId;
use zhitu_testing::{Device, FakeServer, MemoryStore, samples};

fn market() -> Arc<FakeServer> {
    let server = Arc::new(FakeServer::default());
    server.policy_put("2026-11-23");
    (1..=3).for_each(|number| server.job_add(samples::job_card(number)));
    server
}

fn words(text: &str) -> JobsSearchRequest {
    JobsSearchRequest { text: text.to_owned(), limit: 20, ..JobsSearchRequest::default() }
}

async fn history(core: &Core) -> Vec<String> {
    let entries = core.search_history_list(Nothing {}).await.unwrap();
    entries.into_iter().map(|entry| entry.request.text).collect()
}

/// S-AUTH-05
#[tokio::test]
async fn browsing_and_searching_need_no_account_and_tell_the_server_nobody() {
    let device = Device::new(&market());
    let core = device.core();
    assert_eq!(core.jobs_search(words("")).await.unwrap().total, 3);
    device.sign_in(&core, "+8613800138000").await;
    assert_eq!(core.jobs_search(words("分析")).await.unwrap().total, 3);
    let searches = device.server.requests().into_iter().filter(|request| request.path == "/api/jobs/search");
    assert!(searches.into_iter().all(|request| request.access_token.is_none()), "also when signed in");
}

/// S-SRCH-03
#[tokio::test]
async fn only_searches_for_something_are_remembered() {
    let device = Device::new(&market());
    let core = device.core();
    core.jobs_search(words(" ")).await.unwrap();
    core.jobs_search(JobsSearchRequest { remote: true, ..words("") }).await.unwrap();
    core.jobs_search(JobsSearchRequest { offset: 20, ..words("会计") }).await.unwrap();
    assert_eq!(history(&core).await, Vec::<String>::new());
    core.jobs_search(words(" 会计 ")).await.unwrap();
    core.jobs_search(words("会计")).await.unwrap();
    let near = Some(Near { place: PlaceId(310_104), radius_km: 5 });
    core.jobs_search(JobsSearchRequest { near, ..words("") }).await.unwrap();
    assert_eq!(history(&core).await, ["", "会计"]);
}

#[tokio::test]
async fn a_search_being_typed_is_one_search() {
    let device = Device::new(&market());
    let core = device.core();
    for text in ["数", "数据", "数据分析"] {
        core.jobs_search(words(text)).await.unwrap();
        device.clock.advance(Duration::from_secs(1));
    }
    assert_eq!(history(&core).await, ["数据分析"]);
    device.clock.advance(Duration::from_mins(1));
    core.jobs_search(words("数据分析师")).await.unwrap();
    assert_eq!(history(&core).await, ["数据分析师", "数据分析"], "later it is another one");
}

/// S-SRCH-03
#[tokio::test]
async fn history_is_deleted_one_by_one_or_all() {
    let device = Device::new(&market());
    let core = device.core();
    for text in ["会计", "rust"] {
        core.jobs_search(words(text)).await.unwrap();
        device.clock.advance(Duration::from_secs(1));
    }
    let first = core.search_history_list(Nothing {}).await.unwrap()[1].at;
    core.search_history_delete(SearchHistoryDelete { at: Some(first) }).await.unwrap();
    assert_eq!(history(&core).await, ["rust"]);
    core.search_history_delete(SearchHistoryDelete { at: None }).await.unwrap();
    assert!(history(&core).await.is_empty());
}

#[tokio::test]
async fn a_full_disk_hides_no_results_but_refuses_to_keep_a_job() {
    let store = Arc::new(MemoryStore::default());
    let device = Device::with_store(&market(), Arc::clone(&store) as _);
    let core = device.core();
    store.set_fails(Some(StoreError::Full));
    let found = core.jobs_search(words("分析")).await.unwrap();
    let set = FavouriteSet { job: found.jobs[0].id, on: true };
    assert_eq!(core.favourite_set(set).await.unwrap_err().code, ErrorCode::StoreFull);
}

#[tokio::test]
async fn a_job_that_was_seen_can_be_kept_off_line() {
    let device = Device::new(&market());
    let core = device.core();
    let found = core.jobs_search(words("")).await.unwrap().jobs;
    device.server.set_reachable(false);
    for card in &found[..2] {
        core.favourite_set(FavouriteSet { job: card.id, on: true }).await.unwrap();
        device.clock.advance(Duration::from_secs(1));
    }
    let unseen = FavouriteSet { job: samples::job_card(77).id, on: true };
    assert_eq!(core.favourite_set(unseen).await.unwrap_err().code, ErrorCode::Offline);
    let again = device.core();
    assert_eq!(again.favourites_list(Nothing {}).await.unwrap(), [found[1].clone(), found[0].clone()]);
    again.favourite_set(FavouriteSet { job: found[1].id, on: false }).await.unwrap();
    again.favourite_set(FavouriteSet { job: found[1].id, on: true }).await.unwrap();
    assert_eq!(
        again.favourites_list(Nothing {}).await.unwrap().len(),
        2,
        "taking out can be undone off-line"
    );
}

#[tokio::test]
async fn places_are_found_on_the_device() {
    let device = Device::new(&market());
    let core = device.core();
    let found = core.places_find(PlacesFind { text: "徐汇".to_owned(), limit: 5 }).await.unwrap();
    assert_eq!(found[0].id, PlaceId(310_104));
    assert_eq!(found[0].within_zh[0], "上海市");
    let known = core.places_get(PlacesGet { ids: vec![PlaceId(310_104), PlaceId(1)] }).await.unwrap();
    assert_eq!(known.len(), 1, "unknown ones are left out");
    assert!(device.server.requests().is_empty());
}

#[tokio::test]
async fn a_ready_screen_is_passed_on() {
    let device = Device::new(&market());
    device.core().page_ready(PageReady { screen: "jobs".to_owned() }).await.unwrap();
    assert_eq!(device.events.screens(), ["jobs"]);
}

#[tokio::test]
async fn what_was_kept_before_signing_in_is_the_accounts_and_comes_to_its_other_devices() {
    let server = market();
    let (one, other) = (Device::new(&server), Device::new(&server));
    let core = one.core();
    let found = core.jobs_search(words("")).await.unwrap().jobs;
    for card in &found[..2] {
        core.favourite_set(FavouriteSet { job: card.id, on: true }).await.unwrap();
        one.clock.advance(Duration::from_secs(1));
    }
    one.sign_in(&core, "+8613800138000").await;
    let there = other.core();
    other.sign_in(&there, "+8613800138000").await;
    assert_eq!(there.favourites_list(Nothing {}).await.unwrap(), [found[1].clone(), found[0].clone()]);

    there.favourite_set(FavouriteSet { job: found[0].id, on: false }).await.unwrap();
    assert_eq!(core.favourites_list(Nothing {}).await.unwrap(), [found[1].clone()], "taken out here too");
    server.set_reachable(false);
    assert_eq!(core.favourites_list(Nothing {}).await.unwrap(), [found[1].clone()], "readable off-line");
    let set = FavouriteSet { job: found[1].id, on: false };
    assert_eq!(core.favourite_set(set).await.unwrap_err().code, ErrorCode::Offline);
    assert_eq!(core.favourites_list(Nothing {}).await.unwrap().len(), 1, "nothing pretended");
}
