//! Conversations over the server's own interface, on both databases.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use std::time::Duration;
use zhitu_storage::outbox::Topic;
use zhitu_testing::samples::resume;
use zhitu_tests::market::{Database, Market, Person, key, posting};
use zhitu_tests::wait::until_async;

const SEEKER: &str = "+8613800138001";
const RECRUITER: &str = "+8613800138002";
const STRANGER: &str = "+8613800138003";

/// A seeker and a recruiter with an open conversation; its path.
async fn conversation(market: &Market) -> (Person<'_>, Person<'_>, String) {
    let recruiter = market.verified_recruiter(RECRUITER, "纸鹞数据").await.unwrap();
    let job = key();
    recruiter.put(&format!("/api/recruiter/jobs/{job}"), posting("数据分析师")).await.unwrap();
    let seeker = market.sign_in(SEEKER).await.unwrap();
    let opened = seeker.post("/api/conversations", json!({ "about": "job", "job": job })).await.unwrap();
    let path = format!("/api/conversations/{}", opened["id"].as_str().unwrap());
    (seeker, recruiter, path)
}

async fn each_database<F: AsyncFn(Market)>(check: F) {
    for database in [Database::Sqlite, Database::Postgres] {
        if let Some(market) = Market::start(database).await.unwrap() {
            check(market).await;
        }
    }
}

fn message(text: &str) -> Value {
    json!({ "id": key(), "text": text })
}

/// S-CHAT-01
#[tokio::test]
async fn both_sides_see_the_same_messages_in_the_same_order() {
    each_database(async |market| {
        let (seeker, recruiter, path) = conversation(&market).await;
        let messages = format!("{path}/messages");
        for turn in 0..10 {
            let who = if turn % 3 == 0 { &recruiter } else { &seeker };
            who.post(&messages, message(&format!("第 {turn} 条"))).await.unwrap();
        }
        let all = format!("{messages}?after=0&limit=100");
        let (left, right) = (seeker.get(&all).await.unwrap(), recruiter.get(&all).await.unwrap());
        assert_eq!(left, right);
        let numbers: Vec<u64> = left.as_array().unwrap().iter().map(|m| m["seq"].as_u64().unwrap()).collect();
        assert_eq!(numbers, (1..=10).collect::<Vec<_>>());
        let rest = seeker.get(&format!("{messages}?after=7&limit=2")).await.unwrap();
        assert_eq!(rest.as_array().unwrap().len(), 2);
        assert_eq!(rest[0]["seq"], 8);
    })
    .await;
}

