use crate::support::{account, apply, at, id, job, key, phone, recruiter, resume_content};
use uuid::Uuid;
use zhitu_domain::application::Stage;
use zhitu_domain::chat::Side;
use zhitu_domain::contact::{ContactAsker, ContactItem, ContactItems, ContactRequest, ContactRequestState};
use zhitu_domain::id::{AccountId, CompanyId, ContactRequestId, ConversationId, LookId, MessageId, ResumeId};
use zhitu_domain::notice::{NoticeChoice, NoticeKind, NoticeWay};
use zhitu_domain::relay::EmailAddress;
use zhitu_domain::resume::visibility::LookKind;
use zhitu_domain::time::Timestamp;
use zhitu_storage::Store;
use zhitu_storage::conversation::{NewConversation, NewMessage};
use zhitu_storage::email_code::{EmailPurpose, NewEmailCode};
use zhitu_storage::look::NewLook;
use zhitu_storage::notice::{Digest, LooksOf, Notice, NoticeWebhook};

fn hook() -> NoticeWebhook {
    NoticeWebhook {
        id: id(),
        url: "https://hook.example/a".to_owned(),
        confirmed_at: at(1),
        failing_since: None,
    }
}

async fn seeker(store: &Store) -> (AccountId, ResumeId) {
    let (account, resume) = (account(store).await, ResumeId(id()));
    store.resume_put(account, resume, 0, &resume_content("周予安"), at(1)).await.unwrap();
    (account, resume)
}

async fn look(store: &Store, resume: ResumeId, viewer: (AccountId, CompanyId), kind: LookKind, second: i64) {
    let look = NewLook {
        id: LookId(id()),
        resume,
        kind,
        company: Some(viewer.1),
        viewer: viewer.0,
        introduction: None,
        reason: None,
        at: at(second),
    };
    assert!(store.look_add(&look).await.unwrap());
}

async fn ask(store: &Store, seeker: AccountId, by: (AccountId, CompanyId), second: i64) -> ContactRequestId {
    let request = ContactRequest {
        id: ContactRequestId(id()),
        asker: ContactAsker::Company { company: by.1 },
        asked_by: by.0,
        reason: "想聊聊".to_owned(),
        wanted: ContactItems::from([ContactItem::Phone]),
        asked_at: at(second),
        state: ContactRequestState::Asked,
    };
    store.contact_request_put(seeker, &request).await.unwrap();
    request.id
}

async fn choose(store: &Store, account: AccountId, kind: NoticeKind, way: NoticeWay, on: bool) {
    store.notice_choose(account, NoticeChoice { kind, way }, on, None).await.unwrap();
}

async fn email(store: &Store, account: AccountId, email: &str) {
    let email = EmailAddress::parse(email).unwrap();
    let code = NewEmailCode {
        account,
        purpose: EmailPurpose::Notices,
        email: &email,
        email_key: b"key",
        code_hash: b"code",
        at: at(2),
        expires_at: at(9_000),
        quiet_since: at(-100),
        counted_since: at(-100),
        most: 3,
    };
    store.email_code_put(&code).await.unwrap();
    let tried = store.email_code_try(account, EmailPurpose::Work, 5, at(3)).await.unwrap();
    assert_eq!(tried, None, "a code is for one purpose");
    let tried = store.email_code_try(account, EmailPurpose::Notices, 5, at(3)).await.unwrap().unwrap();
    assert!(store.notice_email_confirm(account, &tried, at(3)).await.unwrap());
    assert!(!store.notice_email_confirm(account, &tried, at(3)).await.unwrap(), "used up");
}

async fn due(store: &Store, account: AccountId, now: Timestamp) -> Vec<Notice> {
    let all = store.notices_due(now, 1_000).await.unwrap();
    all.into_iter().filter(|notice| notice.account == account).collect()
}

