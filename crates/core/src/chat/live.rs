//! The live link: opened whenever somebody is signed in, opened again when it is lost.

use crate::Core;
use crate::backoff::Backoff;
use crate::call::is_passing;
use std::sync::Arc;
use std::time::Duration;
use zhitu_contract::auth::Sensitive;
use zhitu_contract::events::{CoreEvent, LiveEvent};
use zhitu_contract::{ErrorCode, Result};
use zhitu_domain::id::AccountId;

/// A link that held for so many seconds was a good one: the next is tried for at once.
const GOOD_LINK_S: i64 = 30;

/// How often is looked without a hint.
const LOOK_EVERY: Duration = Duration::from_mins(2);

impl Core {
    pub(crate) async fn keep_link(self: Arc<Self>) {
        let mut backoff = Backoff::default();
        loop {
            let account = tokio::select! {
                biased;
                () = self.stopping.cancelled() => return,
                account = self.somebody() => account,
            };
            let opened_at = self.now();
            let ended = tokio::select! {
                biased;
                () = self.stopping.cancelled() => return,
                ended = self.follow_link(account) => ended,
                () = self.gone(account) => { backoff.reset(); continue; }
            };
            if let Err(error) = ended {
                tracing::info!(%error, "no live link");
            }
            if self.now().seconds_since(opened_at) >= GOOD_LINK_S {
                backoff.reset();
            }
            tokio::select! {
                biased;
                () = self.stopping.cancelled() => return,
                () = self.clock.sleep(backoff.next(&*self.rng)) => {}
                () = self.back_online() => {}
                () = self.gone(account) => {}
            }
        }
    }

    /// Opens the link, fetches what was missed without one, and follows it until it is lost.
    async fn follow_link(&self, account: AccountId) -> Result<()> {
        let token = self.access_token().await?;
        let opened = self.api.live(&token).await;
        self.note_reach(opened.as_ref().err());
        let (token, mut link) = match opened {
            Err(error) if error.code == ErrorCode::SignedOut => {
                let token = self.access_token_after(&token).await?;
                let link = self.api.live(&token).await?;
                (token, link)
            }
            opened => (token, opened?),
        };
        // After the link is open, so that nothing falls between fetching and following.
        self.account_look().await?;
        self.resume_look_again().await;
        self.chat_fetch(account).await?;
        self.looks_fetch(account).await?;
        self.outbox_changed.notify_one();
        self.events.emit(CoreEvent::ApplicationsChanged);
        loop {
            let mut next = link.next();
            let event = loop {
                tokio::select! {
                    event = &mut next => break event,
                    // An event is a hint: one that got lost on the server's side is made good here.
                    () = self.clock.sleep(LOOK_EVERY) => self.chat_fetch(account).await?,
                }
            };
            let Some(event) = event else { return Ok(()) };
            drop(next);
            self.live_event(account, &token, event).await?;
        }
    }

    async fn live_event(&self, account: AccountId, token: &Sensitive, event: LiveEvent) -> Result<()> {
        let outcome = match event {
            LiveEvent::Message { message } => self.message_receive(account, message).await,
            LiveEvent::Read { conversation, side, seq } => {
                self.conversation_change(account, conversation, |head| {
                    if side == head.side {
                        head.read_seq = head.read_seq.max(seq);
                    } else {
                        head.other_read_seq = head.other_read_seq.max(seq);
                    }
                })
                .await
            }
            LiveEvent::Application { .. } => {
                self.events.emit(CoreEvent::ApplicationsChanged);
                Ok(())
            }
            LiveEvent::Look { .. } => {
                // It belongs into the record now, whatever the page shows.
                let recorded = self.looks_fetch(account).await;
                self.events.emit(CoreEvent::LooksChanged);
                recorded
            }
            LiveEvent::ContactRequest { .. } => {
                self.events.emit(CoreEvent::ContactRequestsChanged);
                Ok(())
            }
            LiveEvent::SessionEnded => {
                // Why it ended is what renewing the token answers.
                self.access_token_after(token).await?;
                Err(ErrorCode::SignedOut.into())
            }
        };
        match outcome {
            // What cannot be taken over now is fetched with the next link.
            Err(error) if is_passing(&error) || error.code == ErrorCode::SignedOut => Err(error),
            Err(error) => {
                tracing::warn!(%error, "an event was not taken over");
                Ok(())
            }
            Ok(()) => Ok(()),
        }
    }
}
