//! The permission broker with its memory, its record and its ports.

use std::sync::Arc;
use std::time::Duration;
use zhitu_contract::device::Nothing;
use zhitu_contract::jobs::{JobsNearby, JobsSearchRequest};
use zhitu_contract::permission::{
    PermissionAnswer, PermissionAsk, PermissionRef, PermissionRefusal, PermissionView,
};
use zhitu_contract::{Error, ErrorCode};
use zhitu_core::Core;
use zhitu_core::ports::{Accuracy, Fix, LocationError};
use zhitu_domain::permission::{
    Fallback, NotGranted, Permission, PermissionState, Purpose, SheetAnswer, SystemPermission,
};
use zhitu_domain::place::Point;
use zhitu_testing::{Device, FakeServer, samples};

/// 漕河泾: between the sample jobs' places.
const HERE: Point = Point { lat: 31.1718, lon: 121.3986 };
const HOUR: Duration = Duration::from_hours(1);

fn market() -> Arc<FakeServer> {
    let server = Arc::new(FakeServer::default());
    server.policy_put("2026-11-23");
    (1..=3).for_each(|number| server.job_add(samples::job_card(number)));
    server
}

fn located(device: &Device) {
    device.location.answer(Ok(Fix { point: HERE, accuracy_m: Some(800.0), at: None }));
}

fn nearby() -> JobsNearby {
    JobsNearby { text: String::new(), radius_km: 5, exact: false }
}

fn refusal(error: Error) -> PermissionRefusal {
    assert_eq!(error.code, ErrorCode::PermissionNotGranted, "{error}");
    serde_json::from_value(error.detail.unwrap()).unwrap()
}

async fn ask(core: &Core, by_person: bool) -> Result<PermissionView, Error> {
    core.permission_ask(PermissionAsk { purpose: Purpose::NearbyJobs, by_person }).await
}

async fn answer(core: &Core, answer: SheetAnswer) -> PermissionView {
    core.permission_answer(PermissionAnswer { permission: Permission::Location, answer }).await.unwrap()
}

/// R1, R2, S-LOC-03, S-PERM-02
#[tokio::test]
async fn accepting_the_policy_and_ten_minutes_of_use_ask_for_nothing_and_read_no_position() {
    let device = Device::new(&market());
    let core = device.core();
    device.sign_in(&core, "+8613800138000").await;
    for _ in 0..10 {
        core.jobs_search(JobsSearchRequest { limit: 20, ..JobsSearchRequest::default() }).await.unwrap();
        core.app_state(Nothing {}).await.unwrap();
        core.resume_show(Nothing {}).await.unwrap();
        device.clock.advance(Duration::from_mins(1));
    }
    assert_eq!(device.location.reads(), []);
    for view in core.permissions_list(Nothing {}).await.unwrap() {
        assert_eq!(
            (view.state, view.asked_at, view.used_at),
            (PermissionState::NeverAsked, None, None),
            "{view:?}"
        );
    }
}

/// R2, R3, R10, S-LOC-01, S-LOC-02
#[tokio::test]
async fn nearby_asks_first_then_reads_once_for_five_minutes() {
    let device = Device::new(&market());
    let core = device.core();
    let refused = refusal(core.jobs_nearby(nearby()).await.unwrap_err());
    assert_eq!(refused.reason, NotGranted::MustAsk);
    assert_eq!(refused.fallback, Fallback::PickPlace);
    assert_eq!(device.location.reads(), [], "nothing is read before the sheet is answered");

    assert_eq!(ask(&core, false).await.unwrap().state, PermissionState::Asked);
    located(&device);
    assert_eq!(answer(&core, SheetAnswer::WhileInUse).await.state, PermissionState::Granted);
    for _ in 0..3 {
        core.jobs_nearby(nearby()).await.unwrap();
        device.clock.advance(Duration::from_secs(90));
    }
    assert_eq!(device.location.reads(), [Accuracy::Coarse], "R6: the lowest frequency");
    device.clock.advance(Duration::from_mins(1));
    located(&device);
    core.jobs_nearby(nearby()).await.unwrap();
    assert_eq!(device.location.reads().len(), 2);
}

/// R6: over many positions nothing finer than the cell leaves the device.
#[tokio::test]
async fn what_leaves_the_device_is_a_cell_and_a_radius() {
    let device = Device::new(&market());
    let core = device.core();
    ask(&core, false).await.unwrap();
    located(&device);
    answer(&core, SheetAnswer::WhileInUse).await;
    for number in 0..1_000_u32 {
        let (row, column) = (f64::from(number / 40), f64::from(number % 40));
        let point = Point { lat: 18.0 + row * 1.370_123_1, lon: 74.0 + column * 1.500_217_3 };
        device.location.answer(Ok(Fix { point, accuracy_m: None, at: None }));
        device.clock.advance(Duration::from_mins(6));
        let view = core.jobs_nearby(nearby()).await.unwrap();
        let request = device.server.requests().pop().unwrap();
        let sent = request.body.unwrap();
        assert_eq!(sent["near_cell"], serde_json::json!({ "cell": view.cell, "radius_km": 5 }));
        assert!(request.access_token.is_none(), "the server does not learn who is there");
        let text = sent.to_string();
        for degrees in [point.lat, point.lon] {
            let digits = format!("{degrees:.4}");
            assert!(!text.contains(&digits[..digits.len() - 1]), "{text}");
        }
    }
}

