use crate::samples::{conversation, key, message};
use zhitu_contract::chat::Conversation;
use zhitu_core::ports::{LocalStore, OutgoingMessage};
use zhitu_domain::chat::Side;
use zhitu_domain::id::{ConversationId, MessageId};
use zhitu_domain::time::Timestamp;

pub(super) fn waiting(number: u128, conversation: ConversationId) -> OutgoingMessage {
    OutgoingMessage {
        id: MessageId(key(number)),
        conversation,
        text: format!("第 {number} 条"),
        at: Timestamp(100),
        refused: false,
    }
}

pub(super) async fn conversations_are_replaced_and_stand_latest_first(store: &dyn LocalStore) {
    let first = Conversation { updated_at: Timestamp(10), ..conversation(1, Side::Seeker) };
    let second = Conversation { updated_at: Timestamp(20), ..conversation(2, Side::Company) };
    store.conversations_put(&[first.clone(), second.clone()]).await.expect("kept");
    assert_eq!(store.conversations().await, Ok(vec![second.clone(), first.clone()]));
    let last = message(first.id, 1, Side::Company, "你好");
    let newer = Conversation { updated_at: Timestamp(30), unread: 1, last_seq: 1, last: Some(last), ..first };
    store.conversations_put(std::slice::from_ref(&newer)).await.expect("kept");
    assert_eq!(store.conversations().await, Ok(vec![newer.clone(), second]));
    assert_eq!(store.conversation(newer.id).await, Ok(Some(newer)));
    assert_eq!(store.conversation(ConversationId(key(77))).await, Ok(None));
}

pub(super) async fn messages_stand_by_number_and_once(store: &dyn LocalStore) {
    let (one, other) = (conversation(1, Side::Seeker), conversation(2, Side::Seeker));
    store.conversations_put(&[one.clone(), other.clone()]).await.expect("kept");
    assert_eq!(store.messages_last_seq(one.id).await, Ok(0));
    let all: Vec<_> = (1..=3).map(|seq| message(one.id, seq, Side::Company, &seq.to_string())).collect();
    store.messages_put(&[all[1].clone(), all[0].clone()]).await.expect("kept");
    store.messages_put(&all[1..]).await.expect("kept");
    store.messages_put(&[message(other.id, 1, Side::Seeker, "别处")]).await.expect("kept");
    assert_eq!(store.messages(one.id).await, Ok(all));
    assert_eq!(store.messages_last_seq(one.id).await, Ok(3));
    assert_eq!(store.messages_last_seq(other.id).await, Ok(1));
}

pub(super) async fn a_message_that_arrived_leaves_the_queue(store: &dyn LocalStore) {
    let one = conversation(1, Side::Seeker);
    store.conversations_put(std::slice::from_ref(&one)).await.expect("kept");
    let first = message(one.id, 1, Side::Seeker, "到了");
    let waits = OutgoingMessage { id: first.id, ..waiting(8, one.id) };
    store.outgoing_add(&waits).await.expect("kept");
    store.outgoing_add(&waiting(9, one.id)).await.expect("kept");
    store.messages_put(std::slice::from_ref(&first)).await.expect("kept");
    assert_eq!(store.outgoing().await, Ok(vec![waiting(9, one.id)]));
    assert_eq!(store.messages(one.id).await, Ok(vec![first.clone()]));
    // An acknowledgement that comes twice, with the message waiting again: kept once, and out of the queue.
    store.outgoing_add(&waits).await.expect("kept");
    store.messages_put(&[first]).await.expect("kept");
    assert_eq!(store.outgoing().await, Ok(vec![waiting(9, one.id)]));
}

pub(super) async fn the_queue_keeps_its_order(store: &dyn LocalStore) {
    let one = conversation(1, Side::Seeker);
    store.conversations_put(std::slice::from_ref(&one)).await.expect("kept");
    // Keys and times say nothing about the order: the clock of a device may go back.
    for (number, at) in [(30, 5), (10, 9), (20, 1)] {
        store
            .outgoing_add(&OutgoingMessage { at: Timestamp(at), ..waiting(number, one.id) })
            .await
            .expect("kept");
    }
    store.outgoing_add(&waiting(30, one.id)).await.expect("there already");
    let order = async || -> Vec<(MessageId, bool)> {
        let all = store.outgoing().await.expect("read");
        all.into_iter().map(|waiting| (waiting.id, waiting.refused)).collect()
    };
    let id = |number| MessageId(key(number));
    assert_eq!(order().await, [(id(30), false), (id(10), false), (id(20), false)]);
    assert_eq!(store.outgoing().await.expect("read")[0].at, Timestamp(5));
    store.outgoing_refuse(id(30)).await.expect("noted");
    assert_eq!(order().await, [(id(30), true), (id(10), false), (id(20), false)]);
    assert_eq!(store.outgoing_retry(id(10)).await, Ok(true), "one that waits keeps its place");
    assert_eq!(store.outgoing_retry(id(30)).await, Ok(true));
    assert_eq!(order().await, [(id(10), false), (id(20), false), (id(30), false)]);
    assert_eq!(store.outgoing_remove(id(20)).await, Ok(true));
    assert_eq!(store.outgoing_remove(id(20)).await, Ok(false));
    assert_eq!(store.outgoing_retry(id(20)).await, Ok(false));
    assert_eq!(order().await, [(id(10), false), (id(30), false)]);
}

pub(super) async fn read_marks_never_go_back(store: &dyn LocalStore) {
    let one = conversation(1, Side::Seeker).id;
    for seq in [3, 7, 5] {
        store.read_mark_set(one, seq).await.expect("kept");
    }
    assert_eq!(store.read_marks().await, Ok(vec![(one, 7)]));
    store.read_mark_done(one, 5).await.expect("noted");
    assert_eq!(store.read_marks().await, Ok(vec![(one, 7)]), "the higher one was not told yet");
    store.read_mark_done(one, 7).await.expect("noted");
    assert_eq!(store.read_marks().await, Ok(vec![]));
}

pub(super) async fn a_forgotten_conversation_is_gone_and_what_waits_stays(store: &dyn LocalStore) {
    let (gone, other) = (conversation(1, Side::Company), conversation(2, Side::Company));
    store.conversations_put(&[gone.clone(), other.clone()]).await.expect("kept");
    for of in [gone.id, other.id] {
        store.messages_put(&[message(of, 1, Side::Seeker, "您好")]).await.expect("kept");
        store.read_mark_set(of, 1).await.expect("kept");
    }
    store.outgoing_add(&waiting(10, gone.id)).await.expect("kept");
    store.conversation_forget(gone.id).await.expect("deleted");
    assert_eq!(store.conversations().await, Ok(vec![other.clone()]));
    assert_eq!(store.messages(gone.id).await, Ok(vec![]));
    assert_eq!(store.messages_last_seq(gone.id).await, Ok(0));
    assert_eq!(store.messages_last_seq(other.id).await, Ok(1));
    assert_eq!(store.read_marks().await, Ok(vec![(other.id, 1)]));
    assert_eq!(store.outgoing().await, Ok(vec![waiting(10, gone.id)]));
}
