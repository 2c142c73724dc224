use std::sync::Arc;
use uuid::Uuid;
use zhitu_contract::ErrorCode;
use zhitu_contract::auth::{CodeAsk, Sensitive, SignIn};
use zhitu_contract::device::Nothing;
use zhitu_contract::events::CoreEvent;
use zhitu_contract::policy::{Language, PolicyAccept, PolicyShow};
use zhitu_contract::resume::ResumeEditCommand;
use zhitu_domain::resume::{ResumeEdit, Section};
use zhitu_testing::{Device, FakeServer};

fn server() -> Arc<FakeServer> {
    let server = Arc::new(FakeServer::default());
    server.policy_put("2026-11-23");
    server
}

fn secret(text: &str) -> Sensitive {
    Sensitive::new(text.to_owned())
}

fn edit() -> ResumeEditCommand {
    ResumeEditCommand { edit: ResumeEdit::Add { section: Section::Skills, entry: Uuid::nil(), at: 0 } }
}

/// S-AUTH-09
#[tokio::test]
async fn nothing_personal_happens_before_the_policy_is_accepted() {
    let device = Device::new(&server());
    let core = device.core();
    let ask = CodeAsk { phone: secret("13800138000") };
    let sign_in = SignIn { phone: secret("13800138000"), code: secret("246810") };
    let code_of = |error: zhitu_contract::Error| error.code;
    assert_eq!(core.code_request(ask.clone()).await.map_err(code_of), Err(ErrorCode::PolicyNotAccepted));
    assert_eq!(core.sign_in(sign_in).await.map_err(code_of), Err(ErrorCode::PolicyNotAccepted));
    assert_eq!(core.resume_edit(edit()).await.map_err(code_of), Err(ErrorCode::PolicyNotAccepted));
    assert!(device.server.requests().is_empty(), "nothing left the device");
    assert_eq!(device.store.resume().await, Ok(None), "nothing was kept");

    device.accept_policy(&core).await;
    core.code_request(ask).await.unwrap();
    core.resume_edit(edit()).await.unwrap();
}

/// S-AUTH-09
#[tokio::test]
async fn only_the_version_that_was_shown_can_be_accepted_and_its_time_is_recorded() {
    let device = Device::new(&server());
    let core = device.core();
    let accept = |version: &str| core.policy_accept(PolicyAccept { version: version.to_owned() });
    assert_eq!(accept("2026-11-23").await.unwrap_err().code, ErrorCode::PolicyVersionUnknown);
    core.policy_show(PolicyShow { language: Language::En }).await.unwrap();
    assert_eq!(accept("2025-01-01").await.unwrap_err().code, ErrorCode::PolicyVersionUnknown);
    let accepted = accept("2026-11-23").await.unwrap();
    assert_eq!(core.app_state(Nothing {}).await.unwrap().policy, Some(accepted));
}

/// S-AUTH-09
#[tokio::test]
async fn a_new_version_is_to_be_accepted_again() {
    let device = Device::new(&server());
    device.accept_policy(&device.core()).await;
    device.server.policy_put("2027-01-01");
    let core = device.start();
    device
        .until("the page hears of it", async || device.events.all().contains(&CoreEvent::SettingsChanged))
        .await;
    assert_eq!(core.app_state(Nothing {}).await.unwrap().policy, None);
    assert_eq!(core.resume_edit(edit()).await.unwrap_err().code, ErrorCode::PolicyNotAccepted);
    device.accept_policy(&core).await;
    core.resume_edit(edit()).await.unwrap();
    core.stop().await;
}

#[tokio::test]
async fn the_policy_can_be_read_off_line_once_it_was_seen() {
    let device = Device::new(&server());
    let core = device.core();
    let show = PolicyShow { language: Language::ZhCn };
    device.server.set_reachable(false);
    assert_eq!(core.policy_show(show.clone()).await.unwrap_err().code, ErrorCode::Offline);
    device.server.set_reachable(true);
    let seen = core.policy_show(show.clone()).await.unwrap();
    device.server.set_reachable(false);
    assert_eq!(core.policy_show(show).await.unwrap(), seen);
}

#[tokio::test]
async fn no_code_is_asked_for_what_is_no_phone_number() {
    let device = Device::new(&server());
    let core = device.core();
    device.accept_policy(&core).await;
    let asked = device.server.requests().len();
    let error = core.code_request(CodeAsk { phone: secret("1380013800") }).await.unwrap_err();
    assert_eq!(error.code, ErrorCode::PhoneInvalid);
    assert_eq!(device.server.requests().len(), asked);
}

/// S-AUTH-09
#[tokio::test]
async fn a_version_that_came_into_force_meanwhile_is_asked_for_before_anything_goes_on() {
    let device = Device::new(&server());
    let core = device.core();
    device.accept_policy(&core).await;
    device.server.policy_put("2027-01-01");
    let ask = CodeAsk { phone: secret("13800138000") };
    assert_eq!(core.code_request(ask.clone()).await.unwrap_err().code, ErrorCode::PolicyNotAccepted);
    assert_eq!(core.app_state(Nothing {}).await.unwrap().policy, None);
    device.accept_policy(&core).await;
    core.code_request(ask).await.unwrap();
}
