//! The session's tokens: the access token in memory, the refresh token in the keyring, rotated at each use.

use crate::Core;
use crate::call::with_body;
use crate::ports::{Method, StoreResult, VaultSlot};
use serde_json::Value;
use std::sync::atomic::Ordering;
use tokio::sync::RwLockReadGuard;
use zhitu_contract::auth::{Account, RefreshRequest, Sensitive, TokensResponse};
use zhitu_contract::events::CoreEvent;
use zhitu_contract::{Error, ErrorCode, Result};
use zhitu_domain::id::AccountId;
use zhitu_domain::time::Timestamp;

/// An access token that ends within so many seconds is renewed before it is used.
const RENEW_BEFORE_S: i64 = 30;

#[derive(Default)]
pub(crate) struct Tokens {
    refresh: Option<Sensitive>,
    access: Option<Access>,
}

struct Access {
    token: Sensitive,
    good_until: Timestamp,
}

impl Core {
    /// Whether there is a session on this device (which the server may have ended without our knowing).
    pub(crate) async fn signed_in(&self) -> bool {
        self.signed_in_account().await.is_some()
    }

    /// The signed-in account, if there is one.
    pub(crate) async fn signed_in_account(&self) -> Option<AccountId> {
        self.session_ready().await;
        self.account.borrow().as_ref().map(|account| account.id)
    }

    /// The signed-in account, or [`ErrorCode::SignedOut`].
    pub(crate) async fn account_required(&self) -> Result<Account> {
        self.session_ready().await;
        self.account.borrow().clone().ok_or_else(|| ErrorCode::SignedOut.into())
    }

    /// Whether the session would end with the app, since there is no keyring.
    pub(crate) fn session_in_memory(&self) -> bool {
        self.session_in_memory.load(Ordering::Relaxed)
    }

    fn session_in_memory_put(&self, session_in_memory: bool) {
        if self.session_in_memory.swap(session_in_memory, Ordering::Relaxed) != session_in_memory {
            self.events.emit(CoreEvent::SessionInMemory { session_in_memory });
        }
    }

    /// Looks for the session of the last run, once. Does not wait for a token that is being renewed.
    pub(crate) async fn session_ready(&self) {
        self.session_looked_for.get_or_init(|| self.session_look()).await;
    }

    async fn session_look(&self) {
        let refresh = match self.vault.load(VaultSlot::RefreshToken).await {
            Ok(refresh) => refresh,
            Err(error) => {
                tracing::warn!(%error, "no keyring: a session will live in memory only");
                self.session_in_memory.store(true, Ordering::Relaxed);
                return;
            }
        };
        let account = match self.store.account().await {
            Ok(account) => account,
            Err(error) => {
                tracing::error!(%error, "the account cannot be read");
                return;
            }
        };
        match (refresh, account) {
            (Some(refresh), Some(account)) => {
                self.tokens.lock().await.refresh = Some(refresh);
                self.account.send_replace(Some(account));
            }
            (Some(_), None) => {
                // Left over from a sign-out that was cut short after the data had gone.
                if let Err(error) = self.vault.remove(VaultSlot::RefreshToken).await {
                    tracing::warn!(%error, "a token of an ended session stays in the keyring");
                }
            }
            (None, _) => {}
        }
    }

    /// A token good for a request.
    pub(crate) async fn access_token(&self) -> Result<Sensitive> {
        self.session_ready().await;
        let mut tokens = self.tokens.lock().await;
        let now = self.now();
        match &tokens.access {
            Some(access) if access.good_until.seconds_since(now) >= RENEW_BEFORE_S => {
                Ok(access.token.clone())
            }
            _ => self.refresh(&mut tokens).await,
        }
    }

    /// Another token, after the server refused this one.
    pub(crate) async fn access_token_after(&self, refused: &Sensitive) -> Result<Sensitive> {
        let mut tokens = self.tokens.lock().await;
        match &tokens.access {
            // Someone else renewed it meanwhile.
            Some(access) if access.token != *refused => Ok(access.token.clone()),
            _ => self.refresh(&mut tokens).await,
        }
    }

    async fn refresh(&self, tokens: &mut Tokens) -> Result<Sensitive> {
        let Some(refresh) = tokens.refresh.clone() else { return Err(ErrorCode::SignedOut.into()) };
        tokens.access = None;
        let request =
            with_body(Method::Post, "/api/auth/refresh", &RefreshRequest { refresh_token: refresh }, None)?;
        match self.call_open::<TokensResponse>(request).await {
            Ok(response) => Ok(self.keep(tokens, &response).await),
            Err(error) => {
                // An answer that got lost on the way leaves us with a used token. The server then ends the session,
                // and that is said: the person signs in again, and what was not sent yet is still here. A session that
                // was ended on purpose, on another device, takes all that is personal with it.
                if error.code == ErrorCode::SignedOut {
                    if ended_on_purpose(&error) {
                        let _wiping = self.personal.write().await;
                        if let Err(error) = self.wipe().await {
                            tracing::error!(%error, "the data of an ended session could not be deleted");
                        }
                        self.forget(tokens).await;
                    } else {
                        self.forget(tokens).await;
                    }
                }
                Err(error)
            }
        }
    }

