//! Introduction links: what one opens, for whom, and that a dead one says nothing. Source: S-SHR-01, I1 to I4.

use crate::support::{Answer, CANARY_PHONE, Person, Server, registration};
use crate::visibility::{no_canary, told};
use serde_json::{Value, json};
use zhitu_domain::id::AccountId;
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_server::ports::Clock;

async fn make(server: &Server, seeker: &Person, body: &Value) -> Answer {
    let path = format!("/api/introductions/{}", server.new_id());
    server.ask("PUT", &path, Some(&seeker.token), Some(body)).await
}

async fn for_person(server: &Server, seeker: &Person, openings: u32) -> Value {
    let body = json!({ "label": "王老师", "company": null, "days": 7, "max_openings": openings });
    make(server, seeker, &body).await.ok()
}

async fn for_company(server: &Server, seeker: &Person, recruiter: &Person, openings: u32) -> Value {
    let body = json!({ "label": "", "company": company(server, recruiter).await, "days": 7, "max_openings": openings });
    make(server, seeker, &body).await.ok()
}

async fn company(server: &Server, recruiter: &Person) -> String {
    let store = &server.running.app.store;
    store.recruiter_get(AccountId(recruiter.account)).await.unwrap().unwrap().company.id.to_string()
}

async fn open(server: &Server, person: &Person, link: &Value) -> Answer {
    let answer = server.post(person, "/api/introductions/open", &json!({ "text": link["link"] })).await;
    no_canary(&answer);
    answer
}

async fn looks(server: &Server, seeker: &Person) -> Value {
    server.get(seeker, "/api/visibility/looks").await.ok()
}

/// S-SHR-01, I1, I4: the one consent stands in the setting's stead, opens no channel, and is told.
#[tokio::test]
async fn a_link_opens_a_private_resume_to_whom_it_is_for_and_the_seeker_sees_it() {
    for server in Server::each().await {
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let seeker = server.seeker("13900139000", "周予安").await;
        let friend = server.seeker("13700137000", "何其然").await;
        server.choose(&seeker, VisibilitySetting::Private).await;
        let link = for_company(&server, &seeker, &recruiter, 2).await;
        assert_eq!(link["to"]["company"]["name"], "示例科技有限公司");
        assert!(link["link"].as_str().unwrap().starts_with("zhitu://introduction/"));

        let opened = open(&server, &recruiter, &link).await.ok();
        assert_eq!(opened["shown"]["basic"]["name"], "周予安");
        assert!(opened["shown"]["basic"].get("phone").is_none());
        assert_eq!(opened.as_object().unwrap().keys().collect::<Vec<_>>(), ["shown"], "no channel, no key");
        let looked = looks(&server, &seeker).await;
        assert_eq!(looked[0]["kind"], "introduced");
        assert_eq!(looked[0]["company"]["name"], "示例科技有限公司");
        assert_eq!(looked[0]["by"]["name"], "林一");
        let resume = server.resume_of(&seeker).await;
        let path = format!("/api/recruiter/resumes/{resume}");
        assert_eq!(server.get(&recruiter, &path).await.code(), "not_found", "the link and nothing else");
        assert_eq!(server.search(&recruiter).await.ok()["total"], 0);

        let link = for_person(&server, &seeker, 5).await;
        open(&server, &friend, &link).await.ok();
        let looked = looks(&server, &seeker).await;
        assert_eq!((&looked[0]["introduction"], &looked[0]["company"]), (&json!("王老师"), &Value::Null));
        assert_eq!(looked[0]["by"], Value::Null, "another seeker is nobody's to name");
        let listed = server.get(&seeker, "/api/introductions").await.ok();
        assert_eq!(listed[0]["to"], json!({ "kind": "person", "taken": true }));
        assert_eq!((&listed[0]["openings"], &listed[1]["openings"]), (&json!(1), &json!(1)));
        assert_eq!(listed[0]["link"], link["link"], "it can be copied again");
        assert!(!listed.to_string().contains(&friend.account.to_string()), "an account's key is nobody's");
        assert!(!looked.to_string().contains(CANARY_PHONE));
        server.end().await;
    }
}

