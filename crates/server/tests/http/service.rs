use crate::support::Server;
use serde_json::json;

#[tokio::test]
async fn health_readiness_and_the_document_answer_without_a_session() {
    for server in Server::each().await {
        for path in ["/healthz", "/readyz", "/api/openapi.json", "/api/policy?language=en"] {
            let answer = server.ask("GET", path, None, None).await;
            assert_eq!(answer.status, 200, "{path}");
            assert_eq!(answer.headers["x-request-id"].len(), 32, "{path}");
            assert_eq!(answer.headers["x-content-type-options"], "nosniff");
            assert!(!answer.headers.contains_key("access-control-allow-origin"), "no CORS");
        }
        server.end().await;
    }
}

#[tokio::test]
async fn every_failure_is_an_error_object() {
    let server = Server::start(|_| {}).await;
    let code = async |method: &str, path: &str| server.ask(method, path, None, None).await.code();
    assert_eq!(code("GET", "/api/nowhere").await, "not_found");
    assert_eq!(code("GET", "/").await, "not_found");
    assert_eq!(code("DELETE", "/api/policy").await, "method_not_allowed");
    assert_eq!(code("POST", "/healthz").await, "method_not_allowed");
    assert_eq!(code("GET", "/api/policy").await, "invalid_request");
    assert_eq!(code("GET", "/api/policy?language=fr").await, "invalid_request");
    assert_eq!(code("GET", "/api/account").await, "signed_out");

    let post = |body: &'static str, media: &'static str| {
        server.request("POST", "/api/auth/refresh").header("content-type", media).body(body)
    };
    assert_eq!(server.send(post("{}", "text/plain")).await.code(), "unsupported_media_type");
    assert_eq!(server.send(post("{", "application/json")).await.code(), "invalid_request");
    assert_eq!(server.send(post("[]", "application/json; charset=utf-8")).await.code(), "invalid_request");
    assert_eq!(server.send(post("\"\\u0000\"", "application/json")).await.code(), "invalid_request");
    let large = json!({ "refresh_token": "x".repeat(300 * 1024) });
    let answer = server.ask("POST", "/api/auth/refresh", None, Some(&large)).await;
    assert_eq!(answer.code(), "payload_too_large");
    server.end().await;
}

#[tokio::test]
async fn an_address_is_limited_and_told_how_long() {
    let server = Server::start(|config| config.limits.auth_per_minute = 3).await;
    let body = json!({ "refresh_token": "nonsense" });
    let ask = async || server.ask("POST", "/api/auth/refresh", None, Some(&body)).await;
    for _ in 0..3 {
        assert_eq!(ask().await.code(), "signed_out");
    }
    let refused = ask().await;
    assert_eq!(refused.code(), "too_many_requests");
    let wait = refused.body["detail"]["retry_after_s"].as_i64().unwrap();
    assert!((1..=21).contains(&wait), "{wait}");
    assert_eq!(refused.headers["retry-after"], wait.to_string().as_str());
    server.clock.advance(wait);
    assert_eq!(ask().await.code(), "signed_out");
    server.end().await;
}

#[tokio::test]
async fn a_burst_of_requests_is_limited() {
    let server = Server::start(|config| config.limits.requests_per_second = 1).await;
    let mut codes = Vec::new();
    for _ in 0..6 {
        codes.push(server.ask("GET", "/healthz", None, None).await.status);
    }
    assert_eq!(codes, [200, 200, 200, 200, 429, 429]);
    server.end().await;
}

/// S-POL-01
#[tokio::test]
async fn the_policy_names_the_operator_of_this_installation() {
    let server = Server::start(|_| {}).await;
    for (language, title) in [("zh-CN", "职途隐私政策"), ("en", "Zhitu privacy policy")] {
        let policy = server.ask("GET", &format!("/api/policy?language={language}"), None, None).await.ok();
        assert_eq!((policy["title"].as_str(), policy["language"].as_str()), (Some(title), Some(language)));
        assert!(policy.to_string().contains("示例人才市场"));
    }
    server.end().await;
}

#[tokio::test]
async fn the_development_outbox_is_there_only_with_its_gateway() {
    let server = Server::start(|config| config.sms = zhitu_server::config::SmsConfig::None).await;
    assert_eq!(server.ask("GET", "/api/dev/outbox", None, None).await.code(), "not_found");
    let ask = json!({ "phone": "13800138000", "policy_version": server.policy_version().await });
    assert_eq!(server.ask("POST", "/api/auth/code", None, Some(&ask)).await.code(), "gateway_unavailable");
    assert_eq!(
        server.ask("POST", "/api/auth/code", None, Some(&ask)).await.code(),
        "gateway_unavailable",
        "what was not sent does not count"
    );
    server.end().await;
}

#[tokio::test]
async fn without_its_database_the_server_lives_and_says_that_it_is_not_ready() {
    for server in Server::each().await {
        let person = server.signed_in("13800138000").await;
        server.running.app.store.close().await.unwrap();
        assert_eq!(server.ask("GET", "/healthz", None, None).await.status, 200);
        assert_eq!(server.ask("GET", "/readyz", None, None).await.code(), "unavailable");
        assert_eq!(server.ask("GET", "/api/account", Some(&person.token), None).await.code(), "unavailable");
        server.end().await;
    }
}

#[tokio::test]
async fn what_was_acknowledged_is_there_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_owned();
    let first = Server::start(|config| config.data_dir.clone_from(&data)).await;
    let person = first.seeker("13800138000", "周予安").await;
    first.end().await;
    let second = Server::start(|config| config.data_dir = data).await;
    let resume = second.ask("GET", "/api/resume", Some(&person.token), None).await.ok();
    assert_eq!((&resume["version"], &resume["content"]["basic"]["name"]), (&json!(1), &json!("周予安")));
    second.end().await;
}
