use std::sync::Arc;
use zhitu_contract::ErrorCode;
use zhitu_contract::applications::ApplyRequest;
use zhitu_contract::device::Nothing;
use zhitu_contract::record::RecordList;
use zhitu_core::Core;
use zhitu_core::ports::Method;
use zhitu_domain::attachment::ATTACHMENT_MAX_BYTES;
use zhitu_domain::contact::{ContactItem, ContactItems};
use zhitu_domain::id::AttachmentId;
use zhitu_domain::permission::Purpose;
use zhitu_domain::record::{Consent, DataField, Disclosure, Handover, Recipient, Recorded};
use zhitu_testing::{Device, FakeServer, samples};

const PHONE: &str = "+8613800138000";

fn market() -> Arc<FakeServer> {
    let server = Arc::new(FakeServer::default());
    server.policy_put("2026-11-23");
    server.job_add(samples::job_card(1));
    server
}

async fn recorded(core: &Core) -> Vec<Recorded> {
    let list = RecordList { before: None, sort: None, limit: 100 };
    core.record_list(list).await.unwrap().entries.into_iter().map(|entry| entry.what).collect()
}

/// S-RES-06, R8: the bytes that were picked go as they are, under a clean name, and that they went is in the record.
#[tokio::test]
async fn what_is_picked_is_uploaded_and_recorded() {
    let server = market();
    let device = Device::new(&server);
    let core = device.start();
    device.sign_in(&core, PHONE).await;
    device.files.set_picks("a/周予安\u{202E}.PDF", b"%PDF-1.7");
    // This server takes no files; what left the device left it all the same.
    core.attachment_add(Nothing {}).await.unwrap_err();
    let sent: Vec<_> = server
        .requests()
        .into_iter()
        .filter(|request| request.path.starts_with("/api/attachments"))
        .collect();
    let [put] = &sent[..] else { panic!("{}", sent.len()) };
    assert_eq!((put.method, put.pdf.as_deref()), (Method::Put, Some(b"%PDF-1.7".as_slice())));
    assert_eq!(put.query, [("name", "周予安.pdf".to_owned())]);
    let record = recorded(&core).await;
    assert!(record.contains(&Recorded::Used { purpose: Purpose::AttachFile }));
    let disclosure = Disclosure {
        fields: vec![DataField::Attachment],
        to: Recipient::Platform,
        handover: Handover::AttachmentUpload,
        consent: Consent::Act,
    };
    assert!(record.contains(&Recorded::Disclosed { disclosure }), "{record:?}");
    core.stop().await;
}

#[tokio::test]
async fn a_dialog_that_is_cancelled_and_a_file_that_is_too_large_send_nothing() {
    let server = market();
    let device = Device::new(&server);
    let core = device.start();
    assert_eq!(core.attachment_add(Nothing {}).await.unwrap_err().code, ErrorCode::SignedOut);
    device.sign_in(&core, PHONE).await;
    device.files.set_cancels(true);
    assert_eq!(core.attachment_add(Nothing {}).await.unwrap_err().code, ErrorCode::Cancelled);
    device.files.set_cancels(false);
    device.files.set_picks("a.pdf", &vec![b'%'; ATTACHMENT_MAX_BYTES + 1]);
    assert_eq!(core.attachment_add(Nothing {}).await.unwrap_err().code, ErrorCode::PayloadTooLarge);
    assert!(server.requests().iter().all(|request| request.pdf.is_none()));
    core.stop().await;
}

/// R8, D6: what a file shows and was agreed to is entered with the application that it went with.
#[tokio::test]
async fn an_application_is_entered_with_the_file_and_what_it_shows() {
    let device = Device::new(&market());
    let core = device.start();
    device.sign_in(&core, PHONE).await;
    let apply = ApplyRequest {
        job: samples::job_card(1).id,
        resume_version: 1,
        despite_block: false,
        form_contact: ContactItems::new(),
        attachment: Some(AttachmentId(uuid::Uuid::from_u128(1))),
        attachment_contact: ContactItems::from([ContactItem::Email]),
    };
    core.application_submit(apply).await.unwrap_err();
    let fields = recorded(&core).await.into_iter().find_map(|entry| match entry {
        Recorded::Disclosed { disclosure } if disclosure.handover == Handover::Application => {
            Some(disclosure.fields)
        }
        _ => None,
    });
    assert_eq!(fields.unwrap(), [DataField::Email, DataField::Attachment]);
    core.stop().await;
}
