//! Against small servers on loopback that say exactly what a test needs.

use super::*;
use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::json;
use std::sync::Arc;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::handshake::server::{ErrorResponse, Request, Response};
use zhitu_contract::events::LiveEvent;

/// Answers each request with `answer`, and tells what was asked.
async fn server(answer: Vec<u8>) -> (String, mpsc::UnboundedReceiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let (heard, hearing) = mpsc::unbounded_channel();
    let answer = Arc::new(answer);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let (heard, answer) = (heard.clone(), Arc::clone(&answer));
            tokio::spawn(async move {
                let mut request = Vec::new();
                let mut chunk = [0; 4096];
                while !is_whole(&request) {
                    match stream.read(&mut chunk).await {
                        Ok(0) | Err(_) => return,
                        Ok(count) => request.extend_from_slice(&chunk[..count]),
                    }
                }
                drop(heard.send(String::from_utf8_lossy(&request).into_owned()));
                drop(stream.write_all(&answer).await);
                drop(stream.shutdown().await);
            });
        }
    });
    (base, hearing)
}

fn is_whole(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request);
    let Some((head, body)) = text.split_once("\r\n\r\n") else { return false };
    let length = head.to_lowercase().lines().find_map(|line| {
        line.strip_prefix("content-length:").and_then(|value| value.trim().parse::<usize>().ok())
    });
    body.len() >= length.unwrap_or(0)
}

fn http(status: &str, body: &str) -> Vec<u8> {
    format!("HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len())
        .into_bytes()
}

fn ask(path: &str) -> ApiRequest {
    ApiRequest {
        method: Method::Get,
        path: path.to_owned(),
        query: Vec::new(),
        body: None,
        pdf: None,
        access_token: None,
        discloses: None,
    }
}

fn client_of(base: &str) -> HttpServer {
    HttpServer::new(ServerAddress::known(base), "1.2.3")
}

#[tokio::test]
async fn a_file_goes_as_it_is() {
    let (base, mut heard) = server(http("204 No Content", "")).await;
    let request = ApiRequest { method: Method::Put, pdf: Some(b"%PDF-1.7".to_vec()), ..ask("/api/x") };
    client_of(&base).send(request).await.unwrap();
    let request = heard.recv().await.unwrap();
    assert!(request.contains("content-type: application/pdf") && request.ends_with("%PDF-1.7"), "{request}");
}

#[tokio::test]
async fn a_request_carries_query_body_and_token() {
    let (base, mut heard) = server(http("200 OK", r#"{"ok":true}"#)).await;
    let answer = client_of(&base)
        .send(ApiRequest {
            method: Method::Put,
            path: "/api/x".to_owned(),
            query: vec![("text", "前端 & ui".to_owned())],
            body: Some(json!({ "a": 1 })),
            pdf: None,
            access_token: Some(Sensitive::new("secret-token".to_owned())),
            discloses: None,
        })
        .await
        .unwrap();
    assert_eq!(answer, json!({ "ok": true }));
    let request = heard.recv().await.unwrap();
    assert!(request.starts_with("PUT /api/x?text=%E5%89%8D%E7%AB%AF+%26+ui HTTP/1.1"), "{request}");
    assert!(
        request.contains("authorization: Bearer secret-token") && request.ends_with(r#"{"a":1}"#),
        "{request}"
    );
    assert!(
        request.contains("user-agent: zhitu/1.2.3") && request.contains("accept-encoding: gzip"),
        "{request}"
    );
}

#[tokio::test]
async fn an_error_of_the_server_keeps_its_code() {
    let body = serde_json::to_string(&Error::field("name", "empty")).unwrap();
    let (base, _heard) = server(http("422 Unprocessable Content", &body)).await;
    assert_eq!(client_of(&base).send(ask("/api/x")).await.unwrap_err(), Error::field("name", "empty"));
}

#[tokio::test]
async fn a_server_that_is_not_there_is_offline() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let error = client_of(&base).send(ask("/api/x?text=secret")).await.unwrap_err();
    assert_eq!(error.code, ErrorCode::Offline);
    assert!(!error.message.contains("secret"), "{error}");
    let error = client_of(&base).live(&Sensitive::new("token".to_owned())).await.err().unwrap();
    assert_eq!(error.code, ErrorCode::Offline);
    assert!(!is_healthy(&base).await);
}

#[tokio::test]
async fn a_connection_that_breaks_off_is_offline() {
    let (base, _heard) = server(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"half\":".to_vec()).await;
    assert_eq!(client_of(&base).send(ask("/api/x")).await.unwrap_err().code, ErrorCode::Offline);
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let answer = b"HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:9/\r\ncontent-length: 0\r\n\r\n".to_vec();
    let (base, mut heard) = server(answer).await;
    assert_eq!(client_of(&base).send(ask("/api/x")).await.unwrap_err().code, ErrorCode::ServerIncompatible);
    heard.recv().await.unwrap();
    assert!(heard.try_recv().is_err());
}

#[tokio::test]
async fn an_answer_beyond_the_bound_is_refused() {
    let (base, _heard) = server(http("200 OK", &format!("\"{}\"", "x".repeat(ANSWER_LIMIT)))).await;
    assert_eq!(client_of(&base).send(ask("/api/x")).await.unwrap_err().code, ErrorCode::ServerIncompatible);
}

#[tokio::test]
async fn a_request_waits_for_the_address() {
    let (base, _heard) = server(http("200 OK", "[]")).await;
    let address = ServerAddress::pending();
    let server = HttpServer::new(address.clone(), "1");
    let (answer, ()) = tokio::join!(server.send(ask("/api/x")), async { address.set(&base) });
    assert_eq!(answer.unwrap(), json!([]));
}

const TIMES: LiveTimes = LiveTimes { ping: Duration::from_millis(20), silence: Duration::from_millis(200) };

/// Takes one WebSocket with the right token, sends `frames`, then keeps it open without answering when `deaf`.
async fn live_server(frames: Vec<Message>, deaf: bool) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            #[expect(clippy::result_large_err, reason = "the type is tungstenite's")]
            let check = |request: &Request, response: Response| {
                let bearer =
                    request.headers().get("authorization").map(reqwest::header::HeaderValue::as_bytes);
                if request.uri().path() == "/api/live" && bearer == Some(b"Bearer right") {
                    return Ok(response);
                }
                let body = serde_json::to_string(&Error::new(ErrorCode::SignedOut)).unwrap();
                let mut refusal = ErrorResponse::new(Some(body));
                *refusal.status_mut() = tokio_tungstenite::tungstenite::http::StatusCode::UNAUTHORIZED;
                Err(refusal)
            };
            let Ok(mut socket) = tokio_tungstenite::accept_hdr_async(stream, check).await else { continue };
            for frame in &frames {
                socket.send(frame.clone()).await.unwrap();
            }
            if deaf {
                std::future::pending::<()>().await;
            }
            while let Some(Ok(_)) = socket.next().await {}
        }
    });
    base
}

