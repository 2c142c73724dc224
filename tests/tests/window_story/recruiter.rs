//! What the recruiter does.

use crate::RECRUITER_PHONE;
use crate::sign_in::signs_in;
use zhitu_tests::Window;

/// An invented company.
pub const COMPANY: &str = "钱塘量衡科技（演示）有限公司";
/// The job that it posts; no job of the demo market has this title.
pub const TITLE: &str = "潮汐数据分析师";

/// Signs in, registers person and company, and stands before the gate (S-REC-04).
pub async fn registers(window: &Window) {
    window.go("/sign-in").await.unwrap();
    signs_in(window, RECRUITER_PHONE).await;
    window.go("/company").await.unwrap();
    for (field, text) in [
        ("name", "周明"),
        ("title", "招聘负责人"),
        ("company", COMPANY),
        ("industry", "软件"),
        ("address", "杭州市西湖区文三路"),
        ("introduction", "演示用的公司：量潮水，也量数据。"),
    ] {
        window.fill_test_id(&format!("recruiter-register-{field}"), text).await.unwrap();
    }
    let sizes = window.by_test_id("recruiter-register-size").await.unwrap();
    sizes.select_by_index(1).await.unwrap();
    window.click_test_id("recruiter-register-submit").await.unwrap();
    window.by_test_id("recruiter-gate").await.unwrap();
    for what in ["person", "employment", "company"] {
        window.sees_attribute(&format!("verification-{what}"), "data-done", "false").await.unwrap();
    }
}

/// The operator has verified all three: the gate opens, and the job is posted.
pub async fn posts(window: &Window) {
    window.click_test_id("verification-check").await.unwrap();
    window.click_test_id("job-new").await.unwrap();
    window.fill_test_id("job-form-title", TITLE).await.unwrap();
    window.fill_test_id("job-form-salary-min", "15000").await.unwrap();
    window.fill_test_id("job-form-salary-max", "24000").await.unwrap();
    window.fill_test_id("job-form-place", "西湖").await.unwrap();
    window.sees_in("job-form-place-option", "西湖").await.unwrap();
    window.click_test_id("job-form-place-option").await.unwrap();
    window.fill_test_id("job-form-description", "量钱塘江的潮水，写清楚每一个数字从哪里来。").await.unwrap();
    window.click_test_id("job-publish").await.unwrap();
    window.sees(&format!("「{TITLE}」已发布")).await.unwrap();
}

/// Sees the applicant and opens what was sent: the full name, and no real number.
pub async fn opens_the_snapshot(window: &Window) {
    window.click_test_id("nav-candidates").await.unwrap();
    window.sees_in("applicant-row", "林小禾").await.unwrap();
    window.click_test_id("applicant-row").await.unwrap();
    window.sees_in("snapshot", "林小禾").await.unwrap();
    let snapshot = window.text_of("snapshot").await.unwrap();
    assert!(!snapshot.contains(crate::SEEKER_PHONE), "the real number stands in the snapshot:\n{snapshot}");
}

/// Writes the first word.
pub async fn writes(window: &Window, text: &str) {
    window.click_test_id("applicant-chat").await.unwrap();
    window.fill_test_id("message-input", text).await.unwrap();
    window.click_test_id("message-send").await.unwrap();
    window.sees_in("thread", text).await.unwrap();
}

/// The application was withdrawn: nobody is left on the board.
pub async fn sees_nobody(window: &Window) {
    window.click_test_id("nav-candidates").await.unwrap();
    window.sees_no_more("林小禾").await.unwrap();
}
