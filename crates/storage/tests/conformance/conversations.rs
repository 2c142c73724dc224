use crate::jobs::applied;
use crate::support::{account, at, drain, id, resume_content};
use futures_util::future::join_all;
use std::future::Future;
use std::task::Poll;
use zhitu_domain::chat::Side;
use zhitu_domain::id::{AccountId, CompanyId, ConversationId, MessageId, ResumeId};
use zhitu_storage::Store;
use zhitu_storage::conversation::{
    ConversationPut, Message, MessagePut, NewConversation, NewMessage, NewStaffConversation,
};
use zhitu_storage::outbox::{Body, Topic};

struct Talk {
    seeker: AccountId,
    recruiter: AccountId,
    company: CompanyId,
    id: ConversationId,
}

async fn talk(store: &Store) -> Talk {
    let (recruiter, company, job, seeker, application) = applied(store).await;
    let id = ConversationId(id());
    let new = NewConversation { id, job, seeker, seeker_name: "", side: Side::Company, at: at(20) };
    assert_eq!(store.conversation_open(new).await.unwrap(), ConversationPut::Open { id });
    let again = NewConversation { id: ConversationId(crate::support::id()), ..new };
    assert_eq!(
        store.conversation_open(again).await.unwrap(),
        ConversationPut::Open { id },
        "one about a job"
    );
    assert_eq!(store.application_get(application).await.unwrap().unwrap().conversation, Some(id));
    drain(store, Topic::Live).await;
    Talk { seeker, recruiter, company, id }
}

impl Talk {
    fn new_message<'a>(&self, id: MessageId, side: Side, text: &'a str) -> NewMessage<'a> {
        let sender = if side == Side::Seeker { self.seeker } else { self.recruiter };
        NewMessage { id, conversation: self.id, side, sender, text, at: at(30) }
    }

    async fn say(&self, store: &Store, side: Side, text: &str) -> Message {
        match store.message_put(&self.new_message(MessageId(id()), side, text)).await.unwrap() {
            MessagePut::Stored { message } => message,
            other => panic!("{other:?}"),
        }
    }
}

pub(crate) async fn messages_are_numbered_without_gap_and_repeat_is_the_same(store: &Store) {
    let talk = talk(store).await;
    let key = MessageId(id());
    let first = store.message_put(&talk.new_message(key, Side::Seeker, "您好")).await.unwrap();
    let MessagePut::Stored { message } = &first else { panic!("{first:?}") };
    assert_eq!((message.seq, message.side, message.text.as_str()), (1, Side::Seeker, "您好"));
    let mut repeat = talk.new_message(key, Side::Seeker, "您好");
    repeat.at = at(99);
    assert_eq!(store.message_put(&repeat).await.unwrap(), first);
    let other_text = talk.new_message(key, Side::Seeker, "别的");
    assert_eq!(store.message_put(&other_text).await.unwrap(), MessagePut::OtherMessage);
    let other_side = talk.new_message(key, Side::Company, "您好");
    assert_eq!(store.message_put(&other_side).await.unwrap(), MessagePut::OtherMessage);
    assert_eq!(talk.say(store, Side::Company, "你好").await.seq, 2);
    let nowhere = NewMessage {
        conversation: ConversationId(id()),
        ..talk.new_message(MessageId(id()), Side::Seeker, "?")
    };
    assert_eq!(store.message_put(&nowhere).await.unwrap(), MessagePut::Closed);

    assert_eq!(store.message_get(key).await.unwrap().as_ref(), Some(message));
    let after = async |after, limit| {
        store.messages_after(talk.id, after, limit).await.unwrap().iter().map(|m| m.seq).collect::<Vec<_>>()
    };
    assert_eq!(after(0, 500).await, [1, 2]);
    assert_eq!(after(1, 500).await, [2]);
    assert_eq!(after(0, 1).await, [1]);
    let told = drain(store, Topic::Live).await;
    assert_eq!(told.len(), 2, "a repeat tells nothing");
    assert_eq!(told[0], Body::Message { message: key, seeker: talk.seeker, company: Some(talk.company) });
}

pub(crate) async fn many_at_once_leave_no_gap_and_no_double(store: &Store) {
    let talk = talk(store).await;
    let keys: Vec<MessageId> = (0..12).map(|_| MessageId(id())).collect();
    // Each is sent twice, at the same time.
    let sends = keys.iter().chain(&keys).map(|key| {
        let message = talk.new_message(*key, Side::Seeker, "同时");
        async move { store.message_put(&message).await.unwrap() }
    });
    assert!(join_all(sends).await.iter().all(|outcome| matches!(outcome, MessagePut::Stored { .. })));
    let seqs: Vec<u32> = store.messages_after(talk.id, 0, 500).await.unwrap().iter().map(|m| m.seq).collect();
    assert_eq!(seqs, (1..=12).collect::<Vec<_>>());
    assert_eq!(drain(store, Topic::Live).await.len(), 12);
}

