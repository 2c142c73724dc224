//! Commands given all at once while the network comes and goes, sessions end and accounts change: each one ends.

use std::sync::Arc;
use tokio::task::JoinSet;
use zhitu_contract::auth::{Sensitive, SignIn};
use zhitu_contract::chat::{ConversationRef, MessageSend};
use zhitu_contract::device::Nothing;
use zhitu_contract::jobs::{FavouriteSet, JobRef, JobsSearchRequest};
use zhitu_contract::resume::ResumeEditCommand;
use zhitu_core::Core;
use zhitu_core::ports::{Method, Rng};
use zhitu_domain::chat::Side;
use zhitu_domain::id::ConversationId;
use zhitu_domain::resume::ResumeEdit;
use zhitu_testing::{Device, FakeServer, SeededRng, samples};

const PHONES: [&str; 2] = ["+8613800138000", "+8613600136000"];

#[tokio::test]
async fn every_command_ends_whatever_happens_beside_it() {
    for seed in 0..100 {
        storm(seed).await;
    }
}

async fn command(core: Arc<Core>, number: u8, conversation: ConversationId) {
    let secret = |text: &str| Sensitive::new(text.to_owned());
    let at = ConversationRef { conversation };
    // Refused, off-line or done: here it only matters that an answer comes.
    match number {
        0 => drop(core.app_state(Nothing {}).await),
        1 => drop(core.sign_out(Nothing {}).await),
        2..=4 => {
            let phone = PHONES[usize::from(number % 2)];
            drop(core.sign_in(SignIn { phone: secret(phone), code: secret("246810") }).await);
        }
        5 => drop(core.sessions_list(Nothing {}).await),
        6 => drop(core.jobs_search(JobsSearchRequest { text: "分析".into(), ..Default::default() }).await),
        7 => drop(core.favourite_set(FavouriteSet { job: samples::job_card(1).id, on: true }).await),
        8 => drop(core.favourites_list(Nothing {}).await),
        9 => drop(core.resume_show(Nothing {}).await),
        10..=12 => {
            let edit = ResumeEdit::Set { path: "basic/name".into(), value: number.to_string().into() };
            drop(core.resume_edit(ResumeEditCommand { edit }).await);
        }
        13 => drop(core.resume_undo(Nothing {}).await),
        14 => drop(core.application_preview(JobRef { job: samples::job_card(1).id }).await),
        15 => drop(core.conversations_list(Nothing {}).await),
        16 => drop(core.conversation_show(at).await),
        17 => drop(core.conversation_read(at).await),
        _ => drop(core.message_send(MessageSend { conversation, text: "你好".into() }).await),
    }
}

async fn storm(seed: u64) {
    let server = Arc::new(FakeServer::default());
    server.policy_put("2026-11-23");
    server.job_add(samples::job_card(1));
    let accounts = PHONES.map(|phone| server.account(phone).id);
    let conversation = server.conversation_add(accounts[0], accounts[1]);
    let device = Device::new(&server).seeded(seed);
    let dice = SeededRng::new(seed);
    let roll = |sides: u8| {
        let mut byte = [0];
        dice.fill(&mut byte);
        byte[0] % sides
    };
    let core = device.start();
    device.sign_in(&core, PHONES[0]).await;
    let mut commands = JoinSet::new();
    for _ in 0..60 {
        match roll(12) {
            0 => server.set_reachable(roll(2) == 0),
            1 => server.end_sessions(accounts[usize::from(roll(2))], roll(2) == 0),
            2 => server.lose_answer(Method::Post, "/refresh"),
            3 => server.say(conversation, Side::Company, "在吗"),
            4 => server.resume_change(accounts[0], |content| content.basic.email = "a@example.com".into()),
            _ => drop(commands.spawn(command(Arc::clone(&core), roll(19), conversation))),
        }
        for _ in 0..roll(12) {
            tokio::task::yield_now().await;
        }
        if roll(4) == 0 {
            device.clock.advance_to_next();
        }
    }
    server.set_reachable(true);
    // Not waited for by joining: what waits for time gets it.
    let running = tokio::sync::Mutex::new(commands);
    device
        .until(&format!("all commands of storm {seed} end"), async || {
            let mut commands = running.lock().await;
            while let Some(ended) = commands.try_join_next() {
                ended.unwrap();
            }
            commands.is_empty()
        })
        .await;
    core.stop().await;
}
