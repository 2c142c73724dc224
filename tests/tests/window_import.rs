//! The app on a market filled from files instead of the demo.

use std::time::Duration;
use zhitu_tests::desktop::DesktopOptions;
use zhitu_tests::{Desktop, Window, wait};

/// Two postings as a site publishes them, invented.
const POSTINGS: &str = concat!(
    r#"{"@context":"https://schema.org","@type":"JobPosting","identifier":"demo-1","title":"茶园灌溉工程师（演示）","#,
    r#""description":"照看茶园的水。","datePosted":"2026-11-01","hiringOrganization":{"@type":"Organization","#,
    r#""name":"云岭茶业（演示）"},"jobLocation":{"@type":"Place","address":{"@type":"PostalAddress","#,
    r#""addressLocality":"杭州","addressRegion":"浙江","addressCountry":"CN"}},"baseSalary":{"@type":"#,
    r#""MonetaryAmount","currency":"CNY","value":{"@type":"QuantitativeValue","minValue":9000,"maxValue":12000,"#,
    r#""unitText":"MONTH"}},"employmentType":"FULL_TIME"}"#,
    "\n",
    r#"{"@context":"https://schema.org","@type":"JobPosting","identifier":"demo-2","title":"Lighthouse Keeper (demo)","#,
    r#""description":"Keep the light.","datePosted":"2026-11-02","hiringOrganization":{"@type":"Organization","#,
    r#""name":"Harbour Office (demo)"},"jobLocation":{"@type":"Place","address":{"@type":"PostalAddress","#,
    r#""addressLocality":"New York","addressRegion":"NY","addressCountry":"US"}},"baseSalary":{"@type":"#,
    r#""MonetaryAmount","currency":"USD","value":{"@type":"QuantitativeValue","minValue":60000,"maxValue":70000,"#,
    r#""unitText":"YEAR"}},"employmentType":"FULL_TIME"}"#,
    "\n",
);

/// S-SRCH-01: the postings of the file are found, near their place, opened and kept; the demo's are not there.
#[tokio::test]
async fn imported_postings_are_found_opened_and_kept() {
    let desktop = Desktop::start(&DesktopOptions::default()).unwrap();
    let file = desktop.scratch().join("postings.ndjson");
    std::fs::write(&file, POSTINGS).unwrap();
    let window = Window::open(&desktop, &["--import", file.to_str().unwrap()]).await.unwrap();
    window.sees_in("total", "2").await.unwrap();
    window.click_test_id("where").await.unwrap();
    window.fill_test_id("place-picker-input", "杭州").await.unwrap();
    window.sees_in("place-picker-option", "杭州").await.unwrap();
    window.click_test_id("place-picker-option").await.unwrap();
    window.sees_in("total", "1").await.unwrap();
    window.sees_in("job-row", "茶园灌溉工程师").await.unwrap();
    window.click_test_id("job-row").await.unwrap();
    window.sees_in("job-detail", "照看茶园的水").await.unwrap();
    assert_eq!(window.count("apply").await.unwrap(), 0, "nobody answers an imported posting here");
    window.click_test_id("favourite").await.unwrap();
    window.sees_attribute("favourite", "aria-pressed", "true").await.unwrap();
    window.close().await.unwrap();

    let window = Window::open(&desktop, &["--import", file.to_str().unwrap()]).await.unwrap();
    window.click_test_id("favourites").await.unwrap();
    window.sees("茶园灌溉工程师").await.unwrap();
    window.close().await.unwrap();
}

/// S-SRCH-01, S-LOC-02: the same on files that somebody else published. Which, is said by the environment, with what
/// to look for in them: words, and a place.
///
/// ```text
/// IMPORT_FILES=jobs.csv,jobs.json IMPORT_WORDS=engineer IMPORT_PLACE="New York City" \
///     cargo nextest run -p zhitu-tests --test window_import --run-ignored only
/// ```
#[tokio::test]
#[ignore = "needs files that are not the project's own"]
async fn the_seekers_story_is_played_on_published_files() {
    let given = |name: &str| std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set"));
    let files = given("IMPORT_FILES");
    let mut arguments = vec!["--import"];
    arguments.extend(files.split(','));
    let desktop = Desktop::start(&DesktopOptions::default()).unwrap();
    let window = Window::open(&desktop, &arguments).await.unwrap();
    let all = total_other_than(&window, 0).await.unwrap();

    // The last one is the Enter key.
    window.fill_test_id("search-input", &format!("{}\u{e007}", given("IMPORT_WORDS"))).await.unwrap();
    let fewer = total_other_than(&window, all).await.unwrap();
    assert!(0 < fewer && fewer < all, "{fewer} of {all}");

    window.click_test_id("where").await.unwrap();
    window.fill_test_id("place-picker-input", &given("IMPORT_PLACE")).await.unwrap();
    window.sees_in("place-picker-option", &given("IMPORT_PLACE")).await.unwrap();
    window.click_test_id("place-picker-option").await.unwrap();
    let near = total_other_than(&window, fewer).await.unwrap();
    assert!(0 < near && near < fewer, "{near} of {fewer}");

    window.click_test_id("job-row").await.unwrap();
    let row = window.text_of("job-row").await.unwrap();
    let title = row.lines().find(|line| !line.trim().is_empty()).unwrap().trim().to_owned();
    window.sees_in("job-detail", &title).await.unwrap();
    assert_eq!(window.count("apply").await.unwrap(), 0, "nobody answers an imported posting here");
    window.click_test_id("favourite").await.unwrap();
    window.sees_attribute("favourite", "aria-pressed", "true").await.unwrap();
    window.close().await.unwrap();

    let window = Window::open(&desktop, &arguments).await.unwrap();
    window.click_test_id("favourites").await.unwrap();
    window.sees(&title).await.unwrap();
    println!("{all} jobs, {fewer} with the words, {near} of them near; kept: {title}");
    window.close().await.unwrap();
}

/// How many jobs are listed, once that is another number than before.
async fn total_other_than(window: &Window, before: u32) -> anyhow::Result<u32> {
    wait::until_async("another total", Duration::from_mins(1), async || {
        let digits: String = window.text_of("total").await?.chars().filter(char::is_ascii_digit).collect();
        Ok(digits.parse().ok().filter(|total: &u32| *total != before))
    })
    .await
}
