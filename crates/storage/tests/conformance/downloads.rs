use crate::support::{account, apply, at, drain, id, job, recruiter, resume_content};
use zhitu_domain::application::Stage;
use zhitu_domain::id::{CompanyId, DownloadId, LookId, ResumeId};
use zhitu_domain::mark::MarkNumber;
use zhitu_domain::resume::visibility::LookKind;
use zhitu_storage::Store;
use zhitu_storage::download::{DownloadOf, DownloadPut, NewDownload};
use zhitu_storage::outbox::{Body, Topic};

/// A number that nobody else in this process has.
fn number() -> MarkNumber {
    let [_, count @ .., _, _, _, _, _, _, _, _, _, _] = id().into_bytes();
    MarkNumber::from_random(count)
}

/// I4, S-VIS-10: one look a download, however often it is asked for, told once.
pub(crate) async fn a_download_and_its_look_are_one(store: &Store) {
    let (seeker, resume) = (account(store).await, ResumeId(id()));
    store.resume_put(seeker, resume, 0, &resume_content("周予安"), at(1)).await.unwrap();
    let (recruiter, company) = recruiter(store).await;
    let job = job(store, recruiter, company).await;
    let application = apply(store, job, seeker).await;
    drain(store, Topic::Live).await;
    let new = |of, second| NewDownload {
        id: DownloadId(id()),
        of,
        company: Some(company),
        viewer: recruiter,
        look: LookId(id()),
        mark: number(),
        at: at(second),
    };
    let first = new(DownloadOf::Resume(resume), 50);
    let DownloadPut::Stored(stored) = store.download_put(&first).await.unwrap() else { panic!("not stored") };
    assert_eq!((stored.mark, stored.at, stored.resume), (first.mark, at(50), Some(resume)));
    assert_eq!((stored.account, stored.viewer, stored.application), (seeker, recruiter, None));
    assert_eq!(stored.company.as_ref().map(|company| company.0), Some(company));
    assert_eq!(stored.recruiter, Some(("林一".to_owned(), "招聘".to_owned())));

    let again = NewDownload { look: LookId(id()), mark: number(), at: at(60), ..first };
    assert_eq!(store.download_put(&again).await.unwrap(), DownloadPut::Stored(stored.clone()));
    let other = NewDownload { of: DownloadOf::Application(application), ..again };
    assert_eq!(store.download_put(&other).await.unwrap(), DownloadPut::OtherDownload);
    let rival = NewDownload { company: None, ..again };
    assert_eq!(store.download_put(&rival).await.unwrap(), DownloadPut::OtherDownload);
    let taken = NewDownload { mark: first.mark, ..new(DownloadOf::Resume(resume), 61) };
    assert_eq!(store.download_put(&taken).await.unwrap(), DownloadPut::MarkTaken);
    let nowhere = new(DownloadOf::Resume(ResumeId(id())), 62);
    assert_eq!(store.download_put(&nowhere).await.unwrap(), DownloadPut::NotThere);

    let sent = new(DownloadOf::Application(application), 70);
    let DownloadPut::Stored(of_snapshot) = store.download_put(&sent).await.unwrap() else {
        panic!("not stored")
    };
    assert_eq!(of_snapshot.application, Some(application));
    assert_eq!(store.application_get(application).await.unwrap().unwrap().stage, Stage::Viewed);
    let foreign =
        NewDownload { company: Some(CompanyId(id())), ..new(DownloadOf::Application(application), 71) };
    assert_eq!(store.download_put(&foreign).await.unwrap(), DownloadPut::NotThere);

    let told = drain(store, Topic::Live).await;
    let looks = told.iter().filter(|body| matches!(body, Body::Look { .. })).count();
    let listed = store.looks_of(seeker, None, 10).await.unwrap();
    assert_eq!((looks, listed.len()), (2, 2));
    assert!(listed.iter().all(|look| look.kind == LookKind::Downloaded));
    assert_eq!(listed[0].job.as_deref(), Some("后端工程师"));

    let mut marks = store.download_marks().await.unwrap();
    marks.retain(|mark| [first.mark, sent.mark, taken.mark].contains(mark));
    assert_eq!(marks.len(), 2);
    assert_eq!(store.download_of_mark(first.mark).await.unwrap(), Some(stored));
    assert_eq!(store.download_of_mark(number()).await.unwrap(), None);

    assert!(store.application_withdraw(application, seeker, at(80)).await.unwrap());
    let late = new(DownloadOf::Application(application), 81);
    assert_eq!(store.download_put(&late).await.unwrap(), DownloadPut::NotThere);
}

/// The same request twice at once: one download, one look.
pub(crate) async fn two_downloads_under_one_key_are_one(store: &Store) {
    let (seeker, resume) = (account(store).await, ResumeId(id()));
    store.resume_put(seeker, resume, 0, &resume_content("周予安"), at(1)).await.unwrap();
    let (recruiter, company) = recruiter(store).await;
    let key = DownloadId(id());
    let put = async || {
        let new = NewDownload {
            id: key,
            of: DownloadOf::Resume(resume),
            company: Some(company),
            viewer: recruiter,
            look: LookId(id()),
            mark: number(),
            at: at(50),
        };
        store.download_put(&new).await.unwrap()
    };
    let (left, right) = tokio::join!(put(), put());
    assert!(matches!(left, DownloadPut::Stored(_)), "{left:?}");
    assert_eq!(left, right);
    assert_eq!(store.looks_of(seeker, None, 10).await.unwrap().len(), 1);
}
