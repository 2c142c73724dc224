//! What seekers and companies do with each other: blocks, looks, asking for contact data, and whose each of it is.

use crate::support::{CANARY_EMAIL, CANARY_PHONE, Person, Server, registration, resume_content};
use serde_json::{Value, json};
use zhitu_domain::id::{AccountId, CompanyId};
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_server::ports::Clock;

/// A seeker in public, and a recruiter who may search.
async fn two(server: &Server) -> (Person, Person, String) {
    let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
    let seeker = server.seeker("13900139000", "周予安").await;
    server.choose(&seeker, VisibilitySetting::Public).await;
    let resume = server.resume_of(&seeker).await;
    (seeker, recruiter, resume)
}

pub(crate) async fn ask(server: &Server, recruiter: &Person, resume: &str, wanted: &Value) -> Value {
    let path = format!("/api/recruiter/resumes/{resume}/contact-requests");
    let body = json!({ "id": server.new_id(), "reason": "想约电话", "wanted": wanted });
    server.post(recruiter, &path, &body).await.ok()
}

pub(crate) async fn answer(
    server: &Server,
    seeker: &Person,
    request: &Value,
    answer: Value,
) -> crate::support::Answer {
    let path = format!("/api/contact-requests/{}/answer", request["id"].as_str().unwrap());
    let body = json!({ "answer": answer });
    server.ask("PUT", &path, Some(&seeker.token), Some(&body)).await
}

/// S-VIS-06, D6: item by item, to this asker, until it is taken back.
#[tokio::test]
async fn contact_data_is_handed_over_item_by_item_and_taken_back() {
    for server in Server::each().await {
        let (seeker, recruiter, resume) = two(&server).await;
        let rival = server.recruiter("13800138001", "别家公司").await;
        let path = format!("/api/recruiter/resumes/{resume}");
        let contact = async |who: &Person| server.get(who, &path).await.ok()["contact"].clone();
        let nothing = json!({ "phone": null, "email": null });
        let first = ask(&server, &recruiter, &resume, &json!(["phone", "email"])).await;
        let second = ask(&server, &recruiter, &resume, &json!(["phone", "email"])).await;
        let refused = answer(&server, &seeker, &first, json!({ "kind": "refuse" })).await;
        assert_eq!(
            (refused.code().as_str(), &refused.body["detail"]),
            ("contact_request_closed", &json!({ "reason": "superseded" }))
        );
        let listed = server.get(&seeker, "/api/contact-requests").await.ok();
        assert_eq!(listed[0]["company"]["name"], "示例科技有限公司");
        assert_eq!(listed[0]["by"], json!({ "name": "林一", "title": "招聘经理" }));

        let grant = |items: Value| json!({ "kind": "grant", "items": items });
        assert_eq!(answer(&server, &rival, &second, grant(json!(["phone"]))).await.code(), "not_found");
        assert_eq!(answer(&server, &seeker, &second, grant(json!([]))).await.code(), "invalid_field");
        for kind in ["later", "ignore"] {
            answer(&server, &seeker, &second, json!({ "kind": kind })).await.ok();
            assert_eq!(contact(&recruiter).await, nothing);
            let made = server.get(&recruiter, "/api/recruiter/contact-requests").await.ok();
            assert_eq!(made.as_array().unwrap().len(), 1);
            assert_eq!(made[0]["outcome"], json!({ "kind": "not_granted" }));
        }
        answer(&server, &seeker, &second, grant(json!(["phone"]))).await.ok();
        assert_eq!(contact(&recruiter).await, json!({ "phone": CANARY_PHONE, "email": null }));
        assert_eq!(contact(&rival).await, nothing, "to this asker alone");
        let retract = format!("/api/recruiter/contact-requests/{}", second["id"].as_str().unwrap());
        assert_eq!(server.ask("DELETE", &retract, Some(&rival.token), None).await.code(), "not_found");
        server.ask("DELETE", &retract, Some(&recruiter.token), None).await.ok();
        assert_eq!(contact(&recruiter).await["phone"], CANARY_PHONE, "it is the seeker's to take back");

        let withdraw = format!("/api/contact-requests/{}/withdraw", second["id"].as_str().unwrap());
        assert_eq!(server.post(&rival, &withdraw, &json!({})).await.code(), "not_found");
        assert_eq!(server.post(&seeker, &withdraw, &json!({})).await.ok()["state"]["kind"], "withdrawn");
        assert_eq!(contact(&recruiter).await, nothing, "I2");
        assert_eq!(server.post(&seeker, &withdraw, &json!({})).await.code(), "contact_request_closed");

        let third = ask(&server, &recruiter, &resume, &json!(["email"])).await;
        answer(&server, &seeker, &third, grant(json!(["email"]))).await.ok();
        assert_eq!(contact(&recruiter).await, json!({ "phone": null, "email": CANARY_EMAIL }));
        server.block(&seeker, "示例科技").await;
        assert_eq!(server.get(&recruiter, &path).await.code(), "not_found");
        let made = server.get(&recruiter, "/api/recruiter/contact-requests").await.ok();
        assert_eq!(made[0]["outcome"], json!({ "kind": "not_granted" }), "a block hides what was granted");
        server.end().await;
    }
}