pub(crate) async fn read_marks_never_go_back(store: &Store) {
    let talk = talk(store).await;
    for _ in 0..3 {
        talk.say(store, Side::Company, "在吗").await;
    }
    drain(store, Topic::Live).await;
    let read = async |side, seq| store.conversation_read(talk.id, side, seq, at(40)).await.unwrap();
    let marks = async || {
        let found = store.conversation_get(talk.id).await.unwrap().unwrap();
        (found.seeker_read, found.company_read, found.seeker_unread, found.company_unread)
    };
    assert_eq!(marks().await, (0, 0, 3, 0));
    read(Side::Seeker, 2).await;
    assert_eq!(marks().await, (2, 0, 1, 0));
    read(Side::Seeker, 1).await;
    assert_eq!(marks().await, (2, 0, 1, 0));
    read(Side::Seeker, 4_000_000_000).await;
    assert_eq!(marks().await, (3, 0, 0, 0), "at most the last");
    read(Side::Company, 3).await;
    assert_eq!(marks().await, (3, 3, 0, 0));
    let told = drain(store, Topic::Live).await;
    assert_eq!(told.len(), 3, "only what moved is told: {told:?}");
}

pub(crate) async fn both_sides_see_names_and_counts(store: &Store) {
    let talk = talk(store).await;
    let found = store.conversation_get(talk.id).await.unwrap().unwrap();
    assert_eq!((found.seeker_name.as_str(), found.last.is_none(), found.last_seq), ("", true, 0));
    store.resume_put(talk.seeker, ResumeId(id()), 0, &resume_content("周予安"), at(21)).await.unwrap();
    let said = talk.say(store, Side::Seeker, "您好").await;
    let found = store.conversation_get(talk.id).await.unwrap().unwrap();
    let about = found.about.as_ref().unwrap();
    assert_eq!((found.seeker_name.as_str(), about.recruiter_name.as_str()), ("周予安", "林一"));
    assert_eq!(
        (about.job_title.as_str(), about.demo, found.last.as_ref()),
        ("后端工程师", true, Some(&said))
    );
    assert_eq!((found.company_unread, found.updated_at, found.closed), (1, at(30), false));
    assert_eq!(store.conversations_of_seeker(talk.seeker).await.unwrap(), std::slice::from_ref(&found));
    assert_eq!(store.conversations_of_company(Some(talk.company)).await.unwrap(), [found]);
    assert_eq!(store.conversations_of_seeker(account(store).await).await.unwrap(), []);
    assert_eq!(store.conversation_get(ConversationId(id())).await.unwrap(), None);
}

pub(crate) async fn staff_have_one_conversation_with_a_person(store: &Store) {
    let talk = talk(store).await;
    store.resume_put(talk.seeker, ResumeId(id()), 0, &resume_content("周予安"), at(21)).await.unwrap();
    let resume = store.resume_get(talk.seeker).await.unwrap().unwrap().id;
    assert_eq!(store.conversation_latest(None, resume).await.unwrap(), None);
    let key = ConversationId(id());
    let new = NewStaffConversation { id: key, seeker: talk.seeker, seeker_name: "周**", at: at(22) };
    assert_eq!(store.conversation_open_staff(new).await.unwrap(), Some(key));
    let again = NewStaffConversation { id: ConversationId(id()), seeker_name: "周予安", ..new };
    assert_eq!(store.conversation_open_staff(again).await.unwrap(), Some(key), "one with each person");
    assert_eq!(store.conversation_latest(None, resume).await.unwrap(), Some(key));

    let staff = account(store).await;
    let text = "有一个职位可能适合您";
    let (said, side) = (MessageId(id()), Side::Company);
    let message = NewMessage { id: said, conversation: key, side, sender: staff, text, at: at(23) };
    assert!(matches!(store.message_put(&message).await.unwrap(), MessagePut::Stored { .. }));
    let told = drain(store, Topic::Live).await;
    assert!(told.contains(&Body::Message { message: said, seeker: talk.seeker, company: None }), "{told:?}");
    let found = store.conversation_get(key).await.unwrap().unwrap();
    assert_eq!((&found.about, found.seeker_name.as_str(), found.seeker_unread), (&None, "周予安", 1));
    assert_eq!(store.conversations_of_company(None).await.unwrap(), [found]);
    let of_company = store.conversations_of_company(Some(talk.company)).await.unwrap();
    assert_eq!(of_company.iter().map(|one| one.id).collect::<Vec<_>>(), [talk.id]);
    let of_seeker = store.conversations_of_seeker(talk.seeker).await.unwrap();
    assert_eq!(of_seeker.iter().map(|one| one.id).collect::<Vec<_>>(), [key, talk.id]);

    store.account_close(talk.seeker, "test", at(24)).await.unwrap();
    assert!(store.conversation_get(key).await.unwrap().unwrap().closed);
    let closed = account(store).await;
    store.account_close(closed, "test", at(25)).await.unwrap();
    let with_closed = NewStaffConversation { id: ConversationId(id()), seeker: closed, ..new };
    assert_eq!(store.conversation_open_staff(with_closed).await.unwrap(), None);
}

