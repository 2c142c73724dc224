use crate::support::{account, at, id, next, recruiter, resume_content};
use zhitu_domain::id::{AccountId, CompanyId, RelayId, RelayMailId, ResumeId};
use zhitu_domain::relay::{ALIAS_BYTES, AliasName, EmailAddress};
use zhitu_domain::time::Timestamp;
use zhitu_storage::Store;
use zhitu_storage::code::CodePut;
use zhitu_storage::email_code::{EmailPurpose, NewEmailCode};
use zhitu_storage::relay::{NewNotice, NewRelayMail, Opened, RelayMail, RelayMailPut, RelayOpen};

fn name() -> AliasName {
    let mut bytes = [0; ALIAS_BYTES];
    for (byte, digit) in
        bytes.iter_mut().zip(next().to_be_bytes().iter().flat_map(|part| [part >> 4, part & 15]))
    {
        *byte = digit;
    }
    AliasName::from_random(bytes)
}

pub(crate) async fn seeker(store: &Store) -> AccountId {
    let seeker = account(store).await;
    let mut content = resume_content("周予安");
    content.basic.email = "an.yu@example.org".into();
    store.resume_put(seeker, ResumeId(id()), 0, &content, at(1)).await.unwrap();
    seeker
}

pub(crate) async fn open(
    store: &Store,
    seeker: AccountId,
    company: Option<CompanyId>,
    recruiter: AccountId,
    now: Timestamp,
) -> Option<Opened> {
    let (seeker_name, recruiter_name) = (name(), name());
    store
        .relay_open(&RelayOpen {
            id: RelayId(id()),
            seeker,
            company,
            recruiter,
            seeker_name: &seeker_name,
            recruiter_name: &recruiter_name,
            ended_before: now.plus_seconds(-1_000),
            at: now,
        })
        .await
        .unwrap()
}

fn code<'a>(account: AccountId, email: &'a EmailAddress, hash: &'a [u8], now: Timestamp) -> NewEmailCode<'a> {
    NewEmailCode {
        account,
        purpose: EmailPurpose::Work,
        email,
        email_key: b"key",
        code_hash: hash,
        at: now,
        expires_at: now.plus_seconds(300),
        quiet_since: now.plus_seconds(-60),
        counted_since: now.plus_seconds(-86_400),
        most: 3,
    }
}

pub(crate) async fn a_work_address_is_confirmed_and_is_one_accounts(store: &Store) {
    let email = EmailAddress::parse("hr@corp.example").unwrap();
    let (first, second) = (account(store).await, account(store).await);
    let put = async |account, hash: &[u8], now| {
        store.email_code_put(&code(account, &email, hash, now)).await.unwrap()
    };
    assert_eq!(put(first, b"one", at(0)).await, CodePut::Stored);
    assert_eq!(put(first, b"two", at(30)).await, CodePut::TooSoon { last: at(0) });
    assert_eq!(put(first, b"two", at(61)).await, CodePut::Stored);
    assert_eq!(put(first, b"three", at(122)).await, CodePut::Stored);
    assert_eq!(put(first, b"four", at(183)).await, CodePut::TooMany);
    assert_eq!(put(first, b"four", at(90_000)).await, CodePut::Stored, "a new day");

    assert_eq!(
        store.email_code_try(first, EmailPurpose::Work, 2, at(90_301)).await.unwrap(),
        None,
        "too late"
    );
    let tried = store.email_code_try(first, EmailPurpose::Work, 2, at(90_001)).await.unwrap().unwrap();
    assert_eq!((tried.email.as_str(), tried.code_hash.as_slice()), ("hr@corp.example", b"four".as_slice()));
    assert_eq!(store.work_email_get(first).await.unwrap(), None);
    assert!(store.work_email_confirm(first, &tried, at(90_001)).await.unwrap());
    assert!(!store.work_email_confirm(first, &tried, at(90_001)).await.unwrap(), "used up");
    assert_eq!(store.work_email_get(first).await.unwrap(), Some(email.clone()));
    assert_eq!(store.work_email_owner(b"key").await.unwrap(), Some(first));

    put(second, b"own", at(0)).await;
    assert!(store.email_code_void(second, EmailPurpose::Work, b"own").await.unwrap());
    assert_eq!(store.email_code_try(second, EmailPurpose::Work, 2, at(1)).await.unwrap(), None, "void");
    put(second, b"again", at(100)).await;
    let tried = store.email_code_try(second, EmailPurpose::Work, 2, at(101)).await.unwrap().unwrap();
    assert!(store.work_email_confirm(second, &tried, at(101)).await.unwrap());
    assert_eq!(store.work_email_get(first).await.unwrap(), None, "whoever has the mailbox has the address");
    assert_eq!(store.own_contact(second).await.unwrap().unwrap().work_email, Some(email.clone()));
    store.work_email_remove(second).await.unwrap();
    assert_eq!(store.work_email_owner(b"key").await.unwrap(), None);

    put(first, b"last", at(200_000)).await;
    let tried = store.email_code_try(first, EmailPurpose::Work, 2, at(200_001)).await.unwrap().unwrap();
    assert!(store.work_email_confirm(first, &tried, at(200_001)).await.unwrap());
    assert!(store.account_close(first, "test", at(200_002)).await.unwrap());
    assert_eq!(store.work_email_owner(b"key").await.unwrap(), None, "a closed account gets no mail");
}

