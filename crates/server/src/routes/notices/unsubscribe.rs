use crate::app::App;
use crate::extract::Path;
use crate::failure::Failure;
use crate::notices::unsubscribed;
use axum::extract::State;
use axum::http::header::{CONTENT_SECURITY_POLICY, REFERRER_POLICY};
use axum::response::{Html, IntoResponse};
use zhitu_contract::Error;

/// A page without scripts and without anything from elsewhere; its form leads back here.
const LOCKED: &str = "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

fn page(body: &str) -> impl IntoResponse + use<> {
    let page = format!(
        "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width\"><title>职途 Zhitu</title></head><body><main>{body}</main></body></html>"
    );
    ([(CONTENT_SECURITY_POLICY, LOCKED), (REFERRER_POLICY, "no-referrer")], Html(page))
}

/// The page that a link in a mail leads to. It changes nothing, since programs follow links that nobody clicked.
#[utoipa::path(
    get, path = "/api/notices/unsubscribe/{token}", tag = "notices", params(("token" = String, Path)),
    responses((status = 200, body = String, content_type = "text/html"), (status = "default", body = Error))
)]
pub(super) async fn notice_unsubscribe_show() -> impl IntoResponse {
    page(
        "<h1>不再接收这类邮件 · Stop mails of this kind</h1>\
         <form method=\"post\"><button>确认 · Confirm</button></form>",
    )
}

/// Switches off the kind of notice that a mail was of: the one click of a mail program (RFC 8058), or of the page. A link
/// that is dead gets the same answer.
#[utoipa::path(
    post, path = "/api/notices/unsubscribe/{token}", tag = "notices", params(("token" = String, Path)),
    responses((status = 200, body = String, content_type = "text/html"), (status = "default", body = Error))
)]
pub(super) async fn notice_unsubscribe(
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<impl IntoResponse, Failure> {
    unsubscribed(&app, &token).await?;
    Ok(page(
        "<h1>已退订 · Unsubscribed</h1><p>这类邮件不会再发到这个邮箱；应用里仍会提醒。</p>\
         <p lang=\"en\">Mails of this kind do not come any more; in the app you are told as before.</p>",
    ))
}
