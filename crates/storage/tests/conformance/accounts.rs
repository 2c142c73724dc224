use crate::support::{account, apply, at, id, job, key, phone, recruiter, resume_content};
use zhitu_domain::id::{AccountId, ResumeId};
use zhitu_domain::resume::ResumeContent;
use zhitu_storage::Store;
use zhitu_storage::code::{CodePut, NewCode};

pub(crate) async fn an_account_is_found_by_its_number_alone(store: &Store) {
    let (mine, other) = (phone(), phone());
    assert_eq!(store.account_by_phone(&key(&mine)).await.unwrap(), None);
    let account = store.account_put(AccountId(id()), &key(&mine), &mine, at(0)).await.unwrap();
    assert_eq!(store.account_put(AccountId(id()), &key(&mine), &mine, at(1)).await.unwrap(), account);
    assert_eq!(store.account_by_phone(&key(&mine)).await.unwrap(), Some(account));
    assert_eq!(store.account_by_phone(&key(&other)).await.unwrap(), None);
    let found = store.account_get(account).await.unwrap().unwrap();
    assert_eq!((found.phone_tail.as_str(), found.created_at), (mine.tail(), at(0)));
    assert_eq!(store.account_get(AccountId(id())).await.unwrap(), None);
}

/// S-RECO-03
pub(crate) async fn an_account_is_recommended_until_it_says_no(store: &Store) {
    let (mine, other) = (account(store).await, account(store).await);
    let resume = ResumeId(id());
    store.resume_put(mine, resume, 0, &resume_content("周予安"), at(1)).await.unwrap();
    let standing = async || store.standing_of_account(mine, None).await.unwrap().unwrap().personalised;
    assert_eq!((store.personalised(mine).await.unwrap(), standing().await), (Some(true), true));
    store.personalised_set(mine, false).await.unwrap();
    assert_eq!((store.personalised(mine).await.unwrap(), standing().await), (Some(false), false));
    assert_eq!(store.personalised(other).await.unwrap(), Some(true), "the own alone");
    assert_eq!(store.personalised(AccountId(id())).await.unwrap(), None);
}

/// S-AUTH-09
pub(crate) async fn a_closed_account_is_found_by_nobody_and_its_number_is_free(store: &Store) {
    let (recruiter, company) = recruiter(store).await;
    let job = job(store, recruiter, company).await;
    let number = phone();
    let seeker = store.account_put(AccountId(id()), &key(&number), &number, at(0)).await.unwrap();
    store.resume_put(seeker, ResumeId(id()), 0, &resume_content("周予安"), at(1)).await.unwrap();
    apply(store, job, seeker).await;
    let standing = async || store.standing_of_account(seeker, Some(company)).await.unwrap().unwrap();
    assert!(!standing().await.closed && standing().await.applied);
    assert!(store.account_close(seeker, "test", at(20)).await.unwrap());
    assert!(!store.account_close(seeker, "test", at(21)).await.unwrap(), "once");
    assert!(standing().await.closed && !standing().await.applied);
    assert!(store.applications_of_account(seeker).await.unwrap().iter().all(|one| one.snapshot.is_none()));
    assert_eq!(store.account_get(seeker).await.unwrap(), None);
    let left = store.resume_get(seeker).await.unwrap().unwrap();
    assert_eq!(left.content, ResumeContent::default(), "what was written is gone");
    assert_eq!(store.account_by_phone(&key(&number)).await.unwrap(), None);
    let next = store.account_put(AccountId(id()), &key(&number), &number, at(30)).await.unwrap();
    assert_ne!(next, seeker);
}

pub(crate) async fn the_first_acceptance_of_a_policy_counts(store: &Store) {
    let account = account(store).await;
    assert_eq!(store.policy_accepted(account, "1").await.unwrap(), None);
    store.policy_accept(account, "1", at(5), at(6)).await.unwrap();
    store.policy_accept(account, "1", at(50), at(60)).await.unwrap();
    assert_eq!(store.policy_accepted(account, "1").await.unwrap(), Some(at(5)));
    assert_eq!(store.policy_accepted(account, "2").await.unwrap(), None);
}