/// I4, S-VIS-10: every look is shown to the seeker, each time, and nobody else's.
#[tokio::test]
async fn every_look_is_shown_to_the_seeker() {
    for server in Server::each().await {
        let (seeker, recruiter, resume) = two(&server).await;
        let staff = server.staff("13700137000").await;
        let job = server.job(&recruiter, "后端工程师").await;
        let application = server.apply(&seeker, &job).await.ok();
        for who in [&recruiter, &recruiter, &staff] {
            server.open(who, &resume).await.ok();
        }
        let snapshot = format!("/api/recruiter/applications/{}", application["id"].as_str().unwrap());
        server.get(&recruiter, &snapshot).await.ok();
        let looks = server.get(&seeker, "/api/visibility/looks").await.ok();
        let kinds: Vec<&Value> = looks.as_array().unwrap().iter().map(|look| &look["kind"]).collect();
        assert_eq!(kinds, ["snapshot_opened", "staff_opened", "opened", "opened"]);
        assert_eq!((&looks[0]["job"], &looks[3]["job"]), (&json!("后端工程师"), &Value::Null));
        assert_eq!((&looks[1]["company"], &looks[1]["by"]), (&Value::Null, &Value::Null));
        let reasons: Vec<&Value> = looks.as_array().unwrap().iter().map(|look| &look["reason"]).collect();
        assert_eq!(reasons, [&Value::Null, &json!("support"), &Value::Null, &Value::Null]);
        assert!(!looks.to_string().contains("来电"), "the words are for the audit log");
        assert_eq!(looks[2]["company"]["name"], "示例科技有限公司");
        assert_eq!(looks[2]["by"], json!({ "name": "林一", "title": "招聘经理" }));
        let before = format!("/api/visibility/looks?before={}", looks[1]["id"].as_str().unwrap());
        assert_eq!(server.get(&seeker, &before).await.ok(), json!([looks[2], looks[3]]));
        assert_eq!(server.get(&staff, &before).await.ok(), json!([]), "another's look opens no page");
        server.end().await;
    }
}

/// S-VIS-08: a company that is not there yet is blocked by its name, when it comes and when it calls itself otherwise.
#[tokio::test]
async fn a_block_by_name_holds_when_the_company_registers_and_after_it_renames() {
    for server in Server::each().await {
        let (seeker, _, resume) = two(&server).await;
        let view = server.block(&seeker, "躲着的（上海）公司").await;
        assert_eq!((&view["blocks"][0]["company"], &view["blocks"][0]["name"]), (&Value::Null, &Value::Null));
        let path = format!("/api/recruiter/resumes/{resume}");
        let late = server.recruiter("13800138001", "躲着的(上海) 有限公司").await;
        assert_eq!(server.get(&late, &path).await.code(), "not_found");
        assert_eq!(server.search(&late).await.ok()["total"], 0);
        let view = server.get(&seeker, "/api/visibility").await.ok();
        assert_eq!(view["blocks"][0]["company"]["name"], "躲着的(上海) 有限公司");

        let renamed = registration("换了名字的公司");
        server.ask("PUT", "/api/recruiter", Some(&late.token), Some(&renamed)).await.ok();
        server.verify(&late, "换了名字的公司").await;
        assert_eq!(server.get(&late, &path).await.code(), "not_found");
        assert_eq!(server.search(&late).await.ok()["total"], 0);
        server.end().await;
    }
}

