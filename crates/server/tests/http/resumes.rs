use crate::support::{Server, resume_content};
use serde_json::json;

#[tokio::test]
async fn a_resume_is_private_and_saved_on_top_of_the_version_seen() {
    for server in Server::each().await {
        let person = server.signed_in("13800138000").await;
        let token = Some(person.token.as_str());
        let empty = server.ask("GET", "/api/resume", token, None).await.ok();
        assert_eq!((&empty["version"], &empty["visibility"]), (&json!(0), &json!("private")), "D9");
        let save = async |base: u32, name: &str| {
            let body = json!({ "base_version": base, "content": resume_content(name) });
            server.ask("PUT", "/api/resume", token, Some(&body)).await
        };
        let first = save(0, "周予安").await.ok();
        assert_eq!((&first["version"], &first["visibility"]), (&json!(1), &json!("private")));
        assert_eq!(save(0, "周予安").await.ok(), first, "a repeat is no clash");
        let clash = save(0, "别人").await;
        assert_eq!(
            (clash.code().as_str(), &clash.body["detail"]),
            ("resume_conflict", &json!({ "version": 1 }))
        );
        assert_eq!(save(1, "周予宁").await.ok()["version"], 2);
        assert_eq!(
            server.ask("GET", "/api/resume", token, None).await.ok()["content"]["basic"]["name"],
            "周予宁"
        );

        let other = server.signed_in("13900139000").await;
        assert_eq!(server.ask("GET", "/api/resume", Some(&other.token), None).await.ok()["version"], 0);
        server.end().await;
    }
}

/// S-MIN-01
#[tokio::test]
async fn a_birth_date_under_sixteen_is_refused_and_not_kept() {
    let server = Server::start(|_| {}).await;
    let person = server.signed_in("13800138000").await;
    let token = Some(person.token.as_str());
    let mut content = resume_content("周予安");
    content["basic"]["birth_date"] = json!("2015-01-01");
    let body = json!({ "base_version": 0, "content": content });
    let answer = server.ask("PUT", "/api/resume", token, Some(&body)).await;
    assert_eq!(answer.code(), "too_young");
    assert!(!answer.body.to_string().contains("2015"));
    assert_eq!(server.ask("GET", "/api/resume", token, None).await.ok()["version"], 0);
    server.end().await;
}

#[tokio::test]
async fn a_refused_field_is_named() {
    let server = Server::start(|_| {}).await;
    let person = server.signed_in("13800138000").await;
    let mut content = resume_content("周予安");
    content["basic"]["homepage"] = json!("javascript:alert(1)");
    let body = json!({ "base_version": 0, "content": content });
    let answer = server.ask("PUT", "/api/resume", Some(&person.token), Some(&body)).await;
    assert_eq!(answer.code(), "invalid_field");
    assert_eq!(answer.body["detail"], json!({ "field": "basic/homepage", "problem": "url" }));
    server.end().await;
}
