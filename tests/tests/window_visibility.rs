//! Who sees what, in the real window: a seeker chooses one setting after the other, and an employer, a blocked employer
//! and the platform's staff look, each in their own run of the app on one market.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "window_story/sign_in.rs"]
mod sign_in;

use serde_json::json;
use sign_in::signs_in;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use totp_rs::Totp;
use zhitu_domain::resume::visibility::{Action, Relation, VisibilitySetting, decide};
use zhitu_domain::time::Timestamp;
use zhitu_server::demo::{JOBS, SEED, compose};
use zhitu_server::ports::{Clock, SystemClock};
use zhitu_tests::desktop::DesktopOptions;
use zhitu_tests::{Desktop, Window, wait};

/// Numbers that no person has: the samples of the national numbering plan's documents.
const SEEKER_PHONE: &str = "13800138000";
const STAFF_PHONE: &str = "13900139000";
/// An invented position that nobody else in the demo market wants.
const POSITION: &str = "潮汐观测员";
/// How long a change may take from one window to another.
const LIMIT: Duration = Duration::from_mins(1);

/// Where the pictures go: for the readme's, `cargo xtask test --screens` names their folder.
fn screens() -> PathBuf {
    match std::env::var_os("SCREENS_FOLDER") {
        Some(folder) => folder.into(),
        None => Path::new(env!("CARGO_TARGET_TMPDIR")).join("screens"),
    }
}

/// One who looks.
struct Party {
    relation: Relation,
    window: Window,
    /// Where the search is.
    place: &'static str,
}

/// S-VIS-01, S-VIS-02, S-VIS-03, S-VIS-04, S-VIS-05, S-VIS-08, S-VIS-10: each setting in turn, in four windows.
#[tokio::test]
async fn four_parties_see_what_the_table_says_in_each_setting() {
    let desktop = Desktop::start(&DesktopOptions::default()).unwrap();
    let mut seeker = Window::open(&desktop, &[]).await.unwrap();
    seeker.market().unwrap();
    let market = desktop.home().join(".local/share/org.zhitu.app/market");
    let companies = compose(SEED, JOBS, Timestamp(0)).companies;
    let (employer, blocked) = (&companies[0], &companies[1]);

    writes_a_resume(&seeker).await;
    blocks(&seeker, &blocked.name).await;
    let mut parties = Vec::new();
    for (relation, profile, phone) in [
        (Relation::Employer, "employer", &employer.recruiter_phone),
        (Relation::Blocked, "blocked", &blocked.recruiter_phone),
    ] {
        let window = Window::open(&desktop, &["--profile", profile]).await.unwrap();
        window.go("/sign-in").await.unwrap();
        signs_in(&window, phone).await;
        parties.push(Party { relation, window, place: "/candidates/search" });
    }
    let (window, codes) = staff(&desktop, &market).await;
    parties.push(Party { relation: Relation::Platform, window, place: "/candidates" });
    gives_a_reason(&parties[2].window, &codes).await;

    // Once in public, so that everybody who may ever find the résumé knows its address.
    chooses(&seeker, VisibilitySetting::Public).await;
    let resume = finds(&parties[0], true).await.unwrap();
    for &setting in VisibilitySetting::ALL {
        chooses(&seeker, setting).await;
        for party in &parties {
            let access = decide(setting, party.relation);
            finds(party, access.allows(Action::Searchable)).await;
            opens(party, &resume, access.allows(Action::View)).await;
            if setting == VisibilitySetting::Platform {
                let name = format!("visibility-{:?}.png", party.relation).to_lowercase();
                party.window.picture(&screens().join(name)).await.unwrap();
            }
        }
    }

    staff_write_first(&parties[2].window, &seeker).await;

    // Each look is there, and nobody who saw nothing is.
    seeker.go("/resume/visibility/looks").await.unwrap();
    seeker.sees(&employer.name).await.unwrap();
    seeker.sees("平台顾问").await.unwrap();
    seeker.sees("处理求助").await.unwrap();
    let looks = seeker.text().await.unwrap();
    assert!(!looks.contains(&blocked.name), "{looks}");
    let looked = |relation| {
        VisibilitySetting::ALL.iter().filter(move |one| decide(**one, relation).allows(Action::View))
    };
    let expected = looked(Relation::Employer).count() + looked(Relation::Platform).count();
    assert_eq!(seeker.count("look-row").await.unwrap(), expected, "{looks}");
    seeker.picture(&screens().join("looks.png")).await.unwrap();

    for party in parties {
        party.window.close().await.unwrap();
    }
    seeker.close().await.unwrap();
}

/// Signs in, and writes what a search by job terms finds.
async fn writes_a_resume(window: &Window) {
    window.go("/sign-in").await.unwrap();
    signs_in(window, SEEKER_PHONE).await;
    window.go("/resume").await.unwrap();
    for (field, text) in
        [("basic/name", "林小禾"), ("basic/phone", SEEKER_PHONE), ("intention/position", POSITION)]
    {
        window.fill_test_id(&format!("field-{field}"), text).await.unwrap();
    }
    window.fill_test_id("field-self_assessment", "先问清楚问题，再找数据。").await.unwrap();
    window.click_test_id("field-basic/name").await.unwrap();
    window.sees_attribute("resume-sync", "data-sync", "saved").await.unwrap();
}

