use crate::support::{Server, job_content, registration};
use serde_json::{Value, json};
use zhitu_server::ports::Clock;

/// Every operation of the recruiting side but registration, out of the document.
fn gated(document: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let tags = operation["tags"].as_array().unwrap();
            let recruiting = tags.iter().any(|tag| tag == "recruiter" || tag == "resumes");
            if recruiting && path != "/api/recruiter" {
                found.push((
                    method.to_uppercase(),
                    path.replace("{id}", "018bcfe5-6800-7000-8000-000000000001"),
                ));
            }
        }
    }
    assert!(found.len() >= 12, "{found:?}");
    found
}

/// S-REC-04
#[tokio::test]
async fn no_recruiting_route_answers_until_all_three_are_verified() {
    for server in Server::each().await {
        let routes = gated(&server.ask("GET", "/api/openapi.json", None, None).await.ok());
        let seeker = server.seeker("13900139000", "周予安").await;
        let person = server.signed_in("13800138000").await;
        let account = zhitu_domain::id::AccountId(person.account);
        let body = json!({ "content": job_content("后端工程师"), "stage": "talking" });
        let refused = async |token: Option<&str>, code: &str| {
            for (method, path) in &routes {
                let answer = server.ask(method, path, token, Some(&body)).await;
                assert_eq!(answer.code(), code, "{method} {path}");
            }
        };
        refused(None, "signed_out").await;
        refused(Some("nonsense"), "signed_out").await;
        refused(Some(&seeker.token), "not_verified").await;
        refused(Some(&person.token), "not_verified").await;
        let register = registration("示例科技有限公司");
        let state = server.ask("PUT", "/api/recruiter", Some(&person.token), Some(&register)).await.ok();
        assert_eq!(
            state["recruiter"]["verification"],
            json!({ "person": false, "employment": false, "company": false })
        );
        let store = &server.running.app.store;
        let company = store.company_by_name("示例科技有限公司").await.unwrap().unwrap().id;
        for bits in 0..7_u8 {
            let (person_verified, employment, company_verified) = (bits & 1 > 0, bits & 2 > 0, bits & 4 > 0);
            let now = server.clock.now();
            store.recruiter_verify(account, person_verified, employment, "test", now).await.unwrap();
            store.company_verify(company, company_verified, "test", now).await.unwrap();
            refused(Some(&person.token), "not_verified").await;
        }
        server.verify(&person, "示例科技有限公司").await;
        assert_eq!(server.ask("GET", "/api/recruiter/jobs", Some(&person.token), None).await.ok(), json!([]));
        server.end().await;
    }
}

#[tokio::test]
async fn what_was_verified_holds_for_what_it_was_verified_of() {
    let server = Server::start(|_| {}).await;
    let person = server.recruiter("13800138000", "示例科技有限公司").await;
    let put = async |body: &Value| {
        server.ask("PUT", "/api/recruiter", Some(&person.token), Some(body)).await.ok()["recruiter"].clone()
    };
    let mut body = registration(" 示例 科技有限公司 ");
    body["title"] = json!("总监");
    let kept = put(&body).await;
    assert_eq!(kept["verification"], json!({ "person": true, "employment": true, "company": true }));
    assert_eq!((&kept["title"], &kept["company"]), (&json!("总监"), &json!("示例科技有限公司")));

    let moved = put(&registration("另一家公司")).await;
    assert_eq!(moved["verification"], json!({ "person": true, "employment": false, "company": false }));
    body["name"] = json!("别人");
    let renamed = put(&body).await;
    assert_eq!(renamed["verification"], json!({ "person": false, "employment": false, "company": true }));
    server.end().await;
}

#[tokio::test]
async fn a_verified_company_is_not_changed_by_who_merely_claims_it() {
    let server = Server::start(|_| {}).await;
    server.recruiter("13800138000", "示例科技有限公司").await;
    let stranger = server.signed_in("13900139000").await;
    let mut body = registration("示例科技有限公司");
    body["introduction"] = json!("假的");
    for _ in 0..2 {
        server.ask("PUT", "/api/recruiter", Some(&stranger.token), Some(&body)).await.ok();
    }
    let company = server.running.app.store.company_by_name("示例科技有限公司").await.unwrap().unwrap();
    assert_eq!(company.introduction, "演示数据");
    server.end().await;
}

