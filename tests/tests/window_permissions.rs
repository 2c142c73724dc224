//! Permissions, nearby and smart paste in the real window, with the real GeoClue, keyring and clipboard.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "window_story/sign_in.rs"]
mod sign_in;

use std::io::Write as _;
use std::process::Stdio;
use std::time::Duration;
use zhitu_domain::place::Point;
use zhitu_testing::geoclue::{GeoClue, Source};
use zhitu_tests::desktop::DesktopOptions;
use zhitu_tests::wait::{until, until_async};
use zhitu_tests::{Desktop, Window, memory};

/// 徐家汇
const HERE: Point = Point { lat: 31.1945, lon: 121.4368 };

/// A desktop that knows where it is, by a receiver alone; `None` where GeoClue is not installed.
async fn located_desktop() -> Option<(Desktop, GeoClue)> {
    let geoclue = GeoClue::start(Source::At(HERE), Some(8)).await?;
    let mut desktop = Desktop::start(&DesktopOptions::default()).unwrap();
    desktop.variable_set("DBUS_SYSTEM_BUS_ADDRESS", geoclue.bus.address());
    Some((desktop, geoclue))
}

/// Copies a text as another program does.
fn copy(desktop: &Desktop, text: &str) {
    let mut copying = desktop
        .command("xclip")
        .args(["-selection", "clipboard"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    copying.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    assert!(copying.wait().unwrap().success());
}

async fn distances(window: &Window) -> Vec<f64> {
    let script =
        "return [...document.querySelectorAll('[data-testid=nearby-row]')].map((row) => row.innerText)";
    let rows = window.execute(script, vec![]).await.unwrap();
    let km = |row: &str| {
        let words: Vec<&str> = row.split_whitespace().collect();
        words.windows(2).find_map(|pair| {
            let amount: f64 = pair[0].parse().ok()?;
            match pair[1] {
                "km" => Some(amount),
                "m" => Some(amount / 1000.0),
                _ => None,
            }
        })
    };
    rows.as_array().unwrap().iter().filter_map(|row| km(row.as_str()?)).collect()
}

/// R1 to R6, S-LOC-01, S-LOC-02, S-LOC-03, S-PERM-01, S-PERM-02
#[tokio::test]
async fn nearby_is_asked_for_once_refused_without_loss_and_granted_from_the_settings() {
    let Some((desktop, _geoclue)) = located_desktop().await else { return };
    let window = Window::open(&desktop, &[]).await.unwrap();
    window.by_test_id("job-row").await.unwrap();
    window.go("/me/record").await.unwrap();
    window.by_test_id("record-verify").await.unwrap();
    assert_eq!(window.count("record-line").await.unwrap(), 0, "nothing was asked, read or handed over");

    window.go("/jobs/nearby").await.unwrap();
    window.by_test_id("permission-sheet").await.unwrap();
    window.click_test_id("permission-refuse").await.unwrap();
    window.by_test_id("nearby-by-hand").await.unwrap();
    window.go("/jobs").await.unwrap();
    window.by_test_id("job-row").await.unwrap();
    window.go("/jobs/nearby").await.unwrap();
    window.by_test_id("nearby-reason").await.unwrap();
    assert_eq!(window.count("permission-sheet").await.unwrap(), 0, "R4: no second asking");

    window.go("/me/permissions").await.unwrap();
    window.click_test_id("permission-switch-location").await.unwrap();
    window.by_test_id("permission-sheet").await.unwrap();
    window.click_test_id("permission-allow").await.unwrap();
    window.sees_attribute("permission-row-location", "data-state", "granted").await.unwrap();

    // This desktop has a receiver only, which is exact; the coarse position comes from networks.
    window.go("/jobs/nearby").await.unwrap();
    window.click_test_id("nearby-exact").await.unwrap();
    window.by_test_id("nearby-row").await.unwrap();
    window.by_test_id("nearby-ring").await.unwrap();
    // The list is drawn anew once the exact position is there.
    let km = until_async("jobs with their distances", Duration::from_mins(1), async || {
        let km = distances(&window).await;
        Ok((km.len() > 1).then_some(km))
    })
    .await
    .unwrap();
    assert!(km.is_sorted(), "{km:?}");

    window.go("/me/record").await.unwrap();
    window.by_test_id("record-line").await.unwrap();
    window.click_test_id("record-verify").await.unwrap();
    window.close().await.unwrap();
}

/// R7, S-CLIP-01
#[tokio::test]
async fn a_code_and_a_resume_are_pasted_and_nothing_of_them_stays_behind() {
    /// Beside a code: nothing of it is offered.
    const CANARY: &str = "夜航船甲乙丙";
    /// In a résumé: offered, and not taken.
    const OFFERED: &str = "雪夜访戴丁戊己";
    let desktop = Desktop::start(&DesktopOptions::default()).unwrap();
    let window = Window::open(&desktop, &[]).await.unwrap();
    window.go("/sign-in?back=%2Fresume").await.unwrap();
    window.by_test_id("policy-accept").await.unwrap();
    window.click_test_id("policy-tick").await.unwrap();
    window.click_test_id("policy-accept").await.unwrap();
    window.fill_test_id("phone-input", "13800138021").await.unwrap();
    window.click_test_id("code-send").await.unwrap();
    let code = window.text_of("dev-outbox-code").await.unwrap();
    copy(&desktop, &format!("【职途】验证码 {code}，5 分钟内有效。{CANARY}"));
    window.click_test_id("paste-code").await.unwrap();
    window.sees("已填入").await.unwrap();
    window.click_test_id("sign-in-submit").await.unwrap();
    window.sees("已登录").await.unwrap();

    copy(
        &desktop,
        &format!(
            "周小满\n13912345678 | zhou@example.com\n\n教育经历\n2015.09-2019.06 青禾大学 统计学 本科\n\n\
             工作经历\n2019.07-至今 纸鹞数据 数据分析师\n负责增长分析\n\n自我评价\n{OFFERED}"
        ),
    );
    window.go("/resume").await.unwrap();
    window.click_test_id("paste-resume").await.unwrap();
    window.by_test_id("paste-take").await.unwrap();
    window.sees("纸鹞数据").await.unwrap();
    window.click_test_id("paste-cancel").await.unwrap();
    for text in [CANARY, OFFERED] {
        assert_eq!(memory::hits_in_files(&desktop.home(), text).unwrap(), 0, "{text} in the app's files");
    }
    // What is offered crosses to the page through buffers that are soon freed, and what is freed is overwritten.
    for text in [CANARY, OFFERED] {
        until("the app's memory to forget", Duration::from_mins(1), || {
            Ok((memory::hits(&window, text)? == 0).then_some(()))
        })
        .unwrap();
    }

    window.click_test_id("paste-resume").await.unwrap();
    window.click_test_id("paste-take").await.unwrap();
    window.sees("青禾大学").await.unwrap();
    window.close().await.unwrap();
}

/// The demo market's access tokens end, as each does after a quarter of an hour: the next request renews its own.
fn access_tokens_end(desktop: &Desktop) {
    let done = desktop
        .command("sqlite3")
        .arg(desktop.home().join(".local/share/org.zhitu.app/market/market.db"))
        .args([".timeout 10000", "update session_token set expires_at = 0 where not refresh"])
        .status()
        .unwrap();
    assert!(done.success());
}

/// The keyring goes in the middle of a session: the page says so when the next token cannot be kept, what is under way
/// goes on, and the next start says what it means.
#[tokio::test]
async fn a_keyring_that_goes_away_costs_the_session_and_says_so() {
    let mut desktop = Desktop::start(&DesktopOptions::default()).unwrap();
    let window = Window::open(&desktop, &[]).await.unwrap();
    window.go("/sign-in").await.unwrap();
    sign_in::signs_in(&window, "13800138022").await;
    desktop.keyring_end();
    access_tokens_end(&desktop);
    window.go("/me/applications").await.unwrap();
    window.sees("登录只保留到应用关闭").await.unwrap();
    window.go("/me/settings").await.unwrap();
    window.sees("钥匙串不可用").await.unwrap();
    window.go("/jobs").await.unwrap();
    window.by_test_id("job-row").await.unwrap();
    window.close().await.unwrap();

    let window = Window::open(&desktop, &[]).await.unwrap();
    window.by_test_id("job-row").await.unwrap();
    window.go("/sign-in").await.unwrap();
    window.by_test_id("policy-accept").await.unwrap();
    window.click_test_id("policy-tick").await.unwrap();
    window.click_test_id("policy-accept").await.unwrap();
    window.by_test_id("session-in-memory").await.unwrap();
    window.close().await.unwrap();
}