/// What is on its way: kind, way and subject, in the order of its causes and then of ways.
async fn told(store: &Store, account: AccountId) -> Vec<(NoticeKind, NoticeWay, Uuid)> {
    let mut all = due(store, account, at(9_999)).await;
    all.sort_by_key(|notice| (notice.at, notice.way));
    all.iter().map(|notice| (notice.kind, notice.way, notice.subject)).collect()
}

/// S-VIS-06
pub(crate) async fn a_new_account_is_told_of_requests_by_text_message(store: &Store) {
    let number = phone();
    let seeker = store.account_put(AccountId(id()), &key(&number), &number, at(0)).await.unwrap();
    store.resume_put(seeker, ResumeId(id()), 0, &resume_content("周予安"), at(1)).await.unwrap();
    let there = store.notice_settings(seeker).await.unwrap();
    assert_eq!(there.choices, NoticeChoice::DEFAULT);
    assert_eq!((there.zone, there.email, there.webhook), (None, None, None));
    assert_eq!(there.phone, Some(number));
    let asked = ask(store, seeker, recruiter(store).await, 10).await;
    assert_eq!(told(store, seeker).await, [(NoticeKind::ContactRequest, NoticeWay::Sms, asked.0)]);

    choose(store, seeker, NoticeKind::ContactRequest, NoticeWay::Sms, false).await;
    assert_eq!(told(store, seeker).await, [], "what was on its way is not told any more");
    ask(store, seeker, recruiter(store).await, 11).await;
    assert_eq!(told(store, seeker).await, []);
    assert_eq!(store.notice_settings(seeker).await.unwrap().choices, []);
}

pub(crate) async fn a_notice_takes_the_chosen_ways_that_lead_somewhere(store: &Store) {
    let (seeker, resume) = seeker(store).await;
    let (recruiter, company) = recruiter(store).await;
    for way in [NoticeWay::Mail, NoticeWay::Webhook] {
        for kind in [NoticeKind::Look, NoticeKind::Message, NoticeKind::Application] {
            choose(store, seeker, kind, way, true).await;
        }
    }
    look(store, resume, (recruiter, company), LookKind::Opened, 11).await;
    assert_eq!(told(store, seeker).await, [], "there is nowhere to tell it");

    email(store, seeker, "an.yu@example.org").await;
    let hook = hook();
    store.notice_webhook_set(seeker, &hook).await.unwrap();
    look(store, resume, (recruiter, company), LookKind::Downloaded, 12).await;
    let job = job(store, recruiter, company).await;
    let application = apply(store, job, seeker).await;
    let set =
        store.application_stage_set(application, company, Stage::Submitted, Stage::Interview, at(14)).await;
    assert!(set.unwrap());
    let talk = ConversationId(id());
    let open =
        NewConversation { id: talk, job, seeker, seeker_name: "周予安", side: Side::Seeker, at: at(15) };
    store.conversation_open(open).await.unwrap();
    for (side, sender, second) in [(Side::Seeker, seeker, 16), (Side::Company, recruiter, 17)] {
        let message = NewMessage {
            id: MessageId(id()),
            conversation: talk,
            side,
            sender,
            text: "您好",
            at: at(second),
        };
        store.message_put(&message).await.unwrap();
    }
    assert!(store.application_withdraw(application, seeker, at(18)).await.unwrap());
    let kinds: Vec<(NoticeKind, NoticeWay)> =
        told(store, seeker).await.iter().map(|(kind, way, _)| (*kind, *way)).collect();
    let both = |kind| [(kind, NoticeWay::Mail), (kind, NoticeWay::Webhook)];
    let expected = [NoticeKind::Look, NoticeKind::Application, NoticeKind::Message].map(both).concat();
    assert_eq!(kinds, expected, "what they do themselves is no news");
    let there = store.notice_settings(seeker).await.unwrap();
    assert_eq!(there.webhook, Some(hook));
    assert_eq!(there.email.unwrap().email.as_str(), "an.yu@example.org");

    store.notice_webhook_remove(seeker).await.unwrap();
    assert!(told(store, seeker).await.iter().all(|(_, way, _)| *way == NoticeWay::Mail));
    store.notice_email_remove(seeker).await.unwrap();
    email(store, seeker, "an.yu@example.org").await;
    assert_eq!(told(store, seeker).await, [], "what was on its way went with the address");
}

