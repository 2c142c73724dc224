use super::{COMPANY, LIMIT, SEEKER_NAME, refusal};
use std::path::Path;
use zhitu_contract::ErrorCode;
use zhitu_contract::device::Nothing;
use zhitu_contract::record::RecordList;
use zhitu_contract::resumes::{ContactRequestMake, ResumeRef, ResumesSearchRequest};
use zhitu_contract::visibility::{
    BlockRef, BlocksAdd, ContactRequestAnswer, PreviewRequest, PreviewViewer, VisibilitySetRequest,
};
use zhitu_core::Core;
use zhitu_domain::block::BlockOrigin;
use zhitu_domain::contact::{ContactAnswer, ContactItem, ContactItems, ContactOutcome};
use zhitu_domain::id::ResumeId;
use zhitu_domain::record::Recorded;
use zhitu_domain::resume::visibility::{LookKind, Relation, VisibilitySetting};
use zhitu_tests::wait::until_async;

async fn found(recruiter: &Core) -> Vec<ResumeId> {
    let search = ResumesSearchRequest { limit: 20, ..ResumesSearchRequest::default() };
    let found = recruiter.resumes_search(search).await.unwrap();
    found.hits.iter().map(|hit| hit.resume).collect()
}

async fn is_recorded(seeker: &Core, kind: LookKind) -> bool {
    let list = RecordList { before: None, sort: None, limit: 50 };
    let entries = seeker.record_list(list).await.unwrap().entries;
    let look = |what: &Recorded| match what {
        Recorded::ResumeLooked { look, company, .. } => *look == kind && company.as_deref() == Some(COMPANY),
        _ => false,
    };
    entries.iter().any(|entry| look(&entry.what))
}

/// Nobody is found until they choose to be; what is seen is what the preview showed, and is told live; a block ends it at
/// the next request (S-VIS-01, S-VIS-04, S-VIS-06, S-VIS-08, S-VIS-10, S-REC-08, S-REC-10).
pub async fn is_the_seekers_choice(seeker: &Core, recruiter: &Core) {
    assert_eq!(found(recruiter).await, [], "D9");
    let public = VisibilitySetRequest { setting: VisibilitySetting::Public };
    assert_eq!(seeker.visibility_set(public).await.unwrap().setting, VisibilitySetting::Public);
    let one = async || Ok((found(recruiter).await.len() == 1).then_some(()));
    until_async("the résumé to be found", LIMIT, one).await.unwrap();
    let resume = found(recruiter).await[0];

    let viewer = PreviewViewer::CompanyNamed { name: COMPANY.to_owned() };
    let preview = seeker.visibility_preview(PreviewRequest { viewer: viewer.clone() }).await.unwrap();
    let opened = recruiter.resume_open(ResumeRef { resume }).await.unwrap();
    assert_eq!(serde_json::to_string(&preview.shown).unwrap(), serde_json::to_string(&opened.shown).unwrap());
    assert_eq!(opened.shown.basic.name, SEEKER_NAME);
    let recorded = async |kind| Ok(is_recorded(seeker, kind).await.then_some(()));
    until_async("the look to be recorded", LIMIT, async || recorded(LookKind::Opened).await).await.unwrap();

    let copy = recruiter.resume_download(ResumeRef { resume }).await.unwrap();
    assert!(
        copy.file.starts_with(SEEKER_NAME)
            && Path::new(&copy.file).extension().is_some_and(|end| end == "pdf"),
        "{}",
        copy.file
    );
    assert!(copy.bytes > 10_000, "{}", copy.bytes);
    let downloaded = async || recorded(LookKind::Downloaded).await;
    until_async("the download to be recorded", LIMIT, downloaded).await.unwrap();

    let wanted = ContactItems::from([ContactItem::Phone]);
    let ask = ContactRequestMake { resume, reason: "想约电话".to_owned(), wanted };
    recruiter.contact_request_make(ask).await.unwrap();
    let asked = seeker.contact_requests_list(Nothing {}).await.unwrap();
    let refuse = ContactRequestAnswer { request: asked[0].id, answer: ContactAnswer::Refuse };
    seeker.contact_request_answer(refuse).await.unwrap();
    let made = recruiter.contact_requests_made(Nothing {}).await.unwrap();
    assert_eq!(made[0].outcome, ContactOutcome::NotGranted);

    let names = vec![format!(" {COMPANY}有限公司")];
    let add = BlocksAdd { names, companies: Vec::new(), origin: BlockOrigin::Typed };
    let view = seeker.blocks_add(add).await.unwrap();
    assert_eq!(view.blocks[0].name.as_deref(), Some(format!("{COMPANY}有限公司").as_str()));
    assert_eq!(refusal(recruiter.resume_open(ResumeRef { resume }).await), ErrorCode::NotFound);
    assert_eq!(found(recruiter).await, [], "I2");
    let preview = seeker.visibility_preview(PreviewRequest { viewer }).await.unwrap();
    assert_eq!((preview.relation, preview.shown), (Relation::Blocked, None));
    seeker.block_remove(BlockRef { block: view.blocks[0].id }).await.unwrap();
    recruiter.resume_open(ResumeRef { resume }).await.unwrap();
}
