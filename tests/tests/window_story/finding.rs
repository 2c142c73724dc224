//! Finding a posting.

use zhitu_tests::Window;

/// Types words into the search, and has it search.
pub async fn search(window: &Window, words: &str) {
    // The last one is the Enter key.
    window.fill_test_id("search-input", &format!("{words}\u{e007}")).await.unwrap();
}

/// Finds a job by its title and opens it.
pub async fn finds(window: &Window, title: &str) {
    window.go("/jobs").await.unwrap();
    search(window, title).await;
    window.sees_in("job-row", title).await.unwrap();
    window.click_test_id("job-row").await.unwrap();
    window.sees_in("job-detail", title).await.unwrap();
}
