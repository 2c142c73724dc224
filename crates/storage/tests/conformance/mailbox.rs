use crate::support::{account, apply, at, id, job, recruiter, resume_content};
use zhitu_domain::application::Stage;
use zhitu_domain::id::{AccountId, ApplicationId, CompanyId, DownloadId, LookId, ResumeId};
use zhitu_domain::mark::MarkNumber;
use zhitu_domain::relay::EmailAddress;
use zhitu_domain::resume::visibility::LookKind;
use zhitu_domain::time::Timestamp;
use zhitu_storage::Store;
use zhitu_storage::download::{DownloadOf, DownloadPut, NewDownload};
use zhitu_storage::email_code::{EmailPurpose, NewEmailCode};
use zhitu_storage::mailbox::{ApplicationMail, Mailbox};

/// Sets a company's mailbox.
async fn set(store: &Store, by: (AccountId, CompanyId), email: &str, second: i64) {
    let email = EmailAddress::parse(email).unwrap();
    let code = NewEmailCode {
        account: by.0,
        purpose: EmailPurpose::Mailbox,
        email: &email,
        email_key: b"key",
        code_hash: b"code",
        at: at(second),
        expires_at: at(second + 900),
        quiet_since: at(second),
        counted_since: at(-100),
        most: 3,
    };
    store.email_code_put(&code).await.unwrap();
    let tried = store.email_code_try(by.0, EmailPurpose::Work, 5, at(second)).await.unwrap();
    assert_eq!(tried, None, "a code is for one purpose");
    let tried = store.email_code_try(by.0, EmailPurpose::Mailbox, 5, at(second)).await.unwrap().unwrap();
    assert!(store.mailbox_confirm(by.0, by.1, &tried, at(second)).await.unwrap());
    assert!(!store.mailbox_confirm(by.0, by.1, &tried, at(second)).await.unwrap(), "used up");
}

async fn due(store: &Store, company: CompanyId, now: Timestamp) -> Vec<ApplicationMail> {
    let all = store.application_mails_due(now, 1_000).await.unwrap();
    all.into_iter().filter(|mail| mail.company == company).collect()
}

/// A recruiter and their company with a mailbox, and who applied to it.
async fn applied(store: &Store) -> ((AccountId, CompanyId), AccountId, ApplicationId) {
    let by = recruiter(store).await;
    set(store, by, "jobs@corp.example", 5).await;
    let posted = job(store, by.0, by.1).await;
    let seeker = account(store).await;
    store.resume_put(seeker, ResumeId(id()), 0, &resume_content("周予安"), at(1)).await.unwrap();
    let application = apply(store, posted, seeker).await;
    (by, seeker, application)
}

async fn copy(store: &Store, by: (AccountId, CompanyId), of: DownloadOf, second: i64) -> DownloadPut {
    let [_, count @ .., _, _, _, _, _, _, _, _, _, _] = id().into_bytes();
    let new = NewDownload {
        id: DownloadId(id()),
        of,
        company: Some(by.1),
        viewer: by.0,
        look: LookId(id()),
        mark: MarkNumber::from_random(count),
        at: at(second),
    };
    let put = store.download_put(&new).await.unwrap();
    // Trying again is the same copy.
    let again = NewDownload { look: LookId(id()), at: at(second + 1), ..new };
    assert_eq!(store.download_put(&again).await.unwrap(), put);
    put
}

pub(crate) async fn a_mailbox_is_confirmed_by_a_code_and_is_one_companys(store: &Store) {
    let (first, company) = recruiter(store).await;
    let (_, other) = recruiter(store).await;
    assert_eq!(store.mailbox_get(company).await.unwrap(), None);
    set(store, (first, company), "jobs@corp.example", 5).await;
    let mailbox = Mailbox {
        company,
        email: EmailAddress::parse("jobs@corp.example").unwrap(),
        set_by: first,
        confirmed_at: at(5),
        failing_since: None,
    };
    assert_eq!(store.mailbox_get(company).await.unwrap(), Some(mailbox));
    assert_eq!(store.mailbox_get(other).await.unwrap(), None);
    let second = account(store).await;
    set(store, (second, company), "hr@corp.example", 6).await;
    let mailbox = store.mailbox_get(company).await.unwrap().unwrap();
    assert_eq!(
        (mailbox.email.as_str(), mailbox.set_by, mailbox.confirmed_at),
        ("hr@corp.example", second, at(6))
    );
    store.mailbox_remove(first, other).await.unwrap();
    assert!(store.mailbox_get(company).await.unwrap().is_some());
    store.mailbox_remove(first, company).await.unwrap();
    assert_eq!(store.mailbox_get(company).await.unwrap(), None);
}

/// S-APP-01
pub(crate) async fn an_application_is_put_on_its_way_with_itself_and_only_while_there_is_a_mailbox(
    store: &Store,
) {
    let (by, seeker, application) = applied(store).await;
    let [mail] = due(store, by.1, at(10)).await.try_into().unwrap();
    assert_eq!((mail.application, mail.job_title.as_str(), mail.tries), (application, "后端工程师", 0));
    assert_eq!((mail.withdrawn, mail.at, mail.next_at), (None, at(10), at(10)));
    assert_eq!(due(store, by.1, at(9)).await, [], "not before");
    let posted = store.application_get(application).await.unwrap().unwrap().job.id;

    // Taken back before it went: nobody is told of what nobody got.
    assert!(store.application_withdraw(application, seeker, at(20)).await.unwrap());
    assert_eq!(due(store, by.1, at(9_000)).await, []);
    assert_eq!(apply(store, posted, seeker).await, application, "sent anew");
    assert_eq!(due(store, by.1, at(9_000)).await.len(), 1);

    store.mailbox_remove(by.0, by.1).await.unwrap();
    assert_eq!(due(store, by.1, at(9_000)).await, [], "what was on its way goes with the mailbox");
    let other = account(store).await;
    apply(store, posted, other).await;
    assert_eq!(due(store, by.1, at(9_000)).await, []);
}

