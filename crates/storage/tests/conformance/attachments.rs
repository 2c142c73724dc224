use crate::support::{account, at, drain, id, job, recruiter, resume_content};
use zhitu_domain::application::Stage;
use zhitu_domain::contact::{ContactItem, ContactItems};
use zhitu_domain::id::{AccountId, ApplicationId, AttachmentId, CompanyId, JobId, LookId};
use zhitu_domain::resume::snapshot;
use zhitu_domain::resume::visibility::LookKind;
use zhitu_storage::Store;
use zhitu_storage::application::{ApplicationPut, NewApplication};
use zhitu_storage::attachment::{
    AttachmentOpen, AttachmentOpened, AttachmentPut, NewAttachment, SentAttachment,
};
use zhitu_storage::erasure::{ErasedAttachment, ErasedContact};
use zhitu_storage::outbox::{Body, Topic};

fn new(account: AccountId, content: &[u8]) -> NewAttachment<'_> {
    NewAttachment {
        id: AttachmentId(id()),
        account,
        name: "简历.pdf",
        content,
        pages: 2,
        text: "周予安",
        most: 3,
        at: at(10),
    }
}

async fn stored(store: &Store, account: AccountId) -> AttachmentId {
    let file = new(account, b"%PDF");
    assert_eq!(store.attachment_put(&file).await.unwrap(), AttachmentPut::Stored);
    file.id
}

async fn sent(
    store: &Store,
    job: JobId,
    account: AccountId,
    attachment: Option<(AttachmentId, &ContactItems)>,
    second: i64,
) -> ApplicationPut {
    let snapshot = snapshot(&resume_content("周予安"));
    let application = NewApplication {
        id: ApplicationId(id()),
        job,
        account,
        snapshot: &snapshot,
        attachment,
        resume_version: 1,
        despite_block: false,
        at: at(second),
    };
    store.application_put(&application).await.unwrap()
}

/// S-RES-06
pub(crate) async fn files_are_an_accounts_own_and_counted(store: &Store) {
    let (owner, other) = (account(store).await, account(store).await);
    let first = new(owner, b"%PDF one");
    assert_eq!(store.attachment_put(&first).await.unwrap(), AttachmentPut::Stored);
    assert_eq!(store.attachment_put(&first).await.unwrap(), AttachmentPut::Stored, "a repeat is one");
    let changed = NewAttachment { content: b"%PDF two", ..first };
    assert_eq!(store.attachment_put(&changed).await.unwrap(), AttachmentPut::OtherFile);
    let taken = NewAttachment { account: other, ..first };
    assert_eq!(store.attachment_put(&taken).await.unwrap(), AttachmentPut::OtherFile);

    let listed = store.attachments_of(owner).await.unwrap();
    let [one] = &listed[..] else { panic!("{listed:?}") };
    assert_eq!((one.id, one.name.as_str(), one.size, one.pages), (first.id, "简历.pdf", 8, 2));
    assert_eq!((one.text.as_str(), one.added_at), ("周予安", at(10)));
    assert!(!format!("{one:?}").contains("周予安"), "it does not show itself");
    let file = Some(("简历.pdf".to_owned(), b"%PDF one".to_vec()));
    assert_eq!(store.attachment_content(first.id, owner).await.unwrap(), file);
    assert_eq!(store.attachment_content(first.id, other).await.unwrap(), None);

    let [second, third, fourth, fifth] = [(); 4].map(|()| new(owner, b"%PDF"));
    let (left, right) = tokio::join!(store.attachment_put(&second), store.attachment_put(&third));
    assert_eq!((left.unwrap(), right.unwrap()), (AttachmentPut::Stored, AttachmentPut::Stored));
    let (left, right) = tokio::join!(store.attachment_put(&fourth), store.attachment_put(&fifth));
    assert_eq!((left.unwrap(), right.unwrap()), (AttachmentPut::Full, AttachmentPut::Full));
    assert!(!store.attachment_remove(first.id, other).await.unwrap());
    assert!(store.attachment_remove(first.id, owner).await.unwrap());
    assert!(!store.attachment_remove(first.id, owner).await.unwrap());
    let (left, right) = tokio::join!(store.attachment_put(&fourth), store.attachment_put(&fifth));
    let mut both = [left.unwrap(), right.unwrap()];
    both.sort_by_key(|put| *put == AttachmentPut::Full);
    assert_eq!(both, [AttachmentPut::Stored, AttachmentPut::Full], "one place, one file");
}

