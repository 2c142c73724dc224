//! Errors on their way out: every failure is `{code, message, detail?}` with the status of its code.

use crate::ports::RngError;
use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use zhitu_contract::{Error, ErrorCode};

/// What a route fails with.
#[derive(Debug, Clone, PartialEq)]
pub struct Failure(pub Error);

/// What a route answers.
pub type Answer<T> = Result<Json<T>, Failure>;

impl Failure {
    /// A failure of the server itself. The cause goes to the log, not to the asker.
    pub fn internal(cause: &dyn std::fmt::Display) -> Self {
        tracing::error!(%cause, "failed");
        Self(Error::new(ErrorCode::Internal))
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let retry_after = self.0.detail.as_ref().and_then(|detail| detail.get("retry_after_s")?.as_u64());
        let mut response = (status, Json(self.0)).into_response();
        if let Some(seconds) = retry_after {
            response.headers_mut().insert(axum::http::header::RETRY_AFTER, seconds.into());
        }
        response
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl From<ErrorCode> for Failure {
    fn from(code: ErrorCode) -> Self {
        Self(Error::new(code))
    }
}

impl From<zhitu_storage::Error> for Failure {
    fn from(error: zhitu_storage::Error) -> Self {
        if error.is_transient() {
            tracing::warn!(%error, "storage cannot answer now");
            Self(Error::new(ErrorCode::Unavailable))
        } else {
            Self::internal(&error)
        }
    }
}

impl From<RngError> for Failure {
    fn from(error: RngError) -> Self {
        Self::internal(&error)
    }
}