    /// Keeps a new pair; answers the access token.
    async fn keep(&self, tokens: &mut Tokens, response: &TokensResponse) -> Sensitive {
        let kept = self.vault.store(VaultSlot::RefreshToken, &response.refresh_token).await;
        self.session_in_memory_put(kept.is_err());
        if let Err(error) = kept {
            tracing::warn!(%error, "no keyring: the session lives in memory only");
        }
        tokens.refresh = Some(response.refresh_token.clone());
        tokens.access = Some(Access {
            token: response.access_token.clone(),
            good_until: self.now().plus_seconds(i64::from(response.expires_in_s)),
        });
        response.access_token.clone()
    }

    async fn forget(&self, tokens: &mut Tokens) {
        tokens.refresh = None;
        tokens.access = None;
        if let Err(error) = self.vault.remove(VaultSlot::RefreshToken).await {
            tracing::warn!(%error, "a token of an ended session stays in the keyring");
        }
        self.account_put(None);
    }

    /// Starts a session: the data of another account goes first.
    pub(crate) async fn session_begin(&self, response: &TokensResponse, account: Account) -> Result<()> {
        self.session_ready().await;
        let mut tokens = self.tokens.lock().await;
        let _wiping = self.personal.write().await;
        if self.store.account().await?.is_some_and(|before| before.id != account.id) {
            self.wipe().await?;
        }
        self.store.account_set(&account).await?;
        self.keep(&mut tokens, response).await;
        drop(tokens);
        self.account_put(Some(account));
        Ok(())
    }

    /// The server ended the session that this token belongs to. What is on the device stays for the same account to
    /// go on with: a message that was not sent, an edit that was not saved. Another account's signing in wipes it.
    pub(crate) async fn session_lost(&self, token: &Sensitive) {
        let mut tokens = self.tokens.lock().await;
        if tokens.access.as_ref().is_none_or(|access| access.token == *token) {
            self.forget(&mut tokens).await;
        }
    }

    /// The person signs out: all that is personal goes, then the token.
    pub(crate) async fn session_end(&self) -> Result<()> {
        self.session_ready().await;
        let mut tokens = self.tokens.lock().await;
        let _wiping = self.personal.write().await;
        // In this order: a token that stays behind without an account is not used at the next start.
        self.wipe().await?;
        self.forget(&mut tokens).await;
        Ok(())
    }

    /// All that is personal goes. The key of the database goes with it: a copy of the keyring that was taken during this
    /// session opens nothing that the next one writes.
    async fn wipe(&self) -> StoreResult<()> {
        self.store.wipe_account(self.now()).await?;
        self.wipes.fetch_add(1, Ordering::SeqCst);
        if let Err(error) = self.store.rekey(self.vault.as_ref(), self.rng.as_ref()).await {
            tracing::warn!(%error, "the database keeps its key");
        }
        Ok(())
    }

    /// Leave to write what the server answered to this account; [`ErrorCode::SignedOut`] when its session ended
    /// meanwhile. Not to be held while waiting for the server.
    pub(crate) async fn personal_write(&self, account: AccountId) -> Result<RwLockReadGuard<'_, ()>> {
        let leave = self.personal.read().await;
        if self.account.borrow().as_ref().is_some_and(|now| now.id == account) {
            Ok(leave)
        } else {
            Err(ErrorCode::SignedOut.into())
        }
    }

    /// Takes over the account as the server has it.
    pub(crate) async fn account_update(&self, account: Account) -> Result<()> {
        let _leave = self.personal_write(account.id).await?;
        if self.account.borrow().as_ref() != Some(&account) {
            self.store.account_set(&account).await?;
            self.account_put(Some(account));
        }
        Ok(())
    }

    fn account_put(&self, account: Option<Account>) {
        let changed = self.account.send_if_modified(|known| {
            let changed = *known != account;
            known.clone_from(&account);
            changed
        });
        if changed {
            self.events.emit(CoreEvent::AccountChanged { account });
        }
    }
}

fn ended_on_purpose(error: &Error) -> bool {
    error.detail.as_ref().and_then(|detail| detail.get("ended")).and_then(Value::as_bool) == Some(true)
}