fn code<'a>(phone_key: &'a [u8], code_hash: &'a [u8], second: i64) -> NewCode<'a> {
    NewCode {
        phone_key,
        code_hash,
        at: at(second),
        expires_at: at(second + 300),
        quiet_since: at(second - 60),
        counted_since: at(second - 86_400),
        most: 3,
    }
}

/// S-AUTH-01
pub(crate) async fn codes_are_counted_per_number(store: &Store) {
    let (mine, other) = (key(&phone()), key(&phone()));
    assert_eq!(store.code_put(&code(&mine, b"a", 0)).await.unwrap(), CodePut::Stored);
    assert_eq!(store.code_put(&code(&mine, b"b", 59)).await.unwrap(), CodePut::TooSoon { last: at(0) });
    assert_eq!(store.code_put(&code(&other, b"b", 59)).await.unwrap(), CodePut::Stored);
    assert_eq!(store.code_put(&code(&mine, b"b", 60)).await.unwrap(), CodePut::Stored);
    assert_eq!(store.code_put(&code(&mine, b"c", 120)).await.unwrap(), CodePut::Stored);
    assert_eq!(store.code_put(&code(&mine, b"d", 180)).await.unwrap(), CodePut::TooMany);
    assert_eq!(store.code_put(&code(&mine, b"d", 86_400)).await.unwrap(), CodePut::Stored);
}

/// S-AUTH-01
pub(crate) async fn a_code_has_so_many_tries_and_a_time(store: &Store) {
    let mine = key(&phone());
    assert_eq!(store.code_try(&mine, 2, at(0)).await.unwrap(), None);
    store.code_put(&code(&mine, b"a", 0)).await.unwrap();
    assert_eq!(store.code_try(&mine, 2, at(300)).await.unwrap(), None, "expired");
    assert_eq!(store.code_try(&mine, 2, at(1)).await.unwrap(), Some(b"a".to_vec()));
    assert_eq!(store.code_try(&mine, 2, at(2)).await.unwrap(), Some(b"a".to_vec()));
    assert_eq!(store.code_try(&mine, 2, at(3)).await.unwrap(), None, "out of tries");
    store.code_put(&code(&mine, b"b", 60)).await.unwrap();
    assert_eq!(store.code_try(&mine, 2, at(61)).await.unwrap(), Some(b"b".to_vec()), "a new code, new tries");
}

pub(crate) async fn a_code_that_was_not_sent_does_not_count(store: &Store) {
    let mine = key(&phone());
    store.code_put(&code(&mine, b"a", 0)).await.unwrap();
    store.code_unsent(&mine, at(0)).await.unwrap();
    assert_eq!(store.code_try(&mine, 2, at(1)).await.unwrap(), None);
    assert_eq!(store.code_put(&code(&mine, b"b", 1)).await.unwrap(), CodePut::Stored);
}

/// S-RET-01
pub(crate) async fn codes_are_kept_no_longer_than_they_count(store: &Store) {
    let (old, young) = (key(&phone()), key(&phone()));
    store.code_put(&code(&old, b"a", -90_000)).await.unwrap();
    store.code_put(&code(&young, b"b", 0)).await.unwrap();
    store.codes_prune(at(-86_400)).await.unwrap();
    assert_eq!(store.code_try(&old, 5, at(-89_999)).await.unwrap(), None);
    assert_eq!(store.code_put(&code(&old, b"c", -89_999)).await.unwrap(), CodePut::Stored);
    assert_eq!(store.code_try(&young, 5, at(1)).await.unwrap(), Some(b"b".to_vec()));
    assert_eq!(store.code_put(&code(&young, b"d", 1)).await.unwrap(), CodePut::TooSoon { last: at(0) });
}