async fn open(base: &str, token: &str) -> zhitu_contract::Result<Box<dyn LiveLink>> {
    let server = HttpServer::with_times(ServerAddress::known(base), "1", TIMES);
    server.live(&Sensitive::new(token.to_owned())).await
}

#[tokio::test]
async fn events_arrive_and_unknown_ones_are_passed_over() {
    let frames = vec![
        Message::text(r#"{"kind":"of_the_future"}"#),
        Message::text(r#"{"kind":"session_ended"}"#),
        Message::Close(None),
    ];
    let mut link = open(&live_server(frames, false).await, "right").await.unwrap();
    assert_eq!(link.next().await, Some(LiveEvent::SessionEnded));
    assert_eq!(link.next().await, None);
}

#[tokio::test]
async fn a_link_with_a_wrong_token_is_refused_with_the_servers_code() {
    let error = open(&live_server(Vec::new(), false).await, "wrong").await.err().unwrap();
    assert_eq!(error.code, ErrorCode::SignedOut);
}

#[tokio::test]
async fn a_silent_link_is_lost() {
    let mut link = open(&live_server(Vec::new(), true).await, "right").await.unwrap();
    assert_eq!(link.next().await, None);
}

#[tokio::test]
async fn pings_keep_a_quiet_link_open() {
    let mut link = open(&live_server(Vec::new(), false).await, "right").await.unwrap();
    let quiet = tokio::time::timeout(TIMES.silence * 3, link.next()).await;
    assert!(quiet.is_err(), "the link was lost although the other end answers pings");
}
