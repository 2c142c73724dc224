use crate::support::{account, at, id, recruiter, resume_content};
use zhitu_domain::account::PhoneNumber;
use zhitu_domain::id::{AccountId, BindingId, CompanyId, ResumeId, VirtualNumberId};
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_domain::time::Timestamp;
use zhitu_storage::Store;
use zhitu_storage::virtual_number::{
    BindingOf, Bound, Call, NewTelephonyEvent, VirtualNumberOpen, VirtualNumberOpened,
};

async fn open(
    store: &Store,
    seeker: AccountId,
    company: Option<CompanyId>,
    recruiter: AccountId,
    now: Timestamp,
) -> VirtualNumberOpened {
    store
        .virtual_number_open(&VirtualNumberOpen {
            id: VirtualNumberId(id()),
            binding: BindingId(id()),
            seeker,
            company,
            recruiter,
            parties: b"both",
            at: now,
            expires_at: now.plus_seconds(1_000),
        })
        .await
        .unwrap()
}

async fn made(
    store: &Store,
    seeker: AccountId,
    company: Option<CompanyId>,
    recruiter: AccountId,
    now: Timestamp,
) -> BindingOf {
    match open(store, seeker, company, recruiter, now).await {
        VirtualNumberOpened::Made(made) => made,
        other => panic!("{other:?}"),
    }
}

fn number(last: u32) -> PhoneNumber {
    PhoneNumber::parse(&format!("+121255501{last:02}")).unwrap()
}

/// The bindings of a seeker that are to be looked at: the database may be that of all scenarios.
async fn due(store: &Store, seeker: AccountId, now: Timestamp) -> Vec<BindingOf> {
    let all = store.bindings_due(now, 1_000).await.unwrap();
    all.into_iter().filter(|binding| binding.seeker == seeker).collect()
}

async fn due_ids(store: &Store, seeker: AccountId, now: Timestamp) -> Vec<BindingId> {
    due(store, seeker, now).await.iter().map(|binding| binding.id).collect()
}

pub(crate) async fn a_pair_has_one_binding_and_no_number_of_anothers(store: &Store) {
    let seeker = account(store).await;
    let (hr, company) = recruiter(store).await;
    let (other, elsewhere) = recruiter(store).await;
    let binding = made(store, seeker, Some(company), hr, at(0)).await;
    let found = VirtualNumberOpened::Found(binding.clone());
    assert_eq!(open(store, seeker, Some(company), hr, at(59)).await, found, "its answer may still come");
    assert_eq!(store.binding_bound(binding.id, &number(1), at(1)).await.unwrap(), Bound::Kept);
    let VirtualNumberOpened::Found(found) = open(store, seeker, Some(company), hr, at(999)).await else {
        panic!("it is good")
    };
    assert_eq!((found.id, found.state.number), (binding.id, Some(number(1))));
    let anew = made(store, seeker, Some(company), hr, at(1_000)).await;
    assert_ne!(anew.id, binding.id, "ended");

    let taken = made(store, seeker, Some(elsewhere), other, at(2)).await;
    assert_eq!(store.binding_bound(taken.id, &number(1), at(3)).await.unwrap(), Bound::Taken);
    assert_eq!(store.binding_bound(taken.id, &number(2), at(3)).await.unwrap(), Bound::Kept);
    let stranger = account(store).await;
    let of_stranger = made(store, stranger, Some(company), hr, at(2)).await;
    assert_eq!(store.binding_bound(of_stranger.id, &number(1), at(3)).await.unwrap(), Bound::Taken);

    let staff = made(store, seeker, None, other, at(4)).await;
    assert_eq!(staff.company, None);
    assert_eq!(open(store, seeker, None, other, at(5)).await, VirtualNumberOpened::Found(staff.clone()));
    let listed = store.virtual_numbers_of(seeker).await.unwrap();
    assert_eq!(listed.len(), 3);
    assert_eq!((listed[0].id, &listed[0].company), (staff.channel, &None));
    assert_eq!(store.bindings_of(other).await.unwrap().len(), 2);
    assert_eq!(store.bindings_of(seeker).await.unwrap().len(), 4);
}