pub(crate) async fn a_mail_is_in_one_hand_and_tells_whether_the_mailbox_works(store: &Store) {
    let (by, ..) = applied(store).await;
    let [mail] = due(store, by.1, at(10)).await.try_into().unwrap();
    assert!(store.application_mail_claim(&mail, at(70)).await.unwrap());
    assert!(!store.application_mail_claim(&mail, at(70)).await.unwrap(), "in one hand");
    assert_eq!(due(store, by.1, at(69)).await, []);
    let claimed = ApplicationMail { next_at: at(70), ..mail };
    store.application_mail_later(&claimed, at(130)).await.unwrap();
    let [again] = due(store, by.1, at(130)).await.try_into().unwrap();
    assert_eq!((again.seq, again.tries), (claimed.seq, 1));

    let failing = async || store.mailbox_get(by.1).await.unwrap().unwrap().failing_since;
    let posted = store.application_get(again.application).await.unwrap().unwrap().job.id;
    store.application_mail_failed(&again, at(140)).await.unwrap();
    assert_eq!(failing().await, Some(at(140)));
    for (arrives, since) in [(false, Some(at(140))), (true, None)] {
        apply(store, posted, account(store).await).await;
        let [mail] = due(store, by.1, at(9_000)).await.try_into().unwrap();
        if arrives {
            store.application_mail_arrived(&mail).await.unwrap();
        } else {
            store.application_mail_failed(&mail, at(150)).await.unwrap();
        }
        assert_eq!(failing().await, since);
        assert_eq!(due(store, by.1, at(9_000)).await, []);
    }
    apply(store, posted, account(store).await).await;
    let [mail] = due(store, by.1, at(9_000)).await.try_into().unwrap();
    store.application_mail_done(&mail).await.unwrap();
    assert_eq!((due(store, by.1, at(9_000)).await, failing().await), (Vec::new(), None));
}

/// I4, S-VIS-10, S-RGT-13: the seeker sees that it was mailed, and that nobody opened it; withdrawing has the mailbox told.
pub(crate) async fn a_mailed_copy_is_a_look_of_its_own_and_its_withdrawal_is_told(store: &Store) {
    let (by, seeker, application) = applied(store).await;
    let [mail] = due(store, by.1, at(10)).await.try_into().unwrap();
    let put = copy(store, by, DownloadOf::Mailed(application), 50).await;
    let DownloadPut::Stored(stored) = put else { panic!("{put:?}") };
    assert_eq!((stored.mailed, stored.application, stored.viewer), (true, Some(application), by.0));
    assert_eq!(store.download_of_mark(stored.mark).await.unwrap(), Some(stored.clone()));
    store.application_mail_arrived(&mail).await.unwrap();
    let sent = store.application_get(application).await.unwrap().unwrap();
    assert_eq!((sent.stage, sent.first_viewed_at), (Stage::Submitted, None), "nobody has read it with that");
    let looks = store.looks_of(seeker, None, 10).await.unwrap();
    assert_eq!(
        (looks.len(), looks[0].kind, looks[0].job.as_deref()),
        (1, LookKind::Mailed, Some("后端工程师"))
    );
    let week = store.looks_between(seeker, at(0), at(9_000)).await.unwrap();
    assert_eq!((week[0].opened, week[0].downloaded), (0, 1));
    let foreign = (by.0, CompanyId(id()));
    assert_eq!(copy(store, foreign, DownloadOf::Mailed(application), 51).await, DownloadPut::NotThere);
    let DownloadPut::Stored(own) = copy(store, by, DownloadOf::Application(application), 52).await else {
        panic!("not stored")
    };
    assert!(!own.mailed);

    assert!(store.application_withdraw(application, seeker, at(60)).await.unwrap());
    let told = due(store, by.1, at(60)).await;
    let copies: Vec<_> = told.iter().map(|mail| (mail.application, mail.withdrawn)).collect();
    assert_eq!(copies, [(application, Some(stored.mark))], "the mailed one, not the downloaded one");
    assert!(store.application_withdraw(application, seeker, at(61)).await.unwrap());
    assert_eq!(due(store, by.1, at(61)).await, told, "twice is once");
    assert_eq!(copy(store, by, DownloadOf::Mailed(application), 62).await, DownloadPut::NotThere);
}

pub(crate) async fn closing_an_account_takes_its_mailbox_away(store: &Store) {
    let (by, seeker, application) = applied(store).await;
    let put = copy(store, by, DownloadOf::Mailed(application), 50).await;
    let DownloadPut::Stored(stored) = put else { panic!("{put:?}") };
    assert!(store.account_close(seeker, "test", at(70)).await.unwrap());
    let told: Vec<_> = due(store, by.1, at(70)).await.into_iter().map(|mail| mail.withdrawn).collect();
    assert_eq!(told, [Some(stored.mark)], "closing withdraws");
    let erasures = store.erasures_of(by.1).await.unwrap();
    assert!(erasures[0].copies[0].mailed);

    assert!(store.account_close(by.0, "test", at(80)).await.unwrap());
    assert_eq!(store.mailbox_get(by.1).await.unwrap(), None);
}
