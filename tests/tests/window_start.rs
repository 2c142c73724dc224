//! The first start, in the real window.

use zhitu_tests::desktop::DesktopOptions;
use zhitu_tests::{Desktop, Window};

/// S-AUTH-05: jobs are there at once, and nothing was asked.
#[tokio::test]
async fn the_first_start_shows_jobs_and_asks_for_nothing() {
    let desktop = Desktop::start(&DesktopOptions::default()).unwrap();
    let mut window = Window::open(&desktop, &[]).await.unwrap();
    let ready = window.ready().unwrap();
    assert_eq!(ready.screen, "jobs");
    window.sees("演示数据").await.unwrap();
    let dialogs = window.count_css("dialog[open], [role=dialog], [role=alertdialog]").await.unwrap();
    assert_eq!(dialogs, 0, "something is asked: {}", window.text().await.unwrap());
    window.close().await.unwrap();
}
