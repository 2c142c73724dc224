//! The record of personal data (R8).

use std::sync::Arc;
use zhitu_contract::ErrorCode;
use zhitu_contract::applications::ApplyRequest;
use zhitu_contract::device::Nothing;
use zhitu_contract::jobs::{FavouriteSet, JobsSearchRequest};
use zhitu_contract::permission::{PermissionAnswer, PermissionAsk};
use zhitu_contract::record::{RecordExport, RecordFormat, RecordList, RecordVerified};
use zhitu_contract::resume::{ResumeEditCommand, ResumeSync};
use zhitu_core::Core;
use zhitu_core::ports::{LocalStore, StoreError};
use zhitu_domain::contact::{ContactItem, ContactItems};
use zhitu_domain::permission::{Permission, Purpose, SheetAnswer};
use zhitu_domain::record::{DataField, Handover, RecordSort, Recorded};
use zhitu_domain::resume::ResumeEdit;
use zhitu_domain::time::Timestamp;
use zhitu_testing::{Device, FakeServer, MemoryStore, samples};

const PHONE: &str = "+8613800138000";

fn market() -> Arc<FakeServer> {
    let server = Arc::new(FakeServer::default());
    server.policy_put("2026-11-23");
    (1..=3).for_each(|number| server.job_add(samples::job_card(number)));
    server
}

async fn record(core: &Core, sort: Option<RecordSort>) -> Vec<Recorded> {
    let page = core.record_list(RecordList { before: None, sort, limit: 200 }).await.unwrap();
    page.entries.into_iter().rev().map(|entry| entry.what).collect()
}

/// R8: every ask, answer, use and withdrawal.
#[tokio::test]
async fn each_ask_answer_and_use_is_an_entry() {
    let device = Device::new(&market());
    let core = device.core();
    core.permission_ask(PermissionAsk { purpose: Purpose::NearbyJobs, by_person: false }).await.unwrap();
    let answer = PermissionAnswer { permission: Permission::Location, answer: SheetAnswer::No };
    core.permission_answer(answer).await.unwrap();
    core.resume_export_pdf(Nothing {}).await.unwrap();
    assert_eq!(
        record(&core, None).await,
        [
            Recorded::Asked { purpose: Purpose::NearbyJobs },
            Recorded::Answered { permission: Permission::Location, answer: SheetAnswer::No },
            Recorded::Used { purpose: Purpose::SaveFile },
        ]
    );
    assert_eq!(record(&core, Some(RecordSort::Refused)).await.len(), 1);
}

/// R8: K requests that carry something of the person are K entries; those that never left are none.
#[tokio::test]
async fn what_was_handed_over_is_an_entry_each_time_and_nothing_else_is() {
    let device = Device::new(&market());
    let core = device.core();
    device.sign_in(&core, PHONE).await;
    core.jobs_search(JobsSearchRequest { limit: 20, ..Default::default() }).await.unwrap();
    let job = samples::job_card(1).id;
    core.favourite_set(FavouriteSet { job, on: true }).await.unwrap();
    device.server.set_reachable(false);
    let offline = core.favourite_set(FavouriteSet { job, on: false }).await.unwrap_err();
    assert_eq!(offline.code, ErrorCode::Offline);
    let handed: Vec<(Handover, Vec<DataField>)> = record(&core, Some(RecordSort::Outside))
        .await
        .into_iter()
        .map(|entry| match entry {
            Recorded::Disclosed { disclosure } => (disclosure.handover, disclosure.fields),
            other => panic!("{other:?}"),
        })
        .collect();
    let sign_in =
        [DataField::Phone, DataField::SignInCode, DataField::DeviceName, DataField::PolicyAcceptance];
    assert_eq!(
        handed,
        [(Handover::SignIn, sign_in.to_vec()), (Handover::Favourite, vec![DataField::JobInterest]),]
    );
}