pub(crate) async fn closing_a_channel_ends_its_bindings(store: &Store) {
    let (seeker, stranger) = (account(store).await, account(store).await);
    let (hr, company) = recruiter(store).await;
    let binding = made(store, seeker, Some(company), hr, at(0)).await;
    assert!(!store.virtual_number_set(stranger, binding.channel, true, at(1)).await.unwrap());
    assert!(!store.virtual_number_is_closed(seeker, Some(company)).await.unwrap());
    assert!(store.virtual_number_set(seeker, binding.channel, true, at(1)).await.unwrap());
    assert!(store.virtual_number_is_closed(seeker, Some(company)).await.unwrap());
    assert_eq!(due_ids(store, seeker, at(1)).await, [binding.id]);
    assert!(store.bindings_of(seeker).await.unwrap()[0].state.ending);
    assert_eq!(open(store, seeker, Some(company), hr, at(2)).await, VirtualNumberOpened::Closed);

    // An answer that comes now is too late, also after the provider was told.
    let claimed = due(store, seeker, at(1)).await.remove(0);
    assert!(store.binding_claim(&claimed, at(61)).await.unwrap());
    assert!(!store.binding_claim(&claimed, at(61)).await.unwrap(), "in one hand");
    assert_eq!(store.binding_bound(binding.id, &number(9), at(3)).await.unwrap(), Bound::TooLate);
    store.binding_released(binding.id, at(61), at(4)).await.unwrap();
    assert_eq!(due_ids(store, seeker, at(3)).await, [binding.id], "told once more");
    let again = due(store, seeker, at(3)).await.remove(0);
    assert!(store.binding_claim(&again, at(63)).await.unwrap());
    store.binding_next(binding.id, at(63), at(5), 2).await.unwrap();
    let again = due(store, seeker, at(5)).await.remove(0);
    assert_eq!(again.tries, 2);
    assert!(store.binding_claim(&again, at(65)).await.unwrap());
    store.binding_released(binding.id, at(65), at(6)).await.unwrap();
    assert!(due(store, seeker, at(9_999)).await.is_empty());
    assert!(store.bindings_of(seeker).await.unwrap().is_empty());

    assert!(store.virtual_number_set(seeker, binding.channel, false, at(7)).await.unwrap());
    let anew = made(store, seeker, Some(company), hr, at(8)).await;
    assert_eq!((anew.channel, anew.id == binding.id), (binding.channel, false));
    store.binding_end(anew.id, at(9)).await.unwrap();
    assert_eq!(due_ids(store, seeker, at(9)).await, [anew.id]);
}

/// I2: whatever may end a binding has it looked at, in the same transaction.
pub(crate) async fn what_may_end_a_binding_has_it_looked_at(store: &Store) {
    let seeker = account(store).await;
    let resume = ResumeId(id());
    store.resume_put(seeker, resume, 0, &resume_content("周予安"), at(0)).await.unwrap();
    let (hr, company) = recruiter(store).await;
    let binding = made(store, seeker, Some(company), hr, at(0)).await;
    let looked_at = async |now: Timestamp| {
        let found = due(store, seeker, now).await;
        assert_eq!(found.iter().map(|one| one.id).collect::<Vec<_>>(), [binding.id], "{now:?}");
        store.binding_next(binding.id, found[0].next_at, at(900), 0).await.unwrap();
        assert!(due(store, seeker, now).await.is_empty());
    };
    looked_at(at(60)).await;
    store.visibility_set(seeker, resume, VisibilitySetting::Private, at(101)).await.unwrap();
    looked_at(at(101)).await;
    store.resume_put(seeker, resume, 1, &resume_content("周予安"), at(102)).await.unwrap();
    looked_at(at(102)).await;
    store.blocks_add(seeker, &[], zhitu_domain::block::BlockOrigin::Typed, at(103)).await.unwrap();
    looked_at(at(103)).await;
    store.recruiter_verify(hr, false, true, "test", at(104)).await.unwrap();
    looked_at(at(104)).await;
    store.company_verify(company, false, "test", at(105)).await.unwrap();
    looked_at(at(105)).await;
    store.company_entitle(company, false, "test", at(106)).await.unwrap();
    looked_at(at(106)).await;
    store.staff_set(hr, false, "test", at(107)).await.unwrap();
    looked_at(at(107)).await;
}

pub(crate) async fn a_call_is_taken_once(store: &Store) {
    let seeker = account(store).await;
    let (hr, company) = recruiter(store).await;
    let binding = made(store, seeker, Some(company), hr, at(0)).await;
    let tell = async |id: &str, fingerprint: &[u8], binding, call: &str, seconds, now: Timestamp| {
        let event = NewTelephonyEvent { id, fingerprint, binding, call, began_at: now, seconds, at: now };
        store.telephony_event_put(&event).await.unwrap()
    };
    assert!(tell("1", b"1", binding.id, "call", None, at(10)).await);
    let calls = async || store.virtual_number_calls(binding.channel, 10).await.unwrap();
    assert_eq!(calls().await, [Call { began_at: at(10), seconds: None }]);
    assert!(tell("2", b"2", binding.id, "call", Some(180), at(190)).await);
    assert!(tell("2", b"2", binding.id, "call", Some(180), at(191)).await, "a repeat");
    assert!(!tell("2", b"x", binding.id, "call", Some(1), at(192)).await, "something else");
    assert!(tell("3", b"3", binding.id, "call", Some(1), at(193)).await, "it had ended already");
    assert_eq!(calls().await, [Call { began_at: at(10), seconds: Some(180) }]);
    assert!(tell("4", b"4", BindingId(id()), "call", Some(1), at(193)).await, "of nobody");
    assert!(tell("5", b"5", binding.id, "next", Some(0), at(200)).await);
    assert_eq!(calls().await.len(), 2);
    assert_eq!(store.virtual_number_calls(binding.channel, 1).await.unwrap()[0].seconds, Some(0));
    store.telephony_events_prune(at(195)).await.unwrap();
    assert!(tell("2", b"x", BindingId(id()), "call", None, at(300)).await, "forgotten");
}
