use crate::support::{account, at, drain, id, recruiter, resume_content};
use zhitu_domain::id::{AccountId, CompanyId, IntroductionId, LookId, ResumeId};
use zhitu_domain::introduction::{Introduced, Link};
use zhitu_domain::resume::visibility::LookKind;
use zhitu_storage::Store;
use zhitu_storage::introduction::{IntroductionPut, NewIntroduction};
use zhitu_storage::look::NewLook;
use zhitu_storage::outbox::{Body, Topic};

const DAY: i64 = 86_400;

async fn seeker(store: &Store) -> (AccountId, ResumeId) {
    let (account, resume) = (account(store).await, ResumeId(id()));
    store.resume_put(account, resume, 0, &resume_content("周予安"), at(1)).await.unwrap();
    (account, resume)
}

fn link(introduced: Introduced, max_openings: u32) -> Link {
    Link::new(IntroductionId(id()), introduced, at(0), at(DAY), max_openings).unwrap()
}

/// Stands for the hash of the token that the server makes.
fn hash(link: &Link) -> [u8; 32] {
    let mut hash = [9; 32];
    hash[..16].copy_from_slice(link.id.0.as_bytes());
    hash
}

async fn put(store: &Store, seeker: AccountId, link: &Link, label: &str, most: u32) -> IntroductionPut {
    let new = NewIntroduction { link, seeker, label, token_hash: hash(link) };
    store.introduction_put(&new, most).await.unwrap()
}

fn look(resume: ResumeId, company: Option<CompanyId>, viewer: AccountId, link: &Link) -> NewLook {
    NewLook {
        id: LookId(id()),
        resume,
        kind: LookKind::Introduced,
        company,
        viewer,
        introduction: Some(link.id),
        reason: None,
        at: at(10),
    }
}

pub(crate) async fn a_link_is_made_once_and_no_more_than_may_be(store: &Store) {
    let (seeker, _) = seeker(store).await;
    let (_, company) = recruiter(store).await;
    let first = link(Introduced::Company { company }, 3);
    assert_eq!(put(store, seeker, &first, "", 2).await, IntroductionPut::There);
    let later = Link { made_at: at(5), expires_at: at(DAY + 5), ..first.clone() };
    assert_eq!(put(store, seeker, &later, "", 2).await, IntroductionPut::There, "a repeat");
    let person = link(Introduced::Person { account: None }, 1);
    assert_eq!(put(store, seeker, &person, "王老师", 2).await, IntroductionPut::There);

    for other in [
        Link { max_openings: 4, ..first.clone() },
        Link { introduced: Introduced::Person { account: None }, ..first.clone() },
        Link { expires_at: at(2 * DAY), ..first.clone() },
    ] {
        assert_eq!(put(store, seeker, &other, "", 2).await, IntroductionPut::OtherLink, "{other:?}");
    }
    assert_eq!(put(store, seeker, &first, "别名", 2).await, IntroductionPut::OtherLink);
    let another = account(store).await;
    assert_eq!(put(store, another, &first, "", 2).await, IntroductionPut::OtherLink, "another's key");

    let third = link(Introduced::Person { account: None }, 1);
    assert_eq!(put(store, seeker, &third, "三", 2).await, IntroductionPut::TooMany);
    store.introduction_revoke(first.id, at(6)).await.unwrap();
    assert_eq!(
        put(store, seeker, &third, "三", 2).await,
        IntroductionPut::There,
        "what is over does not count"
    );

    let all = store.introductions_of(seeker).await.unwrap();
    assert_eq!(all.iter().map(|one| one.link.id).collect::<Vec<_>>(), [third.id, person.id, first.id]);
    assert_eq!(
        (all[2].company.as_ref().map(|named| named.id), all[1].company.clone()),
        (Some(company), None)
    );
    assert_eq!(all[1].label, "王老师");
    assert_eq!(store.introduction_get(person.id, seeker).await.unwrap().as_ref(), Some(&all[1]));
    assert_eq!(store.introduction_get(person.id, another).await.unwrap(), None, "its maker alone");
    assert_eq!(store.introduction_by_token(&hash(&person)).await.unwrap().as_ref(), Some(&all[1]));
    assert_eq!(store.introduction_by_token(&[0; 32]).await.unwrap(), None);
}

/// I4: no opening without its look, and no look without its opening.
pub(crate) async fn an_opening_is_counted_with_its_look_or_not_at_all(store: &Store) {
    let (seeker, resume) = seeker(store).await;
    let (viewer, company) = recruiter(store).await;
    let made = link(Introduced::Person { account: None }, 2);
    put(store, seeker, &made, "王老师", 9).await;
    drain(store, Topic::Live).await;

    let once = Link { openings: 1, introduced: Introduced::Person { account: Some(viewer) }, ..made.clone() };
    let first = look(resume, Some(company), viewer, &made);
    assert!(store.introduction_open(&made, &once, &first).await.unwrap());
    let slower = look(resume, None, account(store).await, &made);
    assert!(!store.introduction_open(&made, &once, &slower).await.unwrap(), "it stands elsewhere now");
    let there = store.introduction_by_token(&hash(&made)).await.unwrap().unwrap();
    assert_eq!(there.link, once);
    let twice = Link { openings: 2, ..once.clone() };
    assert!(
        store.introduction_open(&once, &twice, &look(resume, Some(company), viewer, &made)).await.unwrap()
    );

    let looks = store.looks_of(seeker, None, 10).await.unwrap();
    assert_eq!(looks.len(), 2);
    assert_eq!((looks[1].id, looks[1].introduction.as_deref()), (first.id, Some("王老师")));
    assert_eq!(looks[1].company.as_ref().map(|company| company.id), Some(company));
    let told = drain(store, Topic::Live).await;
    assert_eq!(told.len(), 2);
    assert_eq!(told[0], Body::Look { look: first.id, seeker });
    let nobody = look(ResumeId(id()), None, viewer, &made);
    assert!(!store.introduction_open(&twice, &made, &nobody).await.unwrap());
}

pub(crate) async fn a_revoked_link_is_not_opened_from_where_it_was_seen(store: &Store) {
    let (seeker, resume) = seeker(store).await;
    let (viewer, company) = recruiter(store).await;
    let made = link(Introduced::Company { company }, 2);
    put(store, seeker, &made, "", 9).await;
    store.introduction_revoke(made.id, at(3)).await.unwrap();
    store.introduction_revoke(made.id, at(4)).await.unwrap();
    let to = Link { openings: 1, ..made.clone() };
    assert!(!store.introduction_open(&made, &to, &look(resume, Some(company), viewer, &made)).await.unwrap());
    let there = store.introduction_get(made.id, seeker).await.unwrap().unwrap().link;
    assert_eq!((there.openings, there.revoked_at), (0, Some(at(3))), "the first time counts");
    assert_eq!(store.looks_of(seeker, None, 10).await.unwrap(), []);
}
