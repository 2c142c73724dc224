use super::{Desk, SEEKER, refusal};
use zhitu_contract::ErrorCode;
use zhitu_contract::applications::{ApplicationRef, ApplyRequest};
use zhitu_contract::attachments::AttachmentRef;
use zhitu_contract::device::Nothing;
use zhitu_contract::jobs::JobRef;
use zhitu_contract::visibility::LooksList;
use zhitu_domain::contact::{ContactItem, ContactItems};
use zhitu_domain::id::JobId;
use zhitu_domain::resume::visibility::LookKind;
use zhitu_testing::MadePdf;

/// A file of the seeker's own goes along once they agreed to what it shows, byte by byte, and is gone once they withdraw.
pub async fn goes_along_after_a_yes_to_what_it_shows(seeker: &Desk, recruiter: &Desk, job: JobId) {
    let phone = format!("Phone {SEEKER}");
    let pdf = MadePdf::of(&["Zhou Yu'an", "Data analyst, seven years of retail data", &phone]).bytes();
    seeker.device.files.set_picks("周予安的简历.PDF", b"no PDF");
    let refused = seeker.core.attachment_add(Nothing {}).await;
    assert_eq!(refusal(refused), ErrorCode::AttachmentRefused);
    seeker.device.files.set_picks("周予安的简历.PDF", &pdf);
    let added = seeker.core.attachment_add(Nothing {}).await.unwrap();
    assert_eq!((added.name.as_str(), added.pages), ("周予安的简历.pdf", 1));
    assert_eq!(added.shows, ContactItems::from([ContactItem::Phone]));
    let preview = seeker.core.application_preview(JobRef { job }).await.unwrap();
    assert_eq!(preview.attachments, std::slice::from_ref(&added));

    let apply = |contact| ApplyRequest {
        job,
        resume_version: preview.resume_version,
        despite_block: false,
        form_contact: ContactItems::new(),
        attachment: Some(added.id),
        attachment_contact: contact,
    };
    let unasked = seeker.core.application_submit(apply(ContactItems::new())).await;
    assert_eq!(refusal(unasked), ErrorCode::InvalidField);
    let sent = seeker.core.application_submit(apply(added.shows.clone())).await.unwrap();
    let application = ApplicationRef { application: sent.id };
    recruiter.core.applicant_attachment_download(application).await.unwrap();
    assert_eq!(
        recruiter.device.files.written().last().unwrap(),
        &("周予安的简历.pdf".to_owned(), pdf.clone())
    );
    let looks = seeker.core.looks_list(LooksList::default()).await.unwrap();
    assert_eq!(looks[0].kind, LookKind::AttachmentDownloaded);

    let own = AttachmentRef { attachment: added.id };
    seeker.core.attachment_save(own).await.unwrap();
    assert_eq!(seeker.device.files.written().last().unwrap().1, pdf);
    seeker.core.attachment_remove(own).await.unwrap();
    assert_eq!(seeker.core.attachments_list(Nothing {}).await.unwrap(), []);
    recruiter.core.applicant_attachment_download(application).await.unwrap();
    seeker.core.application_withdraw(application).await.unwrap();
    let gone = recruiter.core.applicant_attachment_download(application).await;
    assert_eq!(refusal(gone), ErrorCode::ApplicationWithdrawn);
}
