use crate::support::{account, apply, at, company, drain, id, job, recruiter, resume_content};
use std::collections::BTreeSet;
use zhitu_domain::application::Stage;
use zhitu_domain::block::BlockOrigin;
use zhitu_domain::chat::Side;
use zhitu_domain::contact::{ContactAnswer, ContactAsker, ContactItem, ContactItems, ContactRequest};
use zhitu_domain::id::{
    AccountId, ApplicationId, BlockId, CompanyId, ContactRequestId, ConversationId, JobId, LookId, MessageId,
    ResumeId,
};
use zhitu_domain::recruiter::Verification;
use zhitu_domain::resume::snapshot;
use zhitu_domain::resume::visibility::{Access, Action, LookKind, VisibilitySetting};
use zhitu_domain::staff::StaffReasonKind;
use zhitu_storage::Store;
use zhitu_storage::application::{ApplicationPut, NewApplication};
use zhitu_storage::company::CompanyName;
use zhitu_storage::contact::ContactRequestPut;
use zhitu_storage::conversation::{ConversationPut, MessagePut, NewConversation, NewMessage};
use zhitu_storage::look::NewLook;
use zhitu_storage::outbox::{Body, Topic};
use zhitu_storage::recruiter::Registration;
use zhitu_storage::visibility::NewBlock;

/// A seeker with a résumé.
async fn seeker(store: &Store) -> (AccountId, ResumeId) {
    let (account, resume) = (account(store).await, ResumeId(id()));
    store.resume_put(account, resume, 0, &resume_content("周予安"), at(1)).await.unwrap();
    (account, resume)
}

/// Stands for a keyed hash that the server makes.
fn hash() -> [u8; 32] {
    let mut hash = [7; 32];
    hash[..16].copy_from_slice(id().as_bytes());
    hash
}

async fn register(store: &Store, account: AccountId, name: &str, company_key: [u8; 32]) -> CompanyId {
    let company = zhitu_storage::company::Company { name: name.into(), ..company() };
    let registration = Registration {
        account,
        name: "林一",
        title: "招聘",
        verification: Verification::default(),
        company: &company,
        company_key: Some(company_key),
        company_overwrite: false,
        at: at(0),
    };
    store.recruiter_register(&registration).await.unwrap();
    company.id
}

async fn block(store: &Store, seeker: AccountId, company: Option<CompanyId>, key_hash: [u8; 32]) -> BlockId {
    let new = NewBlock { id: BlockId(id()), company, key_hash };
    store.blocks_add(seeker, &[new], BlockOrigin::Typed, at(30)).await.unwrap();
    new.id
}

async fn talk(store: &Store, job: JobId, seeker: AccountId, side: Side) -> ConversationPut {
    let new =
        NewConversation { id: ConversationId(id()), job, seeker, seeker_name: "周予安", side, at: at(20) };
    store.conversation_open(new).await.unwrap()
}

fn opened(put: ConversationPut) -> ConversationId {
    match put {
        ConversationPut::Open { id } => id,
        ConversationPut::CompanyBlocked => panic!("blocked"),
    }
}

async fn say(store: &Store, talk: ConversationId, sender: AccountId, side: Side) -> bool {
    let new =
        NewMessage { id: MessageId(id()), conversation: talk, side, sender, text: "您好", at: at(25) };
    matches!(store.message_put(&new).await.unwrap(), MessagePut::Stored { .. })
}

pub(crate) async fn the_setting_is_kept_and_told_to_the_index(store: &Store) {
    let account = account(store).await;
    let first = ResumeId(id());
    drain(store, Topic::Resumes).await;
    store.visibility_set(account, first, VisibilitySetting::Public, at(1)).await.unwrap();
    let found = store.resume_get(account).await.unwrap().unwrap();
    assert_eq!((found.id, found.version, found.visibility), (first, 0, VisibilitySetting::Public));
    assert_eq!(store.resumes_waiting().await.unwrap(), [first]);
    store.resume_put(account, ResumeId(id()), 0, &resume_content("周予安"), at(2)).await.unwrap();
    store.visibility_set(account, ResumeId(id()), VisibilitySetting::Platform, at(3)).await.unwrap();
    let found = store.resume_get(account).await.unwrap().unwrap();
    assert_eq!((found.id, found.version, found.visibility), (first, 1, VisibilitySetting::Platform));
    let told = drain(store, Topic::Resumes).await;
    assert_eq!(told, [(); 3].map(|()| Body::Resume { resume: first }));
    assert_eq!(store.resumes_waiting().await.unwrap(), []);
    assert_eq!(store.resumes_get(&[first, ResumeId(id())]).await.unwrap(), [found]);
    let count = store.resumes_count().await.unwrap();
    let mut after = None;
    let mut seen = 0;
    while let Some(last) = store.resumes_page(after, 2).await.unwrap().last() {
        seen += store.resumes_page(after, 2).await.unwrap().len();
        after = Some(last.id);
    }
    assert_eq!(seen, count as usize);
}

