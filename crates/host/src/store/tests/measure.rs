//! How long the device's database takes, beside the same file without a key: `cargo xtask bench store`.

use super::{open, open_plain, search};
use crate::store::DeviceStore;
use serde_json::json;
use sqlx::Connection as _;
use std::fmt::Write as _;
use std::time::Instant;
use zhitu_contract::chat::Message;
use zhitu_core::ports::{LocalStore as _, OutgoingMessage, Rng as _};
use zhitu_domain::chat::Side;
use zhitu_domain::id::{ConversationId, MessageId};
use zhitu_domain::time::Timestamp;
use zhitu_testing::{MemoryVault, SeededRng, samples};

/// Into which file the rows go.
const ROWS: &str = "ZHITU_BENCH_ROWS";

/// Kept jobs: all that the device has of jobs beyond a run.
const JOBS: u32 = 20_000;
/// Conversations, and how long each is.
const CONVERSATIONS: u32 = 200;
const MESSAGES: u32 = 400;
/// One more conversation, as long as all that is missing to 100,000 messages.
const LONG: u32 = 20_000;
/// What a page would be.
const PAGE: u32 = 50;

fn conversation(number: u32) -> ConversationId {
    samples::conversation(u128::from(number) + 1, Side::Seeker).id
}

/// Fills a store as years of use would: messages of all conversations come in turns.
async fn fill(store: &DeviceStore) {
    // Each job is a transaction of its own: not each of these must outlive a loss of power.
    sqlx::raw_sql("pragma synchronous = off")
        .execute(store.connection.lock().await.get().await.unwrap())
        .await
        .unwrap();
    let mut all: Vec<_> = (0..=CONVERSATIONS)
        .map(|number| samples::conversation(u128::from(number) + 1, Side::Seeker))
        .collect();
    for (age, conversation) in (0..).zip(&mut all) {
        conversation.updated_at = Timestamp(conversation.updated_at.0 - age);
    }
    store.conversations_put(&all).await.unwrap();
    for seq in 1..=MESSAGES {
        let of_all: Vec<_> = (0..CONVERSATIONS).map(|number| message(number, seq)).collect();
        store.messages_put(&of_all).await.unwrap();
        let step = LONG / MESSAGES;
        let of_long: Vec<_> =
            ((seq - 1) * step + 1..=seq * step).map(|seq| message(CONVERSATIONS, seq)).collect();
        store.messages_put(&of_long).await.unwrap();
    }
    for number in 0..JOBS {
        let mut card = samples::job_card(u128::from(number) + 1);
        card.address = format!("演示路 {number} 号，星河大厦 {} 座", number % 7);
        store.favourite_put(&card, Timestamp(i64::from(number))).await.unwrap();
    }
    for number in 0..50 {
        store.search_history_add(&search(&format!("数据分析 {number}")), Timestamp(number)).await.unwrap();
    }
    for number in 0..3 {
        let outgoing = OutgoingMessage {
            id: MessageId(samples::key(1 << 100 | number)),
            conversation: conversation(0),
            text: "还没发出的一句".to_owned(),
            at: Timestamp(1),
            refused: false,
        };
        store.outgoing_add(&outgoing).await.unwrap();
    }
    sqlx::raw_sql("pragma synchronous = full")
        .execute(store.connection.lock().await.get().await.unwrap())
        .await
        .unwrap();
    store.forget_log().await.unwrap();
}

fn message(number: u32, seq: u32) -> Message {
    let text = "您好，方便的话请说一下上一个项目里您负责的部分，以及最快什么时候能到岗。";
    let from = if seq.is_multiple_of(2) { Side::Seeker } else { Side::Company };
    samples::message(conversation(number), seq, from, &format!("{text}{seq}"))
}

/// What is measured: as the core asks for it.
#[derive(Debug, Clone, Copy)]
enum Act {
    /// The search bar opens: what was searched for, which the page filters while somebody types.
    Typeahead,
    /// A conversation is opened.
    OpenConversation,
    /// The longest is opened.
    OpenLongConversation,
    /// The same as far as a page goes; no method of the port, since none asks for it yet.
    LongConversationPage,
    /// The list of conversations.
    Conversations,
    /// All kept jobs.
    Favourites,
    /// A message comes in.
    MessagePut,
}

