//! What the seeker does.

use crate::SEEKER_PHONE;
use crate::finding::search;
use crate::resume::NAME;
use crate::sign_in::signs_in;
use std::path::Path;
use zhitu_tests::Window;

/// Searches by words and near a place, with nothing asked.
pub async fn looks_around(window: &Window) {
    window.by_test_id("job-row").await.unwrap();
    window.sees("演示数据").await.unwrap();
    assert_eq!(window.count("policy-accept").await.unwrap(), 0);
    search(window, "数据").await;
    near(window, "杭州").await;
    // A distance stands on each result only once the place counts.
    window.sees_in("job-row", "km").await.unwrap();
    window.click_test_id("job-row").await.unwrap();
    window.sees_in("job-detail", "km").await.unwrap();
    window.click_test_id("favourite").await.unwrap();
    window.sees_attribute("favourite", "aria-pressed", "true").await.unwrap();
}

async fn near(window: &Window, place: &str) {
    window.click_test_id("where").await.unwrap();
    window.fill_test_id("place-picker-input", place).await.unwrap();
    window.sees_in("place-picker-option", place).await.unwrap();
    window.click_test_id("place-picker-option").await.unwrap();
}

/// Wants to apply, is asked to sign in first, and comes back to where it was begun.
pub async fn signs_in_to_apply(window: &Window) {
    window.click_test_id("apply").await.unwrap();
    signs_in(window, SEEKER_PHONE).await;
}

/// An empty résumé is not sent; what it lacks is named.
pub async fn is_refused_for_what_is_missing(window: &Window) {
    let missing = window.text_of("missing").await.unwrap();
    for word in ["姓名", "教育"] {
        assert!(missing.contains(word), "{missing}");
    }
    window.click_test_id("to-resume").await.unwrap();
}

/// After the restart.
pub async fn finds_the_resume_again(window: &Window) {
    window.click_test_id("nav-resume").await.unwrap();
    let name = window.by_test_id("field-basic/name").await.unwrap();
    assert_eq!(name.prop("value").await.unwrap().as_deref(), Some(NAME));
    window.sees_attribute("resume-sync", "data-sync", "saved").await.unwrap();
}

/// Sees what goes, with the contact left out, and sends it.
pub async fn applies(window: &Window, picture: &Path) {
    window.click_test_id("apply").await.unwrap();
    window.sees_in("apply-sheet", NAME).await.unwrap();
    let sheet = window.text_of("apply-sheet").await.unwrap();
    assert!(!sheet.contains(SEEKER_PHONE), "the real number stands in what goes:\n{sheet}");
    window.picture(picture).await.unwrap();
    window.click_test_id("apply-confirm").await.unwrap();
    window.by_test_id("applied").await.unwrap();
}

/// Reads what came and answers it.
pub async fn answers(window: &Window, came: &str, answer: &str) {
    window.click_test_id("nav-messages").await.unwrap();
    window.click_test_id("conversation-row").await.unwrap();
    window.sees_in("thread", came).await.unwrap();
    window.fill_test_id("message-input", answer).await.unwrap();
    window.click_test_id("message-send").await.unwrap();
    window.sees_in("thread", answer).await.unwrap();
}

/// Takes the application back.
pub async fn withdraws(window: &Window) {
    window.go("/me/applications").await.unwrap();
    window.click_test_id("application-withdraw").await.unwrap();
    window.click_test_id("application-withdraw-confirm").await.unwrap();
    window.sees_attribute("application-row", "data-stage", "withdrawn").await.unwrap();
}