#[tokio::test]
async fn a_repeated_message_is_one_message_and_another_text_under_its_key_is_refused() {
    each_database(async |market| {
        let (seeker, recruiter, path) = conversation(&market).await;
        let messages = format!("{path}/messages");
        let sent = message("在吗");
        let first = seeker.post(&messages, sent.clone()).await.unwrap();
        assert_eq!(seeker.post(&messages, sent.clone()).await.unwrap(), first);
        let other = json!({ "id": sent["id"], "text": "别的话" });
        let refused = seeker.send("POST", &messages, Some(other)).await.unwrap();
        assert_eq!((refused.status, refused.code()), (409, "idempotency_mismatch"));
        let stolen = recruiter.send("POST", &messages, Some(sent)).await.unwrap();
        assert_eq!((stolen.status, stolen.code()), (409, "idempotency_mismatch"));
        let all = recruiter.get(&format!("{messages}?after=0&limit=10")).await.unwrap();
        assert_eq!(all.as_array().unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_is_not_ones_own_is_not_there() {
    each_database(async |market| {
        let (_, _, path) = conversation(&market).await;
        let stranger = market.sign_in(STRANGER).await.unwrap();
        let absent = format!("/api/conversations/{}", key());
        for (method, tail, body) in [
            ("GET", "", None),
            ("GET", "/messages?after=0&limit=10", None),
            ("POST", "/messages", Some(message("你好"))),
            ("PUT", "/read", Some(json!({ "seq": 1 }))),
        ] {
            let there = stranger.send(method, &format!("{path}{tail}"), body.clone()).await.unwrap();
            let nowhere = stranger.send(method, &format!("{absent}{tail}"), body).await.unwrap();
            assert_eq!(there.status, 404, "{method} {tail}");
            assert_eq!(there, nowhere, "{method} {tail}");
        }
        assert_eq!(stranger.get("/api/conversations").await.unwrap(), json!([]));
    })
    .await;
}

/// S-REC-04
#[tokio::test]
async fn a_verification_taken_back_closes_the_companys_side_at_once() {
    each_database(async |market| {
        let (seeker, recruiter, path) = conversation(&market).await;
        let messages = format!("{path}/messages");
        let mut link = recruiter.live().await.unwrap();
        seeker.post(&messages, message("一")).await.unwrap();
        assert_eq!(link.next().await.unwrap().unwrap()["message"]["text"], "一");

        let company = market.store().company_by_name("纸鹞数据").await.unwrap().unwrap();
        market.store().company_verify(company.id, false, "test", market.server.app.now()).await.unwrap();
        assert_eq!(recruiter.send("GET", &path, None).await.unwrap().status, 404);
        assert_eq!(recruiter.get("/api/conversations").await.unwrap(), json!([]));
        seeker.post(&messages, message("二")).await.unwrap();
        // Whether somebody may hear of a message is asked when it is told, not when it is written.
        let told = async || Ok(market.store().outbox_next(Topic::Live, 1).await?.is_empty().then_some(()));
        until_async("the message to be told", Duration::from_mins(1), told).await.unwrap();

        market.store().company_verify(company.id, true, "test", market.server.app.now()).await.unwrap();
        seeker.post(&messages, message("三")).await.unwrap();
        // What was said in between was not told; it is there to be fetched once the company may see it again.
        assert_eq!(link.next().await.unwrap().unwrap()["message"]["text"], "三");
    })
    .await;
}

#[tokio::test]
async fn a_link_from_before_the_verification_hears_of_the_company_from_then_on() {
    each_database(async |market| {
        let account = market.sign_in(RECRUITER).await.unwrap();
        let mut link = account.live().await.unwrap();
        // A number gets a code a minute.
        market.let_pass(61);
        let (seeker, _, path) = conversation(&market).await;
        seeker.post(&format!("{path}/messages"), message("您好")).await.unwrap();
        assert_eq!(link.next().await.unwrap().unwrap()["message"]["text"], "您好");
    })
    .await;
}

/// I4: what staff get live is for sessions that have shown a second factor.
#[tokio::test]
async fn staff_hear_of_their_conversations_once_the_session_has_shown_the_second_factor() {
    each_database(async |market| {
        let seeker = market.sign_in(SEEKER).await.unwrap();
        seeker.put("/api/resume", json!({ "content": resume(), "base_version": 0 })).await.unwrap();
        seeker.put("/api/visibility", json!({ "setting": "platform" })).await.unwrap();
        let account = seeker.account().await.unwrap();
        let id = market.store().resume_get(account).await.unwrap().unwrap().id;
        let staff = market.sign_in(STRANGER).await.unwrap();
        let codes = market.enrol_staff(staff.account().await.unwrap()).await.unwrap();
        // A number gets a code a minute.
        market.let_pass(61);
        let later = market.sign_in(STRANGER).await.unwrap();
        let (mut link, mut later_link) = (staff.live().await.unwrap(), later.live().await.unwrap());
        staff.post("/api/staff/second-factor", json!({ "code": codes[0] })).await.unwrap();
        let open = json!({ "about": "resume", "resume": id, "job": null });
        let talk = staff.post("/api/conversations", open).await.unwrap();
        let messages = format!("/api/conversations/{}/messages", talk["id"].as_str().unwrap());
        seeker.post(&messages, message("一")).await.unwrap();
        assert_eq!(link.next().await.unwrap().unwrap()["message"]["text"], "一");
        let told = async || Ok(market.store().outbox_next(Topic::Live, 1).await?.is_empty().then_some(()));
        until_async("the message to be told", Duration::from_mins(1), told).await.unwrap();

        later.post("/api/staff/second-factor", json!({ "code": codes[1] })).await.unwrap();
        seeker.post(&messages, message("二")).await.unwrap();
        assert_eq!(later_link.next().await.unwrap().unwrap()["message"]["text"], "二");
        let rest = later.get(&format!("{messages}?limit=9")).await.unwrap();
        assert_eq!(rest.as_array().unwrap().len(), 2, "what was not told is there to be fetched");
    })
    .await;
}

#[tokio::test]
async fn messages_and_read_marks_are_told_live_and_marks_never_go_back() {
    each_database(async |market| {
        let (seeker, recruiter, path) = conversation(&market).await;
        let (messages, read) = (format!("{path}/messages"), format!("{path}/read"));
        let mut link = seeker.live().await.unwrap();
        for text in ["一", "二"] {
            recruiter.post(&messages, message(text)).await.unwrap();
            assert_eq!(link.next().await.unwrap().unwrap()["message"]["text"], text);
        }
        assert_eq!(seeker.get(&path).await.unwrap()["unread"], 2);
        let after = seeker.put(&read, json!({ "seq": 2 })).await.unwrap();
        assert_eq!((&after["unread"], &after["read_seq"]), (&json!(0), &json!(2)));
        let told = link.next().await.unwrap().unwrap();
        assert_eq!(
            (&told["kind"], &told["seq"], &told["side"]),
            (&json!("read"), &json!(2), &json!("seeker"))
        );
        let back = seeker.put(&read, json!({ "seq": 1 })).await.unwrap();
        assert_eq!(back["read_seq"], 2);
        let beyond = seeker.put(&read, json!({ "seq": 4_000_000_000_u32 })).await.unwrap();
        assert_eq!(beyond["read_seq"], 2);
        assert_eq!(recruiter.get(&path).await.unwrap()["other_read_seq"], 2);
    })
    .await;
}

#[tokio::test]
async fn signing_out_closes_the_link() {
    each_database(async |market| {
        let seeker = market.sign_in(SEEKER).await.unwrap();
        let mut link = seeker.live().await.unwrap();
        assert_eq!(seeker.send("POST", "/api/auth/sign-out", None).await.unwrap().status, 204);
        assert_eq!(link.next().await.unwrap(), Some(json!({ "kind": "session_ended" })));
        assert_eq!(link.next().await.unwrap(), None);
        assert!(seeker.live().await.is_err());
    })
    .await;
}

#[tokio::test]
async fn what_is_no_message_is_refused_with_its_field() {
    each_database(async |market| {
        let (seeker, _, path) = conversation(&market).await;
        let messages = format!("{path}/messages");
        for (text, problem) in [("  \n", "missing".to_owned()), (&"长".repeat(2_001), "too_long".to_owned())]
        {
            let refused = seeker.send("POST", &messages, Some(message(text))).await.unwrap();
            assert_eq!((refused.status, refused.code()), (422, "invalid_field"));
            assert_eq!(refused.body["detail"], json!({ "field": "text", "problem": problem }));
        }
        let whole = "长".repeat(2_000);
        assert_eq!(seeker.post(&messages, message(&whole)).await.unwrap()["text"], whole.as_str());
    })
    .await;
}