/// R8, S-APP-03: what is filled in on a job's form is entered, and contact data that is not filled in is not.
#[tokio::test]
async fn an_application_is_entered_with_what_was_filled_in_on_its_form() {
    let device = Device::new(&market());
    let core = device.start();
    device.sign_in(&core, PHONE).await;
    for (path, value) in
        [("basic/name", "周予安"), ("basic/phone", "13912345678"), ("basic/email", "an@example.com")]
    {
        let edit = ResumeEdit::Set { path: path.into(), value: value.into() };
        core.resume_edit(ResumeEditCommand { edit }).await.unwrap();
    }
    let saved = async || core.resume_show(Nothing {}).await.unwrap().sync == ResumeSync::Saved;
    device.until("the résumé is saved", saved).await;
    for form_contact in [ContactItems::new(), ContactItems::from([ContactItem::Email])] {
        let (job, despite_block) = (samples::job_card(1).id, false);
        // This server takes no applications; what left the device left it all the same.
        let (attachment, attachment_contact) = (None, ContactItems::new());
        let apply = ApplyRequest {
            job,
            resume_version: 1,
            despite_block,
            form_contact,
            attachment,
            attachment_contact,
        };
        core.application_submit(apply).await.unwrap_err();
    }
    let sent: Vec<Vec<DataField>> = record(&core, Some(RecordSort::Outside))
        .await
        .into_iter()
        .filter_map(|entry| match entry {
            Recorded::Disclosed { disclosure } if disclosure.handover == Handover::Application => {
                Some(disclosure.fields)
            }
            _ => None,
        })
        .collect();
    let contact =
        |fields: &Vec<DataField>| [DataField::Phone, DataField::Email].map(|field| fields.contains(&field));
    assert_eq!(sent.iter().map(contact).collect::<Vec<_>>(), [[false, false], [false, true]]);
    core.stop().await;
}

/// R8: what was on its way when the app was killed is entered at the next start.
#[tokio::test]
async fn a_handover_cut_short_by_a_kill_is_entered_at_the_next_start() {
    let store = Arc::new(MemoryStore::default());
    let device = Device::with_store(&market(), Arc::clone(&store) as _);
    let what = Recorded::Used { purpose: Purpose::SaveFile };
    store.record_begin(&what, Timestamp(5)).await.unwrap();
    assert_eq!(record(&device.core(), None).await, [what]);
}

/// R8: what cannot be recorded is not done.
#[tokio::test]
async fn a_use_that_cannot_be_recorded_is_not_made() {
    let store = Arc::new(MemoryStore::default());
    let device = Device::with_store(&market(), Arc::clone(&store) as _);
    let core = device.core();
    core.resume_export_pdf(Nothing {}).await.unwrap();
    store.set_fails(Some(StoreError::Full));
    assert_eq!(core.resume_export_pdf(Nothing {}).await.unwrap_err().code, ErrorCode::StoreFull);
    assert_eq!(device.files.written().len(), 1);
}

/// R8
#[tokio::test]
async fn the_record_is_verified_exported_and_cleared() {
    let device = Device::new(&market());
    let core = device.core();
    for _ in 0..3 {
        core.resume_export_pdf(Nothing {}).await.unwrap();
    }
    assert_eq!(core.record_verify(Nothing {}).await.unwrap(), RecordVerified { entries: 3, broken: None });
    core.record_export(RecordExport { format: RecordFormat::Json }).await.unwrap();
    core.record_export(RecordExport { format: RecordFormat::Csv }).await.unwrap();
    let written = device.files.written();
    let (name, json) = &written[3];
    assert_eq!(name, "zhitu-record.json");
    let json: serde_json::Value = serde_json::from_slice(json).unwrap();
    assert_eq!(json["entries"].as_array().unwrap().len(), 4, "writing it is a use of its own");
    let csv = String::from_utf8(written[4].1.clone()).unwrap();
    assert_eq!(csv.lines().count(), 6);
    assert!(csv.contains("\"{\"\"kind\"\":\"\"used\"\""), "{csv}");

    core.record_clear(Nothing {}).await.unwrap();
    assert_eq!(record(&core, None).await, [Recorded::Cleared { entries: 5 }]);
}

/// What an account did does not stay on the device for the next one.
#[tokio::test]
async fn signing_out_empties_the_record() {
    let device = Device::new(&market());
    let core = device.core();
    device.sign_in(&core, PHONE).await;
    core.sign_out(Nothing {}).await.unwrap();
    let left = record(&core, None).await;
    assert!(matches!(left[..], [Recorded::Cleared { .. }]), "{left:?}");
}
