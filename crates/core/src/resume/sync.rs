//! Bringing the working copy and the server's version together.

use crate::Core;
use crate::backoff::Backoff;
use crate::call::{is_passing, request, with_body};
use crate::ports::{Method, ResumeRow, ResumeSteps};
use std::sync::Arc;
use std::time::Duration;
use zhitu_contract::events::CoreEvent;
use zhitu_contract::resume::{ResumeResponse, ResumeSaveRequest};
use zhitu_contract::{Error, ErrorCode, Result};
use zhitu_domain::id::AccountId;
use zhitu_domain::record::{Consent, Disclosure, Handover, Recipient, resume_fields};
use zhitu_domain::resume::{ResumeContent, merge};

/// An edit waits so long for the next one before it is sent.
const DEBOUNCE: Duration = Duration::from_secs(1);

/// Somebody who never stops typing is saved after so many edits' waits.
const DEBOUNCE_MOST: u32 = 5;

/// A save that meets a newer version each time gives up after so many and waits.
const ROUNDS: u32 = 8;

/// What this run knows of the server's résumé.
#[derive(Default)]
pub(crate) struct Saving {
    /// The server's version was looked at in this session.
    fetched_for: Option<AccountId>,
    /// The revision that the last joining made: what clashed in it stays named until something typed later is saved.
    joined: Option<u64>,
    /// Sent, and the answer did not come: the server may have it or not.
    unanswered: Option<ResumeContent>,
}

impl Core {
    /// A session began: what the server has is to be looked at, and joined with what was written here before.
    pub(crate) async fn resume_session_began(&self) {
        *self.resume_saving.lock().await = Saving::default();
        self.resume_changed.notify_one();
    }

    /// To be looked at again: another device may have changed it while the link was lost.
    pub(crate) async fn resume_look_again(&self) {
        self.resume_saving.lock().await.fetched_for = None;
        self.resume_changed.notify_one();
    }

    /// Brings both together now. Nothing to do without a session.
    pub(crate) async fn resume_save(&self) -> Result<()> {
        let mut saving = self.resume_saving.lock().await;
        let Ok(account) = self.account_required().await.map(|account| account.id) else { return Ok(()) };
        for _ in 0..ROUNDS {
            let row = self.store.resume().await?.unwrap_or_default();
            if saving.fetched_for != Some(account) {
                self.resume_fetch(&mut saving, account).await?;
                saving.fetched_for = Some(account);
            } else if row.dirty {
                self.resume_send(&mut saving, account, row).await?;
            } else {
                return Ok(());
            }
        }
        Err(Error::with_message(ErrorCode::Unavailable, "the résumé changes faster than it can be saved"))
    }

    async fn resume_fetch(&self, saving: &mut Saving, account: AccountId) -> Result<()> {
        let theirs: ResumeResponse = self.call(request(Method::Get, "/api/resume")).await?;
        let leave = self.personal_write(account).await?;
        let working = self.resume.lock().await;
        let row = self.store.resume().await?;
        let steps = self.store.resume_steps().await?;
        let unanswered = saving.unanswered.take();
        let (new, steps) = joined(row.clone().unwrap_or_default(), steps, theirs, unanswered.as_ref());
        let changed = row.as_ref() != Some(&new);
        if changed {
            self.store.resume_replace(&new, &steps).await?;
        }
        if !new.clashes.is_empty() {
            saving.joined = Some(new.revision);
        }
        drop((working, leave));
        if changed {
            self.events.emit(CoreEvent::ResumeChanged);
        }
        Ok(())
    }

    async fn resume_send(&self, saving: &mut Saving, account: AccountId, row: ResumeRow) -> Result<()> {
        let body = ResumeSaveRequest { base_version: row.base_version, content: row.content.clone() };
        saving.unanswered = Some(row.content.clone());
        let disclosure = Disclosure {
            fields: resume_fields(&row.content),
            to: Recipient::Platform,
            handover: Handover::ResumeSave,
            consent: Consent::Policy,
        };
        let request = with_body(Method::Put, "/api/resume", &body, disclosure)?;
        let answer = self.call::<ResumeResponse>(request).await;
        match answer {
            Ok(saved) => {
                saving.unanswered = None;
                let leave = self.personal_write(account).await?;
                let working = self.resume.lock().await;
                let clashes = if saving.joined == Some(row.revision) {
                    self.store.resume().await?.unwrap_or_default().clashes
                } else {
                    Vec::new()
                };
                self.store.resume_saved(saved.version, &row.content, row.revision, &clashes).await?;
                drop((working, leave));
                self.events.emit(CoreEvent::ResumeChanged);
                Ok(())
            }
            Err(error) if error.code == ErrorCode::ResumeConflict => {
                saving.fetched_for = None;
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    /// Saves in the background, a moment after each edit, and again when the server can be reached.
    pub(crate) async fn resume_keep_saved(self: Arc<Self>) {
        let mut backoff = Backoff::default();
        let mut retry = false;
        loop {
            if retry {
                tokio::select! {
                    () = self.clock.sleep(backoff.next(&*self.rng)) => {}
                    () = self.back_online() => {}
                    () = self.stopping.cancelled() => return,
                }
            } else {
                tokio::select! {
                    () = self.resume_changed.notified() => {}
                    () = self.stopping.cancelled() => return,
                }
                for _ in 0..DEBOUNCE_MOST {
                    tokio::select! {
                        biased;
                        () = self.stopping.cancelled() => return,
                        () = self.resume_changed.notified() => {}
                        () = self.clock.sleep(DEBOUNCE) => break,
                    }
                }
            }
            retry = match self.resume_save().await {
                Ok(()) => {
                    backoff.reset();
                    false
                }
                Err(error) if is_passing(&error) => true,
                Err(error) => {
                    log_refusal(&error);
                    backoff.reset();
                    false
                }
            };
        }
    }
}

fn log_refusal(error: &Error) {
    if error.code == ErrorCode::SignedOut {
        tracing::info!("the résumé stays on this device until somebody signs in");
    } else {
        tracing::error!(%error, "the server refuses the résumé; the next edit tries again");
    }
}

/// The working copy and its steps with the server's version joined in.
fn joined(
    mut row: ResumeRow,
    mut steps: ResumeSteps,
    theirs: ResumeResponse,
    unanswered: Option<&ResumeContent>,
) -> (ResumeRow, ResumeSteps) {
    row.visibility = theirs.visibility;
    if theirs.version == row.base_version {
        return (row, steps);
    }
    // An own save whose answer got lost comes back as a new version: nothing to join, and nothing clashes.
    let is_own = unanswered == Some(&theirs.content)
        || row.content == theirs.content
        || steps.undo.iter().rev().take_while(|step| **step != row.base).any(|step| *step == theirs.content);
    if !is_own {
        let merge_in = |mine: &ResumeContent| merge(&row.base, mine, &theirs.content);
        let merged = merge_in(&row.content);
        for step in steps.undo.iter_mut().chain(&mut steps.redo) {
            // Undoing takes back what was done here, not what was done elsewhere.
            *step = merge_in(step).content;
        }
        steps.undo.dedup();
        steps.undo.pop_if(|step| *step == merged.content);
        steps.redo.dedup();
        steps.redo.pop_if(|step| *step == merged.content);
        row.content = merged.content;
        row.clashes = merged.clashes.into_iter().map(|(path, _)| path).collect();
        row.revision += 1;
    }
    row.base_version = theirs.version;
    row.base = theirs.content;
    row.dirty = row.content != row.base;
    (row, steps)
}
