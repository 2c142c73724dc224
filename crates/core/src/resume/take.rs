use crate::Core;
use crate::ports::UndoStep;
use zhitu_contract::resume::{ResumeTake, ResumeView};
use zhitu_contract::{Error, Result};
use zhitu_domain::resume::{take, validate};

impl Core {
    /// Takes what the person confirmed of a paste into the résumé, as one step to undo. Refused whole when one of its
    /// fields is.
    pub async fn resume_take(&self, taken: ResumeTake) -> Result<ResumeView> {
        self.policy_required().await?;
        let leave = self.personal.read().await;
        let working = self.resume.lock().await;
        let row = self.store.resume().await?.unwrap_or_default();
        let now = self.now();
        let drafted = taken.draft.into_content(|| self.rng.uuid_v7(now));
        let content = take(&row.content, drafted);
        if let Some((path, problem)) = validate(&content, self.clock.today()).into_iter().next() {
            return Err(Error::field(&path, &crate::call::word(&problem)));
        }
        if content != row.content {
            self.store.resume_edit(&content, UndoStep::New, &row.clashes).await?;
            self.resume_changed.notify_one();
        }
        let row = self.store.resume().await?.unwrap_or_default();
        drop((working, leave));
        Ok(self.resume_view(row).await)
    }
}
