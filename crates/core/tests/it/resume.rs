use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;
use uuid::Uuid;
use zhitu_contract::ErrorCode;
use zhitu_contract::device::{Nothing, Settings};
use zhitu_contract::events::CoreEvent;
use zhitu_contract::policy::Language;
use zhitu_contract::resume::{ResumeEditCommand, ResumeSync, ResumeView};
use zhitu_core::Core;
use zhitu_core::ports::Method;
use zhitu_domain::resume::{ResumeEdit, Section};
use zhitu_testing::{Device, FakeServer, samples};

const PHONE: &str = "+8613800138000";

fn server() -> Arc<FakeServer> {
    let server = Arc::new(FakeServer::default());
    server.policy_put("2026-11-23");
    server
}

async fn set(core: &Core, path: &str, value: impl Into<Value>) -> ResumeView {
    try_set(core, path, value).await.unwrap()
}

async fn try_set(core: &Core, path: &str, value: impl Into<Value>) -> zhitu_contract::Result<ResumeView> {
    core.resume_edit(ResumeEditCommand { edit: ResumeEdit::Set { path: path.into(), value: value.into() } })
        .await
}

async fn show(core: &Core) -> ResumeView {
    core.resume_show(Nothing {}).await.unwrap()
}

async fn until_saved(device: &Device, core: &Core) {
    device.until("the résumé is saved", async || show(core).await.sync == ResumeSync::Saved).await;
}

fn saves(server: &FakeServer) -> usize {
    let requests = server.requests();
    requests.iter().filter(|request| request.method == Method::Put && request.path == "/api/resume").count()
}

/// D9
#[tokio::test]
async fn a_resume_can_be_begun_without_an_account_and_nobody_sees_it() {
    let device = Device::new(&server());
    let core = device.core();
    device.accept_policy(&core).await;
    let asked = device.server.requests().len();
    set(&core, "basic/name", "周予安").await;
    let view = show(&device.core()).await;
    assert_eq!(view.content.basic.name, "周予安", "kept before the command answered");
    assert_eq!(view.sync, ResumeSync::DeviceOnly);
    assert_eq!(view.visibility, zhitu_domain::resume::visibility::VisibilitySetting::Private);
    assert_eq!(device.server.requests().len(), asked, "it stays on the device");
}

/// S-MIN-01
#[tokio::test]
async fn a_birth_date_under_sixteen_is_refused_and_not_kept() {
    let device = Device::new(&server());
    let core = device.core();
    device.accept_policy(&core).await;
    set(&core, "basic/birth_date", "2010-11-23").await;
    let error = try_set(&core, "basic/birth_date", "2010-11-24").await.unwrap_err();
    assert_eq!(error.code, ErrorCode::TooYoung);
    assert_eq!(error.detail.as_ref().unwrap()["field"], "basic/birth_date");
    assert!(!serde_json::to_string(&error).unwrap().contains("2010"), "the date is nowhere in the answer");
    assert_eq!(show(&core).await.content.basic.birth_date.unwrap().to_string(), "2010-11-23");
}

#[tokio::test]
async fn a_refused_value_names_field_and_problem_and_changes_nothing() {
    let device = Device::new(&server());
    let core = device.core();
    device.accept_policy(&core).await;
    let error = try_set(&core, "basic/email", "nobody").await.unwrap_err();
    assert_eq!(error.code, ErrorCode::InvalidField);
    assert_eq!(error.detail, Some(json!({ "field": "basic/email", "problem": "email" })));
    assert_eq!(try_set(&core, "work/nothing/company", "x").await.unwrap_err().code, ErrorCode::NotFound);
    assert!(!show(&core).await.can_undo);
}

