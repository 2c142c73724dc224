use crate::support::{account, at, id, resume_content};
use zhitu_domain::id::ResumeId;
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_storage::Store;
use zhitu_storage::resume::ResumePut;

pub(crate) async fn a_resume_is_saved_on_top_of_the_version_seen(store: &Store) {
    let account = account(store).await;
    assert_eq!(store.resume_get(account).await.unwrap(), None);
    let resume = ResumeId(id());
    let (first, second) = (resume_content("周予安"), resume_content("周予宁"));
    let put = async |base, content, second| {
        store.resume_put(account, resume, base, content, at(second)).await.unwrap()
    };
    assert_eq!(put(3, &first, 0).await, ResumePut::Conflict { version: 0 });
    assert_eq!(put(0, &first, 1).await, ResumePut::Saved { version: 1 });
    assert_eq!(put(0, &second, 2).await, ResumePut::Conflict { version: 1 });
    assert_eq!(put(1, &second, 3).await, ResumePut::Saved { version: 2 });
    assert_eq!(put(1, &first, 4).await, ResumePut::Conflict { version: 2 });
    let found = store.resume_get(account).await.unwrap().unwrap();
    assert_eq!(found.id, resume);
    assert_eq!((found.version, found.content, found.updated_at), (2, second.clone(), at(3)));
    assert_eq!(found.visibility, VisibilitySetting::Private, "D9");
    let (left, right) = tokio::join!(put(2, &first, 5), put(2, &first, 5));
    let saved = [left, right].iter().filter(|outcome| matches!(outcome, ResumePut::Saved { .. })).count();
    assert_eq!(saved, 1);
}