async fn blocks(window: &Window, company: &str) {
    window.go("/resume/visibility/blocks").await.unwrap();
    window.fill_test_id("block-company", company).await.unwrap();
    window.sees_in("block-company-option", company).await.unwrap();
    window.click_test_id("block-company-option").await.unwrap();
    window.sees_in("block-row", company).await.unwrap();
}

/// Chooses a setting in the seeker's window, and waits until the server has it.
async fn chooses(window: &Window, setting: VisibilitySetting) {
    window.go("/resume/visibility").await.unwrap();
    let word = serde_json::to_value(setting).unwrap();
    window.click_test_id(&format!("visibility-{}", word.as_str().unwrap())).await.unwrap();
    window.go("/resume").await.unwrap();
    window.sees_attribute("resume-visibility", "data-setting", word.as_str().unwrap()).await.unwrap();
}

/// Signs in, is taken into the staff by the operator, and starts the app again, which then knows it.
async fn staff(desktop: &Desktop, market: &Path) -> (Window, Totp) {
    let window = Window::open(desktop, &["--profile", "staff"]).await.unwrap();
    window.go("/sign-in").await.unwrap();
    signs_in(&window, STAFF_PHONE).await;
    window.close().await.unwrap();
    let mut server = Command::new(xtask::running::server_program().unwrap());
    server.args(["admin", "staff", "--account", STAFF_PHONE]);
    server.env("ZHITU_DATA_DIR", market);
    server.env("ZHITU_DATABASE_URL", format!("sqlite:{}", market.join("market.db").display()));
    let done = server.output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let said = String::from_utf8(done.stdout).unwrap();
    let uri = said.split_whitespace().find(|word| word.starts_with("otpauth://")).unwrap();
    let codes = Totp::from_url(uri).unwrap();
    (Window::open(desktop, &["--profile", "staff"]).await.unwrap(), codes)
}

/// The first search of staff: a reason, and the code of the authenticator app.
async fn gives_a_reason(window: &Window, codes: &Totp) {
    window.click_test_id("nav-candidates").await.unwrap();
    window.choose_test_id("staff-reason-kind", "support").await.unwrap();
    window.fill_test_id("staff-reason-text", "求职者来电求助，核对简历").await.unwrap();
    window.picture(&screens().join("staff-reason.png")).await.unwrap();
    window.click_test_id("staff-reason-give").await.unwrap();
    let now = u64::try_from(SystemClock.now().0 / 1_000_000).unwrap();
    window.fill_test_id("staff-code", &codes.generate(now).to_string()).await.unwrap();
    window.click_test_id("staff-code-show").await.unwrap();
    window.by_test_id("resumes-total").await.unwrap();
}

/// Searches for the position; whether somebody is found must be so. Answers whom.
async fn finds(party: &Party, somebody: bool) -> Option<String> {
    let window = &party.window;
    window.go(party.place).await.unwrap();
    window.by_test_id("resumes-total").await.unwrap();
    let mut found = None;
    wait::until_async(&format!("{:?} finds {somebody}", party.relation), LIMIT, async || {
        // The last one is the Enter key.
        window.fill_test_id("resumes-text", &format!("{POSITION}\u{e007}")).await?;
        window.sees_attribute("resumes-total", "aria-busy", "false").await?;
        let script =
            "return [...document.querySelectorAll('[data-resume]')].map((row) => row.dataset.resume)";
        let hits = window.execute(script, vec![]).await?;
        let hits: Vec<String> = serde_json::from_value(hits)?;
        // Somebody who is hidden is so at once; somebody who comes back comes with the index.
        anyhow::ensure!(somebody || hits.is_empty(), "{hits:?}");
        found = hits.into_iter().next();
        Ok((found.is_some() == somebody).then_some(()))
    })
    .await
    .unwrap();
    found
}

/// Staff, who have the résumé open under the last setting, write; the seeker answers, and staff hear it at once.
async fn staff_write_first(staff: &Window, seeker: &Window) {
    let (first, answer) = ("有一个职位可能适合您", "谢谢，请说说看");
    staff.click_test_id("resume-chat").await.unwrap();
    staff.fill_test_id("message-input", first).await.unwrap();
    staff.click_test_id("message-send").await.unwrap();
    seeker.go("/messages").await.unwrap();
    seeker.click_test_id("conversation-row").await.unwrap();
    seeker.sees(first).await.unwrap();
    seeker.sees("平台顾问").await.unwrap();
    seeker.fill_test_id("message-input", answer).await.unwrap();
    seeker.click_test_id("message-send").await.unwrap();
    staff.sees(answer).await.unwrap();
}

/// Goes to the résumé's address; what stands there must be so.
async fn opens(party: &Party, resume: &str, may: bool) {
    let window = &party.window;
    window.go(&format!("{}/{resume}", party.place)).await.unwrap();
    if party.relation == Relation::Platform {
        // What was given last stands there, and is confirmed for this look.
        window.click_test_id("staff-reason-give").await.unwrap();
    }
    if may {
        window.by_test_id("opened-recorded").await.unwrap();
        let opened = window.text_of("opened-resume").await.unwrap();
        assert!(opened.contains(POSITION) && !opened.contains(SEEKER_PHONE), "{opened}");
    } else {
        window.by_test_id("opened-gone").await.unwrap();
        let page = window.execute("return document.body.innerText", vec![]).await.unwrap();
        assert!(!page.as_str().unwrap().contains("林"), "{page} {}", json!(party.place));
    }
}
