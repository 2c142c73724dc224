use super::LIMIT;
use serde_json::json;
use zhitu_contract::device::Nothing;
use zhitu_contract::jobs::{
    FavouriteSet, JobRef, JobsSearchRequest, JobsSort, JobsSuggest, Near, SearchHistoryDelete,
};
use zhitu_contract::places::PlacesFind;
use zhitu_core::Core;
use zhitu_tests::market::{Market, key, posting};
use zhitu_tests::wait::until_async;

/// Jobs of another company: one in the district that is searched, one in the next, one far away.
const POSTED: [(&str, u32); 3] =
    [("数据分析师（徐汇）", 310_104), ("数据分析师（浦东）", 310_115), ("数据分析师（朝阳）", 110_105)];

pub async fn finds_jobs_with_nothing_asked(market: &Market, core: &Core) {
    let other = market.verified_recruiter("+8613900139001", "纸鹞数据（演示）").await.unwrap();
    for (title, place) in POSTED {
        let mut job = posting(title);
        job["content"]["workplace"]["place"] = json!(place);
        other.put(&format!("/api/recruiter/jobs/{}", key()), job).await.unwrap();
    }

    let all = JobsSearchRequest { limit: 20, ..JobsSearchRequest::default() };
    until_async("the jobs to be found", LIMIT, async || {
        Ok((core.jobs_search(all.clone()).await?.total == 3).then_some(()))
    })
    .await
    .unwrap();
    let state = core.app_state(Nothing {}).await.unwrap();
    assert_eq!((state.account, state.policy), (None, None));

    let words = JobsSearchRequest { text: "数据分析".to_owned(), ..all.clone() };
    assert_eq!(core.jobs_search(words).await.unwrap().total, 3);
    let suggested = core.jobs_suggest(JobsSuggest { text: "数据".to_owned() }).await.unwrap();
    assert!(!suggested.suggestions.is_empty());

    // A place picked by hand, with the nearest first.
    let found = core.places_find(PlacesFind { text: "徐汇".to_owned(), limit: 5 }).await.unwrap();
    let near = Some(Near { place: found[0].id, radius_km: 50 });
    let nearby = JobsSearchRequest { near, sort: JobsSort::Distance, ..all };
    let answer = core.jobs_search(nearby).await.unwrap();
    let titles: Vec<&str> = answer.jobs.iter().map(|job| job.title.as_str()).collect();
    assert_eq!(titles, [POSTED[0].0, POSTED[1].0]);
    let distances: Vec<f64> = answer.jobs.iter().map(|job| job.distance_km.unwrap()).collect();
    assert!(distances.is_sorted() && distances[1] < 50.0, "{distances:?}");

    let job = answer.jobs[0].id;
    assert_eq!(core.job_show(JobRef { job }).await.unwrap().job.my_application, None);
    core.favourite_set(FavouriteSet { job, on: true }).await.unwrap();
    let kept = core.favourites_list(Nothing {}).await.unwrap();
    assert_eq!(kept.iter().map(|card| card.id).collect::<Vec<_>>(), [job]);

    // One search is deleted, then all; that they are gone for good shows after the restart, too.
    let searches = core.search_history_list(Nothing {}).await.unwrap();
    assert_eq!(searches.len(), 2);
    core.search_history_delete(SearchHistoryDelete { at: Some(searches[0].at) }).await.unwrap();
    assert_eq!(core.search_history_list(Nothing {}).await.unwrap(), searches[1..]);
    core.search_history_delete(SearchHistoryDelete { at: None }).await.unwrap();
    assert_eq!(core.search_history_list(Nothing {}).await.unwrap(), []);
}