#[tokio::test]
async fn typing_on_in_a_field_is_one_step_to_undo_also_after_a_restart() {
    let device = Device::new(&server());
    let core = device.core();
    device.accept_policy(&core).await;
    set(&core, "intention/position", "会计").await;
    for text in ["周", "周予", "周予安"] {
        device.clock.advance(Duration::from_millis(300));
        set(&core, "basic/name", text).await;
    }
    let core = device.core();
    let view = core.resume_undo(Nothing {}).await.unwrap();
    assert_eq!((view.content.basic.name.as_str(), view.content.intention.position.as_str()), ("", "会计"));
    assert!(view.can_undo && view.can_redo);
    let view = core.resume_redo(Nothing {}).await.unwrap();
    assert_eq!(view.content.basic.name, "周予安");
    device.clock.advance(Duration::from_secs(5));
    set(&core, "basic/name", "周予宁").await;
    assert_eq!(core.resume_undo(Nothing {}).await.unwrap().content.basic.name, "周予安");
}

#[tokio::test]
async fn edits_are_saved_together_a_moment_after_the_last() {
    let device = Device::new(&server());
    let core = device.start();
    let account = device.sign_in(&core, PHONE).await;
    until_saved(&device, &core).await;
    for text in ["周", "周予", "周予安"] {
        set(&core, "basic/name", text).await;
        device.clock.advance(Duration::from_millis(200));
    }
    assert_eq!(show(&core).await.sync, ResumeSync::Waiting);
    until_saved(&device, &core).await;
    assert_eq!(saves(&device.server), 1);
    assert_eq!(device.server.resume(account.id).content.basic.name, "周予安");
    assert!(device.events.all().contains(&CoreEvent::ResumeChanged));
    core.stop().await;
}

#[tokio::test]
async fn edits_made_off_line_are_saved_after_a_restart() {
    let device = Device::new(&server());
    let core = device.start();
    let account = device.sign_in(&core, PHONE).await;
    until_saved(&device, &core).await;
    device.server.set_reachable(false);
    set(&core, "basic/name", "周予安").await;
    core.stop().await;

    device.server.set_reachable(true);
    let core = device.start();
    until_saved(&device, &core).await;
    assert_eq!(device.server.resume(account.id).content.basic.name, "周予安");
    core.stop().await;
}

#[tokio::test]
async fn edits_of_two_devices_are_joined_and_what_clashes_is_named() {
    let device = Device::new(&server());
    let core = device.start();
    let account = device.sign_in(&core, PHONE).await;
    set(&core, "basic/name", "周予安").await;
    until_saved(&device, &core).await;

    device.server.set_reachable(false);
    set(&core, "intention/position", "数据分析师").await;
    set(&core, "self_assessment", "我写的").await;
    device.server.resume_change(account.id, |content| {
        content.intention.position = "会计".into();
        content.basic.email = "yuan@example.com".into();
    });
    device.server.set_reachable(true);
    until_saved(&device, &core).await;

    let view = show(&core).await;
    assert_eq!(view.content.intention.position, "数据分析师", "what was typed here is kept");
    assert_eq!(view.content.basic.email, "yuan@example.com", "what was typed there came");
    assert_eq!(view.content.self_assessment, "我写的");
    assert_eq!(view.clashes, ["intention/position"]);
    assert_eq!(device.server.resume(account.id).content, view.content);

    // Undoing takes back what was done here, and leaves what was done there.
    core.resume_undo(Nothing {}).await.unwrap();
    let undone = core.resume_undo(Nothing {}).await.unwrap().content;
    assert_eq!((undone.intention.position.as_str(), undone.self_assessment.as_str()), ("会计", ""));
    assert_eq!(undone.basic.email, "yuan@example.com");

    // Once something typed later is saved, nothing is to be said about the clash any more.
    until_saved(&device, &core).await;
    assert_eq!(show(&core).await.clashes, Vec::<String>::new());
    core.stop().await;
}

#[tokio::test]
async fn a_save_whose_answer_was_lost_clashes_with_nothing() {
    let device = Device::new(&server());
    let core = device.start();
    let account = device.sign_in(&core, PHONE).await;
    until_saved(&device, &core).await;
    device.server.lose_answer(Method::Put, "/api/resume");
    set(&core, "basic/name", "周予").await;
    device.until("the save arrived", async || device.server.resume(account.id).version == 1).await;
    set(&core, "basic/name", "周予安").await;
    until_saved(&device, &core).await;
    let view = show(&core).await;
    assert_eq!((view.clashes, view.content.basic.name.as_str(), view.version), (vec![], "周予安", 2));
    core.stop().await;
}