/// The one way from a résumé to somebody else hands out nothing that was not decided. I1
pub(crate) async fn a_resume_is_handed_out_as_far_as_it_was_decided(store: &Store) {
    let (_, resume) = seeker(store).await;
    let items = ContactItems::from([ContactItem::Phone]);
    let view = Access::nothing().with(Action::View, true);
    for action in Action::ALL.iter().filter(|action| **action != Action::View) {
        let other = Access::nothing().with(*action, true);
        assert_eq!(store.resume_for(resume, other, &items).await.unwrap(), None, "{action:?}");
    }
    let found = store.resume_for(resume, view, &ContactItems::new()).await.unwrap().unwrap();
    assert_eq!((found.contact.phone, found.contact.email), (None, None));
    assert_eq!(found.shown.basic.name, "周予安");
    let found = store.resume_for(resume, view, &items).await.unwrap().unwrap();
    assert_eq!(found.contact.phone.as_deref(), Some("13800138000"));
    assert_eq!(store.resume_for(ResumeId(id()), view, &items).await.unwrap(), None);

    let today = jiff::civil::date(2026, 11, 23);
    let find = Access::nothing().with(Action::Searchable, true);
    assert_eq!(store.resume_cards(&[(resume, view)], today).await.unwrap(), []);
    let cards = store.resume_cards(&[(resume, find), (ResumeId(id()), find)], today).await.unwrap();
    assert_eq!(
        cards.iter().map(|(resume, card)| (*resume, card.name.as_str())).collect::<Vec<_>>(),
        [(resume, "周**")]
    );
}

/// S-VIS-08: matched on the company, by its key or any name that it ever had.
pub(crate) async fn a_block_holds_for_the_company_under_every_name_it_had(store: &Store) {
    let (seeker, resume) = seeker(store).await;
    let (name, other) = (hash(), hash());
    let by_name = block(store, seeker, None, name).await;
    assert!(store.is_key_blocked(seeker, &name).await.unwrap());
    assert_eq!(store.company_by_key(&name).await.unwrap(), None);
    assert_eq!(store.blocks(seeker).await.unwrap()[0].company, None, "it is not on the platform");

    let recruiter = account(store).await;
    let company = register(store, recruiter, &format!("示例 {}", id()), name).await;
    assert_eq!(store.company_by_key(&name).await.unwrap(), Some(company));
    let blocked = async |company| store.standings(&[resume], Some(company)).await.unwrap()[0].blocked;
    assert!(blocked(company).await, "when it registers");
    let listed = &store.blocks(seeker).await.unwrap()[0];
    assert_eq!((listed.id, listed.company.as_ref().map(|company| company.id)), (by_name, Some(company)));

    let renamed = register(store, recruiter, &format!("新名 {}", id()), other).await;
    assert_ne!(renamed, company);
    assert!(blocked(renamed).await, "and when it calls itself otherwise");
    assert!(store.is_blocked(seeker, renamed).await.unwrap());
    assert!(store.resumes_blocking(renamed).await.unwrap().contains(&resume));
    assert!(
        !store.standings(&[resume], None).await.unwrap()[0].blocked,
        "the platform's staff are no company"
    );

    block(store, seeker, None, name).await;
    assert_eq!(store.blocks(seeker).await.unwrap().len(), 1, "once");
    assert!(!store.block_remove(account(store).await, by_name).await.unwrap(), "its owner alone");
    assert!(store.block_remove(seeker, by_name).await.unwrap());
    assert!(!store.block_remove(seeker, by_name).await.unwrap());
    assert!(!blocked(company).await && !blocked(renamed).await);
    assert!(!store.resumes_blocking(company).await.unwrap().contains(&resume));

    block(store, seeker, Some(company), hash()).await;
    assert!(blocked(company).await, "picked by its key");
}