/// R3, R4: across a restart too.
#[tokio::test]
async fn a_refusal_is_remembered_for_48_hours_and_the_person_can_reopen_it() {
    let device = Device::new(&market());
    let core = device.core();
    ask(&core, false).await.unwrap();
    assert_eq!(answer(&core, SheetAnswer::No).await.state, PermissionState::Denied);
    device.clock.advance(47 * HOUR);
    let core = device.core();
    assert_eq!(refusal(core.jobs_nearby(nearby()).await.unwrap_err()).reason, NotGranted::Quiet);
    assert_eq!(refusal(ask(&core, false).await.unwrap_err()).reason, NotGranted::Quiet);
    core.jobs_search(JobsSearchRequest { limit: 20, ..JobsSearchRequest::default() }).await.unwrap();
    assert_eq!(ask(&core, true).await.unwrap().state, PermissionState::Asked, "from the page of permissions");
    answer(&core, SheetAnswer::No).await;
    device.clock.advance(48 * HOUR);
    assert_eq!(refusal(core.jobs_nearby(nearby()).await.unwrap_err()).reason, NotGranted::MustAsk);
}

/// R2: a sheet that was open when the app was killed was not agreed to.
#[tokio::test]
async fn a_sheet_that_nobody_answered_counts_as_refused_after_a_restart() {
    let device = Device::new(&market());
    ask(&device.core(), false).await.unwrap();
    let core = device.core();
    assert_eq!(refusal(core.jobs_nearby(nearby()).await.unwrap_err()).reason, NotGranted::Quiet);
}

/// R5, S-PERM-03, S-RGT-07
#[tokio::test]
async fn withdrawing_ends_what_is_under_way_and_forgets_what_was_read() {
    let device = Device::new(&market());
    let core = device.core();
    ask(&core, false).await.unwrap();
    located(&device);
    answer(&core, SheetAnswer::WhileInUse).await;
    device.clock.advance(Duration::from_mins(6));
    device.location.hang();
    let waiting = tokio::spawn({
        let core = Arc::clone(&core);
        async move { core.jobs_nearby(nearby()).await }
    });
    device.until("the position is being read", async || device.location.reads().len() == 2).await;
    let withdrawn =
        core.permission_withdraw(PermissionRef { permission: Permission::Location }).await.unwrap();
    assert_eq!(withdrawn.state, PermissionState::Withdrawn);
    assert_eq!(refusal(waiting.await.unwrap().unwrap_err()).reason, NotGranted::Quiet);
    assert!(core.jobs_nearby(nearby()).await.is_err(), "the last position is forgotten");
}

/// R5
#[tokio::test]
async fn what_the_system_refuses_shows_in_both_states_and_offers_the_fallback() {
    let device = Device::new(&market());
    let core = device.core();
    ask(&core, false).await.unwrap();
    device.location.answer(Err(LocationError::Denied));
    let view = answer(&core, SheetAnswer::WhileInUse).await;
    assert_eq!((view.state, view.system), (PermissionState::Denied, SystemPermission::Denied));
    assert_eq!(refusal(core.jobs_nearby(nearby()).await.unwrap_err()).fallback, Fallback::PickPlace);
}

#[tokio::test]
async fn a_device_without_a_position_says_so_and_is_not_asked_for_it() {
    let device = Device::new(&market());
    let core = device.core();
    device.location.set_permission(SystemPermission::Unsupported);
    assert_eq!(refusal(core.jobs_nearby(nearby()).await.unwrap_err()).reason, NotGranted::Unsupported);
    device.location.set_permission(SystemPermission::Unknown);
    assert_eq!(refusal(core.jobs_nearby(nearby()).await.unwrap_err()).reason, NotGranted::MustAsk);
    ask(&core, false).await.unwrap();
    answer(&core, SheetAnswer::WhileInUse).await;
    let error = core.jobs_nearby(nearby()).await.unwrap_err();
    assert_eq!(error.code, ErrorCode::LocationUnavailable, "no source is no refusal");
}

/// R7: the act is the consent, and it can be switched off.
#[tokio::test]
async fn saving_a_file_needs_no_asking_but_can_be_switched_off() {
    let device = Device::new(&market());
    let core = device.core();
    core.resume_export_pdf(Nothing {}).await.unwrap();
    let files = PermissionRef { permission: Permission::Files };
    core.permission_withdraw(files).await.unwrap();
    let refused = refusal(core.resume_export_pdf(Nothing {}).await.unwrap_err());
    assert_eq!((refused.reason, refused.fallback), (NotGranted::Quiet, Fallback::Nothing));
    core.permission_restore(files).await.unwrap();
    core.resume_export_pdf(Nothing {}).await.unwrap();
    assert_eq!(device.files.written().len(), 2);
}

/// R10: a yes without an open sheet is none.
#[tokio::test]
async fn an_answer_that_nobody_asked_for_grants_nothing() {
    let device = Device::new(&market());
    let core = device.core();
    let unasked = PermissionAnswer { permission: Permission::Location, answer: SheetAnswer::WhileInUse };
    assert_eq!(core.permission_answer(unasked).await.unwrap_err().code, ErrorCode::NotFound);
    assert_eq!(refusal(core.jobs_nearby(nearby()).await.unwrap_err()).reason, NotGranted::MustAsk);
}
