//! Reading the server's answers.

use reqwest::Response;
use serde_json::Value;
use zhitu_contract::{Error, ErrorCode};

/// What it means that no answer came.
///
/// The message names the reason, never the address with its query, which may hold what somebody searched for.
pub fn not_reached(error: &reqwest::Error) -> Error {
    let reason = if error.is_timeout() {
        "it did not answer in time"
    } else if error.is_connect() {
        "no connection could be made"
    } else {
        "the connection broke"
    };
    let offline = Error::with_message(ErrorCode::Offline, format!("The server cannot be reached: {reason}."));
    if error.is_connect() { unsent(offline) } else { offline }
}

/// Says that nothing of the request left the device.
pub fn unsent(error: Error) -> Error {
    error.detail(serde_json::json!({ "unsent": true }))
}

/// The whole body, up to `limit` bytes.
pub async fn body(mut response: Response, limit: usize) -> zhitu_contract::Result<Vec<u8>> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| not_reached(&error))? {
        if body.len() + chunk.len() > limit {
            return Err(Error::with_message(ErrorCode::ServerIncompatible, "the answer is too large"));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// What the server said: the JSON of a 2xx answer, or its error.
pub fn decoded(status: u16, body: &[u8]) -> zhitu_contract::Result<Value> {
    if (200..300).contains(&status) {
        if body.is_empty() {
            return Ok(Value::Null);
        }
        return serde_json::from_slice(body).map_err(|_| incompatible(status));
    }
    Err(serde_json::from_slice::<Error>(body).unwrap_or_else(|_| match status {
        // What a proxy in front of a server says when the server itself is away.
        502..=504 => Error::new(ErrorCode::Unavailable),
        _ => incompatible(status),
    }))
}

fn incompatible(status: u16) -> Error {
    let message = format!("the server answered {status} in a form this app does not know");
    Error::with_message(ErrorCode::ServerIncompatible, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_servers_own_error_comes_through_unchanged() {
        let sent = Error::new(ErrorCode::CodeTooSoon).detail(serde_json::json!({ "retry_after_s": 12 }));
        let error = decoded(429, &serde_json::to_vec(&sent).unwrap()).unwrap_err();
        assert_eq!(error, sent);
    }

    #[test]
    fn what_is_not_of_the_contract_is_incompatible() {
        for (status, body) in
            [(200, "<html>"), (404, "not found"), (422, r#"{"code":"of_the_future"}"#), (302, "")]
        {
            let error = decoded(status, body.as_bytes()).unwrap_err();
            assert_eq!(error.code, ErrorCode::ServerIncompatible, "{status} {body}");
        }
    }

    #[test]
    fn a_proxy_without_its_server_is_unavailable() {
        assert_eq!(decoded(502, b"<html>").unwrap_err().code, ErrorCode::Unavailable);
    }

    #[test]
    fn an_empty_answer_is_null() {
        assert_eq!(decoded(204, b"").unwrap(), Value::Null);
    }
}