/// The server keeps no name of a company that is not its customer.
#[tokio::test]
async fn a_blocked_name_is_nowhere_in_the_database() {
    let server = Server::start(|_| {}).await;
    let (seeker, ..) = two(&server).await;
    server.block(&seeker, "隐去之名科技有限公司").await;
    let folder = server.running.app.config.data_dir.clone();
    let (mut customer, mut hidden) = (false, false);
    for file in std::fs::read_dir(&folder).unwrap() {
        let path = file.unwrap().path();
        if path.is_file() {
            let bytes = std::fs::read(&path).unwrap();
            let holds = |name: &str| bytes.windows(name.len()).any(|window| window == name.as_bytes());
            customer |= holds("示例科技");
            hidden |= holds("隐去之名");
        }
    }
    assert!(customer && !hidden, "a customer's name is found where the other is not");
    server.end().await;
}

/// D5
#[tokio::test]
async fn blocking_asks_about_applications_and_applying_needs_to_be_said() {
    for server in Server::each().await {
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let (job, other) =
            (server.job(&recruiter, "后端工程师").await, server.job(&recruiter, "前端工程师").await);
        let seeker = server.seeker("13900139000", "周予安").await;
        let sent = server.apply(&seeker, &job).await.ok();
        let open = json!({ "about": "application", "application": sent["id"] });
        let talk = server.post(&recruiter, "/api/conversations", &open).await.ok();
        server.say(&seeker, &talk["id"]).await.ok();
        let company = server.running.app.store.company_by_name("示例科技有限公司").await.unwrap().unwrap().id;
        let picked = json!({ "names": [], "companies": [{ "id": server.new_id(), "company": company }], "origin": "seen" });
        let view = server.post(&seeker, "/api/visibility/blocks", &picked).await.ok();
        assert_eq!(view["blocked_applications"][0]["id"], sent["id"]);
        assert_eq!(view["blocked_applications"].as_array().unwrap().len(), 1);
        let leave = format!("/api/visibility/blocked-applications/{}/leave", sent["id"].as_str().unwrap());
        assert_eq!(
            server.post(&recruiter, &leave, &json!({})).await.code(),
            "not_found",
            "the sender's to say"
        );
        let answered = server.post(&seeker, &leave, &json!({})).await.ok();
        assert_eq!(answered["blocked_applications"], json!([]), "the question does not come again");
        assert_eq!(server.get(&seeker, "/api/visibility").await.ok()["blocked_applications"], json!([]));

        for person in [&recruiter, &seeker] {
            assert_eq!(server.say(person, &talk["id"]).await.code(), "conversation_closed");
        }
        let messages =
            format!("/api/conversations/{}/messages?after=0&limit=10", talk["id"].as_str().unwrap());
        assert_eq!(server.get(&seeker, &messages).await.ok().as_array().unwrap().len(), 1, "it may be read");
        let snapshot = format!("/api/recruiter/applications/{}", sent["id"].as_str().unwrap());
        server.get(&recruiter, &snapshot).await.ok();

        let apply = async |despite: bool| {
            let body = json!({ "job": other, "resume_version": 1, "despite_block": despite });
            server.post(&seeker, "/api/applications", &body).await
        };
        assert_eq!(
            server.post(&seeker, "/api/conversations", &json!({ "about": "job", "job": other })).await.code(),
            "company_blocked"
        );
        assert_eq!(apply(false).await.code(), "company_blocked");
        let despite = apply(true).await.ok();
        let open = json!({ "about": "application", "application": despite["id"] });
        let about = server.post(&recruiter, "/api/conversations", &open).await.ok();
        server.say(&recruiter, &about["id"]).await.ok();
        server.say(&seeker, &about["id"]).await.ok();
        assert_eq!(server.say(&recruiter, &talk["id"]).await.code(), "conversation_closed", "that one alone");
        let withdraw = format!("/api/applications/{}/withdraw", despite["id"].as_str().unwrap());
        server.post(&seeker, &withdraw, &json!({})).await.ok();
        assert_eq!(server.say(&recruiter, &about["id"]).await.code(), "conversation_closed");
        server.end().await;
    }
}

