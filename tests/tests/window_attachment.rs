//! A résumé of the seeker's own making in the real window: uploaded, sent along with an application, and downloaded by who
//! got it, each side in its own run of the app on the demo market.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "window_story/finding.rs"]
mod finding;
#[path = "window_story/resume.rs"]
mod resume;
#[path = "window_story/sign_in.rs"]
mod sign_in;

use resume::{EMAIL, NAME};
use sign_in::signs_in;
use std::path::Path;
use zhitu_domain::time::Timestamp;
use zhitu_server::demo::{DemoCompany, JOBS, SEED, compose};
use zhitu_testing::MadePdf;
use zhitu_tests::desktop::DesktopOptions;
use zhitu_tests::{Desktop, Window};

/// A number that no person has: a sample of the national numbering plan's documents.
const SEEKER_PHONE: &str = "13800138000";
/// How the seeker's file is called.
const FILE: &str = "林小禾的简历.pdf";

/// S-RES-06, S-APP-01, S-VIS-10: what a file shows is agreed to item by item before it goes, it arrives byte by byte, and
/// the seeker sees who downloaded it; a file that is no PDF is refused, and costs nothing that was there.
#[tokio::test]
async fn a_file_goes_along_after_a_yes_to_each_item_and_its_download_is_seen() {
    let desktop = Desktop::start(&DesktopOptions::default()).unwrap();
    let saved = |whose: &str| {
        let folder = desktop.scratch().join(whose);
        std::fs::create_dir(&folder).unwrap();
        folder
    };
    let (own, received) = (saved("own"), saved("received"));
    let picked = desktop.scratch().join(FILE);
    let lines = ["Lin Xiaohe", "Data analyst, seven years of retail data"];
    let pdf = MadePdf::of(&[&lines[..], &[&format!("{SEEKER_PHONE}, {EMAIL}")]].concat()).bytes();
    std::fs::write(&picked, &pdf).unwrap();
    let (company, title) = posting();

    let picks = ["--save-to", own.to_str().unwrap(), "--pick", picked.to_str().unwrap()];
    let mut seeker = Window::open(&desktop, &picks).await.unwrap();
    seeker.market().unwrap();
    seeker.go("/sign-in").await.unwrap();
    signs_in(&seeker, SEEKER_PHONE).await;
    seeker.go("/resume").await.unwrap();
    resume::writes_a_resume(&seeker).await;
    uploads(&seeker).await;
    std::fs::write(&picked, "a letter that only says that it is a PDF").unwrap();
    is_refused_what_is_no_pdf(&seeker).await;
    seeker.click_test_id("attachment-save").await.unwrap();
    seeker.sees(&format!("已存为 {FILE}")).await.unwrap();
    assert_eq!(std::fs::read(own.join(FILE)).unwrap(), pdf, "the file that was there already");

    finding::finds(&seeker, &title).await;
    seeker.sees_in("job-detail", &company.name).await.unwrap();
    applies_with_the_file(&seeker).await;

    let arguments = ["--profile", "recruiter", "--save-to", received.to_str().unwrap()];
    let recruiter = Window::open(&desktop, &arguments).await.unwrap();
    recruiter.go("/sign-in").await.unwrap();
    signs_in(&recruiter, &company.recruiter_phone).await;
    downloads(&recruiter, &received.join(FILE), &pdf).await;

    seeker.go("/resume/visibility/looks").await.unwrap();
    seeker.sees_attribute("look-row", "data-kind", "attachment_downloaded").await.unwrap();
    let look = seeker.text_of("look-row").await.unwrap();
    for word in [&company.name, &company.recruiter_name, &format!("下载了投递「{title}」附上的简历")]
    {
        assert!(look.contains(word), "{word}: {look}");
    }
    recruiter.close().await.unwrap();
    seeker.close().await.unwrap();
}

/// A posting whose title no other has, so that searching for it finds it, and which has no form that asks for contact data;
/// and the company that it is of.
fn posting() -> (DemoCompany, String) {
    let market = compose(SEED, JOBS, Timestamp(0));
    let alone = |title: &str| market.jobs.iter().filter(|job| job.content.title.contains(title)).count() == 1;
    let found = market.jobs.iter().find(|job| {
        let content = &job.content;
        content.form_contact.is_empty() && alone(&content.title)
    });
    let job = found.unwrap();
    (market.companies[job.company].clone(), job.content.title.clone())
}

/// Picks the file, and sees it listed with what it shows.
async fn uploads(window: &Window) {
    window.click_test_id("attachment-add").await.unwrap();
    window.sees_in("attachment-row", FILE).await.unwrap();
    window.sees_in("attachment-shows", "里面写有手机号和邮箱").await.unwrap();
}

/// Picks what is no PDF: is told so and what to do, and finds all that was there.
async fn is_refused_what_is_no_pdf(window: &Window) {
    window.click_test_id("attachment-add").await.unwrap();
    window
        .sees_in("attachment-refused", "没有上传成。它不是 PDF，或者坏了。请从编辑它的程序重新导出成 PDF。")
        .await
        .unwrap();
    assert_eq!(window.count("attachment-row").await.unwrap(), 1);
    window.sees_in("attachment-row", FILE).await.unwrap();
    window.sees_attribute("resume-sync", "data-sync", "saved").await.unwrap();
    let name = window.by_test_id("field-basic/name").await.unwrap();
    assert_eq!(name.prop("value").await.unwrap().as_deref(), Some(NAME));
}

/// Sends the file along: nothing is ticked beforehand, and a yes to one of two items is not enough.
async fn applies_with_the_file(window: &Window) {
    window.click_test_id("apply").await.unwrap();
    window.click("radio", FILE).await.unwrap();
    let items = ["phone", "email"].map(|item| format!("apply-agree-{item}"));
    for item in &items {
        window.by_test_id(item).await.unwrap();
    }
    assert_eq!(window.count_css("[data-testid^='apply-agree-']:checked").await.unwrap(), 0);
    let closed = "[data-testid='apply-confirm']:disabled";
    assert_eq!(window.count_css(closed).await.unwrap(), 1);
    window.click_test_id(&items[0]).await.unwrap();
    assert_eq!(window.count_css("[data-testid^='apply-agree-']:checked").await.unwrap(), 1);
    assert_eq!(window.count_css(closed).await.unwrap(), 1, "the address was not agreed to");
    window.click_test_id(&items[1]).await.unwrap();
    window.click_test_id("apply-confirm").await.unwrap();
    window.by_test_id("applied").await.unwrap();
}

/// Opens the applicant, sees what came along and that the person handed it over, and saves it.
async fn downloads(window: &Window, file: &Path, expected: &[u8]) {
    window.go("/candidates").await.unwrap();
    window.sees_in("applicant-row", NAME).await.unwrap();
    window.click_test_id("applicant-row").await.unwrap();
    window.sees_in("applicant-attachment", FILE).await.unwrap();
    window.sees_in("applicant-attachment", "写有手机号和邮箱，本人同意给出").await.unwrap();
    let page = window.text().await.unwrap();
    assert!(!page.contains(SEEKER_PHONE) && !page.contains(EMAIL), "they stand in the file alone:\n{page}");
    window.click_test_id("download-attachment").await.unwrap();
    window.sees(&format!("已存为 {FILE}")).await.unwrap();
    assert_eq!(std::fs::read(file).unwrap(), expected, "as it was uploaded");
}