/// S-APP-01, I2
pub(crate) async fn a_copy_goes_with_an_application_and_is_withdrawn_with_it(store: &Store) {
    let (seeker, other) = (account(store).await, account(store).await);
    let (recruiter, company) = recruiter(store).await;
    let job = job(store, recruiter, company).await;
    let contact = ContactItems::from([ContactItem::Phone]);
    let file = stored(store, seeker).await;
    assert_eq!(
        sent(store, job, other, Some((file, &contact)), 19).await,
        ApplicationPut::AttachmentGone,
        "another's is not there"
    );
    assert_eq!(store.applications_of_account(other).await.unwrap(), [], "and nothing was sent");

    let ApplicationPut::Sent { id } = sent(store, job, seeker, Some((file, &contact)), 20).await else {
        panic!("not sent")
    };
    let copy = SentAttachment { name: "简历.pdf".to_owned(), size: 4, pages: 2, contact: contact.clone() };
    let kept = async || store.application_get(id).await.unwrap().unwrap().attachment;
    assert_eq!(kept().await, Some(copy.clone()));
    assert_eq!(store.applications_of_account(seeker).await.unwrap()[0].attachment, Some(copy.clone()));
    assert_eq!(store.applications_of_job(job, company).await.unwrap()[0].attachment, Some(copy));
    let content = async || store.application_attachment_content(id).await.unwrap().map(|(_, bytes)| bytes);
    assert!(store.attachment_remove(file, seeker).await.unwrap());
    assert_eq!(content().await, Some(b"%PDF".to_vec()), "a copy is a copy");

    assert!(store.application_withdraw(id, seeker, at(30)).await.unwrap());
    assert_eq!((kept().await, content().await), (None, None));
    assert_eq!(sent(store, job, seeker, None, 40).await, ApplicationPut::Sent { id });
    assert_eq!((kept().await, content().await), (None, None), "sent anew without it");
    assert!(store.application_withdraw(id, seeker, at(50)).await.unwrap());
    let file = stored(store, seeker).await;
    assert_eq!(sent(store, job, seeker, Some((file, &contact)), 60).await, ApplicationPut::Sent { id });
    assert_eq!(content().await, Some(b"%PDF".to_vec()));
}

fn open(application: ApplicationId, company: CompanyId, viewer: AccountId) -> AttachmentOpen {
    AttachmentOpen { look: LookId(id()), application, company, viewer, at: at(70) }
}

/// I4, S-VIS-10
pub(crate) async fn a_download_of_a_copy_is_a_look_once(store: &Store) {
    let (seeker, other) = (account(store).await, account(store).await);
    let (recruiter, company) = recruiter(store).await;
    let job = job(store, recruiter, company).await;
    let file = stored(store, seeker).await;
    let none = ContactItems::new();
    let ApplicationPut::Sent { id } = sent(store, job, seeker, Some((file, &none)), 20).await else {
        panic!("not sent")
    };
    let ApplicationPut::Sent { id: without } = sent(store, job, other, None, 21).await else {
        panic!("not sent")
    };
    drain(store, Topic::Live).await;
    let first = open(id, company, recruiter);
    let opened = async |open: &AttachmentOpen| store.application_attachment_open(open).await.unwrap();
    assert_eq!(opened(&first).await, AttachmentOpened::Recorded);
    assert_eq!(opened(&first).await, AttachmentOpened::Recorded);
    let elsewhere = AttachmentOpen { viewer: seeker, ..first };
    assert_eq!(opened(&elsewhere).await, AttachmentOpened::OtherLook);
    assert_eq!(opened(&open(without, company, recruiter)).await, AttachmentOpened::NotThere);
    let foreign = open(id, CompanyId(crate::support::id()), recruiter);
    assert_eq!(opened(&foreign).await, AttachmentOpened::NotThere);
    let application = store.application_get(without).await.unwrap().unwrap();
    assert_eq!(application.stage, Stage::Submitted, "nothing was opened");
    assert_eq!(store.application_get(id).await.unwrap().unwrap().stage, Stage::Viewed);

    let looks = store.looks_of(seeker, None, 10).await.unwrap();
    let [look] = &looks[..] else { panic!("{looks:?}") };
    assert_eq!((look.id, look.kind), (first.look, LookKind::AttachmentDownloaded));
    assert_eq!(look.job.as_deref(), Some("后端工程师"));
    let told = drain(store, Topic::Live).await;
    assert_eq!(told.iter().filter(|body| matches!(body, Body::Look { .. })).count(), 1);
    assert!(store.application_withdraw(id, seeker, at(80)).await.unwrap());
    assert_eq!(opened(&open(id, company, recruiter)).await, AttachmentOpened::NotThere);
}

/// S-RGT-08, S-RGT-13
pub(crate) async fn closing_takes_files_and_tells_who_had_one(store: &Store) {
    let seeker = account(store).await;
    let (recruiter, company) = recruiter(store).await;
    let job = job(store, recruiter, company).await;
    let file = stored(store, seeker).await;
    let contact = ContactItems::from([ContactItem::Email]);
    let ApplicationPut::Sent { id } = sent(store, job, seeker, Some((file, &contact)), 20).await else {
        panic!("not sent")
    };
    let open = open(id, company, recruiter);
    assert_eq!(store.application_attachment_open(&open).await.unwrap(), AttachmentOpened::Recorded);
    assert!(store.account_close(seeker, "test", at(90)).await.unwrap());
    assert_eq!(store.attachments_of(seeker).await.unwrap(), []);
    assert_eq!(store.application_attachment_content(id).await.unwrap(), None);
    let erasures = store.erasures_of(company).await.unwrap();
    let [told] = &erasures[..] else { panic!("{erasures:?}") };
    let by =
        ErasedAttachment { job_title: "后端工程师".to_owned(), by: "林一".to_owned(), at: at(70) };
    assert_eq!(told.attachments, [by]);
    assert_eq!(told.contacts, [ErasedContact { items: contact, granted_at: at(20) }]);
}