/// D5: a block ends the conversations and what was unblocked, at once and for good.
pub(crate) async fn a_block_ends_conversations_in_its_own_transaction(store: &Store) {
    let (seeker, resume) = seeker(store).await;
    let (recruiter, company) = recruiter(store).await;
    let key = hash();
    store.company_key_add(company, &key).await.unwrap();
    let job = job(store, recruiter, company).await;
    let id = opened(talk(store, job, seeker, Side::Company).await);
    let standing = async || store.standing_of_account(seeker, Some(company)).await.unwrap().unwrap();
    assert!(!standing().await.in_contact, "the company's word alone is no contact");
    assert!(say(store, id, recruiter, Side::Company).await);
    assert!(!standing().await.in_contact);
    assert!(say(store, id, seeker, Side::Seeker).await);
    assert!(standing().await.in_contact, "answering is accepting");
    assert_eq!(store.conversation_latest(Some(company), resume).await.unwrap(), Some(id));

    let made = block(store, seeker, None, key).await;
    let there = store.conversation_get(id).await.unwrap().unwrap();
    assert!(there.closed && !there.in_contact);
    assert!(!say(store, id, recruiter, Side::Company).await && !say(store, id, seeker, Side::Seeker).await);
    assert_eq!(opened(talk(store, job, seeker, Side::Seeker).await), id, "it may be read");
    assert!(store.conversation_get(id).await.unwrap().unwrap().closed, "and not gone on with");
    let elsewhere = crate::support::job(store, recruiter, company).await;
    assert_eq!(talk(store, elsewhere, seeker, Side::Seeker).await, ConversationPut::CompanyBlocked);
    assert_eq!(talk(store, elsewhere, seeker, Side::Company).await, ConversationPut::CompanyBlocked);

    assert!(store.block_remove(seeker, made).await.unwrap());
    assert!(!standing().await.in_contact && store.conversation_get(id).await.unwrap().unwrap().closed);
    assert_eq!(opened(talk(store, job, seeker, Side::Company).await), id);
    assert!(store.conversation_get(id).await.unwrap().unwrap().closed, "the seeker alone goes on with it");
    opened(talk(store, job, seeker, Side::Seeker).await);
    assert!(standing().await.in_contact && say(store, id, seeker, Side::Seeker).await);
}

/// D5: applying to a blocked company is said explicitly, and unblocks that application and no more.
pub(crate) async fn an_application_in_spite_of_a_block_stands_until_the_next_block(store: &Store) {
    let (seeker, _) = seeker(store).await;
    let (recruiter, company) = recruiter(store).await;
    let key = hash();
    store.company_key_add(company, &key).await.unwrap();
    let job = job(store, recruiter, company).await;
    let made = block(store, seeker, Some(company), key).await;
    let snapshot = snapshot(&resume_content("周予安"));
    let new = |despite_block| NewApplication {
        id: ApplicationId(id()),
        job,
        account: seeker,
        snapshot: &snapshot,
        attachment: None,
        resume_version: 1,
        despite_block,
        at: at(31),
    };
    assert_eq!(store.application_put(&new(false)).await.unwrap(), ApplicationPut::CompanyBlocked);
    let ApplicationPut::Sent { id: sent } = store.application_put(&new(true)).await.unwrap() else {
        panic!("not sent")
    };
    let despite = async || store.application_get(sent).await.unwrap().unwrap().despite_block;
    assert!(despite().await);
    let conversation = opened(talk(store, job, seeker, Side::Company).await);
    assert!(say(store, conversation, seeker, Side::Seeker).await);
    let standing = store.standing_of_account(seeker, Some(company)).await.unwrap().unwrap();
    assert!(standing.blocked && standing.applied && !standing.in_contact, "{standing:?}");

    store.block_remove(seeker, made).await.unwrap();
    block(store, seeker, None, key).await;
    assert!(!despite().await, "it is another block");
    assert!(!say(store, conversation, recruiter, Side::Company).await);

    assert!(store.application_withdraw(sent, seeker, at(40)).await.unwrap());
    let ApplicationPut::Sent { id: again } = store.application_put(&new(true)).await.unwrap() else {
        panic!("not sent")
    };
    assert!(say(store, conversation, recruiter, Side::Company).await, "it goes on with the application");
    let left = async || store.application_get(again).await.unwrap().unwrap().left;
    assert!(!left().await);
    assert!(!store.application_leave(again, account(store).await).await.unwrap(), "its sender alone");
    assert!(store.application_leave(again, seeker).await.unwrap() && left().await);
    let [standing] = &store.blocks(seeker).await.unwrap()[..] else { panic!("one block") };
    store.block_remove(seeker, standing.id).await.unwrap();
    block(store, seeker, None, key).await;
    assert!(!left().await, "another block asks again");
    assert!(store.application_withdraw(again, seeker, at(41)).await.unwrap());
    assert!(!say(store, conversation, recruiter, Side::Company).await, "and ends with it");
    assert!(!store.application_leave(again, seeker).await.unwrap(), "there is nothing left to leave");
}

