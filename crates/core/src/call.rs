//! Calling the server: with a token, without one, and what its answers say about being on-line.

use crate::Core;
use crate::ports::{ApiRequest, Method};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use zhitu_contract::events::CoreEvent;
use zhitu_contract::{Error, ErrorCode, Result};
use zhitu_domain::record::Disclosure;

/// A request without body.
pub(crate) fn request(method: Method, path: impl Into<String>) -> ApiRequest {
    ApiRequest {
        method,
        path: path.into(),
        query: Vec::new(),
        body: None,
        pdf: None,
        access_token: None,
        discloses: None,
    }
}

/// A request with a JSON body. Whoever sends one says what of the person is in it.
pub(crate) fn with_body(
    method: Method,
    path: impl Into<String>,
    body: &impl Serialize,
    discloses: impl Into<Option<Disclosure>>,
) -> Result<ApiRequest> {
    let body = serde_json::to_value(body).map_err(|error| {
        Error::with_message(ErrorCode::DeviceFailure, format!("request not written: {error}"))
    })?;
    Ok(ApiRequest { body: Some(body), discloses: discloses.into(), ..request(method, path) })
}

/// Whether the same request may succeed later without anyone changing anything.
pub(crate) fn is_passing(error: &Error) -> bool {
    matches!(
        error.code,
        ErrorCode::Offline
            | ErrorCode::Unavailable
            | ErrorCode::Internal
            | ErrorCode::TooManyRequests
            | ErrorCode::ServerIncompatible
    )
}

impl Core {
    /// Calls without a token: the server does not learn whose device asks.
    pub(crate) async fn call_open<T: DeserializeOwned>(&self, request: ApiRequest) -> Result<T> {
        decode(self.send(request).await?)
    }

    /// Sends a request, with an entry of the record for what it discloses, and notes whether the server was reached.
    async fn send(&self, mut request: ApiRequest) -> Result<Value> {
        let answer = match request.discloses.take() {
            Some(disclosure) => self.recorded(disclosure, self.api.send(request)).await,
            None => self.api.send(request).await,
        };
        self.note_reach(answer.as_ref().err());
        answer
    }

    /// Calls with the session's token; [`ErrorCode::SignedOut`] without a session.
    pub(crate) async fn call<T: DeserializeOwned>(&self, request: ApiRequest) -> Result<T> {
        let token = self.access_token().await?;
        let mut answer = self.send(ApiRequest { access_token: Some(token.clone()), ..request.clone() }).await;
        if answer.as_ref().is_err_and(|error| error.code == ErrorCode::SignedOut) {
            let token = self.access_token_after(&token).await?;
            answer = self.send(ApiRequest { access_token: Some(token.clone()), ..request }).await;
            if answer.as_ref().is_err_and(|error| error.code == ErrorCode::SignedOut) {
                self.session_lost(&token).await;
            }
        }
        decode(answer?)
    }

    /// Calls with the token if there is a session, otherwise without.
    pub(crate) async fn call_either<T: DeserializeOwned>(&self, request: ApiRequest) -> Result<T> {
        if self.signed_in().await {
            match self.call(request.clone()).await {
                Err(error) if error.code == ErrorCode::SignedOut => self.call_open(request).await,
                answer => answer,
            }
        } else {
            self.call_open(request).await
        }
    }

    /// Any answer shows that the server can be reached.
    pub(crate) fn note_reach(&self, error: Option<&Error>) {
        let online = error.is_none_or(|error| error.code != ErrorCode::Offline);
        let changed = self.online.send_if_modified(|known| std::mem::replace(known, online) != online);
        if changed {
            self.events.emit(CoreEvent::Online { online });
        }
    }
}

fn decode<T: DeserializeOwned>(answer: Value) -> Result<T> {
    serde_json::from_value(answer).map_err(|error| {
        Error::with_message(ErrorCode::ServerIncompatible, format!("answer not understood: {error}"))
    })
}

/// The word that a choice is sent as.
pub(crate) fn word(choice: &impl Serialize) -> String {
    match serde_json::to_value(choice) {
        Ok(Value::String(word)) => word,
        _ => String::new(),
    }
}
