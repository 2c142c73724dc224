use axum::Json;

/// This document.
#[utoipa::path(get, path = "/api/openapi.json", tag = "service", responses((status = 200, body = Object)))]
pub(super) async fn openapi_show() -> Json<utoipa::openapi::OpenApi> {
    Json(crate::routes::document())
}