/// I4
pub(crate) async fn looks_are_kept_and_told(store: &Store) {
    let (seeker, resume) = seeker(store).await;
    let (recruiter, company) = recruiter(store).await;
    let job = job(store, recruiter, company).await;
    let application = apply(store, job, seeker).await;
    drain(store, Topic::Live).await;
    let new = |kind, company, second| NewLook {
        id: LookId(id()),
        resume,
        kind,
        company,
        viewer: recruiter,
        introduction: None,
        reason: company.is_none().then_some(StaffReasonKind::Complaint),
        at: at(second),
    };
    let looks = [new(LookKind::Opened, Some(company), 50), new(LookKind::StaffOpened, None, 52)];
    for look in &looks {
        assert!(!store.has_looked(seeker, look.company).await.unwrap());
        assert!(store.look_add(look).await.unwrap());
        assert!(store.has_looked(seeker, look.company).await.unwrap());
    }
    assert!(!store.has_looked(account(store).await, Some(company)).await.unwrap(), "at somebody else's");
    assert!(!store.look_add(&NewLook { resume: ResumeId(id()), ..looks[0] }).await.unwrap());
    let snapshot = LookId(id());
    assert!(store.application_open(application, company, recruiter, snapshot, at(51)).await.unwrap());
    let told = drain(store, Topic::Live).await;
    let told: Vec<LookId> = told
        .into_iter()
        .filter_map(|body| match body {
            Body::Look { look, seeker: who } if who == seeker => Some(look),
            _ => None,
        })
        .collect();
    assert_eq!(told, [looks[0].id, looks[1].id, snapshot]);
    let listed = store.looks_of(seeker, None, 10).await.unwrap();
    let ids: Vec<LookId> = listed.iter().map(|look| look.id).collect();
    assert_eq!(ids, [looks[1].id, snapshot, looks[0].id]);
    assert_eq!((listed[0].company.clone(), listed[0].job.clone()), (None, None));
    assert_eq!(listed[1].job.as_deref(), Some("后端工程师"));
    assert_eq!(listed[1].company.as_ref().map(|company| company.id), Some(company));
    assert_eq!(listed[2].viewer, Some(("林一".to_owned(), "招聘".to_owned())));
    assert_eq!(store.looks_of(seeker, Some(snapshot), 10).await.unwrap(), listed[2..]);
    assert_eq!(store.looks_of(account(store).await, Some(snapshot), 10).await.unwrap(), []);
    assert_eq!(store.look_get(snapshot).await.unwrap().as_ref(), Some(&listed[1]));
    assert_eq!(store.application_get(application).await.unwrap().unwrap().stage, Stage::Viewed);
}

