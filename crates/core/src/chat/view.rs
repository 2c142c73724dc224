//! What the page sees of a conversation.

use crate::Core;
use crate::ports::OutgoingMessage;
use zhitu_contract::chat::{Conversation, ConversationView, Message, MessageState, MessageView};
use zhitu_contract::{ErrorCode, Result};
use zhitu_domain::chat::Side;
use zhitu_domain::id::ConversationId;

impl Core {
    /// A conversation with its messages, from the device.
    pub(crate) async fn conversation_view(&self, conversation: ConversationId) -> Result<ConversationView> {
        let head = self.store.conversation(conversation).await?.ok_or(ErrorCode::NotFound)?;
        let sent = self.store.messages(conversation).await?;
        let mut messages: Vec<MessageView> =
            sent.into_iter().map(|message| of_server(&head, message)).collect();
        let waiting =
            self.store.outgoing().await?.into_iter().filter(|message| message.conversation == conversation);
        messages.extend(waiting.map(|message| of_device(head.side, message)));
        Ok(ConversationView { conversation: head, messages })
    }
}

fn of_server(head: &Conversation, message: Message) -> MessageView {
    let mine = message.from == head.side;
    let read = mine && message.seq <= head.other_read_seq;
    MessageView {
        id: message.id,
        seq: Some(message.seq),
        from: message.from,
        mine,
        text: message.text,
        at: message.sent_at,
        state: if read { MessageState::Read } else { MessageState::Sent },
    }
}

pub(super) fn of_device(side: Side, message: OutgoingMessage) -> MessageView {
    MessageView {
        id: message.id,
        seq: None,
        from: side,
        mine: true,
        text: message.text,
        at: message.at,
        state: if message.refused { MessageState::Refused } else { MessageState::Unsent },
    }
}
