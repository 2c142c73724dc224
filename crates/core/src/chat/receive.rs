//! Taking over what the server has.

use crate::Core;
use crate::call::request;
use crate::ports::{ApiRequest, Method};
use zhitu_contract::Result;
use zhitu_contract::chat::{Conversation, Message};
use zhitu_contract::events::CoreEvent;
use zhitu_domain::chat::Side;
use zhitu_domain::id::{AccountId, ConversationId};

/// Messages fetched at once.
const PAGE: u32 = 200;

impl Core {
    /// Fetches all conversations and every message that is not here yet. What the server does not show any more goes from
    /// this device: conversations of a side that the person speaks for no more, staff's once the second factor counts no
    /// more, and the texts of whoever closed the account.
    pub(crate) async fn chat_fetch(&self, account: AccountId) -> Result<()> {
        let heads: Vec<Conversation> = self.call(request(Method::Get, "/api/conversations")).await?;
        for kept in self.store.conversations().await? {
            let shown = heads.iter().find(|head| head.id == kept.id);
            let is_erased = shown.is_some_and(|head| head.account_closed) && !kept.account_closed;
            // What a seeker has is never taken from them.
            if kept.side == Side::Company && (shown.is_none() || is_erased) {
                self.conversation_forget(account, kept.id).await?;
            }
        }
        for head in heads {
            let kept = self.store.conversation(head.id).await?;
            let last = self.store.messages_last_seq(head.id).await?;
            if kept.as_ref() == Some(&head) && last == head.last_seq {
                continue;
            }
            self.messages_fetch(account, head.id).await?;
            self.conversation_keep(account, head).await?;
        }
        self.chat.lock().await.fetched_for = Some(account);
        Ok(())
    }

    /// As [`Core::chat_fetch`], once in a session.
    pub(crate) async fn chat_fetch_once(&self, account: AccountId) -> Result<()> {
        let fetched = self.chat.lock().await.fetched_for == Some(account);
        if fetched { Ok(()) } else { self.chat_fetch(account).await }
    }

    /// Takes over one message. When numbers before it are missing here, they are fetched with it.
    pub(crate) async fn message_receive(&self, account: AccountId, message: Message) -> Result<()> {
        let conversation = message.conversation;
        if self.store.conversation(conversation).await?.is_none() {
            // The first message of a conversation that somebody else opened.
            return self.chat_fetch(account).await;
        }
        if message.seq <= self.store.messages_last_seq(conversation).await? + 1 {
            self.messages_keep(account, &[message]).await?;
        } else {
            self.messages_fetch(account, conversation).await?;
        }
        self.conversation_refresh(account, conversation).await
    }

    /// Fetches the messages after the last one that is here.
    pub(crate) async fn messages_fetch(
        &self,
        account: AccountId,
        conversation: ConversationId,
    ) -> Result<()> {
        loop {
            let after = self.store.messages_last_seq(conversation).await?;
            let query = vec![("after", after.to_string()), ("limit", PAGE.to_string())];
            let path = format!("/api/conversations/{conversation}/messages");
            let messages: Vec<Message> =
                self.call(ApiRequest { query, ..request(Method::Get, path) }).await?;
            // Only what joins on: a gap would never be filled.
            let joins_on: Vec<Message> = (after + 1..)
                .zip(messages)
                .take_while(|(seq, message)| message.seq == *seq)
                .map(|pair| pair.1)
                .collect();
            if joins_on.is_empty() {
                return Ok(());
            }
            self.messages_keep(account, &joins_on).await?;
            if joins_on.len() < PAGE as usize {
                return Ok(());
            }
        }
    }

    async fn conversation_forget(&self, account: AccountId, conversation: ConversationId) -> Result<()> {
        let leave = self.personal_write(account).await?;
        self.store.conversation_forget(conversation).await?;
        drop(leave);
        self.events.emit(CoreEvent::ConversationChanged { conversation });
        Ok(())
    }

    async fn messages_keep(&self, account: AccountId, messages: &[Message]) -> Result<()> {
        let _leave = self.personal_write(account).await?;
        Ok(self.store.messages_put(messages).await?)
    }

    /// Keeps a conversation's head as the server has it, together with what only this device knows yet.
    pub(crate) async fn conversation_keep(&self, account: AccountId, head: Conversation) -> Result<()> {
        let leave = self.personal_write(account).await?;
        let known = self.chat.lock().await;
        let id = head.id;
        let kept = self.store.conversation(id).await?;
        let head = self.settled(head, kept.as_ref()).await?;
        let changed = kept.as_ref() != Some(&head);
        if changed {
            self.store.conversations_put(&[head]).await?;
        }
        drop((known, leave));
        if changed {
            self.events.emit(CoreEvent::ConversationChanged { conversation: id });
        }
        Ok(())
    }

    /// Brings a head up to the messages that are kept, and tells the page.
    pub(crate) async fn conversation_refresh(
        &self,
        account: AccountId,
        conversation: ConversationId,
    ) -> Result<()> {
        self.conversation_change(account, conversation, |_| {}).await
    }

    /// Changes a head that is kept. The page is told when something of it is other than before.
    pub(crate) async fn conversation_change(
        &self,
        account: AccountId,
        conversation: ConversationId,
        change: impl FnOnce(&mut Conversation) + Send,
    ) -> Result<()> {
        let leave = self.personal_write(account).await?;
        let known = self.chat.lock().await;
        let Some(kept) = self.store.conversation(conversation).await? else { return Ok(()) };
        let mut head = kept.clone();
        change(&mut head);
        let head = self.settled(head, Some(&kept)).await?;
        let changed = head != kept;
        if changed {
            self.store.conversations_put(&[head]).await?;
        }
        drop((known, leave));
        if changed {
            self.events.emit(CoreEvent::ConversationChanged { conversation });
        }
        Ok(())
    }

    /// A head with read marks that never go back, and its last message and count of unread ones from the messages
    /// that are kept, as soon as these are all there.
    async fn settled(&self, mut head: Conversation, kept: Option<&Conversation>) -> Result<Conversation> {
        let marked = self
            .store
            .read_marks()
            .await?
            .into_iter()
            .find(|mark| mark.0 == head.id)
            .map_or(0, |mark| mark.1);
        head.read_seq = head.read_seq.max(marked).max(kept.map_or(0, |kept| kept.read_seq));
        head.other_read_seq = head.other_read_seq.max(kept.map_or(0, |kept| kept.other_read_seq));
        let messages = self.store.messages(head.id).await?;
        if let Some(last) = messages.last()
            && last.seq >= head.last_seq
        {
            head.last_seq = last.seq;
            head.updated_at = head.updated_at.max(last.sent_at);
            head.last = Some(last.clone());
            let unread =
                messages.iter().filter(|message| message.from != head.side && message.seq > head.read_seq);
            head.unread = u32::try_from(unread.count()).unwrap_or(u32::MAX);
        } else if head.read_seq >= head.last_seq {
            head.unread = 0;
        }
        Ok(head)
    }
}
