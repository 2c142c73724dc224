use crate::samples::{job, job_card, key};
use zhitu_contract::jobs::{Job, JobCard};
use zhitu_core::ports::{KEPT_JOBS, LocalStore};
use zhitu_domain::id::JobId;
use zhitu_domain::job::{JobState, words};
use zhitu_domain::place::{Bounds, Point};
use zhitu_domain::time::Timestamp;

fn card(number: u128, title: &str, company: &str, point: Option<Point>) -> JobCard {
    JobCard {
        title: title.to_owned(),
        company: company.to_owned(),
        place: None,
        point,
        distance_km: None,
        ..job_card(number)
    }
}

async fn found(store: &dyn LocalStore, text: &str) -> Vec<JobId> {
    let mut ids: Vec<_> =
        store.kept_jobs(&words(text)).await.expect("found").into_iter().map(|card| card.id).collect();
    ids.sort_unstable();
    ids
}

fn ids(numbers: &[u128]) -> Vec<JobId> {
    numbers.iter().map(|number| job_card(*number).id).collect()
}

pub(super) async fn kept_jobs_are_found_by_words_of_title_and_company(store: &dyn LocalStore) {
    let cards = [
        card(1, "数据分析师", "星河纸业（演示）", None),
        card(2, "Ｊａｖａ工程师", "Paper Kite (demo)", None),
        card(3, "Java 数据工程师", "百分之一%（演示）", None),
    ];
    store.kept_jobs_put(&cards, Timestamp(1)).await.expect("kept");
    assert_eq!(found(store, "").await, ids(&[1, 2, 3]));
    assert_eq!(found(store, "数").await, ids(&[1, 3]));
    assert_eq!(found(store, "java").await, ids(&[2, 3]), "width and case are one");
    assert_eq!(found(store, "工程师 KITE").await, ids(&[2]), "each word, in whichever");
    assert_eq!(found(store, "java 数据 工程师").await, ids(&[3]));
    assert_eq!(found(store, "java 会计 工程师").await, ids(&[]));
    assert_eq!(found(store, "%").await, ids(&[3]), "no pattern");
    assert_eq!(store.kept_jobs(&words("星河")).await, Ok(vec![cards[0].clone()]), "whole cards");
}

pub(super) async fn a_kept_job_is_kept_once_as_last_seen(store: &dyn LocalStore) {
    let far =
        JobCard { distance_km: Some(3.0), ..card(1, "数据分析师", "星河纸业（演示）", None) };
    store.kept_jobs_put(&[far.clone(), far], Timestamp(1)).await.expect("kept");
    let newer = card(1, "会计", "纸鹞数据（演示）", None);
    store.kept_jobs_put(std::slice::from_ref(&newer), Timestamp(2)).await.expect("kept");
    assert_eq!(found(store, "数据分析").await, ids(&[]), "the title is another now");
    let asked = [JobId(key(77)), newer.id];
    assert_eq!(store.kept_jobs_get(&asked).await, Ok(vec![newer]), "without a distance");
    assert_eq!(store.kept_titles("数据", 8).await, Ok(vec![]));
    assert_eq!(store.kept_companies("纸", 8).await, Ok(vec![("纸鹞数据（演示）".to_owned(), 1)]));
}

pub(super) async fn an_opened_posting_is_kept_whole(store: &dyn LocalStore) {
    let card = card(1, "数据分析师", "星河纸业（演示）", None);
    assert_eq!(store.kept_job(card.id).await, Ok(None));
    store.kept_jobs_put(std::slice::from_ref(&card), Timestamp(1)).await.expect("kept");
    assert_eq!(store.kept_job(card.id).await, Ok(None), "a card is no posting");
    let posting = job(&card);
    store.kept_job_put(&posting, &card, Timestamp(2)).await.expect("kept");
    store.kept_jobs_put(std::slice::from_ref(&card), Timestamp(3)).await.expect("kept");
    assert_eq!(store.kept_job(card.id).await, Ok(Some(posting.clone())), "a later card leaves it");
    assert_eq!(found(store, "数据").await, ids(&[1]));
    let closed = Job { state: JobState::Closed, ..posting };
    store.kept_job_put(&closed, &card, Timestamp(4)).await.expect("kept");
    assert_eq!(store.kept_job(card.id).await, Ok(Some(closed)));
    assert_eq!(found(store, "数据").await, ids(&[]), "a closed one is not found");
    assert_eq!(store.kept_titles("数据", 8).await, Ok(vec![]));
}

pub(super) async fn a_removed_posting_is_not_found_any_more(store: &dyn LocalStore) {
    let cards =
        [card(1, "数据分析师", "星河纸业（演示）", None), card(2, "数据录入", "星河纸业（演示）", None)];
    store.kept_jobs_put(&cards, Timestamp(1)).await.expect("kept");
    store.kept_job_put(&job(&cards[0]), &cards[0], Timestamp(2)).await.expect("kept");
    store.kept_job_remove(cards[0].id).await.expect("removed");
    store.kept_job_remove(cards[0].id).await.expect("removed again");
    assert_eq!(store.kept_job(cards[0].id).await, Ok(None));
    assert_eq!(found(store, "数据").await, ids(&[2]));
    assert_eq!(store.kept_titles("数据", 8).await, Ok(vec![("数据录入".to_owned(), 1)]));
}

