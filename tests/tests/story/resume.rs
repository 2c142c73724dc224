use super::{Desk, LIMIT, SEEKER, SEEKER_EMAIL, SEEKER_NAME, refusal, signed_in};
use serde_json::{Value, json};
use zhitu_contract::ErrorCode;
use zhitu_contract::auth::{CodeAsk, Sensitive};
use zhitu_contract::device::Nothing;
use zhitu_contract::resume::{ResumeEditCommand, ResumeSync, ResumeView};
use zhitu_core::Core;
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_domain::resume::{ResumeEdit, ResumeProblem, Section};
use zhitu_tests::device::{NOBODY, accept_policy, sign_in};
use zhitu_tests::market::{Market, key};
use zhitu_tests::wait::until_async;

pub async fn set(core: &Core, path: &str, value: Value) -> ResumeView {
    let edit = ResumeEdit::Set { path: path.to_owned(), value };
    core.resume_edit(ResumeEditCommand { edit }).await.unwrap()
}

pub async fn asks_for_the_policy_before_anything_personal(core: &Core) {
    let ask = CodeAsk { phone: Sensitive::new(SEEKER.to_owned()) };
    assert_eq!(refusal(core.code_request(ask).await), ErrorCode::PolicyNotAccepted);
    let edit = ResumeEdit::Set { path: "basic/name".to_owned(), value: json!(SEEKER_NAME) };
    let refused = core.resume_edit(ResumeEditCommand { edit }).await;
    assert_eq!(refusal(refused), ErrorCode::PolicyNotAccepted);
    accept_policy(core).await.unwrap();
    let accepted = core.app_state(Nothing {}).await.unwrap().policy.unwrap();
    assert!(accepted.accepted_at.0 > 0 && !accepted.version.is_empty());
}

pub async fn is_written_off_line_and_synced_by_signing_in(market: &Market, seeker: &Desk) {
    let core = &seeker.core;
    seeker.device.server.set(NOBODY);
    set(core, "basic/name", json!(SEEKER_NAME)).await;
    set(core, "basic/phone", json!(SEEKER)).await;
    set(core, "basic/email", json!(SEEKER_EMAIL)).await;
    let young = ResumeEdit::Set { path: "basic/birth_date".to_owned(), value: json!("2024-05-01") };
    let refused = core.resume_edit(ResumeEditCommand { edit: young }).await;
    assert_eq!(refusal(refused), ErrorCode::TooYoung);
    let view = core.resume_show(Nothing {}).await.unwrap();
    assert_eq!((view.sync, view.version), (ResumeSync::DeviceOnly, 0));
    assert_eq!(view.content.basic.birth_date, None);

    seeker.device.server.set(&market.server.url);
    sign_in(core, SEEKER).await.unwrap();
    assert!(signed_in(core).await);
    let view = saved(core).await;
    assert_eq!(view.content.basic.name, SEEKER_NAME);
    assert_eq!(view.visibility, VisibilitySetting::default());
}

/// Waits until the server has all that was written.
pub async fn saved(core: &Core) -> ResumeView {
    until_async("the résumé to be saved", LIMIT, async || {
        let view = core.resume_show(Nothing {}).await?;
        Ok((view.sync == ResumeSync::Saved && view.version > 0).then_some(view))
    })
    .await
    .unwrap()
}

/// Writes what is needed, with contact data where it does not belong.
pub async fn is_completed(core: &Core) {
    set(core, "intention/position", json!("数据分析师")).await;
    set(core, "intention/places", json!([310_104])).await;
    let (school, job) = (key(), key());
    for (section, entry) in [(Section::Education, school), (Section::Work, job)] {
        let edit = ResumeEdit::Add { section, entry, at: 0 };
        core.resume_edit(ResumeEditCommand { edit }).await.unwrap();
    }
    set(core, &format!("education/{school}/school"), json!("东陆大学")).await;
    set(core, &format!("education/{school}/degree"), json!("bachelor")).await;
    set(core, &format!("education/{school}/start"), json!("2017-09")).await;
    set(core, &format!("work/{job}/company"), json!("云帆数据（演示）")).await;
    set(core, &format!("work/{job}/position"), json!("分析师")).await;
    let leaking = format!("把周报从两天减到两小时。电话 139-1111 0117，邮箱 {SEEKER_EMAIL}");
    let view = set(core, &format!("work/{job}/description"), json!(leaking)).await;
    assert!(view.completeness.can_apply(), "{:?}", view.completeness);
    let place = ResumeProblem::ContactInText { path: format!("work/{job}/description") };
    assert_eq!(view.problems, [place]);
    saved(core).await;
}
