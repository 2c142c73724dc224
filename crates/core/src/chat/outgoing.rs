//! Sending what waits: messages in the order in which they were written, then read marks.

use crate::Core;
use crate::backoff::Backoff;
use crate::call::{is_passing, with_body};
use crate::ports::{Method, OutgoingMessage};
use std::sync::Arc;
use zhitu_contract::chat::{Conversation, Message, MessageSendRequest, ReadSetRequest};
use zhitu_contract::events::CoreEvent;
use zhitu_contract::{ErrorCode, Result};
use zhitu_domain::chat::Side;
use zhitu_domain::id::{AccountId, ConversationId};
use zhitu_domain::record::{Consent, DataField, Disclosure, Handover, Recipient};

impl Core {
    pub(crate) async fn send_outgoing(self: Arc<Self>) {
        let mut backoff = Backoff::default();
        loop {
            let account = tokio::select! {
                biased;
                () = self.stopping.cancelled() => return,
                account = self.somebody() => account,
            };
            let sent = tokio::select! {
                biased;
                () = self.stopping.cancelled() => return,
                sent = self.outgoing_send_all(account) => sent,
            };
            match sent {
                Ok(()) => {
                    backoff.reset();
                    tokio::select! {
                        biased;
                        () = self.stopping.cancelled() => return,
                        () = self.outbox_changed.notified() => {}
                    }
                }
                Err(error) => {
                    tracing::info!(%error, "messages wait");
                    tokio::select! {
                        biased;
                        () = self.stopping.cancelled() => return,
                        () = self.clock.sleep(backoff.next(&*self.rng)) => {}
                        () = self.back_online() => {}
                        () = self.gone(account) => {}
                    }
                }
            }
        }
    }

    async fn outgoing_send_all(&self, account: AccountId) -> Result<()> {
        while let Some(next) = self.store.outgoing().await?.into_iter().find(|message| !message.refused) {
            self.outgoing_send(account, &next).await?;
        }
        for (conversation, seq) in self.store.read_marks().await? {
            let path = format!("/api/conversations/{conversation}/read");
            let disclosure = self.handed_over(conversation, DataField::ReadMark).await?;
            let request = with_body(Method::Put, path, &ReadSetRequest { seq }, disclosure)?;
            let told = self.call::<serde_json::Value>(request).await;
            if let Err(error) = told {
                if is_passing(&error) || error.code == ErrorCode::SignedOut {
                    return Err(error);
                }
                if error.code == ErrorCode::SecondFactorRequired {
                    // Told once staff have shown it again.
                    continue;
                }
                tracing::warn!(%error, "the server refuses a read mark");
            }
            self.store.read_mark_done(conversation, seq).await?;
        }
        Ok(())
    }

    /// What goes to the other side of a conversation.
    async fn handed_over(&self, conversation: ConversationId, field: DataField) -> Result<Disclosure> {
        let head = self.store.conversation(conversation).await?;
        let to = match head {
            Some(head) if head.side == Side::Company => Recipient::Person { name: head.with },
            Some(Conversation { company: Some(name), .. }) => Recipient::Company { name },
            _ => Recipient::Platform,
        };
        Ok(Disclosure { fields: vec![field], to, handover: Handover::Message, consent: Consent::Act })
    }

    /// Sends one message. It leaves the queue only by being kept as one of the server's, so that being killed at any
    /// point leads to sending it again, which the server recognises by its key.
    async fn outgoing_send(&self, account: AccountId, message: &OutgoingMessage) -> Result<()> {
        let path = format!("/api/conversations/{}/messages", message.conversation);
        let body = MessageSendRequest { id: message.id, text: message.text.clone() };
        let disclosure = self.handed_over(message.conversation, DataField::MessageText).await?;
        match self.call::<Message>(with_body(Method::Post, path, &body, disclosure)?).await {
            Ok(taken) => {
                let (conversation, seq) = (taken.conversation, taken.seq);
                self.message_receive(account, taken).await?;
                if self.store.outgoing().await?.iter().any(|waiting| waiting.id == message.id) {
                    // Kept by nobody: the numbers between could not be had. Fetched again with the next try.
                    tracing::warn!(%conversation, seq, "a sent message is not in the conversation yet");
                    return Err(ErrorCode::Unavailable.into());
                }
                Ok(())
            }
            Err(error) if is_passing(&error) || error.code == ErrorCode::SignedOut => Err(error),
            Err(error) => {
                tracing::warn!(%error, "the server refuses a message");
                self.store.outgoing_refuse(message.id).await?;
                self.events.emit(CoreEvent::ConversationChanged { conversation: message.conversation });
                Ok(())
            }
        }
    }
}
