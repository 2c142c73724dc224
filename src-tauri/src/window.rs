//! The window. Its page can go nowhere, open nothing, fetch nothing and is asked for no permission: what the app
//! does with the world goes through commands.

use crate::options::Options;
use crate::{own_page, platform};
use tauri::webview::{NewWindowResponse, PermissionResponse};
use tauri::{App, Url, WebviewUrl, WebviewWindowBuilder};

/// The window's label, by which its capability names it.
pub const MAIN: &str = "main";

/// Opens it.
pub fn open(app: &App, options: &Options) -> tauri::Result<()> {
    let builder = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .on_permission_request(|_, _| PermissionResponse::Deny)
        .general_autofill_enabled(false)
        .incognito(!is_automated());
    platform::dressed(builder, options).build()?;
    Ok(())
}

/// A private session keeps nothing of the page on the disk. WebKitGTK cannot be driven in one, so that a window
/// started for WebDriver has an ordinary one; the page stores nothing in either.
fn is_automated() -> bool {
    std::env::var("TAURI_WEBVIEW_AUTOMATION").is_ok_and(|value| value == "true")
}

/// Whether an address is the app's own page. Tauri allows its isolation frame before it asks here.
fn is_own_page(url: &Url) -> bool {
    let (scheme, host) = own_page::ORIGIN;
    url.scheme() == scheme && url.host_str() == Some(host) && url.port().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_goes_nowhere_else() {
        for address in [
            "https://example.org/",
            "http://localhost/",
            "http://127.0.0.1:8080/",
            "file:///etc/passwd",
            "data:text/html,x",
            "about:blank",
            "tauri://example.org/",
            "isolation://localhost/",
        ] {
            assert!(!is_own_page(&Url::parse(address).unwrap()), "{address}");
        }
        let (scheme, host) = own_page::ORIGIN;
        assert!(is_own_page(&Url::parse(&format!("{scheme}://{host}/index.html#/jobs")).unwrap()));
    }
}
