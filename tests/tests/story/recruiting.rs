use super::{COMPANY, LIMIT, refusal};
use std::time::Instant;
use zhitu_contract::ErrorCode;
use zhitu_contract::applications::{ApplicationRef, ApplyRequest};
use zhitu_contract::chat::ConversationOpen;
use zhitu_contract::device::Nothing;
use zhitu_contract::jobs::{JobRef, JobsSearchRequest};
use zhitu_contract::recruiting::{ApplicantStageSet, CompanyJobSave, RecruiterRegisterRequest};
use zhitu_core::Core;
use zhitu_domain::application::Stage;
use zhitu_domain::contact::ContactItems;
use zhitu_domain::id::{ApplicationId, JobId};
use zhitu_domain::job::{JobContent, JobState};
use zhitu_domain::recruiter::CompanySize;
use zhitu_tests::market::{key, posting};
use zhitu_tests::wait::until_async;

const TITLE: &str = "造纸工艺数据分析师";

fn content() -> JobContent {
    serde_json::from_value(posting(TITLE)["content"].clone()).unwrap()
}

/// Every command of the recruiting side but registering refuses (S-REC-04).
pub async fn stays_closed(core: &Core) {
    let (job, application) = (JobId(key()), ApplicationId(key()));
    let answers = [
        core.company_jobs_list(Nothing {}).await.map(drop),
        core.company_job_save(CompanyJobSave { job: None, content: content() }).await.map(drop),
        core.company_job_close(JobRef { job }).await.map(drop),
        core.applicants_list(JobRef { job }).await.map(drop),
        core.applicant_open(ApplicationRef { application }).await.map(drop),
        core.applicant_stage_set(ApplicantStageSet { application, stage: Stage::Talking }).await.map(drop),
        core.conversation_open(ConversationOpen::Application { application }).await.map(drop),
    ];
    for (at, answer) in answers.into_iter().enumerate() {
        assert_eq!(refusal(answer), ErrorCode::NotVerified, "command {at}");
    }
}

pub async fn registers(core: &Core) {
    let account = core
        .recruiter_register(RecruiterRegisterRequest {
            name: "许未".to_owned(),
            title: "招聘负责人".to_owned(),
            company: COMPANY.to_owned(),
            industry: "造纸".to_owned(),
            size: CompanySize::From100To499,
            address: "演示路 2 号".to_owned(),
            introduction: "演示数据".to_owned(),
        })
        .await
        .unwrap();
    assert!(!account.recruiter.unwrap().verification.opens_recruiting());
}

/// Posts a job, which the seeker then finds.
pub async fn posts(recruiter: &Core, seeker: &Core) -> JobId {
    let saved = recruiter.company_job_save(CompanyJobSave { job: None, content: content() }).await.unwrap();
    let start = Instant::now();
    found(seeker, 1).await;
    // The budget is a second; how long it took depends on what else this machine does, so it is said and not asserted.
    eprintln!("a posting was found {} ms after it was saved", start.elapsed().as_millis());
    let tags = vec!["Python".to_owned()];
    let edit =
        CompanyJobSave { job: Some(saved.id), content: JobContent { tags: tags.clone(), ..content() } };
    assert_eq!(recruiter.company_job_save(edit).await.unwrap().content.tags, tags);
    let mine = recruiter.company_jobs_list(Nothing {}).await.unwrap();
    assert_eq!(mine.iter().map(|job| job.id).collect::<Vec<_>>(), [saved.id]);
    saved.id
}

async fn found(seeker: &Core, total: usize) {
    let search = JobsSearchRequest { text: TITLE.to_owned(), limit: 20, ..JobsSearchRequest::default() };
    until_async(&format!("{total} postings of the company to be found"), LIMIT, async || {
        let answer = seeker.jobs_search(search.clone()).await?;
        Ok((answer.jobs.iter().filter(|job| job.title == TITLE).count() == total).then_some(()))
    })
    .await
    .unwrap();
}

/// A closed job takes nothing more, also by its old key, and says so.
pub async fn closes(recruiter: &Core, seeker: &Core, job: JobId) {
    let closed = recruiter.company_job_close(JobRef { job }).await.unwrap();
    assert_eq!(closed.state, JobState::Closed);
    let version = seeker.resume_show(Nothing {}).await.unwrap().version;
    let late = seeker
        .application_submit(ApplyRequest {
            job,
            resume_version: version,
            despite_block: false,
            form_contact: ContactItems::new(),
            attachment: None,
            attachment_contact: ContactItems::new(),
        })
        .await;
    assert_eq!(refusal(late), ErrorCode::JobClosed);
    assert_eq!(refusal(seeker.application_preview(JobRef { job }).await), ErrorCode::JobClosed);
    assert_eq!(seeker.job_show(JobRef { job }).await.unwrap().job.state, JobState::Closed);
    found(seeker, 0).await;
}