/// I3, S-APP-04: dead, foreign, used up, revoked, blocked and never made are one answer, and nobody looked.
#[tokio::test]
async fn whatever_is_wrong_with_a_link_the_answer_is_that_of_one_that_never_was() {
    for server in Server::each().await {
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let rival = server.recruiter("13800138001", "别家公司").await;
        let blocked = server.recruiter("13800138002", "屏蔽科技有限公司").await;
        let unverified = server.signed_in("13800138003").await;
        let body = registration("没验证公司");
        server.ask("PUT", "/api/recruiter", Some(&unverified.token), Some(&body)).await.ok();
        let staff = server.signed_in("13800138004").await;
        let store = &server.running.app.store;
        store.staff_set(AccountId(staff.account), true, "test", server.clock.now()).await.unwrap();
        let friend = server.seeker("13700137000", "何其然").await;
        let seeker = server.seeker("13900139000", "周予安").await;
        server.choose(&seeker, VisibilitySetting::Public).await;

        let never = json!({ "link": format!("zhitu://introduction/{}", "A".repeat(43)) });
        let nowhere = told(&open(&server, &recruiter, &never).await);
        assert_eq!(nowhere.0, 404);
        let no_link = json!({ "link": "这不是链接" });
        assert_eq!(told(&open(&server, &recruiter, &no_link).await), nowhere);
        let is_nothing = async |who: &Person, link: &Value, why: &str| {
            assert_eq!(told(&open(&server, who, link).await), nowhere, "{why}");
        };

        let company = for_company(&server, &seeker, &recruiter, 9).await;
        for (who, why) in [
            (&rival, "another company"),
            (&unverified, "not verified"),
            (&staff, "staff"),
            (&friend, "a seeker"),
            (&seeker, "the own"),
        ] {
            is_nothing(who, &company, why).await;
        }
        let person = for_person(&server, &seeker, 9).await;
        for (who, why) in [(&unverified, "not verified"), (&staff, "staff"), (&seeker, "the own")] {
            is_nothing(who, &person, why).await;
        }
        assert_eq!(looks(&server, &seeker).await, json!([]), "nobody saw anything");
        open(&server, &friend, &person).await.ok();
        is_nothing(&recruiter, &person, "it is another's now").await;

        let shut_out = for_company(&server, &seeker, &blocked, 9).await;
        open(&server, &blocked, &shut_out).await.ok();
        let view = server.block(&seeker, "屏蔽科技").await;
        is_nothing(&blocked, &shut_out, "blocked").await;
        let block = format!("/api/visibility/blocks/{}", view["blocks"][0]["id"].as_str().unwrap());
        server.ask("DELETE", &block, Some(&seeker.token), None).await.ok();
        open(&server, &blocked, &shut_out).await.ok();

        let once = for_company(&server, &seeker, &recruiter, 1).await;
        open(&server, &recruiter, &once).await.ok();
        is_nothing(&recruiter, &once, "used up").await;
        let path = format!("/api/introductions/{}", company["id"].as_str().unwrap());
        assert_eq!(server.ask("DELETE", &path, Some(&rival.token), None).await.code(), "not_found");
        open(&server, &recruiter, &company).await.ok();
        for _ in 0..2 {
            let revoked = server.ask("DELETE", &path, Some(&seeker.token), None).await.ok();
            assert_eq!(revoked["live"], false);
            is_nothing(&recruiter, &company, "revoked").await;
        }
        server.clock.advance(7 * 86_400 - 60);
        // Access tokens have run out meanwhile; whose it is has not changed.
        let friend = server.signed_in("13700137000").await;
        open(&server, &friend, &person).await.ok();
        server.clock.advance(60);
        is_nothing(&friend, &person, "over").await;
        let seeker = server.signed_in("13900139000").await;
        assert_eq!(looks(&server, &seeker).await.as_array().unwrap().len(), 6, "one for each opening");
        let signed_out = server
            .ask("POST", "/api/introductions/open", None, Some(&json!({ "text": person["link"] })))
            .await;
        assert_eq!(signed_out.code(), "signed_out", "who opens it must be known");
        server.end().await;
    }
}

