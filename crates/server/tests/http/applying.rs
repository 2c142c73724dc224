use crate::support::{CANARY_EMAIL, CANARY_PHONE, Server, job_content};
use serde_json::json;

/// S-APP-02: the preview is exactly what goes. I1: no contact data in either.
#[tokio::test]
async fn the_preview_is_what_the_company_gets_and_neither_has_contact_data() {
    for server in Server::each().await {
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let job = server.job(&recruiter, "后端工程师").await;
        let seeker = server.seeker("13900139000", "周予安").await;
        let path = format!("/api/applications/preview/{job}");
        let preview = server.ask("GET", &path, Some(&seeker.token), None).await.ok();
        assert_eq!(preview["company"], "示例科技有限公司");
        assert_eq!(preview["missing"], json!([]));
        let application = server.apply(&seeker, &job).await.ok();
        assert_eq!(application["stage"], "submitted");

        let id = application["id"].as_str().unwrap();
        let list = format!("/api/recruiter/jobs/{job}/applicants");
        let cards = server.ask("GET", &list, Some(&recruiter.token), None).await.ok();
        assert_eq!((&cards[0]["name"], &cards[0]["latest"]), (&json!("周予安"), &json!("示例科技 · 工程师")));
        let path = format!("/api/recruiter/applications/{id}");
        let opened = server.ask("GET", &path, Some(&recruiter.token), None).await.ok();
        assert_eq!(opened["snapshot"], preview["snapshot"]);
        assert_eq!(opened["snapshot"]["contact"], json!({ "has_phone": true, "has_email": true }));
        for shown in [&cards, &opened, &preview] {
            let shown = shown.to_string();
            assert!(!shown.contains(CANARY_PHONE) && !shown.contains(CANARY_EMAIL), "{shown}");
        }

        let mine = server.ask("GET", "/api/applications", Some(&seeker.token), None).await.ok();
        assert_eq!(mine[0]["stage"], "viewed", "I4: the sender sees that it was opened");
        assert!(mine[0]["first_viewed_at"].is_i64());
        server.end().await;
    }
}

