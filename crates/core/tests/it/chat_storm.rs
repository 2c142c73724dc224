//! Both ends write while links break, answers get lost and the app is killed: nothing is lost, doubled or put out of
//! order.

use std::sync::Arc;
use zhitu_contract::chat::{ConversationRef, MessageSend, MessageState};
use zhitu_contract::device::Nothing;
use zhitu_core::ports::{Method, Rng};
use zhitu_domain::chat::Side;
use zhitu_testing::{Device, FakeServer, SeededRng};

const PHONE: &str = "+8613800138000";

#[tokio::test]
async fn nothing_is_lost_doubled_or_put_out_of_order_in_two_hundred_storms() {
    for seed in 0..200 {
        storm(seed).await;
    }
}

async fn storm(seed: u64) {
    let server = Arc::new(FakeServer::default());
    server.policy_put("2026-11-23");
    let (seeker, company) = (server.account(PHONE), server.account("+8613900139000"));
    let conversation = server.conversation_add(seeker.id, company.id);
    let device = Device::new(&server).seeded(seed);
    let dice = SeededRng::new(seed);
    let roll = |sides: u8| {
        let mut byte = [0];
        dice.fill(&mut byte);
        byte[0] % sides
    };
    let mut core = device.start();
    device.sign_in(&core, PHONE).await;
    core.conversations_list(Nothing {}).await.unwrap();
    let (mut mine, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..40 {
        if core.app_state(Nothing {}).await.unwrap().account.is_none() {
            // The answer to renewing the token got lost: the server ends the session, the person signs in again.
            server.set_reachable(true);
            device.sign_in(&core, PHONE).await;
        }
        match roll(9) {
            0..=2 => {
                let text = format!("我 {}", mine.len());
                core.message_send(MessageSend { conversation, text: text.clone() }).await.unwrap();
                mine.push(text);
            }
            3 | 4 => {
                let text = format!("他 {}", theirs.len());
                server.say(conversation, Side::Company, &text);
                theirs.push(text);
            }
            5 => server.lose_answer(Method::Post, "/messages"),
            6 => server.lose_event(),
            7 => {
                server.set_reachable(roll(2) == 0);
            }
            _ => {
                core.stop().await;
                core = device.start();
            }
        }
        for _ in 0..roll(40) {
            tokio::task::yield_now().await;
        }
        if roll(4) == 0 {
            device.clock.advance_to_next();
        }
    }
    server.set_reachable(true);
    device
        .until("the session holds", async || {
            let lost = core.app_state(Nothing {}).await.unwrap().account.is_none();
            if lost {
                device.sign_in(&core, PHONE).await;
            }
            server.links() == 1
        })
        .await;
    device
        .until("all is sent and here", async || {
            let view = core.conversation_show(ConversationRef { conversation }).await.unwrap();
            view.messages.len() == mine.len() + theirs.len()
                && view.messages.iter().all(|message| message.state == MessageState::Sent)
        })
        .await;

    let on_server = server.messages(conversation);
    let of = |side| {
        on_server.iter().filter(move |message| message.from == side).map(|message| message.text.clone())
    };
    assert_eq!(of(Side::Seeker).collect::<Vec<_>>(), mine, "seed {seed}");
    assert_eq!(of(Side::Company).collect::<Vec<_>>(), theirs, "seed {seed}");
    let here = core.conversation_show(ConversationRef { conversation }).await.unwrap();
    let (here, there): (Vec<_>, Vec<_>) = (
        here.messages.iter().map(|message| (message.id, message.seq)).collect(),
        on_server.iter().map(|message| (message.id, Some(message.seq))).collect(),
    );
    assert_eq!(here, there, "seed {seed}");
    core.stop().await;
}
