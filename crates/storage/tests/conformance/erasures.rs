use crate::relay;
use crate::support::{account, apply, at, id, job, recruiter, resume_content};
use zhitu_domain::contact::{ContactAsker, ContactItem, ContactRequest, ContactRequestState};
use zhitu_domain::id::{ContactRequestId, DownloadId, LookId, ResumeId};
use zhitu_domain::mark::MarkNumber;
use zhitu_domain::relay::AliasName;
use zhitu_storage::Store;
use zhitu_storage::download::{DownloadOf, DownloadPut, NewDownload};
use zhitu_storage::erasure::{ErasedApplication, ErasedContact, ErasedCopy, ErasedMails, Erasure};
use zhitu_storage::relay::RelayMailPut;

/// S-RGT-13
pub(crate) async fn what_companies_had_of_a_closed_account_is_told_until_they_confirm(store: &Store) {
    let (seeker, resume) = (account(store).await, ResumeId(id()));
    store.resume_put(seeker, resume, 0, &resume_content("周予安"), at(1)).await.unwrap();
    let (viewer, company) = recruiter(store).await;
    let posted = job(store, viewer, company).await;
    apply(store, posted, seeker).await;
    let [_, count @ .., _, _, _, _, _, _, _, _, _, _] = id().into_bytes();
    let mark = MarkNumber::from_random(count);
    let download = NewDownload {
        id: DownloadId(id()),
        of: DownloadOf::Resume(resume),
        company: Some(company),
        viewer,
        look: LookId(id()),
        mark,
        at: at(50),
    };
    assert!(matches!(store.download_put(&download).await.unwrap(), DownloadPut::Stored(_)));
    let granted = |state| ContactRequest {
        id: ContactRequestId(id()),
        asker: ContactAsker::Company { company },
        asked_by: viewer,
        reason: "想约电话".to_owned(),
        wanted: [ContactItem::Phone].into(),
        asked_at: at(60),
        state,
    };
    let items = [ContactItem::Phone].into();
    let given = granted(ContactRequestState::Granted { items, at: at(61) });
    store.contact_request_put(seeker, &given).await.unwrap();
    let refused = granted(ContactRequestState::Refused { at: at(62) });
    store.contact_request_put(seeker, &refused).await.unwrap();
    let (rival, other) = recruiter(store).await;
    let open = store.erasure_companies().await.unwrap();
    assert!(!open.iter().any(|(one, _)| *one == company));
    assert_eq!(store.erasures_of(company).await.unwrap(), []);

    assert!(store.account_close(seeker, "test", at(70)).await.unwrap());
    let expected = Erasure {
        account: seeker,
        closed_at: at(70),
        copies: vec![ErasedCopy { mark, by: "林一".to_owned(), mailed: false, at: at(50) }],
        attachments: Vec::new(),
        applications: store.erasures_of(company).await.unwrap()[0].applications.clone(),
        contacts: vec![ErasedContact { items: [ContactItem::Phone].into(), granted_at: at(61) }],
        mails: Vec::new(),
        confirmed: None,
    };
    assert!(
        matches!(&expected.applications[..], [ErasedApplication { job_title, .. }] if job_title == "后端工程师")
    );
    assert_eq!(store.erasures_of(company).await.unwrap(), std::slice::from_ref(&expected));
    assert_eq!(store.erasures_of(other).await.unwrap(), []);
    let open = store.erasure_companies().await.unwrap();
    assert!(open.iter().any(|(one, _)| *one == company) && !open.iter().any(|(one, _)| *one == other));

    store.erasure_confirm(seeker, company, viewer, at(80)).await.unwrap();
    store.erasure_confirm(seeker, company, rival, at(81)).await.unwrap();
    let confirmed = Erasure { confirmed: Some(("林一".to_owned(), at(80))), ..expected };
    assert_eq!(store.erasures_of(company).await.unwrap(), [confirmed]);
}

/// S-RGT-13: mails of the seeker's are in the company's mailboxes; a channel without any says nothing.
pub(crate) async fn mails_over_the_relay_are_told_by_their_alias(store: &Store) {
    let seeker = relay::seeker(store).await;
    let (recruiter_one, company) = recruiter(store).await;
    let (recruiter_two, other) = recruiter(store).await;
    let opened = relay::open(store, seeker, Some(company), recruiter_one, at(0)).await.unwrap();
    let unused = relay::open(store, seeker, Some(other), recruiter_two, at(0)).await.unwrap();
    // What the other side wrote is its own.
    assert_eq!(relay::keep(store, &unused, true, b"theirs", at(1)).await, RelayMailPut::Kept);
    for (fingerprint, second) in [(b"first", 10), (b"again", 4_000), (b"again", 8_000)] {
        assert_eq!(relay::keep(store, &opened, false, fingerprint, at(second)).await, RelayMailPut::Kept);
    }
    let anew = relay::open(store, seeker, Some(company), recruiter_one, at(12_000)).await.unwrap();
    assert_eq!(relay::keep(store, &anew, false, b"later", at(12_001)).await, RelayMailPut::Kept);
    // The mails and the aliases go, the mailboxes do not.
    for relay in [opened.relay.id, unused.relay.id] {
        assert!(store.relay_set(seeker, relay, true).await.unwrap());
    }
    assert_eq!(store.erasures_of(company).await.unwrap(), []);

    assert!(store.account_close(seeker, "test", at(13_000)).await.unwrap());
    let mails = |alias: &AliasName, first, last| ErasedMails {
        alias: alias.clone(),
        to: "林一".to_owned(),
        first_at: at(first),
        last_at: at(last),
    };
    let told = store.erasures_of(company).await.unwrap();
    let expected = [mails(&opened.seeker, 10, 4_000), mails(&anew.seeker, 12_001, 12_001)];
    assert_eq!((told.len(), told[0].account, told[0].mails.as_slice()), (1, seeker, expected.as_slice()));
    assert_eq!(store.erasures_of(other).await.unwrap(), []);
    let told = store.erasure_companies().await.unwrap();
    assert!(told.iter().any(|(one, _)| *one == company) && !told.iter().any(|(one, _)| *one == other));
}
