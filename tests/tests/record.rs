//! The record of personal data against what really went over the wire (R8).

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;
use zhitu_contract::device::Nothing;
use zhitu_contract::jobs::{FavouriteSet, JobsNearby, JobsSearchRequest};
use zhitu_contract::permission::{PermissionAnswer, PermissionAsk};
use zhitu_contract::record::{RecordList, RecordVerified};
use zhitu_contract::resume::{ResumeEditCommand, ResumeSync};
use zhitu_core::Core;
use zhitu_core::ports::Fix;
use zhitu_domain::permission::{Permission, Purpose, SheetAnswer};
use zhitu_domain::place::Point;
use zhitu_domain::record::RecordSort;
use zhitu_domain::resume::ResumeEdit;
use zhitu_testing::MemoryVault;
use zhitu_tests::device::{Device, sign_in};
use zhitu_tests::market::{Database, Market, key, posting};
use zhitu_tests::wait::until_async;
use zhitu_tests::wiretap::Wiretap;

const SEEKER: &str = "13911110118";
const HERE: Point = Point { lat: 31.194_512, lon: 121.436_834 };

/// What the requests of the API that carry something of a person begin with.
const PERSONAL: &[&str] = &[
    "POST /api/auth/code ",
    "POST /api/auth/sign-in ",
    "PUT /api/resume ",
    "PUT /api/favourites/",
    "DELETE /api/favourites/",
    "POST /api/applications ",
    "POST /api/conversations",
    "PUT /api/conversations/",
    "PUT /api/recruiter ",
];

/// The headers that a device may send: none of them names a device, an advertising id or a person (D11).
const HEADERS: &[&str] = &[
    "host",
    "user-agent",
    "accept",
    "accept-encoding",
    "content-type",
    "content-length",
    "authorization",
    "connection",
    "upgrade",
    "sec-websocket-version",
    "sec-websocket-key",
];

/// Requests as the wire had them: the first line of each, and its headers' names.
fn requests(tap: &Wiretap) -> (Vec<String>, BTreeSet<String>) {
    let (mut lines, mut headers) = (Vec::new(), BTreeSet::new());
    for connection in tap.asked() {
        for line in connection.split("\r\n") {
            // A body without a line break of its own is followed at once by the next request.
            let start =
                ["GET /", "POST /", "PUT /", "DELETE /"].iter().filter_map(|verb| line.find(verb)).min();
            match (line.ends_with(" HTTP/1.1"), start) {
                (true, Some(start)) => lines.push(line[start..].to_owned()),
                _ => {
                    if let Some((name, _)) = line.split_once(": ")
                        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
                    {
                        headers.insert(name.to_ascii_lowercase());
                    }
                }
            }
        }
    }
    (lines, headers)
}

async fn disclosed(core: &Core) -> u32 {
    let list = RecordList { before: None, sort: Some(RecordSort::Outside), limit: 200 };
    u32::try_from(core.record_list(list).await.unwrap().entries.len()).unwrap()
}

/// R6, R8, S-LOC-03: as many entries as requests that carried something; nothing finer than the cell; no identifier.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_record_has_an_entry_for_each_request_that_carried_something() {
    let market = Market::start(Database::Sqlite).await.unwrap().unwrap();
    let recruiter = market.verified_recruiter("+8613800138002", "纸鹞数据").await.unwrap();
    recruiter.put(&format!("/api/recruiter/jobs/{}", key()), posting("数据分析师")).await.unwrap();
    let tap = Wiretap::start(market.server.address).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let device = Device::new("演示", folder.path(), Arc::<MemoryVault>::default(), &tap.url);
    let core = device.start().await.unwrap();

    let all = JobsSearchRequest { limit: 20, ..JobsSearchRequest::default() };
    let job = until_async("the posting", Duration::from_mins(1), async || {
        Ok(core.jobs_search(all.clone()).await?.jobs.first().map(|job| job.id))
    });
    let job = job.await.unwrap();
    assert_eq!(disclosed(&core).await, 0, "looking for jobs gives nothing away");
    sign_in(&core, SEEKER).await.unwrap();
    for (path, value) in [("basic/name", "周予安"), ("basic/phone", SEEKER)] {
        let edit = ResumeEdit::Set { path: path.to_owned(), value: value.into() };
        core.resume_edit(ResumeEditCommand { edit }).await.unwrap();
    }
    until_async("the saved résumé", Duration::from_mins(1), async || {
        Ok((core.resume_show(Nothing {}).await?.sync == ResumeSync::Saved).then_some(()))
    })
    .await
    .unwrap();
    for on in [true, false] {
        core.favourite_set(FavouriteSet { job, on }).await.unwrap();
    }
    core.permission_ask(PermissionAsk { purpose: Purpose::NearbyJobs, by_person: false }).await.unwrap();
    device.location.answer(Ok(Fix { point: HERE, accuracy_m: None, at: None }));
    let yes = PermissionAnswer { permission: Permission::Location, answer: SheetAnswer::WhileInUse };
    core.permission_answer(yes).await.unwrap();
    let near =
        core.jobs_nearby(JobsNearby { text: String::new(), radius_km: 10, exact: false }).await.unwrap();
    assert_eq!(near.jobs.len(), 1, "the posting is in 徐汇, and so is the device");
    assert_eq!(near.jobs[0].job.id, job);

    let (lines, headers) = requests(&tap);
    let personal = lines.iter().filter(|line| PERSONAL.iter().any(|start| line.starts_with(start))).count();
    let wire = tap.asked().join("");
    let cells = wire.matches("\"near_cell\":{").count();
    assert_eq!(disclosed(&core).await, u32::try_from(personal + cells).unwrap(), "{lines:#?}");
    assert!(personal >= 5 && cells >= 1, "{lines:#?}");
    assert!(!wire.contains("31.194") && !wire.contains("121.436"), "R6: nothing finer than the cell");
    let unknown: Vec<_> = headers.iter().filter(|name| !HEADERS.contains(&name.as_str())).collect();
    assert!(unknown.is_empty(), "D11: {unknown:?}");
    let verified = core.record_verify(Nothing {}).await.unwrap();
    assert!(matches!(verified, RecordVerified { broken: None, .. }), "{verified:?}");
    core.stop().await;
}