/// A found person is in contact once they answer, and not before.
#[tokio::test]
async fn whoever_was_found_is_in_contact_once_they_answer() {
    for server in Server::each().await {
        let (seeker, recruiter, resume) = two(&server).await;
        let job = server.job(&recruiter, "后端工程师").await;
        let open = json!({ "about": "resume", "resume": resume, "job": job });
        let talk = server.post(&recruiter, "/api/conversations", &open).await.ok();
        assert_eq!(talk["with"], "周**", "no look was recorded, so there is no full name (I4)");
        server.say(&recruiter, &talk["id"]).await.ok();
        server.choose(&seeker, VisibilitySetting::Private).await;
        assert_eq!(server.say(&recruiter, &talk["id"]).await.code(), "conversation_closed");
        server.say(&seeker, &talk["id"]).await.ok();
        server.say(&recruiter, &talk["id"]).await.ok();
        let talks = server.get(&recruiter, "/api/conversations").await.ok();
        assert_eq!(talks[0]["with"], "周予安", "who answers says who they are");
        let rival = server.recruiter("13800138001", "别家公司").await;
        let stranger =
            json!({ "about": "resume", "resume": resume, "job": server.job(&rival, "会计").await });
        assert_eq!(server.post(&recruiter, "/api/conversations", &stranger).await.code(), "not_found");
        server.end().await;
    }
}

/// Whoever looked at the résumé first, which is recorded, knows the name from then on.
#[tokio::test]
async fn the_full_name_follows_a_recorded_look() {
    for server in Server::each().await {
        let (seeker, recruiter, resume) = two(&server).await;
        server.open(&recruiter, &resume).await.ok();
        let job = server.job(&recruiter, "后端工程师").await;
        let open = json!({ "about": "resume", "resume": resume, "job": job });
        let talk = server.post(&recruiter, "/api/conversations", &open).await.ok();
        assert_eq!(talk["with"], "周予安");
        assert_eq!(server.get(&seeker, "/api/visibility/looks").await.ok().as_array().unwrap().len(), 1);
        server.end().await;
    }
}

/// S-APP-02: a company that has a copy alone is not told of a later name.
#[tokio::test]
async fn an_applicants_name_in_a_conversation_is_the_one_that_was_sent() {
    for server in Server::each().await {
        let (seeker, recruiter, _) = two(&server).await;
        server.choose(&seeker, VisibilitySetting::Private).await;
        let job = server.job(&recruiter, "后端工程师").await;
        let application = server.apply(&seeker, &job).await.ok()["id"].clone();
        let open = json!({ "about": "application", "application": application });
        let talk = server.post(&recruiter, "/api/conversations", &open).await.ok();
        let renamed = json!({ "base_version": 1, "content": resume_content("周佳宁") });
        server.ask("PUT", "/api/resume", Some(&seeker.token), Some(&renamed)).await.ok();
        server.say(&seeker, &talk["id"]).await.ok();
        assert_eq!(server.get(&recruiter, "/api/conversations").await.ok()[0]["with"], "周予安");
        server.end().await;
    }
}

