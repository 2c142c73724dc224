//! How long the device's database takes, beside the same file without a key: `cargo xtask bench store`.

use super::{open, open_plain, search};
use crate::store::DeviceStore;
use serde_json::json;
use sqlx::Connection as _;
use std::fmt::Write as _;
use std::time::Instant;
use zhitu_contract::chat::Message;
use zhitu_contract::jobs::JobCard;
use zhitu_core::ports::{LocalStore as _, OutgoingMessage, Rng as _};
use zhitu_domain::chat::Side;
use zhitu_domain::id::{ConversationId, MessageId};
use zhitu_domain::job::{folded, words};
use zhitu_domain::place::nearby::{NearbyOrder, PageItem, Step};
use zhitu_domain::place::{Bounds, Point};
use zhitu_domain::time::Timestamp;
use zhitu_testing::{MemoryVault, SeededRng, samples};

/// Into which file the rows go.
const ROWS: &str = "ZHITU_BENCH_ROWS";

/// Kept jobs, in as many cities as [`CITIES`] has, of so many companies.
const JOBS: u32 = 20_000;
const COMPANIES: u32 = 2_000;
/// Where jobs are: half of all in the first three.
const CITIES: [(f64, f64); 12] = [
    (31.23, 121.47),
    (39.90, 116.41),
    (22.54, 114.06),
    (23.13, 113.26),
    (30.27, 120.15),
    (30.57, 104.07),
    (32.06, 118.80),
    (30.59, 114.31),
    (34.34, 108.94),
    (31.30, 120.58),
    (29.56, 106.55),
    (36.07, 120.38),
];
/// What titles are made of.
const RANKS: [&str; 8] = ["", "高级", "资深", "初级", "实习", "首席", "助理", "兼职"];
const FIELDS: [&str; 16] = [
    "数据分析",
    "数据开发",
    "前端开发",
    "Java 开发",
    "Rust 开发",
    "算法",
    "测试",
    "运维",
    "产品",
    "视觉设计",
    "会计",
    "法务",
    "采购",
    "仓储",
    "客户服务",
    "机械设计",
];
const ROLES: [&str; 4] = ["工程师", "专员", "经理", "顾问"];
/// What is typed: one to four characters, of which some find much and some nothing.
const TYPED: [&str; 12] =
    ["数", "师", "高级", "前端", "java", "数据分", "会计", "r", "机械设计", "演示", "厨师", "工程师"];
