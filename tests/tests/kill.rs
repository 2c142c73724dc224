//! Conversations over kills: the server, the seeker's device and the recruiter's are three processes, and one after
//! the other is killed in the middle of writing. Nothing is lost, doubled or put out of order.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;
use std::time::Duration;
use zhitu_contract::chat::{ConversationOpen, ConversationRef};
use zhitu_contract::recruiting::{CompanyJobSave, RecruiterRegisterRequest};
use zhitu_core::ports::Rng;
use zhitu_domain::chat::Side;
use zhitu_domain::id::ConversationId;
use zhitu_domain::recruiter::CompanySize;
use zhitu_storage::Store;
use zhitu_storage::conversation::Message;
use zhitu_testing::SeededRng;
use zhitu_tests::device::sign_in;
use zhitu_tests::device_process::{DeviceProcess, Setup};
use zhitu_tests::market::{Database, key, postgres_database, posting};
use zhitu_tests::server_process::ServerProcess;
use zhitu_tests::wait::until_async;

const SEEKER: &str = "13800138001";
const RECRUITER: &str = "13800138002";
const COMPANY: &str = "星河纸业（演示）";

/// How long anything may take between two kills. A device that lost its session waits for a code, one a minute.
const LIMIT: Duration = Duration::from_secs(150);

/// S-CHAT-01
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_lost_doubled_or_put_out_of_order_on_sqlite() {
    kills(Database::Sqlite, 10, 1).await;
}

/// S-CHAT-01
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_lost_doubled_or_put_out_of_order_on_postgres() {
    kills(Database::Postgres, 10, 2).await;
}

/// S-CHAT-01: on each database as often as `ZHITU_KILLS` says, 200 times without it; docs/TESTING.md says how it is run.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes minutes"]
async fn nothing_is_lost_doubled_or_put_out_of_order_in_the_long_run() {
    let count = std::env::var("ZHITU_KILLS").ok().and_then(|count| count.parse().ok()).unwrap_or(200);
    kills(Database::Sqlite, count, 3).await;
    kills(Database::Postgres, count, 4).await;
}

/// Who is killed.
#[derive(Debug, Clone, Copy)]
enum Victim {
    Server,
    Device(usize),
}

async fn kills(database: Database, count: u32, seed: u64) {
    let folder = tempfile::tempdir().unwrap();
    let database_url = match (database, std::env::var("ZHITU_TEST_POSTGRES")) {
        (Database::Sqlite, _) => format!("sqlite:{}", folder.path().join("zhitu.db").display()),
        (Database::Postgres, Ok(cluster)) if !cluster.is_empty() => {
            postgres_database(&cluster).await.unwrap()
        }
        // As in a plain `cargo test`.
        (Database::Postgres, _) => return,
    };
    let mut server = ServerProcess::start(folder.path(), &database_url).await.unwrap();
    let (seeker, recruiter) = conversation(&server, folder.path()).await;
    let conversation = seeker.conversation;
    let program = Path::new(env!("CARGO_BIN_EXE_zhitu-test-device"));
    let mut devices = [seeker, recruiter].map(|setup| DeviceProcess::start(program, setup).unwrap());
    for device in &mut devices {
        device.until_ready(LIMIT).unwrap();
    }
    // The oracle is the database itself, not what the server says of it.
    let store = Store::connect(&database_url).await.unwrap();
    let chance = SeededRng::new(seed);

    for round in 0..count {
        let before = on_server(&store, conversation).await.len();
        for turn in 0..3 {
            for (side, device) in ["甲", "乙"].into_iter().zip(&mut devices) {
                device.say(&format!("{side} {round}.{turn}")).unwrap();
            }
        }
        let victim = match roll(&chance, 3) {
            0 => Victim::Server,
            device => Victim::Device(usize::from(device) - 1),
        };
        match roll(&chance, 3) {
            // At once: what was ordered is on its way to the device.
            0 => {}
            // Accepted by the device, on its way to the server.
            1 => devices[usize::from(roll(&chance, 2))].until_accepted(LIMIT).unwrap(),
            // Taken by the server, on its way to the other device.
            _ => {
                until_async("the server to take a message", LIMIT, async || {
                    Ok((on_server(&store, conversation).await.len() > before).then_some(()))
                })
                .await
                .unwrap();
            }
        }
        // The moment of the kill is drawn by chance; nothing waits for it to pass.
        tokio::time::sleep(Duration::from_millis(u64::from(roll(&chance, 40)))).await;
        match victim {
            Victim::Server => {
                server.kill().unwrap();
                server.start_again().await.unwrap();
            }
            Victim::Device(at) => {
                devices[at].kill().unwrap();
                devices[at].start_again().unwrap();
                // Some die again while they start.
                if roll(&chance, 8) != 0 {
                    devices[at].until_ready(LIMIT).unwrap();
                }
            }
        }
    }
    all_have_the_same(&store, conversation, &mut devices).await;
    eprintln!(
        "{count} kills on {database:?}: {} messages accepted, {} on the server",
        devices.iter().map(|device| device.accepted.len()).sum::<usize>(),
        on_server(&store, conversation).await.len(),
    );
    store.close().await.unwrap();
}