pub(crate) async fn a_notice_stays_until_it_arrived_or_is_given_up(store: &Store) {
    let (seeker, resume) = seeker(store).await;
    let viewer = recruiter(store).await;
    email(store, seeker, "an.yu@example.org").await;
    store.notice_webhook_set(seeker, &hook()).await.unwrap();
    for way in [NoticeWay::Mail, NoticeWay::Webhook] {
        choose(store, seeker, NoticeKind::Look, way, true).await;
        look(store, resume, viewer, LookKind::Opened, 20).await;
        assert_eq!(due(store, seeker, at(19)).await, []);
        let [waiting] = &due(store, seeker, at(20)).await[..] else { panic!("one") };
        assert!(store.notice_claim(waiting, at(30)).await.unwrap());
        assert!(!store.notice_claim(waiting, at(30)).await.unwrap(), "it is in one hand");
        let [again] = &due(store, seeker, at(30)).await[..] else { panic!("that hand let go of it") };
        assert_eq!((again.seq, again.tries), (waiting.seq, 0));
        store.notice_later(waiting, at(40)).await.unwrap();
        assert_eq!(due(store, seeker, at(30)).await.len(), 1, "who lost it does not put it off");
        store.notice_later(again, at(50)).await.unwrap();
        assert_eq!(due(store, seeker, at(49)).await, []);
        let [later] = &due(store, seeker, at(50)).await[..] else { panic!("one") };
        assert_eq!((later.seq, later.tries, later.at), (waiting.seq, 1, at(20)));

        let failing = async || {
            let there = store.notice_settings(seeker).await.unwrap();
            match way {
                NoticeWay::Mail => there.email.unwrap().failing_since,
                _ => there.webhook.unwrap().failing_since,
            }
        };
        store.notice_failed(later, at(60)).await.unwrap();
        assert_eq!((due(store, seeker, at(99)).await, failing().await), (vec![], Some(at(60))));
        store.notice_failed(later, at(70)).await.unwrap();
        assert_eq!(failing().await, Some(at(60)), "since the first");
        look(store, resume, viewer, LookKind::Opened, 80).await;
        let [next] = &due(store, seeker, at(80)).await[..] else { panic!("one") };
        store.notice_arrived(next).await.unwrap();
        assert_eq!((due(store, seeker, at(99)).await, failing().await), (vec![], None));
        look(store, resume, viewer, LookKind::Opened, 90).await;
        let [next] = &due(store, seeker, at(90)).await[..] else { panic!("one") };
        store.notice_done(next).await.unwrap();
        assert_eq!(due(store, seeker, at(99)).await, []);
        choose(store, seeker, NoticeKind::Look, way, false).await;
    }
}

pub(crate) async fn text_messages_are_counted_once_each(store: &Store) {
    let (seeker, _) = seeker(store).await;
    let mut notices = Vec::new();
    for second in [10, 11, 12] {
        ask(store, seeker, recruiter(store).await, second).await;
    }
    notices.append(&mut due(store, seeker, at(99)).await);
    let count = async |at_index: usize, since, now| {
        store.notice_sms_count(&notices[at_index], at(since), 2, at(now)).await.unwrap()
    };
    assert!(count(0, 0, 20).await && count(0, 0, 21).await, "tried twice is one");
    assert!(count(1, 0, 22).await);
    assert!(!count(2, 0, 23).await, "two are as many as may be");
    assert!(count(1, 0, 23).await);
    assert!(count(2, 21, 90_000).await, "the first is of another day");
    store.notice_sms_prune(at(100_000)).await.unwrap();
    assert!(count(0, 0, 100_001).await);
    for notice in &notices {
        store.notice_arrived(notice).await.unwrap();
    }
}