pub(crate) async fn a_pair_has_its_own_aliases(store: &Store) {
    let seeker = seeker(store).await;
    let (recruiter_one, company) = recruiter(store).await;
    let (recruiter_two, other) = recruiter(store).await;
    let opened = open(store, seeker, Some(company), recruiter_one, at(0)).await.unwrap();
    assert_eq!(open(store, seeker, Some(company), recruiter_one, at(10)).await.unwrap(), opened);
    let colleague = open(store, seeker, Some(company), recruiter_two, at(10)).await.unwrap();
    assert_eq!(colleague.seeker, opened.seeker);
    assert_ne!(colleague.recruiter, opened.recruiter);
    let elsewhere = open(store, seeker, Some(other), recruiter_two, at(10)).await.unwrap();
    assert_ne!(elsewhere.seeker, opened.seeker);
    let staff = open(store, seeker, None, recruiter_one, at(10)).await.unwrap();
    assert_eq!(open(store, seeker, None, recruiter_one, at(11)).await.unwrap(), staff);
    assert_eq!((staff.relay.company, staff.seeker == opened.seeker), (None, false));

    let alias = store.relay_alias(&opened.seeker).await.unwrap().unwrap();
    assert_eq!((alias.relay, alias.recruiter), (opened.relay, None));
    let alias = store.relay_alias(&opened.recruiter).await.unwrap().unwrap();
    assert_eq!((alias.relay.seeker, alias.recruiter), (seeker, Some(recruiter_one)));
    let names = store.relay_names(opened.relay.id, recruiter_one).await.unwrap();
    assert_eq!(names, Some((opened.seeker.clone(), opened.recruiter.clone())));
    assert_eq!(store.relays_of(seeker).await.unwrap().len(), 3);
    let own = store.own_contact(seeker).await.unwrap().unwrap();
    assert_eq!(own.resume_email.unwrap().as_str(), "an.yu@example.org");
    assert_eq!(own.phones.len(), 2);

    let anew = open(store, seeker, Some(company), recruiter_one, at(2_000)).await.unwrap();
    assert_ne!(anew.seeker, opened.seeker, "ended");
    assert_eq!(anew.relay.channel.used_at, at(2_000));
    assert_eq!(store.relay_alias(&opened.seeker).await.unwrap(), None);
}

pub(crate) async fn keep(
    store: &Store,
    opened: &Opened,
    to_seeker: bool,
    fingerprint: &[u8],
    now: Timestamp,
) -> RelayMailPut {
    let alias = store.relay_alias(&opened.recruiter).await.unwrap();
    let recruiter = alias.and_then(|alias| alias.recruiter).unwrap_or(opened.relay.seeker);
    let bounce = name();
    let put = NewRelayMail {
        id: RelayMailId(id()),
        relay: opened.relay.id,
        recruiter,
        to_seeker,
        message: b"a message",
        bounce: &bounce,
        fingerprint,
        at: now,
        counted_since: now.plus_seconds(-3_600),
        most: 2,
    };
    store.relay_mail_put(&put).await.unwrap()
}

