/// Whether the process runs.
#[utoipa::path(get, path = "/healthz", tag = "service", responses((status = 200, body = String)))]
pub(super) async fn health_show() -> &'static str {
    "ok"
}
