use std::sync::Arc;
use zhitu_contract::ErrorCode;
use zhitu_contract::chat::{ConversationRef, MessageRef, MessageSend, MessageState, MessageView};
use zhitu_contract::device::Nothing;
use zhitu_core::Core;
use zhitu_core::ports::Method;
use zhitu_domain::chat::Side;
use zhitu_domain::id::ConversationId;
use zhitu_testing::{Device, FakeServer};

const PHONE: &str = "+8613800138000";

/// A server with one conversation, of the device's account and a recruiter.
fn server() -> (Arc<FakeServer>, ConversationId) {
    let server = Arc::new(FakeServer::default());
    server.policy_put("2026-11-23");
    let (seeker, company) = (server.account(PHONE), server.account("+8613900139000"));
    let conversation = server.conversation_add(seeker.id, company.id);
    (server, conversation)
}

async fn messages(core: &Core, conversation: ConversationId) -> Vec<MessageView> {
    core.conversation_show(ConversationRef { conversation }).await.unwrap().messages
}

async fn texts(core: &Core, conversation: ConversationId) -> Vec<String> {
    messages(core, conversation).await.into_iter().map(|message| message.text).collect()
}

async fn states(core: &Core, conversation: ConversationId) -> Vec<MessageState> {
    messages(core, conversation).await.into_iter().map(|message| message.state).collect()
}

async fn send(core: &Core, conversation: ConversationId, text: &str) -> MessageView {
    core.message_send(MessageSend { conversation, text: text.into() }).await.unwrap()
}

async fn unread(core: &Core) -> u32 {
    core.conversations_list(Nothing {}).await.unwrap().unread
}

fn said(server: &FakeServer, conversation: ConversationId) -> Vec<String> {
    server.messages(conversation).into_iter().map(|message| message.text).collect()
}

#[tokio::test]
async fn a_message_is_unsent_then_sent_then_read() {
    let (server, conversation) = server();
    let device = Device::new(&server);
    let core = device.start();
    device.sign_in(&core, PHONE).await;
    core.conversations_list(Nothing {}).await.unwrap();
    let message = send(&core, conversation, " 你好 ").await;
    assert_eq!((message.state, message.text.as_str(), message.seq), (MessageState::Unsent, "你好", None));
    device.until("sent", async || states(&core, conversation).await == [MessageState::Sent]).await;
    assert_eq!(messages(&core, conversation).await[0].id, message.id);
    device.until("the link is open", async || server.links() == 1).await;
    server.read_all(conversation, Side::Company);
    device.until("read", async || states(&core, conversation).await == [MessageState::Read]).await;
    core.stop().await;
}

#[tokio::test]
async fn messages_written_off_line_go_out_in_order_after_a_restart() {
    let (server, conversation) = server();
    let device = Device::new(&server);
    let core = device.start();
    device.sign_in(&core, PHONE).await;
    core.conversations_list(Nothing {}).await.unwrap();
    server.set_reachable(false);
    for text in ["一", "二", "三"] {
        send(&core, conversation, text).await;
    }
    core.stop().await;
    let core = device.start();
    assert_eq!(texts(&core, conversation).await, ["一", "二", "三"], "shown off-line");
    send(&core, conversation, "四").await;
    server.say(conversation, Side::Company, "在吗");
    server.set_reachable(true);
    device.until("all sent", async || server.messages(conversation).len() == 5).await;
    assert_eq!(said(&server, conversation), ["在吗", "一", "二", "三", "四"]);
    device
        .until("all here", async || texts(&core, conversation).await == ["在吗", "一", "二", "三", "四"])
        .await;
    core.stop().await;
}

#[tokio::test]
async fn a_message_whose_answer_was_lost_is_not_doubled() {
    let (server, conversation) = server();
    let device = Device::new(&server);
    let core = device.start();
    device.sign_in(&core, PHONE).await;
    core.conversations_list(Nothing {}).await.unwrap();
    server.lose_answer(Method::Post, "/messages");
    server.lose_event();
    server.lose_event();
    send(&core, conversation, "一").await;
    send(&core, conversation, "二").await;
    device
        .until("both sent", async || {
            states(&core, conversation).await == [MessageState::Sent, MessageState::Sent]
        })
        .await;
    assert_eq!(said(&server, conversation), ["一", "二"]);
    core.stop().await;
}

#[tokio::test]
async fn killed_between_sending_and_acknowledgement_a_message_is_not_doubled() {
    let (server, conversation) = server();
    let device = Device::new(&server);
    let core = device.start();
    device.sign_in(&core, PHONE).await;
    device.until("the link is open", async || server.links() == 1).await;
    core.conversations_list(Nothing {}).await.unwrap();
    server.cut_links();
    send(&core, conversation, "一").await;
    while server.messages(conversation).is_empty() {
        tokio::task::yield_now().await;
    }
    core.stop().await;
    assert_eq!(device.store.outgoing().await.unwrap().len(), 1, "the device does not know");

    let core = device.start();
    device.until("known as sent", async || states(&core, conversation).await == [MessageState::Sent]).await;
    assert_eq!(said(&server, conversation), ["一"]);
    assert!(device.store.outgoing().await.unwrap().is_empty());
    core.stop().await;
}