async fn due(store: &Store, now: Timestamp) -> Vec<RelayMail> {
    store.relay_mail_due(now, 10).await.unwrap()
}

pub(crate) async fn closing_a_channel_leaves_nothing_of_it(store: &Store) {
    let (seeker, stranger) = (seeker(store).await, account(store).await);
    let (recruiter, company) = recruiter(store).await;
    let opened = open(store, seeker, Some(company), recruiter, at(0)).await.unwrap();
    assert_eq!(keep(store, &opened, true, b"1", at(1)).await, RelayMailPut::Kept);
    assert!(!store.relay_set(stranger, opened.relay.id, true).await.unwrap());
    assert!(!store.relay_is_closed(seeker, Some(company)).await.unwrap());
    assert!(store.relay_set(seeker, opened.relay.id, true).await.unwrap());
    assert!(store.relay_is_closed(seeker, Some(company)).await.unwrap());
    assert_eq!(store.relay_alias(&opened.seeker).await.unwrap(), None);
    assert!(due(store, at(9)).await.is_empty());
    assert_eq!(keep(store, &opened, true, b"2", at(2)).await, RelayMailPut::Closed);
    assert_eq!(open(store, seeker, Some(company), recruiter, at(3)).await, None);
    assert!(store.relays_of(seeker).await.unwrap()[0].relay.channel.closed);
    assert!(store.relay_set(seeker, opened.relay.id, false).await.unwrap());
    assert_ne!(open(store, seeker, Some(company), recruiter, at(4)).await.unwrap().seeker, opened.seeker);
}

pub(crate) async fn a_mail_is_kept_once_and_in_one_hand(store: &Store) {
    let seeker = seeker(store).await;
    let (recruiter, company) = recruiter(store).await;
    let opened = open(store, seeker, Some(company), recruiter, at(0)).await.unwrap();
    for _ in 0..2 {
        assert_eq!(keep(store, &opened, true, b"same", at(1)).await, RelayMailPut::Kept);
    }
    assert_eq!(keep(store, &opened, false, b"back", at(1)).await, RelayMailPut::Kept);
    assert_eq!(keep(store, &opened, true, b"other", at(2)).await, RelayMailPut::Kept);
    assert_eq!(keep(store, &opened, true, b"third", at(3)).await, RelayMailPut::TooMany);
    assert_eq!(keep(store, &opened, true, b"third", at(3_602)).await, RelayMailPut::Kept, "an hour later");
    let waiting = due(store, at(2)).await;
    assert_eq!(waiting.len(), 3);
    let mail = waiting.iter().find(|mail| mail.to_seeker).unwrap();
    assert_eq!(mail.message.as_deref(), Some(b"a message".as_slice()));
    assert!(store.relay_mail_claim(mail, at(100)).await.unwrap());
    assert!(!store.relay_mail_claim(mail, at(100)).await.unwrap(), "in one hand");
    assert_eq!(due(store, at(99)).await.len(), 2);
    assert_eq!(due(store, at(100)).await.len(), 3, "whoever had it did not come back");
    store.relay_mail_later(mail.id, at(50)).await.unwrap();
    assert_eq!(due(store, at(50)).await.len(), 3);

    let (first, second) = (name(), name());
    for bounce in [&first, &second] {
        let notice = NewNotice { id: RelayMailId(id()), message: b"a notice", bounce };
        store.relay_mail_done(mail, Some(&notice), at(60)).await.unwrap();
    }
    let done = store.relay_mail_by_bounce(&mail.bounce).await.unwrap().unwrap();
    assert_eq!((done.id, done.message, done.tries), (mail.id, None, 1));
    let notices: Vec<_> = due(store, at(61)).await.into_iter().filter(|mail| mail.notice).collect();
    assert_eq!(notices.len(), 1, "one notice for a mail");
    assert_eq!((notices[0].to_seeker, &notices[0].bounce), (false, &first));
    store.relay_mail_done(&notices[0], None, at(62)).await.unwrap();
    store.relay_mails_prune(at(1_000)).await.unwrap();
    assert_eq!(store.relay_mail_by_bounce(&mail.bounce).await.unwrap(), None);
    assert_eq!(due(store, at(9_999)).await.len(), 3, "what was not sent stays");
}