/// Waits until nothing is on its way, then compares.
async fn all_have_the_same(store: &Store, conversation: ConversationId, devices: &mut [DeviceProcess; 2]) {
    let messages = until_async("all to have the same", LIMIT, async || {
        let messages = on_server(store, conversation).await;
        let listed: Vec<_> = messages.iter().map(|one| (Some(one.seq), one.text.clone())).collect();
        for device in &mut *devices {
            if device.show(LIMIT)? != listed {
                return Ok(None);
            }
        }
        let arrived = devices
            .iter()
            .all(|device| device.accepted.iter().all(|text| messages.iter().any(|one| one.text == *text)));
        Ok(arrived.then_some(messages))
    })
    .await
    .unwrap();

    let numbers: Vec<u32> = messages.iter().map(|one| one.seq).collect();
    assert_eq!(numbers, (1..).take(messages.len()).collect::<Vec<_>>());
    for (side, device) in [Side::Seeker, Side::Company].into_iter().zip(devices) {
        let texts: Vec<&String> =
            messages.iter().filter(|one| one.side == side).map(|one| &one.text).collect();
        // Each text once and in the order in which it was written; beyond those that were accepted only such whose
        // acceptance the kill kept from being told.
        let there: Vec<&String> = device.ordered.iter().filter(|text| texts.contains(text)).collect();
        assert_eq!(texts, there);
        let accepted: Vec<&String> =
            texts.into_iter().filter(|text| device.accepted.contains(text)).collect();
        assert_eq!(accepted, device.accepted.iter().collect::<Vec<_>>());
    }
}

async fn on_server(store: &Store, conversation: ConversationId) -> Vec<Message> {
    let mut messages: Vec<Message> = Vec::new();
    loop {
        let after = messages.last().map_or(0, |last| last.seq);
        let page = store.messages_after(conversation, after, 500).await.unwrap();
        if page.is_empty() {
            return messages;
        }
        messages.extend(page);
    }
}

fn roll(chance: &SeededRng, sides: u8) -> u8 {
    let mut byte = [0];
    chance.fill(&mut byte);
    byte[0] % sides
}

/// Signs both in on their devices, opens their conversation, and leaves the devices as they are.
async fn conversation(server: &ServerProcess, folder: &Path) -> (Setup, Setup) {
    let setup = |name: &str, phone: &str| Setup {
        name: name.to_owned(),
        folder: folder.join(name),
        server: server.url.clone(),
        phone: phone.to_owned(),
        conversation: ConversationId(key()),
    };
    let (seeker, recruiter) = (setup("seeker", SEEKER), setup("recruiter", RECRUITER));
    let company = recruiter.device().unwrap().start().await.unwrap();
    sign_in(&company, RECRUITER).await.unwrap();
    let register = RecruiterRegisterRequest {
        name: "许未".to_owned(),
        title: String::new(),
        company: COMPANY.to_owned(),
        industry: "造纸".to_owned(),
        size: CompanySize::From100To499,
        address: "演示路 2 号".to_owned(),
        introduction: "演示数据".to_owned(),
    };
    company.recruiter_register(register).await.unwrap();
    server.command(&["admin", "verify", "--recruiter", RECRUITER]).unwrap();
    server.command(&["admin", "verify", "--company", COMPANY]).unwrap();
    let content = serde_json::from_value(posting("造纸工艺工程师")["content"].clone()).unwrap();
    let job = company.company_job_save(CompanyJobSave { job: None, content }).await.unwrap().id;

    let person = seeker.device().unwrap().start().await.unwrap();
    sign_in(&person, SEEKER).await.unwrap();
    let opened = person.conversation_open(ConversationOpen::Job { job }).await.unwrap();
    let conversation = opened.conversation.id;
    company.conversation_show(ConversationRef { conversation }).await.unwrap();
    person.stop().await;
    company.stop().await;
    (Setup { conversation, ..seeker }, Setup { conversation, ..recruiter })
}
