//! Smart paste (R7, S-CLIP-01).

use std::sync::Arc;
use zhitu_contract::ErrorCode;
use zhitu_contract::clipboard::ClipboardPaste;
use zhitu_contract::device::Nothing;
use zhitu_contract::permission::PermissionRef;
use zhitu_contract::resume::ResumeTake;
use zhitu_core::Core;
use zhitu_domain::permission::{Permission, Purpose};
use zhitu_testing::{Device, FakeServer};

const RESUME: &str = "林小禾\n13912345678 | lin@example.com\n\n教育经历\n2015.09-2019.06 青禾大学 统计学 本科\n\n\
                      工作经历\n2019.07-至今 纸鹞数据 数据分析师\n负责增长分析\n\n技能\nSQL、Python\n\n自我评价\n做事认真";

fn device() -> Device {
    let server = Arc::new(FakeServer::default());
    server.policy_put("2026-11-23");
    Device::new(&server)
}

async fn paste(core: &Core, purpose: Purpose) -> zhitu_contract::clipboard::Findings {
    core.clipboard_paste(ClipboardPaste { purpose }).await.unwrap()
}

/// R7: no reading but on the act; what is found is offered, not applied; nothing of it goes to the server.
#[tokio::test]
async fn the_clipboard_is_read_on_the_paste_alone_and_nothing_of_it_is_kept_or_sent() {
    let device = device();
    device.clipboard.copy("【职途】验证码 384920，5 分钟内有效");
    let core = device.core();
    device.sign_in(&core, "+8613800138000").await;
    core.resume_show(Nothing {}).await.unwrap();
    assert_eq!(device.clipboard.reads(), 0);
    let found = paste(&core, Purpose::PasteCode).await;
    assert_eq!(found.sign_in_code.map(|code| code.text).as_deref(), Some("384920"));
    assert_eq!(device.clipboard.reads(), 1);
    let sent = format!("{:?}", device.server.requests());
    assert!(!sent.contains("384920"), "{sent}");
    let (record, _) = device.store.record_all().await.unwrap();
    assert!(record.iter().any(|entry| entry.body.contains("paste_code")));
    assert!(record.iter().all(|entry| !entry.body.contains("384920")));
}

#[tokio::test]
async fn a_resume_is_taken_over_once_it_is_confirmed_as_one_step() {
    let device = device();
    let core = device.core();
    device.accept_policy(&core).await;
    device.clipboard.copy(RESUME);
    let draft = paste(&core, Purpose::PasteResume).await.resume.unwrap();
    assert!(core.resume_show(Nothing {}).await.unwrap().content.work.is_empty(), "nothing is applied unseen");
    let taken = core.resume_take(ResumeTake { draft: draft.clone() }).await.unwrap();
    assert_eq!(taken.content.basic.name, "林小禾");
    assert_eq!(taken.content.work[0].company, "纸鹞数据");
    let again = core.resume_take(ResumeTake { draft }).await.unwrap();
    assert_eq!(again.content, taken.content, "taken twice it is there once");
    let undone = core.resume_undo(Nothing {}).await.unwrap();
    assert!(undone.content.work.is_empty() && !undone.can_undo);
}

/// R5
#[tokio::test]
async fn a_clipboard_that_was_switched_off_is_not_read() {
    let device = device();
    device.clipboard.copy("384920");
    let core = device.core();
    core.permission_withdraw(PermissionRef { permission: Permission::Clipboard }).await.unwrap();
    let refused = core.clipboard_paste(ClipboardPaste { purpose: Purpose::PasteCode }).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::PermissionNotGranted);
    let other = core.clipboard_paste(ClipboardPaste { purpose: Purpose::NearbyJobs }).await.unwrap_err();
    assert_eq!(other.code, ErrorCode::InvalidField);
    assert_eq!(device.clipboard.reads(), 0);
}
