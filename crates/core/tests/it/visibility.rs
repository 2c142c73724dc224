//! The block list's names and the record of looks.

use std::sync::Arc;
use zhitu_contract::device::Nothing;
use zhitu_contract::record::RecordList;
use zhitu_contract::resume::ResumeEditCommand;
use zhitu_contract::visibility::{
    BLOCK_IMPORT_MAX_BYTES, BlockImportText, BlockRef, BlocksAdd, CompanyName, EmployersList, Look,
    LooksList, RecruiterName, VisibilityView,
};
use zhitu_core::Core;
use zhitu_core::ports::Method;
use zhitu_domain::block::BlockOrigin;
use zhitu_domain::id::{CompanyId, LookId};
use zhitu_domain::record::{DataField, Handover, RecordSort, Recorded};
use zhitu_domain::resume::visibility::LookKind;
use zhitu_domain::resume::{ResumeEdit, Section};
use zhitu_domain::time::Timestamp;
use zhitu_testing::{Device, FakeServer, samples};

const PHONE: &str = "+8613800138000";

async fn market() -> (Arc<FakeServer>, Device, Arc<Core>) {
    let server = Arc::new(FakeServer::default());
    server.policy_put("2026-11-23");
    let device = Device::new(&server);
    let core = device.core();
    device.sign_in(&core, PHONE).await;
    (server, device, core)
}

fn add(names: &[&str]) -> BlocksAdd {
    let names = names.iter().map(|name| (*name).to_owned()).collect();
    BlocksAdd { names, companies: Vec::new(), origin: BlockOrigin::Typed }
}

fn names(view: &VisibilityView) -> Vec<Option<&str>> {
    view.blocks.iter().map(|block| block.name.as_deref()).collect()
}

fn look(number: u128, kind: LookKind) -> Look {
    let snapshot = kind == LookKind::SnapshotOpened;
    Look {
        id: LookId(samples::key(number)),
        at: Timestamp(1),
        kind,
        company: Some(CompanyName {
            id: CompanyId(samples::key(1)),
            name: "青禾科技".to_owned(),
            demo: true,
        }),
        by: Some(RecruiterName { name: "陈宁".to_owned(), title: String::new() }),
        job: snapshot.then(|| "会计".to_owned()),
        introduction: None,
        reason: None,
    }
}

async fn looked(core: &Core) -> Vec<Recorded> {
    let list = RecordList { before: None, sort: Some(RecordSort::Outside), limit: 200 };
    let page = core.record_list(list).await.unwrap();
    let is_look = |what: &Recorded| matches!(what, Recorded::Looked { .. } | Recorded::ResumeLooked { .. });
    page.entries.into_iter().rev().map(|entry| entry.what).filter(is_look).collect()
}

/// The server keeps no name; the device that blocked does.
#[tokio::test]
async fn the_names_of_blocks_stay_on_the_device() {
    let (server, device, core) = market().await;
    let view = core.blocks_add(add(&["青禾科技有限公司", " 南山咨询 "])).await.unwrap();
    assert_eq!(names(&view), [Some("青禾科技有限公司"), Some("南山咨询")]);
    let elsewhere = Device::new(&server).core();
    device.sign_in(&elsewhere, PHONE).await;
    assert_eq!(names(&elsewhere.visibility_show(Nothing {}).await.unwrap()), [None, None]);

    let left = core.block_remove(BlockRef { block: view.blocks[0].id }).await.unwrap();
    assert_eq!(names(&left), [Some("南山咨询")]);
    assert_eq!(device.store.block_names().await.unwrap().len(), 1, "what is gone is forgotten");
}