/// Jobs shown of what is nearby, at the most.
const SHOWN: usize = 300;
const FAVOURITES: u32 = 500;
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
    // Each favourite is a transaction of its own: not each of these must outlive a loss of power.
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
    let cards: Vec<_> = (0..JOBS).map(card).collect();
    for (at, answer) in (0..).zip(cards.chunks(50)) {
        store.kept_jobs_put(answer, Timestamp(at)).await.unwrap();
    }
    for card in cards.iter().take(FAVOURITES as usize) {
        store.favourite_put(card, Timestamp(1)).await.unwrap();
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

/// One of the jobs, all different; neighbours in number are neither in one city nor alike.
fn card(number: u32) -> JobCard {
    let pick = |salt: u32, of: usize| (number.wrapping_mul(2_654_435_761).rotate_left(salt) as usize) % of;
    let city = if pick(3, 2) == 0 { pick(5, 3) } else { pick(7, CITIES.len()) };
    let aside = |salt| f64::from(u32::try_from(pick(salt, 4_000)).unwrap()) / 10_000.0 - 0.2;
    let mut card = samples::job_card(u128::from(number) + 1);
    let (rank, field) = (RANKS[pick(9, RANKS.len())], FIELDS[pick(11, FIELDS.len())]);
    card.title = format!("{rank}{field}{}（{} 组）", ROLES[pick(13, ROLES.len())], pick(19, 60));
    card.company = format!("星河第{}纸业（演示）", number % COMPANIES);
    card.address = format!("演示路 {number} 号，星河大厦 {} 座", number % 7);
    card.point = Some(Point { lat: CITIES[city].0 + aside(15), lon: CITIES[city].1 + aside(17) });
    card
}

fn message(number: u32, seq: u32) -> Message {
    let text = "您好，方便的话请说一下上一个项目里您负责的部分，以及最快什么时候能到岗。";
    let from = if seq.is_multiple_of(2) { Side::Seeker } else { Side::Company };
    samples::message(conversation(number), seq, from, &format!("{text}{seq}"))
}

/// What is measured: as the core asks for it.
#[derive(Debug, Clone, Copy)]
enum Act {
    /// Somebody types while off-line.
    Typeahead,
    /// Jobs round the device while off-line.
    Nearby,
    /// A word is searched for while off-line.
    KeptSearch,
    /// A page of results is kept.
    KeptPut,
    /// The search bar opens: what was searched for.
    SearchHistory,
    /// A conversation is opened.
    OpenConversation,
    /// The longest is opened.
    OpenLongConversation,
    /// The same as far as a page goes; no method of the port, since none asks for it yet.
    LongConversationPage,
    /// The list of conversations.
    Conversations,
    /// All favourites.
    Favourites,
    /// A message comes in.
    MessagePut,
}

impl Act {
    const ALL: [(Self, &'static str, usize); 11] = [
        (Self::Typeahead, "typeahead_p95_ms", 500),
        (Self::Nearby, "nearby_p95_ms", 500),
        (Self::KeptSearch, "kept_search_p95_ms", 50),
        (Self::KeptPut, "kept_put_p95_ms", 100),
        (Self::SearchHistory, "search_history_p95_ms", 100),
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
        let cards: Vec<_> = (0..50).map(|place| card((chance % JOBS + place) % JOBS)).collect();
        let begun = Instant::now();
        match self {
            Self::Typeahead => typeahead(store, TYPED[turn % TYPED.len()]).await,
            Self::Nearby => nearby(store, turn, chance).await,
            Self::KeptSearch => assert!(!store.kept_jobs(&words("数据")).await.unwrap().is_empty()),
            Self::KeptPut => store.kept_jobs_put(&cards, Timestamp(i64::from(JOBS))).await.unwrap(),
            Self::SearchHistory => assert_eq!(store.search_history().await.unwrap().len(), 50),
            Self::OpenConversation => assert!(open_conversation(store, number).await >= MESSAGES as usize),
            Self::OpenLongConversation => {
                assert_eq!(open_conversation(store, CONVERSATIONS).await, LONG as usize);
            }
            Self::LongConversationPage => page(store).await,
            Self::Conversations => {
                assert_eq!(store.conversations().await.unwrap().len(), CONVERSATIONS as usize + 1);
            }
            Self::Favourites => assert_eq!(store.favourites().await.unwrap().len(), FAVOURITES as usize),
            Self::MessagePut => store.messages_put(&arrived).await.unwrap(),
        }
        begun.elapsed().as_secs_f64() * 1e3
    }
}

/// As `Core::jobs_suggest` does it.
async fn typeahead(store: &DeviceStore, typed: &str) {
    let typed = folded(typed);
    let titles = store.kept_titles(&typed, 6).await.unwrap();
    let companies = store.kept_companies(&typed, 2).await.unwrap();
    assert_eq!(titles.is_empty() && companies.is_empty(), typed == "厨师");
}

/// As `Core::jobs_nearby` does it, in one of the cities' middles, or a little away from it.
async fn nearby(store: &DeviceStore, turn: usize, chance: u32) {
    let (lat, lon) = CITIES[turn % CITIES.len()];
    let here = Point { lat: lat + f64::from(chance % 1_000) / 10_000.0, lon };
    let radius_km = [1.0, 3.0, 5.0, 10.0][turn / CITIES.len() % 4];
    let mut order = NearbyOrder::new(here, radius_km).unwrap();
    let centre = order.cell().centre();
    let bounds = Bounds::around(centre, order.centre_radius_km());
    let mut page: Vec<_> = store
        .kept_jobs_within(bounds, &[])
        .await
        .unwrap()
        .into_iter()
        .map(|(id, point)| PageItem { id, point, centre_km: centre.distance_km(point) })
        .filter(|item| item.centre_km <= order.centre_radius_km())
        .collect();
    page.sort_unstable_by(|one, other| one.centre_km.total_cmp(&other.centre_km));
    order.page_add(page, true).unwrap();
    let mut nearest = Vec::new();
    while let Step::Item(item) = order.step()
        && nearest.len() < SHOWN
    {
        nearest.push(item.id);
    }
    assert_eq!(store.kept_jobs_get(&nearest).await.unwrap().len(), nearest.len());
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
