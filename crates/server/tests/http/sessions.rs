use crate::support::Server;
use serde_json::{Value, json};

async fn refresh(server: &Server, token: &str) -> crate::support::Answer {
    server.ask("POST", "/api/auth/refresh", None, Some(&json!({ "refresh_token": token }))).await
}

#[tokio::test]
async fn a_refresh_token_is_good_once_and_its_reuse_ends_the_session() {
    for server in Server::each().await {
        let person = server.signed_in("13800138000").await;
        server.clock.advance(901);
        assert_eq!(server.ask("GET", "/api/account", Some(&person.token), None).await.code(), "signed_out");
        let next = refresh(&server, &person.refresh).await.ok();
        let (access, second) =
            (next["access_token"].as_str().unwrap(), next["refresh_token"].as_str().unwrap());
        server.ask("GET", "/api/account", Some(access), None).await.ok();
        assert_eq!(refresh(&server, access).await.code(), "signed_out", "an access token renews nothing");

        assert_eq!(refresh(&server, &person.refresh).await.code(), "signed_out");
        assert_eq!(server.ask("GET", "/api/account", Some(access), None).await.code(), "signed_out");
        assert_eq!(refresh(&server, second).await.code(), "signed_out", "the family is revoked");
        server.end().await;
    }
}

#[tokio::test]
async fn devices_are_listed_and_signed_out_one_by_one() {
    for server in Server::each().await {
        let laptop = server.signed_in("13800138000").await;
        server.clock.advance(61);
        let phone = server.signed_in("13800138000").await;
        let other = server.signed_in("13900139000").await;
        let list = server.ask("GET", "/api/auth/sessions", Some(&laptop.token), None).await.ok();
        let list = list.as_array().unwrap();
        assert_eq!(list.len(), 2);
        assert_eq!(list.iter().filter(|session| session["current"] == true).count(), 1);
        let there = |session: &Value| session["current"] == false;
        let id = list.iter().find(|session| there(session)).unwrap()["id"].as_str().unwrap();
        let path = format!("/api/auth/sessions/{id}");
        assert_eq!(server.ask("DELETE", &path, Some(&other.token), None).await.code(), "not_found");
        server.ask("GET", "/api/account", Some(&phone.token), None).await.ok();
        assert_eq!(server.ask("DELETE", &path, Some(&laptop.token), None).await.status, 204);
        assert_eq!(server.ask("GET", "/api/account", Some(&phone.token), None).await.code(), "signed_out");
        assert_eq!(server.ask("DELETE", &path, Some(&laptop.token), None).await.code(), "not_found");

        assert_eq!(server.ask("POST", "/api/auth/sign-out", Some(&laptop.token), None).await.status, 204);
        assert_eq!(server.ask("GET", "/api/account", Some(&laptop.token), None).await.code(), "signed_out");
        assert_eq!(refresh(&server, &laptop.refresh).await.code(), "signed_out");
        server.ask("GET", "/api/account", Some(&other.token), None).await.ok();
        server.end().await;
    }
}

#[tokio::test]
async fn last_use_is_noted_to_the_minute() {
    let server = Server::start(|_| {}).await;
    let person = server.signed_in("13800138000").await;
    let used = async || {
        server.ask("GET", "/api/auth/sessions", Some(&person.token), None).await.ok()[0]["last_used_at"]
            .as_i64()
            .unwrap()
    };
    let first = used().await;
    server.clock.advance(30);
    assert_eq!(used().await, first);
    server.clock.advance(31);
    assert!(used().await >= first + 60_000_000);
    server.end().await;
}
