//! The seeker's résumé, with all that an application needs.

use crate::SEEKER_PHONE;
use zhitu_tests::Window;

/// An invented person.
pub const NAME: &str = "林小禾";
/// An address that nobody has.
pub const EMAIL: &str = "lin@example.com";

/// Fills in what an application needs, and sees the page set.
pub async fn writes_a_resume(window: &Window) {
    window.by_test_id("resume-private").await.unwrap();
    for (field, text) in [
        ("basic/name", NAME),
        ("basic/phone", SEEKER_PHONE),
        ("basic/email", EMAIL),
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