/// The conversation stays open until the seeker closes it or blocks; of neither is the company told how far they read
/// since.
#[tokio::test]
async fn a_seeker_ends_a_conversation_and_begins_it_anew() {
    for server in Server::each().await {
        let (seeker, recruiter, _) = two(&server).await;
        let job = server.job(&recruiter, "后端工程师").await;
        let open = json!({ "about": "job", "job": job });
        let talk = server.post(&seeker, "/api/conversations", &open).await.ok();
        let path = format!("/api/conversations/{}", talk["id"].as_str().unwrap());
        let end = async |person: &Person, ended: bool| {
            let body = json!({ "ended": ended });
            server.ask("PUT", &format!("{path}/ended"), Some(&person.token), Some(&body)).await
        };
        let read = async |seq: u32| {
            let body = json!({ "seq": seq });
            server.ask("PUT", &format!("{path}/read"), Some(&seeker.token), Some(&body)).await.ok()
        };
        for _ in 0..3 {
            server.say(&recruiter, &talk["id"]).await.ok();
        }
        read(1).await;
        assert_eq!(end(&recruiter, true).await.code(), "not_found", "it is the seeker's to end");
        let ended = end(&seeker, true).await.ok();
        assert_eq!((&ended["ended"], &ended["unread"]), (&json!(true), &json!(2)));
        for who in [&seeker, &recruiter] {
            assert_eq!(server.say(who, &talk["id"]).await.code(), "conversation_closed");
        }
        read(3).await;
        let theirs = server.get(&recruiter, &path).await.ok();
        assert_eq!((&theirs["ended"], &theirs["other_read_seq"]), (&json!(false), &json!(1)));
        server.choose(&seeker, VisibilitySetting::Private).await;
        assert!(!end(&seeker, false).await.ok()["ended"].as_bool().unwrap());
        server.say(&recruiter, &talk["id"]).await.ok();
        assert_eq!(server.get(&recruiter, &path).await.ok()["other_read_seq"], 3);

        server.block(&seeker, "示例科技").await;
        assert_eq!(server.get(&recruiter, &path).await.ok()["other_read_seq"], 3, "a block is not told");
        assert!(server.get(&seeker, &path).await.ok()["ended"].as_bool().unwrap());
        assert_eq!(end(&seeker, false).await.code(), "company_blocked");
        server.end().await;
    }
}

/// Notes stay within the company.
#[tokio::test]
async fn a_companys_notes_are_its_own() {
    for server in Server::each().await {
        let (_, recruiter, resume) = two(&server).await;
        let colleague = server.recruiter("13800138001", "示例科技有限公司").await;
        let rival = server.recruiter("13800138002", "别家公司").await;
        let path = format!("/api/recruiter/resumes/{resume}");
        let note = json!({ "text": " 约周三 " });
        let notes =
            server.ask("PUT", &format!("{path}/notes"), Some(&recruiter.token), Some(&note)).await.ok();
        assert_eq!((&notes[0]["text"], &notes[0]["mine"]), (&json!("约周三"), &json!(true)));
        assert_eq!(server.get(&colleague, &path).await.ok()["notes"][0]["mine"], false);
        assert_eq!(server.get(&rival, &path).await.ok()["notes"], json!([]));
        let empty = json!({ "text": "" });
        let notes =
            server.ask("PUT", &format!("{path}/notes"), Some(&recruiter.token), Some(&empty)).await.ok();
        assert_eq!(notes, json!([]));
        server.end().await;
    }
}

/// S-REC-09
#[tokio::test]
async fn without_the_booking_there_is_no_search() {
    let server = Server::start(|_| {}).await;
    let (seeker, recruiter, resume) = two(&server).await;
    let job = server.job(&recruiter, "后端工程师").await;
    let open = json!({ "about": "resume", "resume": resume, "job": job });
    let talk = server.post(&recruiter, "/api/conversations", &open).await.ok();
    let store = &server.running.app.store;
    let company = store.recruiter_get(AccountId(recruiter.account)).await.unwrap().unwrap().company.id;
    store.company_entitle(company, false, "test", server.clock.now()).await.unwrap();
    assert_eq!(server.search(&recruiter).await.code(), "not_entitled");
    let path = format!("/api/recruiter/resumes/{resume}");
    assert_eq!(server.get(&recruiter, &path).await.code(), "not_entitled");
    assert_eq!(
        server.say(&recruiter, &talk["id"]).await.code(),
        "conversation_closed",
        "found, not answered"
    );
    server.say(&seeker, &talk["id"]).await.ok();
    server.say(&recruiter, &talk["id"]).await.ok();
    server.end().await;
}

