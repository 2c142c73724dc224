//! What the seeker does.

use crate::SEEKER_PHONE;
use crate::sign_in::signs_in;
use std::path::Path;
use zhitu_tests::Window;

/// An invented person.
const NAME: &str = "林小禾";

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

async fn search(window: &Window, words: &str) {
    // The last one is the Enter key.
    window.fill_test_id("search-input", &format!("{words}\u{e007}")).await.unwrap();
}

async fn near(window: &Window, place: &str) {
    window.click_test_id("where").await.unwrap();
    window.fill_test_id("place-picker-input", place).await.unwrap();
    window.sees_in("place-picker-option", place).await.unwrap();
    window.click_test_id("place-picker-option").await.unwrap();
}

/// Finds a job by its title and opens it.
pub async fn finds(window: &Window, title: &str) {
    window.go("/jobs").await.unwrap();
    search(window, title).await;
    window.sees_in("job-row", title).await.unwrap();
    window.click_test_id("job-row").await.unwrap();
    window.sees_in("job-detail", title).await.unwrap();
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

/// Fills in what an application needs, and sees the page set.
pub async fn writes_a_resume(window: &Window) {
    window.by_test_id("resume-private").await.unwrap();
    for (field, text) in [
        ("basic/name", NAME),
        ("basic/phone", SEEKER_PHONE),
        ("basic/email", "lin@example.com"),
        ("basic/birth_date", "1998-07-03"),
        ("intention/position", "数据分析师"),
    ] {
        window.fill_test_id(&format!("field-{field}"), text).await.unwrap();
    }
    place(window, "field-intention/places", "杭州").await;
    entry(window, "education", &[("school", "西湖大学（演示）"), ("major", "统计学"), ("start", "2016-09")])
        .await;
    choose(window, "education", "degree", "bachelor").await;
    let done = "把周报从两天缩短到两小时";
    entry(
        window,
        "work",
        &[("company", "远山数据（演示）"), ("position", "数据分析师"), ("start", "2020-07")],
    )
    .await;
    let description = format!("{}/description", last(window, "work").await);
    window.fill_test_id(&format!("field-{description}"), done).await.unwrap();
    window.fill_test_id("field-self_assessment", "先问清楚问题，再找数据。").await.unwrap();
    window.click_test_id("field-basic/name").await.unwrap();
    window.sees_attribute("resume-sync", "data-sync", "saved").await.unwrap();
}

async fn place(window: &Window, field: &str, name: &str) {
    window.fill_test_id(field, name).await.unwrap();
    window.sees_in(&format!("{field}-option"), name).await.unwrap();
    window.click_test_id(&format!("{field}-option")).await.unwrap();
}

async fn entry(window: &Window, section: &str, fields: &[(&str, &str)]) {
    window.click_test_id(&format!("add-{section}")).await.unwrap();
    let entry = last(window, section).await;
    for (field, text) in fields {
        window.fill_test_id(&format!("field-{entry}/{field}"), text).await.unwrap();
    }
}

async fn choose(window: &Window, section: &str, field: &str, value: &str) {
    let entry = last(window, section).await;
    window.choose_test_id(&format!("field-{entry}/{field}"), value).await.unwrap();
}

/// The path of a section's last entry, as the page names its fields: `work/<key>`.
async fn last(window: &Window, section: &str) -> String {
    window.by_test_id(&format!("entry-{section}")).await.unwrap();
    let script =
        "return [...document.querySelectorAll(`[data-path^=\"${arguments[0]}/\"]`)].at(-1)?.dataset.path";
    let path = window.execute(script, vec![section.into()]).await.unwrap();
    let path = path.as_str().unwrap_or_else(|| panic!("no entry of {section} is open")).to_owned();
    path.rsplit_once('/').unwrap().0.to_owned()
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