impl Act {
    const ALL: [(Self, &'static str, usize); 7] = [
        (Self::Typeahead, "typeahead_p95_ms", 500),
        (Self::OpenConversation, "open_conversation_p95_ms", 500),
        (Self::OpenLongConversation, "open_long_conversation_p95_ms", 20),
        (Self::LongConversationPage, "long_conversation_page_p95_ms", 500),
        (Self::Conversations, "conversations_p95_ms", 100),
        (Self::Favourites, "favourites_p95_ms", 20),
        (Self::MessagePut, "message_put_p95_ms", 200),
    ];

    /// Milliseconds that it takes; `turn` says which of many it is.
    async fn time(self, store: &DeviceStore, turn: usize, chance: u32) -> f64 {
        let number = chance % CONVERSATIONS;
        let seq = LONG + 1 + u32::try_from(turn).unwrap();
        let arrived = [samples::message(conversation(number), seq, Side::Company, "好的，收到。")];
        let begun = Instant::now();
        match self {
            Self::Typeahead => assert_eq!(store.search_history().await.unwrap().len(), 50),
            Self::OpenConversation => assert!(open_conversation(store, number).await >= MESSAGES as usize),
            Self::OpenLongConversation => {
                assert_eq!(open_conversation(store, CONVERSATIONS).await, LONG as usize);
            }
            Self::LongConversationPage => page(store).await,
            Self::Conversations => {
                assert_eq!(store.conversations().await.unwrap().len(), CONVERSATIONS as usize + 1);
            }
            Self::Favourites => assert_eq!(store.favourites().await.unwrap().len(), JOBS as usize),
            Self::MessagePut => store.messages_put(&arrived).await.unwrap(),
        }
        begun.elapsed().as_secs_f64() * 1e3
    }
}

/// As `Core::conversation_view` does it.
async fn open_conversation(store: &DeviceStore, number: u32) -> usize {
    store.conversation(conversation(number)).await.unwrap().unwrap();
    let messages = store.messages(conversation(number)).await.unwrap();
    store.outgoing().await.unwrap();
    messages.len()
}

async fn page(store: &DeviceStore) {
    let mut slot = store.connection.lock().await;
    let mut transaction = slot.get().await.unwrap().begin().await.unwrap();
    let texts: Vec<String> =
        sqlx::query_scalar("select message from message where conversation = $1 order by seq desc limit $2")
            .bind(conversation(CONVERSATIONS).0)
            .bind(PAGE)
            .fetch_all(&mut *transaction)
            .await
            .unwrap();
    transaction.commit().await.unwrap();
    let read = |text: &String| serde_json::from_str(text).unwrap();
    let messages: Vec<Message> = texts.iter().map(read).collect();
    assert_eq!(messages.len(), PAGE as usize);
}

/// The value that 95 of 100 do not exceed; they are in their order then.
fn p95(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[(values.len() * 95).div_ceil(100) - 1]
}

fn rounded(value: f64, digits: i32) -> f64 {
    let scale = 10_f64.powi(digits);
    (value * scale).round() / scale
}

#[tokio::test]
#[ignore = "measures; run by `cargo xtask bench store`"]
async fn the_budget_of_the_device_s_database() {
    let rows = std::env::var_os(ROWS).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let encrypted = open(&folder.path().join("encrypted"), &MemoryVault::default()).await;
    let plain = open_plain(folder.path()).await;
    fill(&encrypted).await;
    fill(&plain).await;
    let chance = SeededRng::new(1);
    let mut text = String::new();
    let (mut sum, mut plain_sum) = (0.0, 0.0);
    for (act, metric, count) in Act::ALL {
        let (mut times, mut plain_times) = (Vec::new(), Vec::new());
        // In turns, so that whatever else the machine does meets both alike.
        for turn in 0..count {
            let mut bytes = [0; 4];
            chance.fill(&mut bytes);
            let number = u32::from_le_bytes(bytes);
            times.push(act.time(&encrypted, turn, number).await);
            plain_times.push(act.time(&plain, turn, number).await);
        }
        let (value, beside) = (p95(&mut times), p95(&mut plain_times));
        row(&mut text, metric, "ms", value, count, beside);
        // Of what a person waits for all day; the middle ones, since one hiccup of the machine outweighs a thousand.
        if matches!(act, Act::Typeahead | Act::OpenConversation) {
            sum += times[count / 2];
            plain_sum += plain_times[count / 2];
        }
    }
    let overhead = (sum / plain_sum - 1.0) * 100.0;
    let line = json!({
        "bench": "store", "metric": "sqlcipher_overhead_pct", "value": rounded(overhead, 1), "unit": "%", "n": 1000,
    });
    writeln!(text, "{line}").unwrap();

    for store in [&encrypted, &plain] {
        store.close().await;
    }
    #[expect(clippy::cast_precision_loss, reason = "a file's size fits a double exactly")]
    let megabytes = |name: &str| std::fs::metadata(folder.path().join(name)).unwrap().len() as f64 / 1e6;
    row(&mut text, "file_mb", "MB", megabytes("encrypted/device.db"), 1, megabytes("plain.db"));
    std::fs::write(rows, text).unwrap();
}

fn row(text: &mut String, metric: &str, unit: &str, value: f64, n: usize, beside: f64) {
    let line = json!({
        "bench": "store", "metric": metric, "value": rounded(value, 3), "unit": unit, "n": n,
        "peer": "plain SQLite", "peer_value": rounded(beside, 3), "ratio": rounded(value / beside, 2),
    });
    writeln!(text, "{line}").unwrap();
}