/// Of twenty at once one has the last opening, and there is one look.
#[tokio::test]
async fn the_last_opening_is_one_persons() {
    for server in Server::each().await {
        let mut colleagues = Vec::new();
        for number in 0..4 {
            colleagues.push(server.recruiter(&format!("1380013800{number}"), "示例科技有限公司").await);
        }
        let seeker = server.seeker("13900139000", "周予安").await;
        for openings in [1_u32, 3] {
            let before = looks(&server, &seeker).await.as_array().unwrap().len();
            let link = for_company(&server, &seeker, &colleagues[0], openings).await;
            let all = colleagues.iter().cycle().take(20).map(|one| open(&server, one, &link));
            let opened = futures_util::future::join_all(all).await;
            let seen = opened.iter().filter(|answer| answer.status == 200).count();
            assert_eq!(seen, openings as usize);
            assert!(opened.iter().all(|answer| matches!(answer.status, 200 | 404)));
            let after = looks(&server, &seeker).await.as_array().unwrap().len();
            assert_eq!(after - before, openings as usize);
            let listed = server.get(&seeker, "/api/introductions").await.ok();
            assert_eq!((&listed[0]["openings"], &listed[0]["live"]), (&json!(openings), &json!(false)));
        }
        // A person's link is settled by the same race.
        let link = for_person(&server, &seeker, 100).await;
        let all = colleagues.iter().map(|one| open(&server, one, &link));
        let opened = futures_util::future::join_all(all).await;
        assert_eq!(opened.iter().filter(|answer| answer.status == 200).count(), 1);
        server.end().await;
    }
}

#[tokio::test]
async fn what_a_link_may_be_is_checked_and_a_repeat_is_the_same_link() {
    for server in Server::each().await {
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let seeker = server.seeker("13900139000", "周予安").await;
        let good = json!({ "label": " 王老师 ", "company": null, "days": 90, "max_openings": 100 });
        for (field, value, named) in [
            ("days", json!(0), "days"),
            ("days", json!(91), "days"),
            ("max_openings", json!(0), "max_openings"),
            ("max_openings", json!(101), "max_openings"),
            ("label", json!("长".repeat(51)), "label"),
            ("label", json!(" "), "label"),
        ] {
            let mut body = good.clone();
            body[field] = value;
            let refused = make(&server, &seeker, &body).await;
            assert_eq!(
                (refused.code().as_str(), &refused.body["detail"]["field"]),
                ("invalid_field", &json!(named))
            );
        }
        let mut body = good.clone();
        body["company"] = json!(server.new_id());
        assert_eq!(make(&server, &seeker, &body).await.code(), "not_found");

        let path = format!("/api/introductions/{}", server.new_id());
        let put =
            async |body: &Value, who: &Person| server.ask("PUT", &path, Some(&who.token), Some(body)).await;
        let made = put(&good, &seeker).await.ok();
        assert_eq!((&made["label"], &made["live"]), (&json!("王老师"), &json!(true)));
        assert_eq!(put(&good, &seeker).await.ok(), made);
        assert_eq!(put(&good, &recruiter).await.code(), "idempotency_mismatch");
        body["company"] = json!(company(&server, &recruiter).await);
        assert_eq!(put(&body, &seeker).await.code(), "idempotency_mismatch");
        assert_eq!(server.get(&seeker, "/api/introductions").await.ok().as_array().unwrap().len(), 1);
        assert_eq!(server.get(&recruiter, "/api/introductions").await.ok(), json!([]));
        let long = json!({ "text": "长".repeat(2_000) });
        assert_eq!(server.post(&recruiter, "/api/introductions/open", &long).await.code(), "invalid_field");
        server.end().await;
    }
}
