use crate::samples::{account, application, job_card, policy};
use zhitu_contract::applications::Application;
use zhitu_contract::device::{Settings, Theme};
use zhitu_contract::jobs::{JobCard, JobsSearchRequest, Near};
use zhitu_contract::policy::{Language, PolicyAcceptance};
use zhitu_core::ports::{LocalStore, SEARCH_HISTORY_ENTRIES};
use zhitu_domain::place::PlaceId;
use zhitu_domain::time::Timestamp;

pub(super) async fn settings_are_kept(store: &dyn LocalStore) {
    assert_eq!(store.settings().await, Ok(Settings::default()));
    let settings = Settings { language: Some(Language::En), theme: Theme::Dark };
    store.settings_set(&settings).await.expect("kept");
    assert_eq!(store.settings().await, Ok(settings));
}

pub(super) async fn acceptance_and_texts_are_kept(store: &dyn LocalStore) {
    assert_eq!(store.policy_acceptance().await, Ok(None));
    assert_eq!(store.policy_text(Language::ZhCn).await, Ok(None));
    for version in ["2026-01-01", "2026-02-02"] {
        let acceptance = PolicyAcceptance { version: version.to_owned(), accepted_at: Timestamp(7) };
        store.policy_acceptance_set(&acceptance).await.expect("kept");
        assert_eq!(store.policy_acceptance().await, Ok(Some(acceptance)));
        let text = policy(Language::ZhCn, version);
        store.policy_text_set(&text).await.expect("kept");
        assert_eq!(store.policy_text(Language::ZhCn).await, Ok(Some(text)));
    }
    assert_eq!(store.policy_text(Language::En).await, Ok(None), "a language's text is its own");
}

pub(super) async fn favourites_stand_latest_first_and_once(store: &dyn LocalStore) {
    for (number, at) in [(1, 10), (2, 30), (3, 20)] {
        store.favourite_put(&job_card(number), Timestamp(at)).await.expect("kept");
    }
    let newer = JobCard { title: "改了名".to_owned(), ..job_card(1) };
    store.favourite_put(&newer, Timestamp(99)).await.expect("kept");
    assert_eq!(
        store.favourites().await,
        Ok(vec![job_card(2), job_card(3), newer.clone()]),
        "stays in its place"
    );
    store.favourite_remove(job_card(3).id).await.expect("removed");
    store.favourite_remove(job_card(3).id).await.expect("removing again is no error");
    assert_eq!(store.favourites().await, Ok(vec![job_card(2), newer]));
}

fn words(text: &str) -> JobsSearchRequest {
    JobsSearchRequest { text: text.to_owned(), limit: 20, ..JobsSearchRequest::default() }
}

async fn searches(store: &dyn LocalStore) -> Vec<(String, i64)> {
    let entries = store.search_history().await.expect("listed");
    entries.into_iter().map(|entry| (entry.request.text, entry.at.0)).collect()
}

pub(super) async fn searches_stand_latest_first_and_once(store: &dyn LocalStore) {
    store.search_history_add(&words("会计"), Timestamp(10)).await.expect("kept");
    store.search_history_add(&words("rust"), Timestamp(20)).await.expect("kept");
    store.search_history_add(&words("会计"), Timestamp(30)).await.expect("kept");
    assert_eq!(searches(store).await, [("会计".to_owned(), 30), ("rust".to_owned(), 20)]);
    let near =
        JobsSearchRequest { near: Some(Near { place: PlaceId(310_104), radius_km: 5 }), ..words("会计") };
    store.search_history_add(&near, Timestamp(30)).await.expect("kept");
    let entries = store.search_history().await.expect("listed");
    assert_eq!(entries.len(), 3, "another place is another search");
    assert_eq!(entries[0].request, near);
    assert!(entries[0].at > entries[1].at, "no two entries have one time");
}

pub(super) async fn old_searches_are_dropped(store: &dyn LocalStore) {
    let made = SEARCH_HISTORY_ENTRIES + 3;
    for number in 0..made {
        let at = Timestamp(i64::try_from(number).expect("small"));
        store.search_history_add(&words(&number.to_string()), at).await.expect("kept");
    }
    let kept = searches(store).await;
    assert_eq!(kept.len(), SEARCH_HISTORY_ENTRIES);
    assert_eq!(kept[0].0, (made - 1).to_string());
    assert_eq!(kept[kept.len() - 1].0, "3");
}

/// S-SRCH-03
pub(super) async fn searches_are_deleted_one_by_one_or_all(store: &dyn LocalStore) {
    for (text, at) in [("a", 1), ("b", 2), ("c", 3)] {
        store.search_history_add(&words(text), Timestamp(at)).await.expect("kept");
    }
    store.search_history_delete(Some(Timestamp(2))).await.expect("deleted");
    store.search_history_delete(Some(Timestamp(77))).await.expect("deleting nothing is no error");
    assert_eq!(searches(store).await, [("c".to_owned(), 3), ("a".to_owned(), 1)]);
    store.search_history_delete(None).await.expect("deleted");
    assert!(searches(store).await.is_empty());
}

pub(super) async fn applications_are_replaced_in_their_order(store: &dyn LocalStore) {
    assert_eq!(store.applications().await, Ok(vec![]));
    for order in [[3, 1, 2], [1, 4, 3]] {
        let all: Vec<Application> = order.into_iter().map(application).collect();
        store.applications_replace(&all).await.expect("kept");
        assert_eq!(store.applications().await, Ok(all));
    }
}

pub(super) async fn the_account_is_replaced(store: &dyn LocalStore) {
    assert_eq!(store.account().await, Ok(None));
    for number in [1, 2] {
        store.account_set(&account(number)).await.expect("kept");
        assert_eq!(store.account().await, Ok(Some(account(number))));
    }
}