/// S-SRCH-03: what was looked at tells what was looked for.
pub(super) async fn kept_jobs_go_with_the_whole_history(store: &dyn LocalStore) {
    let card = card(1, "数据分析师", "星河纸业（演示）", None);
    store.kept_job_put(&job(&card), &card, Timestamp(1)).await.expect("kept");
    store.search_history_delete(Some(Timestamp(1))).await.expect("deleted");
    assert_eq!(found(store, "").await, ids(&[1]), "one search is not the history");
    store.search_history_delete(None).await.expect("deleted");
    assert_eq!(found(store, "").await, ids(&[]));
    assert_eq!(store.kept_job(card.id).await, Ok(None));
}

pub(super) async fn kept_jobs_are_found_by_where_they_are(store: &dyn LocalStore) {
    let at = |lat, lon| Some(Point { lat, lon });
    let cards = [
        card(1, "数据分析师", "星河纸业（演示）", at(31.18, 121.43)),
        card(2, "会计", "星河纸业（演示）", at(31.19, 121.44)),
        card(3, "数据分析师", "星河纸业（演示）", at(39.90, 116.40)),
        card(4, "数据分析师", "星河纸业（演示）", at(-17.0, 179.99)),
        card(5, "数据分析师", "星河纸业（演示）", at(-17.0, -179.99)),
        card(6, "数据分析师", "星河纸业（演示）", None),
        // 徐汇区, whose centre stands for it.
        JobCard { point: None, ..job_card(7) },
    ];
    store.kept_jobs_put(&cards, Timestamp(1)).await.expect("kept");
    let within = async |lat: f64, lon: f64, text: &str| {
        let bounds = Bounds::around(Point { lat, lon }, 10.0);
        let mut found = store.kept_jobs_within(bounds, &words(text)).await.expect("found");
        found.sort_unstable_by_key(|(job, _)| *job);
        found
    };
    let shanghai = within(31.1752, 121.4251, "").await;
    assert_eq!(shanghai.iter().map(|(job, _)| *job).collect::<Vec<_>>(), ids(&[1, 2, 7]));
    assert_eq!(shanghai[0].1, Point { lat: 31.18, lon: 121.43 });
    let titled = within(31.1752, 121.4251, "数据").await;
    assert_eq!(titled.iter().map(|(job, _)| *job).collect::<Vec<_>>(), ids(&[1, 7]));
    let fiji = within(-17.0, 180.0, "").await;
    assert_eq!(fiji.iter().map(|(job, _)| *job).collect::<Vec<_>>(), ids(&[4, 5]), "the antimeridian");
    let order = ids(&[7, 1, 2]);
    let cards: Vec<_> = store.kept_jobs_get(&order).await.expect("got").iter().map(|card| card.id).collect();
    assert_eq!(cards, order, "in the order asked for");
}

pub(super) async fn kept_titles_that_begin_with_the_text_come_first(store: &dyn LocalStore) {
    let titles =
        ["大数据工程师", "大数据工程师", "大数据工程师", "数据分析师", "数据分析师", "数据录入", "会计"];
    let cards: Vec<_> =
        (1..).zip(titles).map(|(number, title)| card(number, title, "数据湾（演示）", None)).collect();
    store.kept_jobs_put(&cards, Timestamp(1)).await.expect("kept");
    let expected = [("数据分析师", 2), ("数据录入", 1), ("大数据工程师", 3)];
    let expected = expected.map(|(title, count)| (title.to_owned(), count));
    assert_eq!(store.kept_titles("数据", 8).await.as_deref(), Ok(&expected[..]));
    assert_eq!(store.kept_titles("数据", 2).await.as_deref(), Ok(&expected[..2]));
    assert_eq!(store.kept_titles("师", 8).await.map(|found| found.len()), Ok(2), "anywhere in it");
    assert_eq!(store.kept_companies("数据", 8).await, Ok(vec![("数据湾（演示）".to_owned(), 7)]));
}

pub(super) async fn jobs_seen_longest_ago_are_dropped(store: &dyn LocalStore) {
    let cards: Vec<_> = (1..).map(job_card).take(KEPT_JOBS + 1).collect();
    store.kept_jobs_put(&cards[..2], Timestamp(1)).await.expect("kept");
    store.kept_jobs_put(&cards[2..], Timestamp(2)).await.expect("kept");
    // The first is seen again, so that the second is the one seen longest ago.
    store.kept_jobs_put(&cards[..1], Timestamp(3)).await.expect("kept");
    let one_more = job_card(1 << 64);
    store.kept_jobs_put(std::slice::from_ref(&one_more), Timestamp(4)).await.expect("kept");
    let asked = [cards[0].id, cards[1].id, one_more.id];
    let kept: Vec<_> = store.kept_jobs_get(&asked).await.expect("got").iter().map(|card| card.id).collect();
    assert_eq!(kept, [cards[0].id, one_more.id]);
    assert_eq!(store.kept_jobs(&[]).await.map(|kept| kept.len()), Ok(KEPT_JOBS));
}
