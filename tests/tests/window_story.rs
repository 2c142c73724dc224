//! The whole story in the real window: a seeker and a recruiter, each in their own run of the app, on one market.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "window_story/finding.rs"]
mod finding;
#[path = "window_story/recruiter.rs"]
mod recruiter;
#[path = "window_story/resume.rs"]
mod resume;
#[path = "window_story/seeker.rs"]
mod seeker;
#[path = "window_story/sign_in.rs"]
mod sign_in;

use std::path::{Path, PathBuf};
use std::process::Command;
use zhitu_tests::desktop::DesktopOptions;
use zhitu_tests::{Desktop, Window};

/// Numbers that no person has: the samples of the national numbering plan's documents.
const SEEKER_PHONE: &str = "13800138000";
const RECRUITER_PHONE: &str = "13900139000";

/// Where the pictures go: for the readme's, `cargo xtask test --screens` names their folder.
fn screens() -> PathBuf {
    match std::env::var_os("SCREENS_FOLDER") {
        Some(folder) => folder.into(),
        None => Path::new(env!("CARGO_TARGET_TMPDIR")).join("screens"),
    }
}

/// S-AUTH-01, S-AUTH-02, S-AUTH-05, S-AUTH-09, S-RES-01, S-RES-02, S-RES-03, S-RES-07, S-REC-04, S-REC-07, S-APP-01,
/// S-APP-02, S-CHAT-01: the story from the first start to the answer, with a restart in the middle.
#[tokio::test]
async fn a_seeker_and_a_recruiter_find_each_other() {
    let desktop = Desktop::start(&DesktopOptions::default()).unwrap();
    let mut seeker = Window::open(&desktop, &[]).await.unwrap();

    // Nothing is asked before the jobs are there; the search and a place narrow them.
    seeker::looks_around(&seeker).await;
    seeker.picture(&screens().join("jobs.png")).await.unwrap();

    // The recruiter comes, is let in, and posts.
    let market = Market::of(&desktop, &mut seeker);
    let recruiter = Window::open(&desktop, &["--profile", "recruiter"]).await.unwrap();
    recruiter::registers(&recruiter).await;
    recruiter.picture(&screens().join("gate.png")).await.unwrap();
    market.verifies(&["--recruiter", RECRUITER_PHONE]);
    market.verifies(&["--company", recruiter::COMPANY]);
    recruiter::posts(&recruiter).await;
    recruiter.picture(&screens().join("company.png")).await.unwrap();

    // The seeker finds the new job at once, signs in, and is told what the résumé lacks.
    finding::finds(&seeker, recruiter::TITLE).await;
    seeker::signs_in_to_apply(&seeker).await;
    seeker::is_refused_for_what_is_missing(&seeker).await;
    resume::writes_a_resume(&seeker).await;
    seeker.picture(&screens().join("resume.png")).await.unwrap();

    // A restart in the middle: everything is found again.
    seeker.close().await.unwrap();
    let seeker = Window::open(&desktop, &[]).await.unwrap();
    seeker::finds_the_resume_again(&seeker).await;

    // Applying shows exactly what goes, and sends it once.
    finding::finds(&seeker, recruiter::TITLE).await;
    seeker::applies(&seeker, &screens().join("apply.png")).await;

    // The recruiter opens the snapshot and writes; the seeker answers; both see both.
    recruiter::opens_the_snapshot(&recruiter).await;
    recruiter.picture(&screens().join("candidates.png")).await.unwrap();
    recruiter::writes(&recruiter, "你好，方便聊聊吗？").await;
    seeker::answers(&seeker, "你好，方便聊聊吗？", "您好，今天下午都可以。").await;
    recruiter.sees_in("thread", "您好，今天下午都可以。").await.unwrap();
    seeker.sees_in("thread", "已读").await.unwrap();
    seeker.picture(&screens().join("messages.png")).await.unwrap();

    // The same on a phone's screen.
    seeker.resize(390, 844).await.unwrap();
    seeker.picture(&screens().join("phone-messages.png")).await.unwrap();
    seeker.click_test_id("thread-back").await.unwrap();
    seeker.click_test_id("nav-jobs").await.unwrap();
    seeker.by_test_id("job-row").await.unwrap();
    seeker.picture(&screens().join("phone-jobs.png")).await.unwrap();

    // Taking the application back hides the snapshot at once.
    seeker.resize(1280, 800).await.unwrap();
    seeker::withdraws(&seeker).await;
    recruiter::sees_nobody(&recruiter).await;

    recruiter.close().await.unwrap();
    seeker.close().await.unwrap();
}

/// The market as its operator has it: the folder that the running app keeps.
struct Market {
    folder: PathBuf,
}

impl Market {
    fn of(desktop: &Desktop, seeker: &mut Window) -> Self {
        seeker.market().unwrap();
        let folder = desktop.home().join(".local/share/org.zhitu.app/market");
        assert!(folder.join("market.db").is_file(), "the market keeps its database in {}", folder.display());
        Self { folder }
    }

    fn verifies(&self, subject: &[&str]) {
        let program = xtask::running::server_program().unwrap();
        let mut server = Command::new(program);
        server.args(["admin", "verify"]).args(subject);
        server.env("ZHITU_DATA_DIR", &self.folder);
        server.env("ZHITU_DATABASE_URL", format!("sqlite:{}", self.folder.join("market.db").display()));
        let done = server.output().unwrap();
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(done.status.success(), "verifying {subject:?}: {said}");
    }
}
