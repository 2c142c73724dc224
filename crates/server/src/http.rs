//! The router with all that stands round the routes: request ids, the log, limits, time-outs, panics.

use crate::app::App;
use crate::failure::Failure;
use crate::{limits, routes};
use axum::Router;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, Method, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tracing::Instrument;
use zhitu_contract::ErrorCode;

/// The largest body a route takes, in bytes.
pub const BODY_LIMIT: usize = 256 * 1024;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The whole server as one service.
pub fn service(app: App) -> Router {
    let development =
        app.sms.outbox().is_some() || app.mail.outbox().is_some() || app.telephony.outbox().is_some();
    let (router, _) = routes::all(development).split_for_parts();
    dressed(router, app)
}

/// Routes with all that stands round them.
fn dressed(routes: Router<App>, app: App) -> Router {
    routes
        .fallback(async || Failure::from(ErrorCode::NotFound))
        .method_not_allowed_fallback(async || Failure::from(ErrorCode::MethodNotAllowed))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(from_fn_with_state(app.clone(), limits::limit))
        .layer(from_fn_with_state(app.clone(), time_out))
        .layer(CatchPanicLayer::custom(|_: Box<dyn std::any::Any + Send>| {
            // The panic hook has written where; what the panic said may hold a person's data.
            tracing::error!("panicked");
            Failure::from(ErrorCode::Internal).into_response()
        }))
        .layer(from_fn_with_state(app.clone(), observe))
        .with_state(app)
}

/// Gives the request an id, logs it, and rings for the outbox after a write.
///
/// The log has the route's template and never the path, the query, a header or a body: those hold people's data.
async fn observe(State(app): State<App>, request: Request, next: Next) -> Response {
    let id = app.new_id().map(|id| id.simple().to_string()).unwrap_or_default();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str).to_owned();
    let span = tracing::info_span!("request", id, %method, route);
    let started = app.now();
    let mut response = next.run(request).instrument(span.clone()).await;
    let status = response.status().as_u16();
    let ms = (app.now().0 - started.0) / 1_000;
    span.in_scope(|| tracing::info!(status, ms, "answered"));
    if !matches!(method, Method::GET | Method::HEAD) {
        app.written.send_replace(());
    }
    let headers = response.headers_mut();
    if let Ok(value) = HeaderValue::from_str(&id) {
        headers.insert(REQUEST_ID, value);
    }
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Ends a request that takes too long. A WebSocket is answered at once and lives on by itself.
async fn time_out(State(app): State<App>, request: Request, next: Next) -> Result<Response, Failure> {
    let longest = Duration::from_secs(app.config.limits.request_timeout_s.max(1));
    tokio::time::timeout(longest, next.run(request)).await.map_err(|_| ErrorCode::Unavailable.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Parts;
    use crate::config::{Config, Limits};
    use axum::body::Body;
    use axum::routing::get;
    use tower::ServiceExt;

    async fn asked(path: &str) -> (u16, serde_json::Value) {
        let folder = tempfile::tempdir().unwrap();
        let limits = Limits { request_timeout_s: 1, ..Limits::default() };
        let config = Config { data_dir: folder.path().to_owned(), limits, ..Config::default() };
        let parts = Parts::from_config(&config).unwrap();
        let app = App::open(config, parts).await.unwrap();
        let routes = Router::new()
            .route("/panics", get(async || -> &'static str { panic!("13800138000") }))
            .route("/hangs", get(async || std::future::pending::<()>().await));
        let request = Request::builder().uri(path).body(Body::empty()).unwrap();
        let response = dressed(routes, app).oneshot(request).await.unwrap();
        let status = response.status().as_u16();
        assert_eq!(response.headers()[REQUEST_ID].len(), 32);
        let body = axum::body::to_bytes(response.into_body(), BODY_LIMIT).await.unwrap();
        (status, serde_json::from_slice(&body).unwrap())
    }

    #[tokio::test]
    async fn a_panic_is_an_error_object_without_its_words() {
        let (status, body) = asked("/panics").await;
        assert_eq!((status, body["code"].as_str()), (500, Some("internal")));
        assert!(!body.to_string().contains("138"));
    }

    #[tokio::test]
    async fn a_request_that_takes_too_long_is_ended() {
        let (status, body) = asked("/hangs").await;
        assert_eq!((status, body["code"].as_str()), (503, Some("unavailable")));
    }
}