/// S-APP-03, D4, I1: a company whose form asks for contact data gets what the seeker fills in there, with the application,
/// and nobody else gets any.
#[tokio::test]
async fn a_form_gets_what_the_seeker_fills_in_and_nothing_by_itself() {
    for server in Server::each().await {
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let rival = server.recruiter("13800138001", "别家科技有限公司").await;
        let job = server.new_id();
        let mut content = job_content("后端工程师（校园招聘）");
        content["form_contact"] = json!(["phone"]);
        let path = format!("/api/recruiter/jobs/{job}");
        let put = async |content| {
            server.ask("PUT", &path, Some(&recruiter.token), Some(&json!({ "content": content }))).await
        };
        assert_eq!(put(content.clone()).await.ok()["content"]["form_contact"], json!(["phone"]));
        let seeker = server.seeker("13900139000", "周予安").await;
        let preview = server.get(&seeker, &format!("/api/applications/preview/{job}")).await.ok();
        assert_eq!(preview["form_contact"], json!({ "phone": CANARY_PHONE, "email": null }));
        assert!(!preview["snapshot"].to_string().contains(CANARY_PHONE), "nothing is filled in yet");

        let apply = async |items: &[&str]| {
            let body = json!({ "job": job, "resume_version": 1, "form_contact": items });
            server.post(&seeker, "/api/applications", &body).await
        };
        let refused = apply(&["phone", "email"]).await;
        assert_eq!(refused.code(), "invalid_field");
        assert_eq!(refused.body["detail"], json!({ "field": "form_contact", "problem": "not_asked" }));
        assert_eq!(apply(&["fax"]).await.code(), "invalid_request");
        assert_eq!(server.get(&seeker, "/api/applications").await.ok(), json!([]));

        let open =
            async |id: &str| server.get(&recruiter, &format!("/api/recruiter/applications/{id}")).await;
        let withdraw = async |id: &str| {
            server.post(&seeker, &format!("/api/applications/{id}/withdraw"), &json!({})).await.ok();
        };
        let left_out = apply(&[]).await.ok()["id"].as_str().unwrap().to_owned();
        let opened = open(&left_out).await.ok();
        assert_eq!(opened["snapshot"]["form_contact"], json!({ "phone": null, "email": null }));
        assert!(!opened.to_string().contains(CANARY_PHONE));
        withdraw(&left_out).await;

        let sent = apply(&["phone"]).await.ok();
        assert!(!sent.to_string().contains(CANARY_PHONE));
        let id = sent["id"].as_str().unwrap().to_owned();
        let opened = open(&id).await.ok();
        assert_eq!(opened["snapshot"]["form_contact"], json!({ "phone": CANARY_PHONE, "email": null }));
        assert!(!opened.to_string().contains(CANARY_EMAIL), "only what the form asks for");
        let list = format!("/api/recruiter/jobs/{job}/applicants");
        assert!(!server.get(&recruiter, &list).await.ok().to_string().contains(CANARY_PHONE));
        let foreign = server.get(&rival, &format!("/api/recruiter/applications/{id}")).await;
        assert_eq!(foreign.code(), "not_found");

        // The copy is the one that was sent, whatever the form and the résumé say later.
        content["form_contact"] = json!(["phone", "email"]);
        put(content).await.ok();
        assert_eq!(open(&id).await.ok()["snapshot"]["form_contact"]["email"], json!(null));
        withdraw(&id).await;
        assert_eq!(open(&id).await.code(), "application_withdrawn");

        let mut resume = server.get(&seeker, "/api/resume").await.ok()["content"].clone();
        resume["basic"]["email"] = json!("");
        let body = json!({ "base_version": 1, "content": resume });
        server.ask("PUT", "/api/resume", Some(&seeker.token), Some(&body)).await.ok();
        let body = json!({ "job": job, "resume_version": 2, "form_contact": ["email"] });
        let refused = server.post(&seeker, "/api/applications", &body).await;
        assert_eq!(refused.body["detail"], json!({ "field": "form_contact", "problem": "missing" }));
        server.end().await;
    }
}

/// S-RES-07
#[tokio::test]
async fn an_incomplete_resume_is_refused_with_what_is_missing() {
    let server = Server::start(|_| {}).await;
    let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
    let job = server.job(&recruiter, "后端工程师").await;
    let seeker = server.signed_in("13900139000").await;
    let body = json!({ "job": job, "resume_version": 0 });
    let answer = server.ask("POST", "/api/applications", Some(&seeker.token), Some(&body)).await;
    assert_eq!(answer.code(), "resume_incomplete");
    assert_eq!(
        answer.body["detail"]["missing"],
        json!(["name", "phone", "position", "places", "education", "experience"])
    );
    assert_eq!(server.ask("GET", "/api/applications", Some(&seeker.token), None).await.ok(), json!([]));
    server.end().await;
}

#[tokio::test]
async fn only_the_version_that_was_shown_goes() {
    let server = Server::start(|_| {}).await;
    let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
    let job = server.job(&recruiter, "后端工程师").await;
    let seeker = server.seeker("13900139000", "周予安").await;
    let body = json!({ "job": job, "resume_version": 7 });
    let answer = server.ask("POST", "/api/applications", Some(&seeker.token), Some(&body)).await;
    assert_eq!(
        (answer.code().as_str(), &answer.body["detail"]),
        ("resume_conflict", &json!({ "version": 1 }))
    );
    server.end().await;
}

