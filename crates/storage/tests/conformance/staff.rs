//! The staff's second factor, and their audit log.

use crate::support::{account, at, id, key, phone};
use std::sync::atomic::{AtomicU64, Ordering};
use zhitu_domain::id::{AccountId, SessionId};
use zhitu_domain::staff::audit::{AuditCheck, AuditHead};
use zhitu_storage::Store;
use zhitu_storage::audit::NewAudit;
use zhitu_storage::session::{NewToken, SignIn};
use zhitu_storage::staff::{FactorTry, NewFactor, Proof, Tries};

/// Somebody of the staff, with a session.
async fn staff(store: &Store) -> (AccountId, SessionId) {
    let phone = phone();
    let account = store.account_put(AccountId(id()), &key(&phone), &phone, at(0)).await.unwrap();
    let session = SessionId(id());
    let code = zhitu_storage::code::NewCode {
        phone_key: &key(&phone),
        code_hash: b"code",
        at: at(0),
        expires_at: at(300),
        quiet_since: at(-60),
        counted_since: at(-86_400),
        most: 10,
    };
    store.code_put(&code).await.unwrap();
    let token = |hash| NewToken { hash, expires_at: at(900) };
    let (access, refresh) = (id(), id());
    store
        .sign_in(&SignIn {
            phone_key: &key(&phone),
            phone: &phone,
            code_hash: b"code",
            account: AccountId(id()),
            session,
            device: "测试机",
            access: token(access.as_bytes()),
            refresh: token(refresh.as_bytes()),
            policy_version: "1",
            policy_accepted_at: at(0),
            at: at(0),
        })
        .await
        .unwrap();
    store.staff_set(account, true, "test", at(1)).await.unwrap();
    (account, session)
}

fn factor<'a>(account: AccountId, sealed: &'a [u8], recovery: &'a [[u8; 32]]) -> NewFactor<'a> {
    NewFactor { account, sealed, recovery, operator: "test", at: at(2) }
}

pub(crate) async fn a_second_factor_is_shown_once_a_code_and_ends_with_the_staff(store: &Store) {
    let (account, session) = staff(store).await;
    let until = async || store.staff_session_until(account, session).await.unwrap();
    assert!(!store.staff_has_factor(account).await.unwrap());
    store.staff_factor_put(factor(account, b"sealed", &[[1; 32], [2; 32]])).await.unwrap();
    assert!(store.staff_has_factor(account).await.unwrap());
    assert_eq!(until().await, None);
    let show =
        async |proof, seconds| store.staff_factor_use(account, proof, session, at(seconds)).await.unwrap();
    assert!(show(Proof::Step(40), 100).await);
    assert_eq!(until().await, Some(at(100)));
    for used in [40, 39] {
        assert!(!show(Proof::Step(used), 200).await);
    }
    assert!(show(Proof::Step(41), 200).await);
    assert!(show(Proof::Recovery(&[1; 32]), 300).await);
    assert!(!show(Proof::Recovery(&[1; 32]), 400).await, "used");
    assert!(!show(Proof::Recovery(&[9; 32]), 400).await);
    assert_eq!(until().await, Some(at(300)));
    let other = staff(store).await;
    assert_eq!(store.staff_session_until(other.0, session).await.unwrap(), None, "another's session");

    store.staff_factor_put(factor(account, b"new", &[])).await.unwrap();
    assert_eq!(until().await, None, "what was shown with the old one");
    assert!(!show(Proof::Recovery(&[2; 32]), 400).await, "of the old one");
    assert!(show(Proof::Step(1), 400).await, "the new one's steps begin anew");
    store.staff_set(account, false, "test", at(3)).await.unwrap();
    assert!(!store.staff_has_factor(account).await.unwrap());
    assert_eq!(until().await, None);
    store.staff_set(account, true, "test", at(4)).await.unwrap();
    store.staff_factor_put(factor(account, b"newest", &[])).await.unwrap();
    assert_eq!(until().await, None, "taken in again, the session shows the new one first");
}

pub(crate) async fn wrong_codes_lock_a_second_factor_for_a_while(store: &Store) {
    let (account, session) = staff(store).await;
    let attempt = async |now: i64| {
        let tries = Tries { most: 3, locked_until: at(now + 100), now: at(now) };
        store.staff_factor_try(account, tries).await.unwrap()
    };
    assert_eq!(attempt(1).await, FactorTry::Missing);
    store.staff_factor_put(factor(account, b"sealed", &[])).await.unwrap();
    let counted = FactorTry::Counted { sealed: b"sealed".to_vec() };
    for now in [10, 11, 12] {
        assert_eq!(attempt(now).await, counted);
    }
    assert_eq!(attempt(13).await, FactorTry::Locked { until: at(112) });
    assert_eq!(attempt(111).await, FactorTry::Locked { until: at(112) });
    for now in [112, 113] {
        assert_eq!(attempt(now).await, counted);
    }
    assert!(store.staff_factor_use(account, Proof::Step(5), session, at(900)).await.unwrap());
    for now in [114, 115, 116] {
        assert_eq!(attempt(now).await, counted, "what was right began the count anew");
    }
    assert_eq!(attempt(117).await, FactorTry::Locked { until: at(216) });
}

pub(crate) async fn many_entries_at_once_are_one_chain(store: &Store) {
    let account = account(store).await;
    let start = store.audit_head().await.unwrap();
    let seal = |text: &str| format!("<{}>", text.len());
    let made = AtomicU64::new(0);
    let add = async || {
        let body = format!("entry {}", made.fetch_add(1, Ordering::Relaxed));
        store.audit_add(NewAudit { at: at(1), account, body: &body, seal: &seal }).await.unwrap()
    };
    let mut numbers: Vec<u64> = <[u64; 5]>::from(tokio::join!(add(), add(), add(), add(), add())).to_vec();
    numbers.sort_unstable();
    assert_eq!(numbers, (start.seq + 1..=start.seq + 5).collect::<Vec<_>>());
    let head = store.audit_head().await.unwrap();
    let entries = store.audit_list(start.seq, 100).await.unwrap();
    assert_eq!(store.audit_list(start.seq, 2).await.unwrap(), entries[..2]);
    let last = entries.last().unwrap();
    assert_eq!(head, AuditHead { seq: last.seq, seal: last.seal.clone() });
    let mut check = AuditCheck::default();
    for entry in store.audit_list(0, 1_000).await.unwrap() {
        check.entry(&entry, seal).unwrap();
    }
    check.end(&head).unwrap();
}
