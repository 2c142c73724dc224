use super::resume::set;
use super::{COMPANY, LIMIT, SEEKER_NAME, refusal};
use serde_json::json;
use zhitu_contract::ErrorCode;
use zhitu_contract::applications::{ApplicationRef, ApplyRequest};
use zhitu_contract::device::Nothing;
use zhitu_contract::jobs::JobRef;
use zhitu_contract::recruiting::ApplicantStageSet;
use zhitu_core::Core;
use zhitu_domain::application::Stage;
use zhitu_domain::contact::ContactItems;
use zhitu_domain::id::{ApplicationId, JobId};
use zhitu_domain::resume::Missing;
use zhitu_tests::wait::until_async;

/// An incomplete résumé does not go, and what is missing has names (S-RES-07).
pub async fn is_refused_for_what_is_missing(seeker: &Core, job: JobId) {
    let preview = seeker.application_preview(JobRef { job }).await.unwrap();
    let missing = [Missing::Position, Missing::Places, Missing::Education, Missing::Experience];
    assert_eq!(preview.missing, missing);
    let apply = ApplyRequest {
        job,
        resume_version: preview.resume_version,
        despite_block: false,
        form_contact: ContactItems::new(),
        attachment: None,
        attachment_contact: ContactItems::new(),
    };
    let refused = seeker.application_submit(apply.clone()).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::ResumeIncomplete);
    assert_eq!(refused.detail, Some(json!({ "missing": missing })));
}

/// What goes is what was shown, byte by byte; sending it twice is one application (S-APP-02).
pub async fn sends_what_was_shown_once(seeker: &Core, recruiter: &Core, job: JobId) -> ApplicationId {
    let preview = seeker.application_preview(JobRef { job }).await.unwrap();
    assert_eq!((preview.company.as_str(), &preview.missing[..]), (COMPANY, &[][..]));
    assert_eq!(preview.snapshot.content.basic.name, SEEKER_NAME);

    let stale = ApplyRequest {
        job,
        resume_version: preview.resume_version - 1,
        despite_block: false,
        form_contact: ContactItems::new(),
        attachment: None,
        attachment_contact: ContactItems::new(),
    };
    let refused = seeker.application_submit(stale).await;
    assert_eq!(refusal(refused), ErrorCode::ResumeConflict);
    let apply = ApplyRequest {
        job,
        resume_version: preview.resume_version,
        despite_block: false,
        form_contact: ContactItems::new(),
        attachment: None,
        attachment_contact: ContactItems::new(),
    };
    let sent = seeker.application_submit(apply.clone()).await.unwrap();
    let again = seeker.application_submit(apply).await.unwrap();
    assert_eq!((again.id, again.applied_at), (sent.id, sent.applied_at));
    assert_eq!(seeker.applications_list(Nothing {}).await.unwrap().len(), 1);
    assert_eq!(seeker.job_show(JobRef { job }).await.unwrap().job.my_application, Some(sent.id));

    // What is written afterwards is not sent with it.
    set(seeker, "self_assessment", json!("投递之后才写的一句")).await;
    let opened = recruiter.applicant_open(ApplicationRef { application: sent.id }).await.unwrap();
    let (shown, got) =
        (serde_json::to_string(&preview.snapshot).unwrap(), serde_json::to_string(&opened.snapshot).unwrap());
    assert_eq!(shown, got);
    sent.id
}

/// The company moves it on, and the sender sees where it stands and that it was opened (S-VIS-10).
pub async fn goes_through_the_stages(
    seeker: &Core,
    recruiter: &Core,
    job: JobId,
    application: ApplicationId,
) {
    let cards = recruiter.applicants_list(JobRef { job }).await.unwrap();
    assert_eq!(
        cards.iter().map(|card| (card.application, card.stage)).collect::<Vec<_>>(),
        [(application, Stage::Viewed)]
    );
    assert_eq!(cards[0].name, SEEKER_NAME);
    let mine = seeker.applications_list(Nothing {}).await.unwrap();
    assert_eq!(mine[0].stage, Stage::Viewed);
    assert!(mine[0].first_viewed_at.is_some());

    for stage in [Stage::Talking, Stage::Interview] {
        let card = recruiter.applicant_stage_set(ApplicantStageSet { application, stage }).await.unwrap();
        assert_eq!(card.stage, stage);
        assert_eq!(seeker.applications_list(Nothing {}).await.unwrap()[0].stage, stage);
    }
    for stage in [Stage::Withdrawn, Stage::Submitted] {
        let refused = recruiter.applicant_stage_set(ApplicantStageSet { application, stage }).await;
        assert_eq!(refusal(refused), ErrorCode::StageNotAllowed);
    }
}

/// Withdrawing hides the snapshot at once.
pub async fn hides_what_is_withdrawn(
    seeker: &Core,
    recruiter: &Core,
    job: JobId,
    application: ApplicationId,
) {
    let taken_back = seeker.application_withdraw(ApplicationRef { application }).await.unwrap();
    assert_eq!(taken_back.stage, Stage::Withdrawn);
    let opened = recruiter.applicant_open(ApplicationRef { application }).await;
    assert_eq!(refusal(opened), ErrorCode::ApplicationWithdrawn);
    assert_eq!(recruiter.applicants_list(JobRef { job }).await.unwrap(), []);
    let stage = ApplicantStageSet { application, stage: Stage::Offer };
    let moved = refusal(recruiter.applicant_stage_set(stage).await);
    assert!(matches!(moved, ErrorCode::ApplicationWithdrawn | ErrorCode::StageNotAllowed), "{moved:?}");
    until_async("the posting to be open to a new application", LIMIT, async || {
        Ok(seeker.job_show(JobRef { job }).await?.job.my_application.is_none().then_some(()))
    })
    .await
    .unwrap();
}