#[tokio::test]
async fn a_refused_message_waits_for_the_person_and_the_others_go_on() {
    let (server, conversation) = server();
    let device = Device::new(&server);
    let core = device.start();
    device.sign_in(&core, PHONE).await;
    core.conversations_list(Nothing {}).await.unwrap();
    server.refuse(Method::Post, "/messages", ErrorCode::ConversationClosed);
    let refused = send(&core, conversation, "一").await;
    send(&core, conversation, "二").await;
    device
        .until("one is refused", async || {
            states(&core, conversation).await == [MessageState::Sent, MessageState::Refused]
        })
        .await;
    assert_eq!(said(&server, conversation), ["二"]);
    core.message_retry(MessageRef { message: refused.id }).await.unwrap();
    device.until("sent", async || said(&server, conversation) == ["二", "一"]).await;
    core.stop().await;
}

#[tokio::test]
async fn a_refused_message_can_be_deleted() {
    let (server, conversation) = server();
    let device = Device::new(&server);
    let core = device.start();
    device.sign_in(&core, PHONE).await;
    core.conversations_list(Nothing {}).await.unwrap();
    server.refuse(Method::Post, "/messages", ErrorCode::InvalidField);
    let message = send(&core, conversation, "一").await.id;
    device.until("refused", async || states(&core, conversation).await == [MessageState::Refused]).await;
    core.message_discard(MessageRef { message }).await.unwrap();
    assert!(messages(&core, conversation).await.is_empty());
    assert_eq!(core.message_discard(MessageRef { message }).await.unwrap_err().code, ErrorCode::NotFound);
    assert_eq!(core.message_retry(MessageRef { message }).await.unwrap_err().code, ErrorCode::NotFound);
    core.stop().await;
}

#[tokio::test]
async fn a_lost_event_is_made_good_by_the_next() {
    let (server, conversation) = server();
    let device = Device::new(&server);
    let core = device.start();
    device.sign_in(&core, PHONE).await;
    device.until("the link is open", async || server.links() == 1).await;
    core.conversations_list(Nothing {}).await.unwrap();
    // To both sides, of which one is here.
    server.lose_event();
    server.lose_event();
    server.say(conversation, Side::Company, "一");
    server.say(conversation, Side::Company, "二");
    device.until("both came in order", async || texts(&core, conversation).await == ["一", "二"]).await;
    assert_eq!(unread(&core).await, 2);
    core.stop().await;
}

#[tokio::test]
async fn a_lost_link_replays_what_was_missed() {
    let (server, conversation) = server();
    let device = Device::new(&server);
    let core = device.start();
    device.sign_in(&core, PHONE).await;
    device.until("the link is open", async || server.links() == 1).await;
    server.cut_links();
    for number in 0..450 {
        server.say(conversation, Side::Company, &number.to_string());
    }
    device.until("all came", async || messages(&core, conversation).await.len() == 450).await;
    let seqs: Vec<_> =
        messages(&core, conversation).await.into_iter().filter_map(|message| message.seq).collect();
    assert_eq!(seqs, (1..=450).collect::<Vec<u32>>());
    core.stop().await;
}

#[tokio::test]
async fn reading_is_told_to_the_server_also_later() {
    let (server, conversation) = server();
    let device = Device::new(&server);
    server.say(conversation, Side::Company, "一");
    server.say(conversation, Side::Company, "二");
    let core = device.start();
    device.sign_in(&core, PHONE).await;
    assert_eq!(unread(&core).await, 2);
    server.set_reachable(false);
    core.conversation_read(ConversationRef { conversation }).await.unwrap();
    assert_eq!(unread(&core).await, 0);
    core.stop().await;
    server.set_reachable(true);
    let core = device.start();
    assert_eq!(unread(&core).await, 0, "what the server says does not bring it back");
    device.until("told", async || device.store.read_marks().await.unwrap().is_empty()).await;
    assert!(server.requests().iter().any(|request| request.path.ends_with("/read")));
    server.say(conversation, Side::Company, "三");
    device.until("one is new", async || unread(&core).await == 1).await;
    core.stop().await;
}

#[tokio::test]
async fn a_conversation_opened_by_the_other_side_comes_with_its_first_message() {
    let (server, _) = server();
    let device = Device::new(&server);
    let core = device.start();
    let account = device.sign_in(&core, PHONE).await;
    device.until("the link is open", async || server.links() == 1).await;
    let other = server.account("+8613700137000");
    let conversation = server.conversation_add(account.id, other.id);
    server.say(conversation, Side::Company, "你好");
    device.until("it came", async || unread(&core).await == 1).await;
    assert_eq!(texts(&core, conversation).await, ["你好"]);
    core.stop().await;
}

#[tokio::test]
async fn what_is_no_message_is_refused_and_names_the_field() {
    let (server, conversation) = server();
    let device = Device::new(&server);
    let core = device.core();
    let signed_out = core.message_send(MessageSend { conversation, text: "你好".into() }).await.unwrap_err();
    assert_eq!(signed_out.code, ErrorCode::SignedOut);
    device.sign_in(&core, PHONE).await;
    core.conversations_list(Nothing {}).await.unwrap();
    for text in [" \n ".to_owned(), "字".repeat(2_001)] {
        let error = core.message_send(MessageSend { conversation, text }).await.unwrap_err();
        assert_eq!(
            (error.code, error.detail.unwrap()["field"].as_str()),
            (ErrorCode::InvalidField, Some("text"))
        );
    }
}
