use std::sync::Arc;
use std::time::Duration;
use zhitu_contract::ErrorCode;
use zhitu_contract::auth::RecruiterState;
use zhitu_contract::device::Nothing;
use zhitu_contract::events::CoreEvent;
use zhitu_contract::policy::{Language, PolicyShow};
use zhitu_core::ports::{Method, TokenVault as _, UndoStep, VaultSlot};
use zhitu_domain::recruiter::Verification;
use zhitu_domain::resume::ResumeContent;
use zhitu_testing::{Device, FakeServer, samples};

const PHONE: &str = "+8613800138000";

fn server() -> Arc<FakeServer> {
    let server = Arc::new(FakeServer::default());
    server.policy_put("2026-11-23");
    server
}

fn refreshes(server: &FakeServer) -> usize {
    server.requests().iter().filter(|request| request.path == "/api/auth/refresh").count()
}

#[tokio::test]
async fn a_session_outlives_the_app_and_its_token_is_renewed_at_each_start() {
    let device = Device::new(&server());
    let account = device.sign_in(&device.core(), PHONE).await;
    for start in 1..=3 {
        let core = device.core();
        let state = core.app_state(Nothing {}).await.unwrap();
        assert_eq!(state.account.as_ref(), Some(&account), "known without asking the server");
        assert!(!state.session_in_memory);
        core.applications_list(Nothing {}).await.unwrap();
        core.applications_list(Nothing {}).await.unwrap();
        assert_eq!(refreshes(&device.server), start, "once a start: the access token is kept in memory");
    }
}

#[tokio::test]
async fn an_access_token_is_renewed_before_it_ends() {
    let device = Device::new(&server());
    let core = device.core();
    device.sign_in(&core, PHONE).await;
    core.applications_list(Nothing {}).await.unwrap();
    assert_eq!(refreshes(&device.server), 0);
    device.clock.advance(Duration::from_secs(880));
    core.applications_list(Nothing {}).await.unwrap();
    assert_eq!(refreshes(&device.server), 1);
}

#[tokio::test]
async fn many_calls_at_once_renew_the_token_once() {
    let device = Device::new(&server());
    device.sign_in(&device.core(), PHONE).await;
    let core = device.core();
    let list = || core.applications_list(Nothing {});
    let (a, b, c) = tokio::join!(list(), list(), list());
    assert!(a.is_ok() && b.is_ok() && c.is_ok());
    assert_eq!(refreshes(&device.server), 1);
}

#[tokio::test]
async fn without_a_keyring_the_session_lives_in_memory_and_the_app_says_so() {
    let device = Device::new(&server());
    device.vault.set_unavailable(true);
    let core = device.core();
    device.sign_in(&core, PHONE).await;
    let state = core.app_state(Nothing {}).await.unwrap();
    assert!(state.session_in_memory && state.account.is_some());
    core.applications_list(Nothing {}).await.unwrap();
    assert_eq!(device.core().app_state(Nothing {}).await.unwrap().account, None, "it ended with the app");
}

#[tokio::test]
async fn a_keyring_that_goes_is_said_and_one_that_comes_back_gets_the_next_token() {
    let device = Device::new(&server());
    let core = device.core();
    let account = device.sign_in(&core, PHONE).await;
    let renewed = async || {
        device.clock.advance(Duration::from_secs(880));
        core.applications_list(Nothing {}).await.unwrap();
        core.app_state(Nothing {}).await.unwrap().session_in_memory
    };
    let told = || -> Vec<bool> {
        let all = device.events.all();
        let in_memory = |event: &CoreEvent| match event {
            CoreEvent::SessionInMemory { session_in_memory } => Some(*session_in_memory),
            _ => None,
        };
        all.iter().filter_map(in_memory).collect()
    };
    assert!(!renewed().await);
    assert_eq!(told(), [] as [bool; 0]);
    device.vault.set_unavailable(true);
    assert!(renewed().await, "the session goes on, in memory");
    assert!(renewed().await);
    assert_eq!(told(), [true], "the page hears it at that moment, once");
    device.vault.set_unavailable(false);
    assert!(!renewed().await);
    assert_eq!(told(), [true, false]);
    assert_eq!(
        device.core().app_state(Nothing {}).await.unwrap().account,
        Some(account),
        "it outlives the app"
    );
}

