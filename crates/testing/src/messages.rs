//! Conversations as the platform keeps them.

use crate::market::{body, json};
use crate::samples;
use serde_json::Value;
use std::collections::BTreeMap;
use zhitu_contract::chat::{Conversation, Message, MessageSendRequest, ReadSetRequest};
use zhitu_contract::events::LiveEvent;
use zhitu_contract::{ErrorCode, Result};
use zhitu_core::ports::{ApiRequest, Method};
use zhitu_domain::chat::Side;
use zhitu_domain::id::{AccountId, ConversationId, MessageId};
use zhitu_domain::time::Timestamp;

#[derive(Default)]
pub(crate) struct Talks {
    talks: BTreeMap<ConversationId, Talk>,
    said: u128,
}

struct Talk {
    seeker: AccountId,
    company: AccountId,
    messages: Vec<Message>,
    read: [u32; 2],
}

type Told = Vec<(AccountId, LiveEvent)>;

impl Talk {
    fn side(&self, account: AccountId) -> Result<Side> {
        if account == self.seeker {
            Ok(Side::Seeker)
        } else if account == self.company {
            Ok(Side::Company)
        } else {
            Err(ErrorCode::NotFound.into())
        }
    }

    fn both(&self, event: &LiveEvent) -> Told {
        vec![(self.seeker, event.clone()), (self.company, event.clone())]
    }

    fn last_seq(&self) -> u32 {
        self.messages.last().map_or(0, |message| message.seq)
    }

    fn view(&self, id: ConversationId, side: Side) -> Conversation {
        let (read_seq, other_read_seq) = match side {
            Side::Seeker => (self.read[0], self.read[1]),
            Side::Company => (self.read[1], self.read[0]),
        };
        let unread =
            self.messages.iter().filter(|message| message.from != side && message.seq > read_seq).count();
        let last = self.messages.last().cloned();
        let base = samples::conversation(1, side);
        Conversation {
            id,
            last_seq: self.last_seq(),
            updated_at: last.as_ref().map_or(base.updated_at, |last| last.sent_at),
            last,
            read_seq,
            other_read_seq,
            unread: u32::try_from(unread).unwrap_or(u32::MAX),
            ..base
        }
    }
}

impl Talks {
    pub(crate) fn open(&mut self, seeker: AccountId, company: AccountId) -> ConversationId {
        let id = ConversationId(samples::key(5_000 + self.talks.len() as u128));
        self.talks.insert(id, Talk { seeker, company, messages: Vec::new(), read: [0, 0] });
        id
    }

    pub(crate) fn messages(&self, conversation: ConversationId) -> Vec<Message> {
        self.talks.get(&conversation).map(|talk| talk.messages.clone()).unwrap_or_default()
    }

    pub(crate) fn say(&mut self, conversation: ConversationId, from: Side, text: &str) -> Told {
        self.said += 1;
        let id = MessageId(samples::key(90_000 + self.said));
        self.add(conversation, from, MessageSendRequest { id, text: text.to_owned() }).1
    }

    pub(crate) fn read(&mut self, conversation: ConversationId, side: Side, seq: u32) -> Told {
        let Some(talk) = self.talks.get_mut(&conversation) else { return Vec::new() };
        let mark = &mut talk.read[usize::from(side == Side::Company)];
        *mark = seq.min(talk.messages.last().map_or(0, |last| last.seq)).max(*mark);
        let seq = *mark;
        talk.both(&LiveEvent::Read { conversation, side, seq })
    }

    /// A repeat of a key answers the message that is there.
    fn add(
        &mut self,
        conversation: ConversationId,
        from: Side,
        new: MessageSendRequest,
    ) -> (Option<Message>, Told) {
        let Some(talk) = self.talks.get_mut(&conversation) else { return (None, Vec::new()) };
        if let Some(known) = talk.messages.iter().find(|message| message.id == new.id) {
            return (Some(known.clone()), Vec::new());
        }
        let seq = talk.last_seq() + 1;
        let sent_at = Timestamp(1_795_100_000_000_000 + i64::from(seq));
        let message = Message { id: new.id, conversation, seq, from, text: new.text, sent_at };
        talk.messages.push(message.clone());
        let told = talk.both(&LiveEvent::Message { message: message.clone() });
        (Some(message), told)
    }

    pub(crate) fn route(
        &mut self,
        who: AccountId,
        method: Method,
        steps: &[&str],
        request: &ApiRequest,
        told: &mut Told,
    ) -> Result<Value> {
        let [conversation, rest @ ..] = steps else {
            let mine = self.talks.iter().filter_map(|(id, talk)| Some(talk.view(*id, talk.side(who).ok()?)));
            return json(mine.collect::<Vec<_>>());
        };
        let conversation: ConversationId = conversation.parse().map_err(|_| ErrorCode::NotFound)?;
        let talk = self.talks.get(&conversation).ok_or(ErrorCode::NotFound)?;
        let side = talk.side(who)?;
        match (method, rest) {
            (Method::Get, ["messages"]) => {
                let asked = |name| request.query.iter().find(|(known, _)| *known == name)?.1.parse().ok();
                let (after, limit): (u32, usize) =
                    (asked("after").unwrap_or(0), asked("limit").unwrap_or(100) as usize);
                let page: Vec<&Message> =
                    talk.messages.iter().filter(|message| message.seq > after).take(limit).collect();
                json(page)
            }
            (Method::Post, ["messages"]) => {
                let (message, news) = self.add(conversation, side, body(request)?);
                told.extend(news);
                json(message)
            }
            (Method::Put, ["read"]) => {
                let seq = body::<ReadSetRequest>(request)?.seq;
                told.extend(self.read(conversation, side, seq));
                Ok(Value::Null)
            }
            _ => Err(ErrorCode::NotFound.into()),
        }
    }
}