pub(crate) async fn a_seeker_ends_a_conversation_and_begins_it_anew(store: &Store) {
    let talk = talk(store).await;
    for text in ["在吗", "方便聊聊吗"] {
        talk.say(store, Side::Company, text).await;
    }
    let shown = async || store.conversation_get(talk.id).await.unwrap().unwrap();
    store.conversation_read(talk.id, Side::Seeker, 1, at(31)).await.unwrap();
    assert!(store.conversation_end(&shown().await, true, at(32)).await.unwrap());
    let again = talk.new_message(MessageId(id()), Side::Seeker, "好");
    assert_eq!(store.message_put(&again).await.unwrap(), MessagePut::Closed);
    store.conversation_read(talk.id, Side::Seeker, 2, at(33)).await.unwrap();
    let ended = shown().await;
    assert_eq!((ended.closed, ended.seeker_read, ended.seeker_read_shown), (true, 2, 1));
    assert!(store.conversation_end(&ended, false, at(34)).await.unwrap());
    let anew = shown().await;
    assert_eq!((anew.closed, anew.in_contact, anew.seeker_read_shown), (false, true, 2));
}

/// The task that stores a message is killed at each point where it waits; all of it is there afterwards, or nothing.
pub(crate) async fn a_transaction_that_is_cut_off_leaves_nothing(store: &Store) {
    // A database that answers before it is asked for the answer lets nothing wait: then there is nothing to cut off.
    for _ in 0..100 {
        if cuts_until_it_is_stored(store).await > 0 {
            return;
        }
    }
    panic!("it never waited");
}

/// Tries to store a message, cutting off after one wait, after two, and so on. Answers how often it was cut off.
async fn cuts_until_it_is_stored(store: &Store) -> usize {
    let talk = talk(store).await;
    talk.say(store, Side::Seeker, "一").await;
    drain(store, Topic::Live).await;
    let message = talk.new_message(MessageId(id()), Side::Seeker, "二");
    for waits in 1..100 {
        let mut put = Box::pin(store.message_put(&message));
        let mut polls = 0;
        let finished = std::future::poll_fn(|context| {
            polls += 1;
            match put.as_mut().poll(context) {
                Poll::Ready(outcome) => Poll::Ready(Some(outcome)),
                Poll::Pending if polls == waits => Poll::Ready(None),
                Poll::Pending => Poll::Pending,
            }
        })
        .await;
        drop(put);
        let whole = is_whole(store, talk.id, waits).await;
        if let Some(outcome) = &finished {
            assert!(whole && matches!(outcome, Ok(MessagePut::Stored { .. })));
        }
        if whole {
            return waits - 1;
        }
    }
    panic!("it never finished");
}

/// Whether the second message is there, with all that belongs to it; it may also be away with all of it.
///
/// A commit that was on its way to the server may land between two of the reads; what is left half done stays half
/// done however often it is read.
async fn is_whole(store: &Store, id: ConversationId, waits: usize) -> bool {
    let mut half = String::new();
    for _ in 0..200 {
        let messages = store.messages_after(id, 0, 9).await.unwrap();
        let seqs: Vec<u32> = messages.iter().map(|message| message.seq).collect();
        let last = store.conversation_get(id).await.unwrap().unwrap().last_seq;
        let told = store.outbox_next(Topic::Live, 9).await.unwrap().len();
        if seqs == [1, 2] && last == 2 && told == 1 {
            return true;
        }
        if seqs == [1] && last == 1 && told == 0 {
            return false;
        }
        half = format!("{seqs:?}, last {last}, told {told}");
    }
    panic!("{half} after {waits} waits");
}
