//! Conversations: kept on the device, sent and fetched when the server can be reached.
//!
//! Two things make that nothing is lost, doubled or put out of order. What is written here stays in the outgoing
//! queue until a message of its key is kept ([`crate::ports::LocalStore::messages_put`] does both at once), and is
//! sent again under that key. And of the server's messages only the next number is taken: when a number is missing,
//! what lies between is fetched first.

mod conversation_end;
mod conversation_open;
mod conversation_read;
mod conversation_show;
mod conversations_list;
mod live;
mod message_discard;
mod message_retry;
mod message_send;
mod outgoing;
mod receive;
mod view;

use crate::Core;
use zhitu_contract::Result;
use zhitu_contract::chat::Conversation;
use zhitu_contract::device::Nothing;
use zhitu_domain::chat::Side;
use zhitu_domain::id::AccountId;

/// What this run knows of the conversations beside the store.
#[derive(Default)]
pub(crate) struct Known {
    /// Whose conversations were fetched in this session.
    fetched_for: Option<AccountId>,
}

impl Core {
    /// A session began: messages that wait go out, and conversations are fetched when first asked for.
    pub(crate) async fn chat_session_began(&self) {
        *self.chat.lock().await = Known::default();
        self.outbox_changed.notify_one();
    }

    /// What the platform's staff write needs a second factor, and nobody is there to show one once it waits to go out:
    /// the server is asked before it is kept. Whoever else writes needs none.
    pub(crate) async fn require_desk(&self, head: &Conversation) -> Result<()> {
        if head.side == Side::Company && head.company.is_none() {
            self.staff_session(Nothing {}).await?;
        }
        Ok(())
    }
}