pub(crate) async fn asking_anew_supersedes_what_is_open(store: &Store) {
    let (seeker, resume) = seeker(store).await;
    let (recruiter, company) = recruiter(store).await;
    let may = Access::nothing().with(Action::AskContact, true);
    let items = ContactItems::from([ContactItem::Phone]);
    let ask = |asker, second| {
        let id = ContactRequestId(id());
        ContactRequest::ask(id, (asker, recruiter), "想聊聊", items.clone(), at(second), may).unwrap()
    };
    drain(store, Topic::Live).await;
    let asker = ContactAsker::Company { company };
    let (first, staff, second) = (ask(asker, 60), ask(ContactAsker::Platform, 61), ask(asker, 62));
    for request in [&first, &staff, &second, &second] {
        assert_eq!(store.contact_request_put(seeker, request).await.unwrap(), ContactRequestPut::Stored);
    }
    let other = ContactRequest { reason: "别的".into(), ..second.clone() };
    assert_eq!(store.contact_request_put(seeker, &other).await.unwrap(), ContactRequestPut::OtherRequest);
    assert_eq!(drain(store, Topic::Live).await.len(), 3);
    let all = store.contact_requests_to(seeker).await.unwrap();
    let open: BTreeSet<ContactRequestId> =
        all.iter().filter(|one| one.request.state.is_open()).map(|one| one.request.id).collect();
    assert_eq!(open, BTreeSet::from([staff.id, second.id]), "another asker's stays");
    let made = store.contact_requests_by(asker).await.unwrap();
    assert_eq!(made.iter().map(|one| one.request.id).collect::<Vec<_>>(), [second.id, first.id]);

    let there = store.contact_request_get(second.id).await.unwrap().unwrap();
    assert_eq!((there.seeker, there.resume, there.asker.is_some()), (seeker, resume, true));
    let mut granted = there.request.clone();
    granted.answer(ContactAnswer::Grant { items }, at(63)).unwrap();
    assert!(store.contact_request_set(&there, &granted.state, at(63)).await.unwrap());
    assert!(!store.contact_request_set(&there, &granted.state, at(64)).await.unwrap(), "it moved on");
    let found = store.contact_request_get(second.id).await.unwrap().unwrap();
    assert_eq!(found.request, granted);
    assert_eq!(store.contact_request_get(ContactRequestId(id())).await.unwrap(), None);
}

pub(crate) async fn notes_are_one_a_recruiter_and_stay_in_the_company(store: &Store) {
    let (_, resume) = seeker(store).await;
    let (recruiter, company) = recruiter(store).await;
    store.note_set(resume, recruiter, company, "沟通清楚", at(70)).await.unwrap();
    store.note_set(resume, recruiter, company, "约周三", at(71)).await.unwrap();
    let notes = store.notes(resume, company).await.unwrap();
    assert_eq!(notes.len(), 1);
    assert_eq!((notes[0].text.as_str(), notes[0].name.as_str(), notes[0].at), ("约周三", "林一", at(71)));
    assert_eq!(store.notes(resume, CompanyId(id())).await.unwrap(), []);
    store.note_set(resume, recruiter, company, "", at(72)).await.unwrap();
    assert_eq!(store.notes(resume, company).await.unwrap(), []);
}

pub(crate) async fn companies_are_found_by_a_part_of_their_name(store: &Store) {
    let (recruiter, company) = recruiter(store).await;
    let name = store.company_get(company).await.unwrap().unwrap().name;
    let found = store.companies_find(&name, 5).await.unwrap();
    assert_eq!(found, [CompanyName { id: company, name: name.clone(), demo: true }]);
    assert_eq!(store.companies_find("100%_\\", 5).await.unwrap(), [], "no letter stands for another");
    assert!(store.companies_keyless().await.unwrap().contains(&(company, name.clone())));
    store.company_key_add(company, &hash()).await.unwrap();
    assert!(!store.companies_keyless().await.unwrap().contains(&(company, name)));
    let unverified = company_of_nobody(store).await;
    assert_eq!(store.companies_find(&unverified, 5).await.unwrap(), [], "no customer");

    assert!(store.recruiter_get(recruiter).await.unwrap().unwrap().resume_search);
    assert!(store.company_entitle(company, false, "test", at(1)).await.unwrap());
    assert!(!store.recruiter_get(recruiter).await.unwrap().unwrap().resume_search);
    assert!(!store.company_entitle(CompanyId(id()), false, "test", at(1)).await.unwrap());
}

async fn company_of_nobody(store: &Store) -> String {
    let company = zhitu_storage::company::Company { verified: true, ..company() };
    store.company_put(&company, false, at(0)).await.unwrap();
    company.name
}

pub(crate) async fn staff_come_and_go(store: &Store) {
    let account = account(store).await;
    assert!(!store.is_staff(account).await.unwrap());
    for _ in 0..2 {
        store.staff_set(account, true, "test", at(1)).await.unwrap();
        assert!(store.is_staff(account).await.unwrap());
    }
    store.staff_set(account, false, "test", at(2)).await.unwrap();
    assert!(!store.is_staff(account).await.unwrap());
}