/// An answer that got lost loses no name: it was kept before it went out.
#[tokio::test]
async fn a_name_is_kept_before_it_goes_out() {
    let (server, _, core) = market().await;
    server.lose_answer(Method::Post, "/api/visibility/blocks");
    core.blocks_add(add(&["青禾科技"])).await.unwrap_err();
    assert_eq!(names(&core.visibility_show(Nothing {}).await.unwrap()), [Some("青禾科技")]);
    let list = RecordList { before: None, sort: Some(RecordSort::Outside), limit: 1 };
    let what = core.record_list(list).await.unwrap().entries.remove(0).what;
    let Recorded::Disclosed { disclosure } = what else { panic!("{what:?}") };
    assert_eq!(
        (disclosure.handover, disclosure.fields),
        (Handover::BlockList, vec![DataField::BlockedCompanies])
    );
    let refused = core.blocks_add(add(&["！"])).await.unwrap_err();
    assert_eq!(refused.detail.unwrap()["problem"], "missing");
}

/// S-VIS-08: a list is read on the device, and what the résumé names is offered as long as it is not blocked.
#[tokio::test]
async fn a_list_and_the_employers_are_read_without_a_word_to_the_server() {
    let (server, _, core) = market().await;
    let entry = samples::key(7);
    let add = ResumeEdit::Add { section: Section::Work, entry, at: 0 };
    let set =
        ResumeEdit::Set { path: format!("work/{entry}/company"), value: "青禾科技有限公司".into() };
    for edit in [add, set] {
        core.resume_edit(ResumeEditCommand { edit }).await.unwrap();
    }

    let text = "序号,公司名称\n1,南山咨询\n2,\n3,\"南山咨询\"".to_owned();
    let list = core.block_import(BlockImportText { text }).await.unwrap();
    assert_eq!(list.names.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["南山咨询"]);
    assert_eq!(
        list.problems.iter().map(|one| one.line).collect::<Vec<_>>(),
        [4],
        "an empty cell is no problem"
    );
    let text = "长".repeat(BLOCK_IMPORT_MAX_BYTES / 3 + 1);
    let refused = core.block_import(BlockImportText { text }).await.unwrap_err();
    assert_eq!(refused.detail.unwrap()["problem"], "too_long");

    let offered = async |blocked: &[&str]| {
        let blocked = blocked.iter().map(|name| (*name).to_owned()).collect();
        core.employers_list(EmployersList { blocked }).await.unwrap()
    };
    assert_eq!(offered(&[]).await[0].name, "青禾科技有限公司");
    assert_eq!(offered(&["青禾科技"]).await, []);
    let told = |path: &str| path.starts_with("/api/visibility") || path.starts_with("/api/companies");
    assert!(!server.requests().iter().any(|request| told(&request.path)));
}

/// R8, I4: each look that the server reports is an entry, once, however it was heard of.
#[tokio::test]
async fn each_look_is_an_entry_of_the_record_once() {
    let (server, device, core) = market().await;
    let account = server.account(PHONE).id;
    for number in 1..=120 {
        let kind = match number {
            7 => LookKind::SnapshotOpened,
            8 => LookKind::Mailed,
            _ => LookKind::Opened,
        };
        server.look_add(account, &look(number, kind));
    }
    for _ in 0..2 {
        assert_eq!(core.looks_list(LooksList::default()).await.unwrap().len(), 50);
        assert_eq!(looked(&core).await.len(), 120, "also those behind the first page");
    }
    assert_eq!(
        looked(&core).await[6],
        Recorded::Looked { company: "青禾科技".to_owned(), job: "会计".to_owned() },
        "the oldest comes first"
    );
    let by = "陈宁".to_owned();
    let mailed =
        Recorded::ResumeLooked { look: LookKind::Mailed, company: Some("青禾科技".to_owned()), by };
    assert_eq!(looked(&core).await[7], mailed);
    core.start();
    device.until("the link is open", async || server.links() == 1).await;
    let staff = Look { company: None, by: None, ..look(121, LookKind::StaffOpened) };
    server.look_add(account, &staff);
    device.until("recorded", async || device.store.look_is_recorded(staff.id).await == Ok(true)).await;
    let last = looked(&core).await.pop().unwrap();
    assert_eq!(
        last,
        Recorded::ResumeLooked { look: LookKind::StaffOpened, company: None, by: String::new() }
    );
    core.stop().await;
}
