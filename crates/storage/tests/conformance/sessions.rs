use crate::support::{at, drain, id, key, phone};
use zhitu_domain::account::PhoneNumber;
use zhitu_domain::id::{AccountId, SessionId};
use zhitu_storage::Store;
use zhitu_storage::code::NewCode;
use zhitu_storage::outbox::{Body, Topic};
use zhitu_storage::session::{NewToken, Rotation, SignIn, SignedIn};

async fn code(store: &Store, phone: &PhoneNumber, second: i64) {
    let phone_key = key(phone);
    let new = NewCode {
        phone_key: &phone_key,
        code_hash: b"right",
        at: at(second),
        expires_at: at(second + 300),
        quiet_since: at(second),
        counted_since: at(second),
        most: 1,
    };
    store.code_put(&new).await.unwrap();
}

async fn sign_in(store: &Store, phone: &PhoneNumber, session: SessionId, second: i64) -> SignedIn {
    let (phone_key, access, refresh) = (key(phone), hash(session, b"a"), hash(session, b"r"));
    store
        .sign_in(&SignIn {
            phone_key: &phone_key,
            phone,
            code_hash: b"right",
            account: AccountId(id()),
            session,
            device: "测试机",
            access: NewToken { hash: &access, expires_at: at(second + 900) },
            refresh: NewToken { hash: &refresh, expires_at: at(second + 9_000) },
            policy_version: "1",
            policy_accepted_at: at(second - 1),
            at: at(second),
        })
        .await
        .unwrap()
}

fn hash(session: SessionId, kind: &[u8]) -> Vec<u8> {
    [session.0.as_bytes().as_slice(), kind].concat()
}

async fn signed_in(store: &Store, second: i64) -> (AccountId, SessionId) {
    let (phone, session) = (phone(), SessionId(id()));
    code(store, &phone, second).await;
    match sign_in(store, &phone, session, second).await {
        SignedIn::Done { account, .. } => (account, session),
        SignedIn::CodeGone => panic!("the code was there"),
    }
}

/// S-AUTH-02
pub(crate) async fn signing_in_makes_the_account_once_and_uses_the_code_up(store: &Store) {
    let phone = phone();
    assert_eq!(sign_in(store, &phone, SessionId(id()), 0).await, SignedIn::CodeGone);
    assert_eq!(store.account_by_phone(&key(&phone)).await.unwrap(), None, "S-AUTH-01: no code, no account");
    code(store, &phone, 0).await;
    let first = SessionId(id());
    let SignedIn::Done { account, created: true } = sign_in(store, &phone, first, 1).await else { panic!() };
    assert_eq!(sign_in(store, &phone, SessionId(id()), 2).await, SignedIn::CodeGone);
    assert_eq!(store.policy_accepted(account, "1").await.unwrap(), Some(at(0)));
    code(store, &phone, 400).await;
    let second = SessionId(id());
    assert_eq!(sign_in(store, &phone, second, 401).await, SignedIn::Done { account, created: false });

    let active = store.session_by_access(&hash(first, b"a"), at(2)).await.unwrap().unwrap();
    assert_eq!((active.session, active.account, active.last_used_at), (first, account, at(1)));
    assert_eq!(store.session_by_access(&hash(first, b"a"), at(901)).await.unwrap(), None, "expired");
    assert_eq!(
        store.session_by_access(&hash(first, b"r"), at(2)).await.unwrap(),
        None,
        "not an access token"
    );
    store.session_touch(first, at(500)).await.unwrap();
    let listed = store.sessions_list(account, at(0)).await.unwrap();
    assert_eq!(listed.iter().map(|session| session.id).collect::<Vec<_>>(), [first, second]);
    assert_eq!(store.sessions_list(account, at(450)).await.unwrap().len(), 1);
}

pub(crate) async fn two_with_one_code_are_one(store: &Store) {
    let phone = phone();
    code(store, &phone, 0).await;
    let (left, right) =
        tokio::join!(sign_in(store, &phone, SessionId(id()), 1), sign_in(store, &phone, SessionId(id()), 1));
    assert_eq!([left, right].iter().filter(|outcome| **outcome == SignedIn::CodeGone).count(), 1);
}

pub(crate) async fn a_refresh_token_used_twice_ends_its_session(store: &Store) {
    drain(store, Topic::Live).await;
    let (account, session) = signed_in(store, 0).await;
    let first = hash(session, b"r");
    let rotate = async |used: &[u8], name: &[u8], second: i64| {
        let (access, refresh) =
            (hash(session, &[name, b"a"].concat()), hash(session, &[name, b"r"].concat()));
        store
            .session_rotate(
                used,
                NewToken { hash: &access, expires_at: at(second + 900) },
                NewToken { hash: &refresh, expires_at: at(second + 9_000) },
                at(second),
            )
            .await
            .unwrap()
    };
    assert_eq!(rotate(b"nonsense", b"0", 1).await, Rotation::Unknown);
    assert_eq!(rotate(&hash(session, b"a"), b"0", 1).await, Rotation::Unknown, "an access token is none");
    assert_eq!(rotate(&first, b"1", 1_000).await, Rotation::Rotated { session, account });
    assert!(store.session_by_access(&hash(session, b"1a"), at(1_001)).await.unwrap().is_some());
    assert_eq!(rotate(&hash(session, b"1r"), b"2", 99_999).await, Rotation::Unknown, "expired");
    assert_eq!(rotate(&first, b"3", 1_002).await, Rotation::Reused { session });
    assert_eq!(store.session_by_access(&hash(session, b"1a"), at(1_003)).await.unwrap(), None);
    assert_eq!(rotate(&hash(session, b"1r"), b"4", 1_004).await, Rotation::Ended, "the family is revoked");
    assert_eq!(drain(store, Topic::Live).await, [Body::SessionEnded { session }]);
}

pub(crate) async fn a_session_is_ended_by_its_owner_alone(store: &Store) {
    let (account, session) = signed_in(store, 0).await;
    let (other, _) = signed_in(store, 0).await;
    assert!(!store.session_end(other, session, at(1)).await.unwrap());
    assert!(store.session_by_access(&hash(session, b"a"), at(1)).await.unwrap().is_some());
    assert!(store.session_end(account, session, at(2)).await.unwrap());
    assert!(!store.session_end(account, session, at(3)).await.unwrap());
    assert_eq!(store.session_by_access(&hash(session, b"a"), at(3)).await.unwrap(), None);
    assert_eq!(store.sessions_list(account, at(-1)).await.unwrap(), []);
}

pub(crate) async fn old_sessions_are_deleted(store: &Store) {
    let (account, session) = signed_in(store, -900_000).await;
    let (_, young) = signed_in(store, 0).await;
    assert!(store.sessions_prune(at(-800_000)).await.unwrap() >= 1);
    assert_eq!(store.sessions_list(account, at(-1_000_000)).await.unwrap(), []);
    assert_eq!(store.session_by_access(&hash(session, b"a"), at(-899_999)).await.unwrap(), None);
    assert!(store.session_by_access(&hash(young, b"a"), at(1)).await.unwrap().is_some());
}
