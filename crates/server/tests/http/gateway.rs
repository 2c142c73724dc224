use crate::support::Server;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use serde_json::json;
use std::sync::{Arc, Mutex};
use zhitu_server::config::SmsConfig;

type Received = Arc<Mutex<Vec<(String, String)>>>;

/// A provider that takes or refuses what is posted to it.
async fn provider(status: StatusCode) -> (String, Received) {
    let received = Received::default();
    let take = async move |State(received): State<Received>, headers: HeaderMap, body: String| {
        let signature = headers["zhitu-signature"].to_str().unwrap().to_owned();
        received.lock().unwrap().push((signature, body));
        status
    };
    let router = axum::Router::new().fallback(take).with_state(Arc::clone(&received));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/send", listener.local_addr().unwrap());
    tokio::spawn(axum::serve(listener, router).into_future());
    (url, received)
}

#[tokio::test]
async fn a_code_goes_to_the_webhook_signed() {
    let (url, received) = provider(StatusCode::ACCEPTED).await;
    let sms = SmsConfig::Webhook { url, secret: "shared secret".into(), timeout_s: 5 };
    let server = Server::start(|config| config.sms = sms).await;
    let ask = json!({ "phone": "13800138000", "policy_version": server.policy_version().await });
    server.ask("POST", "/api/auth/code", None, Some(&ask)).await.ok();
    let (signature, body) = received.lock().unwrap().remove(0);
    let message: serde_json::Value = serde_json::from_str(&body).unwrap();
    assert_eq!((&message["kind"], &message["to"]), (&json!("sign_in_code"), &json!("+8613800138000")));
    let code = message["code"].as_str().unwrap();
    assert!(code.len() == 6 && message["text"].as_str().unwrap().contains(code));

    let (seconds, mac) = signature.strip_prefix("t=").unwrap().split_once(",v1=").unwrap();
    let mut expected = zhitu_server::secret::keyed(b"shared secret");
    hmac::Mac::update(&mut expected, format!("{seconds}.{body}").as_bytes());
    assert_eq!(mac, zhitu_server::secret::hex(&hmac::Mac::finalize(expected).into_bytes()));

    let request = server.sign_in_request("13800138000", code).await;
    server.ask("POST", "/api/auth/sign-in", None, Some(&request)).await.ok();
    assert_eq!(server.ask("GET", "/api/dev/outbox", None, None).await.code(), "not_found");
    server.end().await;
}

#[tokio::test]
async fn a_webhook_that_refuses_is_said_and_does_not_count() {
    let (url, received) = provider(StatusCode::INTERNAL_SERVER_ERROR).await;
    let sms = SmsConfig::Webhook { url, secret: "shared secret".into(), timeout_s: 5 };
    let server = Server::start(|config| config.sms = sms).await;
    let ask = json!({ "phone": "13800138000", "policy_version": server.policy_version().await });
    for _ in 0..2 {
        assert_eq!(
            server.ask("POST", "/api/auth/code", None, Some(&ask)).await.code(),
            "gateway_unavailable"
        );
    }
    let body = received.lock().unwrap()[1].1.clone();
    let message: serde_json::Value = serde_json::from_str(&body).unwrap();
    let request = server.sign_in_request("13800138000", message["code"].as_str().unwrap()).await;
    let answer = server.ask("POST", "/api/auth/sign-in", None, Some(&request)).await;
    assert_eq!(answer.code(), "code_wrong", "a code that was not sent is not good");
    server.end().await;
}
