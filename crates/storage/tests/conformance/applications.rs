use crate::jobs::{applied, assert_counts};
use crate::support::{account, apply, at, drain, id, job, recruiter, resume_content};
use zhitu_domain::application::Stage;
use zhitu_domain::id::{ApplicationId, CompanyId, LookId};
use zhitu_domain::resume::snapshot;
use zhitu_storage::Store;
use zhitu_storage::application::{ApplicationPut, NewApplication, View};
use zhitu_storage::outbox::{Body, Topic};

pub(crate) async fn applying_twice_is_one_application(store: &Store) {
    drain(store, Topic::Live).await;
    let (_, company, job, seeker, first) = applied(store).await;
    let snapshot = snapshot(&resume_content("别人"));
    let new = |id| NewApplication {
        id,
        job,
        account: seeker,
        snapshot: &snapshot,
        attachment: None,
        resume_version: 2,
        despite_block: false,
        at: at(20),
    };
    let again = new(ApplicationId(id()));
    assert_eq!(store.application_put(&again).await.unwrap(), ApplicationPut::There { id: first });
    let found = store.application_of_job(job, seeker).await.unwrap().unwrap();
    assert_eq!((found.id, found.resume_version, found.stage), (first, 1, Stage::Submitted));
    assert_eq!(found.snapshot.unwrap().content.basic.name, "周予安");
    assert_eq!(store.applications_of_account(seeker).await.unwrap().len(), 1);
    assert_eq!(store.applications_of_job(job, company).await.unwrap().len(), 1);
    assert_eq!(store.applications_of_job(job, CompanyId(id())).await.unwrap().len(), 0);
    assert_counts(store, company, 1, 1).await;
    let told = Body::Application { application: first, stage: Stage::Submitted, seeker, company };
    assert_eq!(drain(store, Topic::Live).await, [told]);

    let other = account(store).await;
    let (left, right) = (new(ApplicationId(id())), new(ApplicationId(id())));
    let (left, right) =
        (NewApplication { account: other, ..left }, NewApplication { account: other, ..right });
    let (left, right) = tokio::join!(store.application_put(&left), store.application_put(&right));
    let sent = [left.unwrap(), right.unwrap()];
    assert_eq!(sent.iter().filter(|outcome| matches!(outcome, ApplicationPut::Sent { .. })).count(), 1);
}

pub(crate) async fn a_closed_job_takes_no_application(store: &Store) {
    let (poster, company) = recruiter(store).await;
    let job = job(store, poster, company).await;
    let before = account(store).await;
    let application = apply(store, job, before).await;
    store.job_close(job, company, at(11)).await.unwrap();
    let snapshot = snapshot(&resume_content("周予安"));
    let new = |account| NewApplication {
        id: ApplicationId(id()),
        job,
        account,
        snapshot: &snapshot,
        attachment: None,
        resume_version: 1,
        despite_block: false,
        at: at(12),
    };
    let late = account(store).await;
    assert_eq!(store.application_put(&new(late)).await.unwrap(), ApplicationPut::JobClosed);
    assert_eq!(store.application_of_job(job, late).await.unwrap(), None);
    assert_eq!(store.application_put(&new(before)).await.unwrap(), ApplicationPut::There { id: application });
    store.application_withdraw(application, before, at(13)).await.unwrap();
    assert_eq!(store.application_put(&new(before)).await.unwrap(), ApplicationPut::JobClosed);
}

pub(crate) async fn withdrawing_deletes_the_snapshot(store: &Store) {
    let (poster, company, job, seeker, application) = applied(store).await;
    assert!(!store.application_withdraw(application, poster, at(11)).await.unwrap());
    drain(store, Topic::Live).await;
    assert!(store.application_withdraw(application, seeker, at(11)).await.unwrap());
    assert!(store.application_withdraw(application, seeker, at(12)).await.unwrap());
    let found = store.application_get(application).await.unwrap().unwrap();
    assert_eq!((found.stage, found.snapshot, found.stage_at), (Stage::Withdrawn, None, at(11)));
    assert_eq!(store.applications_of_job(job, company).await.unwrap(), []);
    assert!(!store.application_open(application, company, poster, LookId(id()), at(13)).await.unwrap());
    assert_eq!(store.application_views(application).await.unwrap(), []);
    assert_counts(store, company, 0, 0).await;
    assert_eq!(drain(store, Topic::Live).await.len(), 1);

    let again = apply(store, job, seeker).await;
    assert_eq!(again, application, "sent anew under the same key");
    let found = store.application_get(application).await.unwrap().unwrap();
    assert!(found.stage == Stage::Submitted && found.snapshot.is_some() && found.first_viewed_at.is_none());
}

/// I4
pub(crate) async fn opening_is_logged_and_moves_a_new_one_on(store: &Store) {
    let (poster, company, _, seeker, application) = applied(store).await;
    drain(store, Topic::Live).await;
    assert!(
        !store.application_open(application, CompanyId(id()), poster, LookId(id()), at(20)).await.unwrap()
    );
    let looks = [LookId(id()), LookId(id())];
    for (look, second) in looks.into_iter().zip(21..) {
        assert!(store.application_open(application, company, poster, look, at(second)).await.unwrap());
    }
    let found = store.application_get(application).await.unwrap().unwrap();
    assert_eq!((found.stage, found.stage_at, found.first_viewed_at), (Stage::Viewed, at(21), Some(at(21))));
    let view = |second| View { viewer: poster, at: at(second) };
    assert_eq!(store.application_views(application).await.unwrap(), [view(22), view(21)]);
    let told = Body::Application { application, stage: Stage::Viewed, seeker, company };
    let [first, second] = looks.map(|look| Body::Look { look, seeker });
    assert_eq!(drain(store, Topic::Live).await, [told, first, second], "moving on is told once");
    assert_counts(store, company, 1, 0).await;
}

pub(crate) async fn a_stage_moves_only_from_where_it_was_seen(store: &Store) {
    let (_, company, _, seeker, application) = applied(store).await;
    drain(store, Topic::Live).await;
    let set = async |company, from, to| {
        store.application_stage_set(application, company, from, to, at(30)).await.unwrap()
    };
    assert!(!set(CompanyId(id()), Stage::Submitted, Stage::Talking).await);
    assert!(!set(company, Stage::Viewed, Stage::Talking).await);
    assert!(set(company, Stage::Submitted, Stage::Talking).await);
    assert!(!set(company, Stage::Submitted, Stage::Offer).await);
    let found = store.application_get(application).await.unwrap().unwrap();
    assert_eq!((found.stage, found.stage_at), (Stage::Talking, at(30)));
    let told = Body::Application { application, stage: Stage::Talking, seeker, company };
    assert_eq!(drain(store, Topic::Live).await, [told]);
}
