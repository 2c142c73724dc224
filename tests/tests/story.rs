//! The whole story of a seeker and a recruiter: two real devices give commands to a real server, on both databases.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "story/applying.rs"]
mod applying;
#[path = "story/attaching.rs"]
mod attaching;
#[path = "story/chatting.rs"]
mod chatting;
#[path = "story/devices.rs"]
mod devices;
#[path = "story/finding.rs"]
mod finding;
#[path = "story/looking.rs"]
mod looking;
#[path = "story/recruiting.rs"]
mod recruiting;
#[path = "story/resume.rs"]
mod resume;
#[path = "story/staffing.rs"]
mod staffing;

use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use zhitu_contract::device::Nothing;
use zhitu_contract::{Error, ErrorCode};
use zhitu_core::Core;
use zhitu_domain::resume::MASK;
use zhitu_testing::MemoryVault;
use zhitu_tests::device::{Device, sign_in};
use zhitu_tests::market::{Database, Market};
use zhitu_tests::wiretap::Wiretap;

/// How long anything may take to come to be; it is waited for, not timed.
const LIMIT: Duration = Duration::from_mins(1);

/// The seeker's own number and address: no company ever gets them.
const SEEKER: &str = "13911110117";
const SEEKER_EMAIL: &str = "canary.yuan@example.com";
const SEEKER_NAME: &str = "周予安";
const RECRUITER: &str = "13800138002";
const COMPANY: &str = "星河纸业（演示）";

/// A person's device, with the app that runs on it now.
struct Desk {
    device: Device,
    core: Arc<Core>,
    vault: Arc<MemoryVault>,
    _folder: TempDir,
}

impl Desk {
    async fn new(name: &str, server: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let vault = Arc::<MemoryVault>::default();
        let device = Device::new(name, folder.path(), Arc::clone(&vault) as _, server);
        let core = device.start().await.unwrap();
        Self { device, core, vault, _folder: folder }
    }

    /// Ends the app and starts it again.
    async fn restart(&mut self) {
        self.core.stop().await;
        self.core = self.device.start().await.unwrap();
    }
}

/// The code of an answer that must be a refusal.
fn refusal<T: std::fmt::Debug>(answer: Result<T, Error>) -> ErrorCode {
    answer.unwrap_err().code
}

async fn each_database(story: impl AsyncFn(Market)) {
    for database in [Database::Sqlite, Database::Postgres] {
        if let Some(market) = Market::start(database).await.unwrap() {
            story(market).await;
        }
    }
}

/// S-AUTH-01, S-AUTH-02, S-AUTH-05, S-AUTH-09, S-MIN-01, S-RES-01, S-RES-06, S-RES-07, S-SRCH-01, S-SRCH-03, S-SRCH-04,
/// S-REC-04, S-REC-07, S-REC-08, S-APP-01, S-APP-02, S-VIS-01, S-VIS-04, S-VIS-06, S-VIS-08, S-VIS-09, S-VIS-10, S-CHAT-01, I1, I2, I4
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_seeker_and_a_recruiter_find_each_other_through_their_devices() {
    each_database(story).await;
}

/// I2, I4, S-RGT-13
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn staff_and_a_seeker_talk_through_their_devices() {
    each_database(staffing::story).await;
}

async fn story(market: Market) {
    let tap = Wiretap::start(market.server.address).await.unwrap();
    let mut seeker = Desk::new("周予安的电脑", &market.server.url).await;
    let recruiter = Desk::new("许未的电脑", &tap.url).await;

    looking::finds_jobs_with_nothing_asked(&market, &seeker.core).await;
    resume::asks_for_the_policy_before_anything_personal(&seeker.core).await;
    resume::is_written_off_line_and_synced_by_signing_in(&market, &seeker).await;

    let account = sign_in(&recruiter.core, RECRUITER).await.unwrap();
    recruiting::stays_closed(&recruiter.core).await;
    recruiting::registers(&recruiter.core).await;
    recruiting::stays_closed(&recruiter.core).await;
    market.verify(account.id, COMPANY).await.unwrap();
    let job = recruiting::posts(&recruiter.core, &seeker.core).await;

    applying::is_refused_for_what_is_missing(&seeker.core, job).await;
    resume::is_completed(&seeker.core).await;
    let application = applying::sends_what_was_shown_once(&seeker.core, &recruiter.core, job).await;
    applying::goes_through_the_stages(&seeker.core, &recruiter.core, job, application).await;

    let conversation = chatting::goes_both_ways_live(&seeker.core, &recruiter.core, job, application).await;
    devices::finds_everything_again(&market, &mut seeker, conversation).await;
    devices::fetches_everything_after_its_key_was_lost(&market, &mut seeker, conversation).await;
    chatting::sends_later_what_was_written_off_line(&seeker, &recruiter, conversation, &market).await;
    devices::revokes_another(&market, &seeker).await;

    applying::hides_what_is_withdrawn(&seeker.core, &recruiter.core, job, application).await;
    attaching::goes_along_after_a_yes_to_what_it_shows(&seeker, &recruiter, job).await;
    finding::is_the_seekers_choice(&seeker.core, &recruiter.core).await;
    recruiting::closes(&recruiter.core, &seeker.core, job).await;

    hears_no_contact_data(&tap);
    seeker.core.stop().await;
    recruiter.core.stop().await;
    market.server.shutdown().await.unwrap();
}

/// Nothing that the recruiter's device was sent holds the seeker's number or address, however it is spaced (I1).
fn hears_no_contact_data(tap: &Wiretap) {
    let plain = |text: &str| text.replace([' ', '-', '\u{a0}'], "");
    let heard = tap.heard().unwrap();
    assert!(heard.iter().any(|text| text.contains(SEEKER_NAME)), "nothing was heard of the seeker");
    assert!(heard.iter().any(|text| text.contains(MASK)), "the mask did not come by");
    assert!(heard.iter().any(|text| text.contains("\"kind\":\"message\"")), "no live frame came by");
    for text in &heard {
        for secret in [SEEKER, SEEKER_EMAIL, "canary.yuan"] {
            assert!(!plain(text).contains(secret), "{secret} was sent to the recruiter: {text}");
        }
    }
}

/// Whether somebody is signed in on a device.
async fn signed_in(core: &Core) -> bool {
    core.app_state(Nothing {}).await.unwrap().account.is_some()
}
