use crate::support::Server;
use serde_json::json;

/// S-AUTH-01, S-AUTH-02
#[tokio::test]
async fn a_new_number_gets_an_account_with_the_right_code_and_not_before() {
    for server in Server::each().await {
        let code = server.code("138 0013 8000").await;
        let wrong = if code == "000000" { "000001" } else { "000000" };
        let request = server.sign_in_request("13800138000", wrong).await;
        assert_eq!(server.ask("POST", "/api/auth/sign-in", None, Some(&request)).await.code(), "code_wrong");
        let request = server.sign_in_request("+8613800138000", &code).await;
        let answer = server.ask("POST", "/api/auth/sign-in", None, Some(&request)).await.ok();
        assert_eq!(answer["created"], true);
        assert_eq!(answer["account"]["phone_tail"], "00");
        assert_eq!(answer["account"]["recruiter"], json!(null));
        let token = answer["tokens"]["access_token"].as_str().unwrap();
        let account = server.ask("GET", "/api/account", Some(token), None).await.ok();
        assert_eq!(account, answer["account"]);

        assert_eq!(
            server.ask("POST", "/api/auth/sign-in", None, Some(&request)).await.code(),
            "code_wrong",
            "a code is good once"
        );
        server.clock.advance(60);
        let code = server.code("13800138000").await;
        let request = server.sign_in_request("13800138000", &code).await;
        let again = server.ask("POST", "/api/auth/sign-in", None, Some(&request)).await.ok();
        assert_eq!((&again["created"], &again["account"]["id"]), (&json!(false), &answer["account"]["id"]));
        server.end().await;
    }
}

/// S-AUTH-01
#[tokio::test]
async fn a_code_is_good_for_five_minutes_and_five_tries() {
    let server = Server::start(|_| {}).await;
    let code = server.code("13800138000").await;
    let right = server.sign_in_request("13800138000", &code).await;
    server.clock.advance(300);
    assert_eq!(server.ask("POST", "/api/auth/sign-in", None, Some(&right)).await.code(), "code_wrong");

    let code = server.code("13800138000").await;
    let wrong = server.sign_in_request("13800138000", if code == "000000" { "1" } else { "000000" }).await;
    for _ in 0..5 {
        assert_eq!(server.ask("POST", "/api/auth/sign-in", None, Some(&wrong)).await.code(), "code_wrong");
    }
    let right = server.sign_in_request("13800138000", &code).await;
    assert_eq!(server.ask("POST", "/api/auth/sign-in", None, Some(&right)).await.code(), "code_wrong");
    server.end().await;
}

/// S-AUTH-01
#[tokio::test]
async fn a_number_gets_a_code_a_minute_and_ten_a_day() {
    let server = Server::start(|_| {}).await;
    let ask = json!({ "phone": "13800138000", "policy_version": server.policy_version().await });
    for _ in 0..10 {
        let answer = server.ask("POST", "/api/auth/code", None, Some(&ask)).await.ok();
        assert_eq!(
            answer,
            json!({ "sent_to": "+86 138 0013 8000", "expires_in_s": 300, "retry_after_s": 60 })
        );
        let soon = server.ask("POST", "/api/auth/code", None, Some(&ask)).await;
        if soon.status == 429 && soon.body["code"] == "code_daily_limit" {
            break;
        }
        assert_eq!(soon.code(), "code_too_soon");
        assert!((1..=60).contains(&soon.body["detail"]["retry_after_s"].as_i64().unwrap()));
        server.clock.advance(61);
    }
    assert_eq!(server.ask("POST", "/api/auth/code", None, Some(&ask)).await.code(), "code_daily_limit");
    server.clock.advance(86_400);
    server.ask("POST", "/api/auth/code", None, Some(&ask)).await.ok();
    server.end().await;
}

#[tokio::test]
async fn the_answer_is_the_same_whether_the_number_is_known_or_not() {
    let server = Server::start(|_| {}).await;
    server.signed_in("13800138000").await;
    server.clock.advance(60);
    let version = server.policy_version().await;
    let ask = async |phone: &str| {
        let body = json!({ "phone": phone, "policy_version": version });
        let mut answer = server.ask("POST", "/api/auth/code", None, Some(&body)).await.ok();
        answer["sent_to"] = json!(null);
        answer
    };
    assert_eq!(ask("13800138000").await, ask("13900139000").await);
    let wrong = async |phone: &str| {
        let request = server.sign_in_request(phone, "abc").await;
        server.ask("POST", "/api/auth/sign-in", None, Some(&request)).await.body
    };
    assert_eq!(wrong("13800138000").await, wrong("13700137000").await);
    server.end().await;
}

/// S-AUTH-09
#[tokio::test]
async fn nothing_personal_is_taken_before_the_policy_is_accepted() {
    let server = Server::start(|_| {}).await;
    let code = async |version: &str| {
        let ask = json!({ "phone": "13800138000", "policy_version": version });
        server.ask("POST", "/api/auth/code", None, Some(&ask)).await.code()
    };
    assert_eq!(code("").await, "policy_not_accepted");
    assert_eq!(code("1999-01-01").await, "policy_version_unknown");
    assert_eq!(server.ask("GET", "/api/dev/outbox", None, None).await.ok(), json!([]));

    let person = server.signed_in("13800138000").await;
    let account = zhitu_domain::id::AccountId(person.account);
    let version = server.policy_version().await;
    let accepted = server.running.app.store.policy_accepted(account, &version).await.unwrap();
    assert!(accepted.is_some(), "the acceptance is recorded with version and time");
    server.end().await;
}

#[tokio::test]
async fn what_is_no_number_and_no_device_is_refused() {
    let server = Server::start(|_| {}).await;
    let version = server.policy_version().await;
    for phone in ["", "hello", "12345", "+86 138", &"1".repeat(1_000)] {
        let ask = json!({ "phone": phone, "policy_version": version });
        assert_eq!(server.ask("POST", "/api/auth/code", None, Some(&ask)).await.code(), "phone_invalid");
    }
    let code = server.code("13800138000").await;
    for (device, problem) in [("  ".to_owned(), "missing"), ("长".repeat(61), "too_long")] {
        let mut request = server.sign_in_request("13800138000", &code).await;
        request["device"] = json!(device);
        let answer = server.ask("POST", "/api/auth/sign-in", None, Some(&request)).await;
        assert_eq!(answer.code(), "invalid_field");
        assert_eq!(answer.body["detail"], json!({ "field": "device", "problem": problem }));
    }
    server.end().await;
}