pub(crate) async fn a_digest_is_moved_once_and_told_when_there_is_something_to_tell(store: &Store) {
    let (seeker, resume) = seeker(store).await;
    store.notice_webhook_set(seeker, &hook()).await.unwrap();
    let choice = NoticeChoice { kind: NoticeKind::WeeklyDigest, way: NoticeWay::Webhook };
    let digest = |zone: &str, second| Digest { account: seeker, zone: zone.to_owned(), due_at: at(second) };
    let digests = async |now| -> Vec<Digest> {
        let all = store.digests_due(now, 1_000).await.unwrap();
        all.into_iter().filter(|digest| digest.account == seeker).collect()
    };
    store.notice_digest_set(&digest("Europe/Berlin", 50)).await.unwrap();
    assert_eq!(digests(at(99)).await, [], "nobody wants it");
    store.notice_choose(seeker, choice, true, Some(&digest("Asia/Shanghai", 100))).await.unwrap();
    assert_eq!(store.notice_settings(seeker).await.unwrap().zone.as_deref(), Some("Asia/Shanghai"));
    assert_eq!(digests(at(99)).await, []);
    let [first] = &digests(at(100)).await[..] else { panic!("one") };
    assert_eq!(*first, digest("Asia/Shanghai", 100));
    store.digest_move(first, at(200), false).await.unwrap();
    assert_eq!(due(store, seeker, at(999)).await, [], "nothing to tell");
    store.digest_move(first, at(300), true).await.unwrap();
    assert_eq!(due(store, seeker, at(999)).await, [], "it was moved already");
    let [second] = &digests(at(200)).await[..] else { panic!("one") };
    store.digest_move(second, at(300), true).await.unwrap();
    let [notice] = &due(store, seeker, at(999)).await[..] else { panic!("one") };
    assert_eq!((notice.kind, notice.at), (NoticeKind::WeeklyDigest, at(200)));

    let (one, two) = (recruiter(store).await, recruiter(store).await);
    for (viewer, kind, second) in [
        (one, LookKind::Opened, 10),
        (two, LookKind::Opened, 11),
        (two, LookKind::Downloaded, 12),
        (two, LookKind::Downloaded, 13),
        (one, LookKind::Opened, 30),
    ] {
        look(store, resume, viewer, kind, second).await;
    }
    let looks = store.looks_between(seeker, at(10), at(30)).await.unwrap();
    let seen: Vec<(CompanyId, u32, u32)> = looks
        .iter()
        .map(|LooksOf { company, opened, downloaded }| (company.as_ref().unwrap().id, *opened, *downloaded))
        .collect();
    assert_eq!(seen, [(two.1, 1, 2), (one.1, 1, 0)], "up to the end and without it");
}

/// S-RGT-13: nothing of it is kept for a closed account.
pub(crate) async fn closing_an_account_forgets_where_and_what_it_was_told(store: &Store) {
    let (seeker, _) = seeker(store).await;
    email(store, seeker, "an.yu@example.org").await;
    store.notice_webhook_set(seeker, &hook()).await.unwrap();
    let digest = Digest { account: seeker, zone: "Asia/Shanghai".to_owned(), due_at: at(5) };
    let choice = NoticeChoice { kind: NoticeKind::WeeklyDigest, way: NoticeWay::Mail };
    store.notice_choose(seeker, choice, true, Some(&digest)).await.unwrap();
    ask(store, seeker, recruiter(store).await, 10).await;
    let [text] = &due(store, seeker, at(99)).await[..] else { panic!("one") };
    assert!(store.notice_sms_count(text, at(0), 5, at(11)).await.unwrap());
    assert!(store.account_close(seeker, "test", at(20)).await.unwrap());
    let there = store.notice_settings(seeker).await.unwrap();
    assert_eq!((there.choices, there.zone, there.phone), (vec![], None, None));
    assert_eq!((there.email, there.webhook), (None, None));
    assert_eq!(due(store, seeker, at(999)).await, []);
    assert!(store.digests_due(at(999), 1_000).await.unwrap().iter().all(|digest| digest.account != seeker));
}