#[tokio::test]
async fn a_save_that_was_lost_with_the_app_clashes_with_nothing() {
    let device = Device::new(&server());
    let core = device.start();
    let account = device.sign_in(&core, PHONE).await;
    until_saved(&device, &core).await;
    device.server.lose_answer(Method::Put, "/api/resume");
    set(&core, "basic/name", "周予安").await;
    device.until("the save arrived", async || device.server.resume(account.id).version == 1).await;
    core.stop().await;

    let core = device.core();
    device.clock.advance(Duration::from_secs(9));
    set(&core, "basic/name", "周予宁").await;
    core.stop().await;
    let core = device.start();
    until_saved(&device, &core).await;
    let view = show(&core).await;
    assert_eq!((view.clashes, view.content.basic.name.as_str()), (vec![], "周予宁"));
    core.stop().await;
}

#[tokio::test]
async fn a_resume_of_the_device_is_joined_with_the_accounts_on_signing_in() {
    let device = Device::new(&server());
    let account = device.server.account(PHONE);
    device.server.resume_change(account.id, |content| *content = samples::resume());
    let core = device.start();
    device.accept_policy(&core).await;
    let add = ResumeEdit::Add { section: Section::Skills, entry: Uuid::from_u128(7), at: 0 };
    core.resume_edit(ResumeEditCommand { edit: add }).await.unwrap();
    set(&core, "basic/name", "周小安").await;
    device.sign_in(&core, PHONE).await;
    device
        .until("joined and saved", async || {
            let view = show(&core).await;
            view.sync == ResumeSync::Saved && view.version == 2
        })
        .await;
    let view = show(&core).await;
    assert_eq!(view.content.skills.len(), 1);
    assert_eq!(view.content.education, samples::resume().education);
    assert_eq!(view.content.basic.name, "周小安");
    assert_eq!(view.clashes, ["basic/name"]);
    core.stop().await;
}

#[tokio::test]
async fn a_newer_version_of_another_device_comes_with_the_next_link() {
    let device = Device::new(&server());
    let core = device.start();
    let account = device.sign_in(&core, PHONE).await;
    until_saved(&device, &core).await;
    device.until("the link is open", async || device.server.links() == 1).await;
    device.server.resume_change(account.id, |content| content.basic.name = "周予安".into());
    device.server.cut_links();
    device.until("it came", async || show(&core).await.content.basic.name == "周予安").await;
    assert_eq!(saves(&device.server), 0);
    core.stop().await;
}

/// S-RES-07
#[tokio::test]
async fn what_is_missing_is_named() {
    let device = Device::new(&server());
    let core = device.core();
    device.accept_policy(&core).await;
    let before = show(&core).await.completeness;
    let after = set(&core, "basic/name", "周予安").await.completeness;
    assert!(after.percent > before.percent && after.required.len() == before.required.len() - 1);
}

#[tokio::test]
async fn pages_and_pdf_are_set_from_the_working_copy() {
    let device = Device::new(&server());
    let core = device.core();
    device.accept_policy(&core).await;
    set(&core, "basic/name", "周予安").await;
    set(&core, "intention/position", "数据分析师").await;
    let pages = core.resume_pages(Nothing {}).await.unwrap().pages;
    assert!(pages.len() == 1 && pages[0].starts_with("<svg"));
    core.settings_set(Settings { language: Some(Language::En), ..Settings::default() }).await.unwrap();
    assert_ne!(core.resume_pages(Nothing {}).await.unwrap().pages, pages, "in the language of the settings");
    let exported = core.resume_export_pdf(Nothing {}).await.unwrap();
    let (name, bytes) = device.files.written().remove(0);
    assert_eq!((exported.file.as_str(), name.as_str()), ("周予安-数据分析师.pdf", "周予安-数据分析师.pdf"));
    assert!(bytes.starts_with(b"%PDF-") && exported.bytes == bytes.len() as u64);
    device.files.set_cancels(true);
    assert_eq!(core.resume_export_pdf(Nothing {}).await.unwrap_err().code, ErrorCode::Cancelled);
}
