//! What runs without being asked.

use crate::Core;
use crate::backoff::Backoff;
use crate::call::request;
use crate::ports::Method;
use std::sync::Arc;
use std::time::Duration;
use zhitu_contract::events::CoreEvent;
use zhitu_domain::id::AccountId;

/// How often the server is looked for while all is well.
const PROBE_EVERY: Duration = Duration::from_mins(1);

/// How often a recruiter who waits for verification is looked up.
const VERIFICATION_EVERY: Duration = Duration::from_secs(5);

impl Core {
    /// Starts what runs in the background: on-line state, session, live link, outgoing messages, saving of the
    /// résumé. Must be called within a tokio runtime, once.
    pub fn start(self: &Arc<Self>) {
        self.tasks.spawn(Arc::clone(self).watch_server());
        self.tasks.spawn(Arc::clone(self).keep_link());
        self.tasks.spawn(Arc::clone(self).send_outgoing());
        self.tasks.spawn(Arc::clone(self).resume_keep_saved());
    }

    /// Ends what [`Core::start`] started, and waits until it has. Nothing is lost by not calling it.
    pub async fn stop(&self) {
        self.stopping.cancel();
        self.tasks.close();
        self.tasks.wait().await;
    }

    async fn watch_server(self: Arc<Self>) {
        let mut backoff = Backoff::default();
        let mut policy_seen = false;
        self.session_ready().await;
        loop {
            if !policy_seen {
                policy_seen = self.policy_look().await;
            }
            let pause = if !*self.online.borrow() {
                backoff.next(&*self.rng)
            } else if self.is_waiting_for_verification() {
                backoff.reset();
                VERIFICATION_EVERY
            } else {
                backoff.reset();
                PROBE_EVERY
            };
            tokio::select! {
                () = self.clock.sleep(pause) => {}
                () = self.stopping.cancelled() => return,
                // Looked for at once when it went, or when somebody else signed in.
                () = self.next_turn() => {}
            }
            if self.is_waiting_for_verification() {
                if let Err(error) = self.account_look().await {
                    tracing::debug!(%error, "the account was not looked up");
                }
            } else {
                let answer = self.api.send(request(Method::Get, "/healthz")).await;
                self.note_reach(answer.as_ref().err());
            }
        }
    }

    /// Fetches the account and tells the page when something of it changed.
    pub(crate) async fn account_look(&self) -> zhitu_contract::Result<()> {
        let account = self.call(request(Method::Get, "/api/account")).await?;
        self.account_update(account).await
    }

    /// Looks for a new version of the policy; false to look again. A new one makes the acceptance one of the past,
    /// which the page sees in the state of the app.
    pub(crate) async fn policy_look(&self) -> bool {
        let language =
            self.store.settings().await.ok().and_then(|settings| settings.language).unwrap_or_default();
        let before = self.policy_newest().await.ok();
        match self.policy_fetch(language).await {
            Ok(_) => {
                if self.policy_newest().await.ok() != before {
                    self.events.emit(CoreEvent::SettingsChanged);
                }
                true
            }
            Err(error) => {
                tracing::info!(%error, "the policy was not looked up");
                false
            }
        }
    }

    fn is_waiting_for_verification(&self) -> bool {
        self.account
            .borrow()
            .as_ref()
            .and_then(|account| account.recruiter.as_ref())
            .is_some_and(|recruiter| !recruiter.verification.opens_recruiting())
    }

    /// Returns when the server can be reached again; never while it can be.
    pub(crate) async fn back_online(&self) {
        let mut online = self.online.subscribe();
        if *online.borrow_and_update() {
            std::future::pending::<()>().await;
        }
        if online.wait_for(|online| *online).await.is_err() {
            std::future::pending::<()>().await;
        }
    }

    /// Returns when the server goes out of reach or the account changes.
    async fn next_turn(&self) {
        let (mut online, mut account) = (self.online.subscribe(), self.account.subscribe());
        let lost = async {
            if *online.borrow_and_update() && online.wait_for(|online| !*online).await.is_ok() {
                return;
            }
            std::future::pending::<()>().await;
        };
        tokio::select! {
            () = lost => {}
            _ = account.changed() => {}
        }
    }

    /// Returns once somebody is signed in.
    pub(crate) async fn somebody(&self) -> AccountId {
        self.session_ready().await;
        let mut account = self.account.subscribe();
        loop {
            let id = account.borrow_and_update().as_ref().map(|account| account.id);
            match id {
                Some(id) => return id,
                None if account.changed().await.is_err() => std::future::pending::<()>().await,
                None => {}
            }
        }
    }

    /// Returns once this account is no longer the signed-in one.
    pub(crate) async fn gone(&self, id: AccountId) {
        let mut account = self.account.subscribe();
        let is_gone =
            |now: &Option<zhitu_contract::auth::Account>| now.as_ref().map(|now| now.id) != Some(id);
        if account.wait_for(is_gone).await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