#[tokio::test]
async fn a_token_that_the_keyring_lost_is_a_plain_sign_out_and_the_data_stays() {
    let device = Device::new(&server());
    let account = device.sign_in(&device.core(), PHONE).await;
    device.store.favourite_put(&samples::job_card(1), account.created_at).await.unwrap();
    device.vault.remove(VaultSlot::RefreshToken).await.unwrap();
    let state = device.core().app_state(Nothing {}).await.unwrap();
    assert!(state.account.is_none() && !state.session_in_memory);
    assert_eq!(device.sign_in(&device.core(), PHONE).await, account);
    assert_eq!(device.store.favourites().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_lost_answer_to_renewing_ends_in_a_plain_sign_out_and_keeps_what_was_not_sent() {
    let device = Device::new(&server());
    let account = device.sign_in(&device.core(), PHONE).await;
    device.store.resume_edit(&samples::resume(), UndoStep::New, &[]).await.unwrap();
    let core = device.core();
    device.server.lose_answer(Method::Post, "/refresh");
    assert_eq!(core.sessions_list(Nothing {}).await.unwrap_err().code, ErrorCode::Offline);
    assert_eq!(core.sessions_list(Nothing {}).await.unwrap_err().code, ErrorCode::SignedOut);
    assert_eq!(device.events.all().last(), Some(&CoreEvent::AccountChanged { account: None }));
    assert_eq!(core.app_state(Nothing {}).await.unwrap().account, None);

    assert_eq!(device.sign_in(&core, PHONE).await, account);
    core.resume_show(Nothing {}).await.unwrap();
    device
        .until("the edit is saved after signing in again", async || {
            core.application_preview(zhitu_contract::jobs::JobRef { job: samples::job_card(1).id })
                .await
                .ok();
            device.server.resume(account.id).content == samples::resume()
        })
        .await;
}

#[tokio::test]
async fn the_data_of_one_account_is_wiped_before_another_signs_in() {
    let device = Device::new(&server());
    let core = device.core();
    let first = device.sign_in(&core, PHONE).await;
    device.store.favourite_put(&samples::job_card(1), first.created_at).await.unwrap();
    device.server.end_sessions(first.id, false);
    core.sessions_list(Nothing {}).await.unwrap_err();
    assert_eq!(device.store.favourites().await.unwrap().len(), 1, "the same account would go on with it");
    device.sign_in(&core, "+8613900139000").await;
    assert_eq!(device.store.favourites().await.unwrap(), vec![]);
    assert!(device.vault.load(VaultSlot::DatabaseKey).await.unwrap().is_some(), "and there is another key");
}

#[tokio::test]
async fn signing_out_saves_what_was_typed_wipes_the_device_and_ends_the_session() {
    let device = Device::new(&server());
    let core = device.core();
    let account = device.sign_in(&core, PHONE).await;
    device.store.resume_edit(&samples::resume(), UndoStep::New, &[]).await.unwrap();
    core.sign_out(Nothing {}).await.unwrap();
    assert_eq!(device.server.resume(account.id).content, samples::resume());
    assert_eq!(device.store.account().await, Ok(None));
    assert_eq!(device.store.resume().await, Ok(None));
    assert!(device.vault.load(VaultSlot::DatabaseKey).await.unwrap().is_some(), "there is another key");
    assert_eq!(core.sessions_list(Nothing {}).await.unwrap_err().code, ErrorCode::SignedOut);
    assert_eq!(device.core().app_state(Nothing {}).await.unwrap().account, None);
    assert!(device.server.requests().iter().any(|request| request.path == "/api/auth/sign-out"));
}

#[tokio::test]
async fn signing_out_off_line_wipes_the_device_all_the_same() {
    let device = Device::new(&server());
    let core = device.core();
    device.sign_in(&core, PHONE).await;
    device.server.set_reachable(false);
    core.sign_out(Nothing {}).await.unwrap();
    assert_eq!(device.store.account().await, Ok(None));
    assert_eq!(device.core().app_state(Nothing {}).await.unwrap().account, None);
}

#[tokio::test]
async fn a_session_ended_elsewhere_is_noticed_over_the_link() {
    let device = Device::new(&server());
    let core = device.start();
    let account = device.sign_in(&core, PHONE).await;
    device.until("the link is open", async || device.server.links() == 1).await;
    device.store.resume_edit(&samples::resume(), UndoStep::New, &[]).await.unwrap();
    device.server.end_sessions(account.id, true);
    device
        .until("signed out", async || {
            core.app_state(Nothing {}).await.is_ok_and(|state| state.account.is_none())
        })
        .await;
    assert_eq!((device.store.account().await, device.store.resume().await), (Ok(None), Ok(None)));
    core.stop().await;
}

#[tokio::test]
async fn a_session_ended_elsewhere_while_the_app_was_closed_takes_its_data_with_it() {
    let device = Device::new(&server());
    let account = device.sign_in(&device.core(), PHONE).await;
    device.store.resume_edit(&samples::resume(), UndoStep::New, &[]).await.unwrap();
    device.server.end_sessions(account.id, false);
    assert_eq!(device.core().sessions_list(Nothing {}).await.unwrap_err().code, ErrorCode::SignedOut);
    assert_eq!((device.store.account().await, device.store.resume().await), (Ok(None), Ok(None)));
}

#[tokio::test]
async fn the_page_hears_when_the_server_goes_and_comes() {
    let device = Device::new(&server());
    let core = device.start();
    device.server.set_reachable(false);
    let told = |online| device.events.all().contains(&CoreEvent::Online { online });
    device.until("off-line", async || told(false)).await;
    assert!(!core.app_state(Nothing {}).await.unwrap().online);
    device.server.set_reachable(true);
    device.until("on-line", async || told(true)).await;
    assert!(core.app_state(Nothing {}).await.unwrap().online);
    core.stop().await;
}

/// S-REC-04
#[tokio::test]
async fn a_waiting_recruiter_hears_of_being_verified() {
    let device = Device::new(&server());
    let core = device.start();
    let waiting = RecruiterState {
        name: "林拂晓".into(),
        title: String::new(),
        company: "星河纸业（演示）".into(),
        verification: Verification::default(),
    };
    device.server.account(PHONE);
    device.server.account_change(PHONE, |account| account.recruiter = Some(waiting));
    device.sign_in(&core, PHONE).await;
    let verified = Verification { person: true, employment: true, company: true };
    device.server.account_change(PHONE, |account| {
        if let Some(recruiter) = &mut account.recruiter {
            recruiter.verification = verified;
        }
    });
    device
        .until("verified", async || {
            let account = core.app_state(Nothing {}).await.unwrap().account;
            account
                .and_then(|account| account.recruiter)
                .is_some_and(|recruiter| recruiter.verification == verified)
        })
        .await;
    core.stop().await;
}

#[tokio::test]
async fn what_the_server_answers_to_an_ended_session_is_not_written() {
    let device = Device::new(&server());
    let core = device.core();
    let account = device.sign_in(&core, PHONE).await;
    device.server.resume_change(account.id, |content| *content = samples::resume());
    // The résumé is on its way while the person signs out.
    let (shown, out) = tokio::join!(core.resume_show(Nothing {}), core.sign_out(Nothing {}));
    shown.unwrap();
    out.unwrap();
    let left = device.store.resume().await.unwrap().map(|row| row.content);
    assert!(left.is_none_or(|content| content == ResumeContent::default()));
    core.policy_show(PolicyShow { language: Language::ZhCn }).await.unwrap();
}