/// The seeker's routes are the seeker's: without a session nothing, and with another's key nothing.
#[tokio::test]
async fn a_foreign_key_opens_nothing_of_a_seekers() {
    for server in Server::each().await {
        let document = server.ask("GET", "/api/openapi.json", None, None).await.ok();
        let body =
            json!({ "setting": "public", "viewer": { "kind": "staff" }, "answer": { "kind": "refuse" } });
        let mut routes = 0;
        for (path, methods) in document["paths"].as_object().unwrap() {
            for (method, operation) in methods.as_object().unwrap() {
                if operation["tags"][0] == "visibility" && path != "/api/companies" {
                    let path = path.replace("{id}", &server.new_id());
                    let answer = server.ask(&method.to_uppercase(), &path, None, Some(&body)).await;
                    assert_eq!(answer.code(), "signed_out", "{method} {path}");
                    routes += 1;
                }
            }
        }
        assert!(routes >= 9, "{routes}");
        let (seeker, ..) = two(&server).await;
        let other = server.seeker("13700137000", "何其然").await;
        let view = server.block(&seeker, "躲着的公司").await;
        let block = format!("/api/visibility/blocks/{}", view["blocks"][0]["id"].as_str().unwrap());
        assert_eq!(server.ask("DELETE", &block, Some(&other.token), None).await.code(), "not_found");
        assert_eq!(server.get(&other, "/api/visibility").await.ok()["blocks"], json!([]));
        let unknown = json!({ "viewer": { "kind": "company", "company": CompanyId(other.account) } });
        assert_eq!(server.post(&seeker, "/api/visibility/preview", &unknown).await.code(), "not_found");
        server.end().await;
    }
}

#[tokio::test]
async fn a_block_list_takes_a_thousand_names_and_not_one_more() {
    let server = Server::start(|_| {}).await;
    let (seeker, ..) = two(&server).await;
    let add = async |count: usize| {
        let names: Vec<Value> = (0..count)
            .map(|number| json!({ "id": server.new_id(), "name": format!("公司{number}") }))
            .collect();
        let body = json!({ "names": names, "companies": [], "origin": "imported" });
        server.post(&seeker, "/api/visibility/blocks", &body).await
    };
    assert_eq!(add(1_001).await.code(), "invalid_field");
    assert_eq!(add(1_000).await.ok()["blocks"].as_array().unwrap().len(), 1_000);
    assert_eq!(add(1_000).await.ok()["blocks"].as_array().unwrap().len(), 1_000, "each once");
    let found = server.ask("GET", "/api/companies?q=示例", None, None).await.ok();
    assert_eq!(found.as_array().unwrap().len(), 1);
    assert_eq!(server.ask("GET", "/api/companies?q=", None, None).await.ok(), json!([]));
    server.end().await;
}

/// What is invented says so wherever it is met.
#[tokio::test]
async fn in_the_demo_market_looks_requests_and_hits_are_marked() {
    for demo in [true, false] {
        let server = Server::start(|config| config.demo_market = demo).await;
        let (seeker, recruiter, resume) = two(&server).await;
        server.get(&recruiter, &format!("/api/recruiter/resumes/{resume}")).await.ok();
        ask(&server, &recruiter, &resume, &json!(["phone"])).await;
        let looks = server.get(&seeker, "/api/visibility/looks").await.ok();
        assert_eq!(looks[0]["company"]["demo"], demo);
        let asked = server.get(&seeker, "/api/contact-requests").await.ok();
        assert_eq!(asked[0]["company"]["demo"], demo);
        let found = server.search(&recruiter).await.ok();
        assert!(found["hits"].as_array().unwrap().iter().all(|hit| hit["demo"] == json!(demo)));
        assert!(found["total"].as_u64().unwrap() > 0);
        server.end().await;
    }
}