/// S-REC-07
#[tokio::test]
async fn a_posting_is_posted_edited_and_closed_by_its_company_alone() {
    for server in Server::each().await {
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let rival = server.recruiter("13900139000", "别的公司").await;
        let job = server.job(&recruiter, "  后端工程师 ").await;
        let path = format!("/api/recruiter/jobs/{job}");
        let list = server.ask("GET", "/api/recruiter/jobs", Some(&recruiter.token), None).await.ok();
        assert_eq!((list.as_array().unwrap().len(), &list[0]["content"]["title"]), (1, &json!("后端工程师")));
        assert!(list[0]["content"]["workplace"]["point"]["lat"].is_number(), "distance needs a point");

        let same = json!({ "content": job_content("后端工程师") });
        let saved = server.ask("PUT", &path, Some(&recruiter.token), Some(&same)).await.ok();
        assert_eq!(saved["updated_at"], list[0]["updated_at"], "a repeat changes nothing");
        let other = json!({ "content": job_content("前端工程师") });
        assert_eq!(server.ask("PUT", &path, Some(&rival.token), Some(&other)).await.code(), "not_found");
        let edited = server.ask("PUT", &path, Some(&recruiter.token), Some(&other)).await.ok();
        assert_eq!(edited["content"]["title"], "前端工程师");
        assert!(edited["updated_at"].as_i64() > saved["updated_at"].as_i64());

        let applicants = format!("{path}/applicants");
        assert_eq!(server.ask("GET", &applicants, Some(&rival.token), None).await.code(), "not_found");
        let close = format!("{path}/close");
        assert_eq!(server.ask("POST", &close, Some(&rival.token), None).await.code(), "not_found");
        let closed = server.ask("POST", &close, Some(&recruiter.token), None).await.ok();
        assert_eq!(closed["state"], "closed");
        assert_eq!(server.ask("POST", &close, Some(&recruiter.token), None).await.ok(), closed);
        assert_eq!(server.ask("GET", "/api/recruiter/jobs", Some(&rival.token), None).await.ok(), json!([]));
        server.end().await;
    }
}

#[tokio::test]
async fn a_posting_that_says_too_little_is_refused_by_field() {
    let server = Server::start(|_| {}).await;
    let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
    let path = format!("/api/recruiter/jobs/{}", server.new_id());
    for (field, value, problem) in [
        ("title", json!("A"), "missing"),
        ("title", json!("长".repeat(101)), "too_long"),
        ("description", json!("  "), "missing"),
        ("salary", json!(null), "missing"),
        ("tags", json!(vec!["x"; 21]), "too_long"),
        (
            "workplace",
            json!({ "place": 999_999, "address": "", "point": null, "remote": false }),
            "out_of_range",
        ),
        ("workplace", json!({ "place": null, "address": "", "point": null, "remote": false }), "missing"),
    ] {
        let mut content = job_content("后端工程师");
        content[field] = value;
        let answer =
            server.ask("PUT", &path, Some(&recruiter.token), Some(&json!({ "content": content }))).await;
        assert_eq!(answer.code(), "invalid_field");
        assert_eq!(answer.body["detail"], json!({ "field": field, "problem": problem }));
    }
    assert_eq!(server.ask("GET", "/api/recruiter/jobs", Some(&recruiter.token), None).await.ok(), json!([]));
    server.end().await;
}

#[tokio::test]
async fn an_application_goes_through_its_stages_within_its_company() {
    for server in Server::each().await {
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let rival = server.recruiter("13700137000", "别的公司").await;
        let job = server.job(&recruiter, "后端工程师").await;
        let seeker = server.seeker("13900139000", "周予安").await;
        let id = server.apply(&seeker, &job).await.ok()["id"].as_str().unwrap().to_owned();
        let path = format!("/api/recruiter/applications/{id}");
        let stage = async |person: &crate::support::Person, stage: &str| {
            let body = json!({ "stage": stage });
            server.ask("PUT", &format!("{path}/stage"), Some(&person.token), Some(&body)).await
        };
        assert_eq!(server.ask("GET", &path, Some(&rival.token), None).await.code(), "not_found");
        assert_eq!(stage(&rival, "offer").await.code(), "not_found");
        assert_eq!(stage(&recruiter, "viewed").await.code(), "stage_not_allowed");
        assert_eq!(stage(&recruiter, "withdrawn").await.code(), "stage_not_allowed");
        assert_eq!(stage(&recruiter, "interview").await.ok()["stage"], "interview");
        assert_eq!(stage(&recruiter, "interview").await.ok()["stage"], "interview");
        assert_eq!(stage(&recruiter, "submitted").await.code(), "stage_not_allowed");
        let mine = server.ask("GET", "/api/applications", Some(&seeker.token), None).await.ok();
        assert_eq!(mine[0]["stage"], "interview");
        server.end().await;
    }
}