#[tokio::test]
async fn applying_twice_is_one_application_and_a_closed_job_refuses() {
    for server in Server::each().await {
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let job = server.job(&recruiter, "后端工程师").await;
        let seeker = server.seeker("13900139000", "周予安").await;
        let (left, right) = tokio::join!(server.apply(&seeker, &job), server.apply(&seeker, &job));
        let first = left.ok();
        assert_eq!(right.ok()["id"], first["id"]);
        let path = format!("/api/recruiter/jobs/{job}/close");
        let closed = server.ask("POST", &path, Some(&recruiter.token), None).await.ok();
        assert_eq!((&closed["state"], &closed["applicants"]), (&json!("closed"), &json!(1)));
        assert_eq!(server.apply(&seeker, &job).await.ok()["id"], first["id"], "it is there already");
        let late = server.seeker("13700137000", "何其然").await;
        assert_eq!(server.apply(&late, &job).await.code(), "job_closed");
        let preview = format!("/api/applications/preview/{job}");
        assert_eq!(server.ask("GET", &preview, Some(&late.token), None).await.code(), "job_closed");
        assert_eq!(server.apply(&late, &server.new_id()).await.code(), "not_found");
        server.end().await;
    }
}

/// I2
#[tokio::test]
async fn withdrawn_application_hides_the_snapshot() {
    for server in Server::each().await {
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let job = server.job(&recruiter, "后端工程师").await;
        let seeker = server.seeker("13900139000", "周予安").await;
        let other = server.seeker("13700137000", "何其然").await;
        let id = server.apply(&seeker, &job).await.ok()["id"].as_str().unwrap().to_owned();
        let open = format!("/api/recruiter/applications/{id}");
        server.ask("GET", &open, Some(&recruiter.token), None).await.ok();

        let withdraw = format!("/api/applications/{id}/withdraw");
        assert_eq!(server.ask("POST", &withdraw, Some(&other.token), None).await.code(), "not_found");
        let withdrawn = server.ask("POST", &withdraw, Some(&seeker.token), None).await.ok();
        assert_eq!(withdrawn["stage"], "withdrawn");
        assert_eq!(server.ask("POST", &withdraw, Some(&seeker.token), None).await.ok(), withdrawn);

        let refused = server.ask("GET", &open, Some(&recruiter.token), None).await;
        assert_eq!(refused.code(), "application_withdrawn");
        assert!(!refused.body.to_string().contains("周予安"));
        let list = format!("/api/recruiter/jobs/{job}/applicants");
        assert_eq!(server.ask("GET", &list, Some(&recruiter.token), None).await.ok(), json!([]));
        let jobs = server.ask("GET", "/api/recruiter/jobs", Some(&recruiter.token), None).await.ok();
        assert_eq!(jobs[0]["applicants"], 0);
        let stage = json!({ "stage": "talking" });
        let moved = server.ask("PUT", &format!("{open}/stage"), Some(&recruiter.token), Some(&stage)).await;
        assert_eq!(moved.code(), "application_withdrawn");
        assert_eq!(server.apply(&seeker, &job).await.ok()["stage"], "submitted", "it may be sent anew");
        server.end().await;
    }
}

#[tokio::test]
async fn later_edits_do_not_follow_the_snapshot() {
    let server = Server::start(|_| {}).await;
    let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
    let job = server.job(&recruiter, "后端工程师").await;
    let seeker = server.seeker("13900139000", "周予安").await;
    let id = server.apply(&seeker, &job).await.ok()["id"].as_str().unwrap().to_owned();
    let body = json!({ "base_version": 1, "content": crate::support::resume_content("周予宁") });
    server.ask("PUT", "/api/resume", Some(&seeker.token), Some(&body)).await.ok();
    let edited = json!({ "content": job_content("前端工程师") });
    server
        .ask("PUT", &format!("/api/recruiter/jobs/{job}"), Some(&recruiter.token), Some(&edited))
        .await
        .ok();
    let opened = server
        .ask("GET", &format!("/api/recruiter/applications/{id}"), Some(&recruiter.token), None)
        .await
        .ok();
    assert_eq!(opened["snapshot"]["content"]["basic"]["name"], "周予安");
    assert_eq!(opened["job_title"], "前端工程师");
    server.end().await;
}
