//! The record of personal data: kept by whatever happens, read by the person (R8, S-RGT-07).
//!
//! A disclosure is written down before it is made ("on its way") and becomes an entry when its request has left the
//! device; one whose request never left is dropped. An app that was killed in between finds it at its next start and
//! enters it: better one too many than one untold.

mod clear;
mod export;
mod list;
mod verify;

use crate::Core;
use zhitu_contract::events::CoreEvent;
use zhitu_contract::{Error, ErrorCode, Result};
use zhitu_domain::record::{Disclosure, Recorded};

impl Core {
    /// Adds an entry.
    pub(crate) async fn record(&self, what: Recorded) -> Result<()> {
        self.record_ready().await?;
        self.store.record_append(&what, self.now()).await?;
        self.events.emit(CoreEvent::RecordChanged);
        Ok(())
    }

    /// Makes a request that hands something over, with the entry that says so. A request that cannot be written down
    /// is not made.
    pub(crate) async fn recorded<T>(
        &self,
        disclosure: Disclosure,
        request: impl Future<Output = Result<T>> + Send,
    ) -> Result<T> {
        let what = Recorded::Disclosed { disclosure };
        self.record_ready().await?;
        let on_its_way = self.store.record_begin(&what, self.now()).await?;
        let answer = request.await;
        let noted = if answer.as_ref().is_err_and(never_left) {
            self.store.record_drop(on_its_way).await
        } else {
            self.store.record_settle(Some(on_its_way)).await
        };
        match noted {
            Ok(()) => self.events.emit(CoreEvent::RecordChanged),
            // It is entered at the next start. The answer is there, and hiding it would have it sent again.
            Err(error) => tracing::warn!(%error, "an entry of the record waits for the next start"),
        }
        answer
    }

    /// Enters, once in a run, what the last run had begun to hand over when it ended.
    pub(crate) async fn record_ready(&self) -> Result<()> {
        self.record_begun
            .get_or_try_init(|| async { Ok::<_, Error>(self.store.record_settle(None).await?) })
            .await
            .copied()
    }
}

/// Whether a request failed before anything of it left the device.
fn never_left(error: &Error) -> bool {
    let unsent = error.detail.as_ref().and_then(|detail| detail.get("unsent"));
    error.code == ErrorCode::Offline && unsent.and_then(serde_json::Value::as_bool) == Some(true)
}
